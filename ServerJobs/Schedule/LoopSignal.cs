namespace ServerJobs;

/// <summary>Lets the loop's thread sleep until a moment of the clock or a call. It needs no thread of the pool, so a starved pool cannot hold the schedule.</summary>
internal sealed class LoopSignal : IDisposable
{
    // Waits are cut to this length, so that a wait the operating system got wrong costs little.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);
    private readonly AutoResetEvent woken = new(false);
    private readonly TimeProvider time;
    private readonly ITimer? timer;

    public LoopSignal(TimeProvider time)
    {
        this.time = time;
        // The system's timers come through the pool; only a clock that is not the system's has to call.
        if (time != TimeProvider.System) timer = time.CreateTimer(_ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Wake() => woken.Set();

    /// <summary>Sleeps until a timestamp, or until woken.</summary>
    public void WaitUntil(long? due)
    {
        var now = time.GetTimestamp();
        if (due <= now) return;
        var wait = due is { } moment ? time.GetElapsedTime(now, moment) : Longest;
        timer?.Change(wait, Timeout.InfiniteTimeSpan);
        // A clock moved by hand may have moved between the look and the timer.
        if (timer is not null && time.GetTimestamp() != now) return;
        woken.WaitOne((int)Math.Ceiling(Math.Min(wait.TotalMilliseconds, Longest.TotalMilliseconds)));
    }

    public void Dispose()
    {
        timer?.Dispose();
        woken.Dispose();
    }
}
