namespace Unit.Tests.Exchange;

/// <summary>Waits for something with a deadline.</summary>
internal static class Poll
{
    public static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await condition()) await Task.Delay(5, deadline.Token);
    }
}
