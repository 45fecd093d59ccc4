namespace Unit.Tests.ChestnyZnak.Suz;

/// <summary>Ends a process at one point: before or after one call to the outside, counted over all calls. From then on every call fails, as in a process that is no more.</summary>
/// <param name="at">The point; -1 for never.</param>
internal sealed class Breaker(int at = -1)
{
    private int points;

    public int Points => Volatile.Read(ref points);

    public bool Dead { get; private set; }

    public async Task<T> CallAsync<T>(Func<Task<T>> call)
    {
        Pass();
        var answer = await call();
        Pass();
        return answer;
    }

    public Task CallAsync(Func<Task> call) => CallAsync(async () =>
    {
        await call();
        return true;
    });

    private void Pass()
    {
        if (Dead || Interlocked.Increment(ref points) - 1 == at)
        {
            Dead = true;
            throw new ProcessDiedException();
        }
    }
}
