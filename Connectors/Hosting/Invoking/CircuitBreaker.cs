namespace Connectors.Hosting;

/// <summary>Opens after so many failures in a row; after the pause lets one trial call through and closes when it succeeds.</summary>
internal sealed class CircuitBreaker(int failures, TimeSpan pause, TimeProvider time)
{
    private readonly Lock sync = new();
    private int streak;
    private long openedAt;
    private bool trial;

    public bool IsOpen
    {
        get
        {
            lock (sync) return streak >= failures;
        }
    }

    public bool Allows(out TimeSpan wait)
    {
        lock (sync)
        {
            wait = TimeSpan.Zero;
            if (streak < failures) return true;
            var rest = pause - time.GetElapsedTime(openedAt);
            if (rest <= TimeSpan.Zero && !trial)
            {
                trial = true;
                return true;
            }

            wait = rest > TimeSpan.Zero ? rest : pause;
            return false;
        }
    }

    public void Succeeded()
    {
        lock (sync)
        {
            streak = 0;
            trial = false;
        }
    }

    public bool Failed()
    {
        lock (sync)
        {
            streak++;
            trial = false;
            if (streak < failures) return false;
            openedAt = time.GetTimestamp();
            return streak == failures;
        }
    }

    public void Undecided()
    {
        lock (sync) trial = false;
    }
}
