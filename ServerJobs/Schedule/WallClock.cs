namespace ServerJobs;

/// <summary>The wall clock beside the monotonic one: tells when somebody has set it.</summary>
internal sealed class WallClock
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);
    private readonly TimeProvider time;
    private DateTimeOffset wall;
    private long stamp;

    public WallClock(TimeProvider time)
    {
        this.time = time;
        Anchor();
    }

    /// <summary>Whether it went otherwise than the monotonic clock, by more than a second, since this was last so.</summary>
    public bool HasJumped()
    {
        var drift = time.GetUtcNow() - wall - time.GetElapsedTime(stamp);
        if (drift.Duration() <= Tolerance) return false;
        Anchor();
        return true;
    }

    private void Anchor() => (wall, stamp) = (time.GetUtcNow(), time.GetTimestamp());
}
