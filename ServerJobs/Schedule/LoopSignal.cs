namespace ServerJobs;

/// <summary>Lets the loop's thread sleep until a moment of the clock or a call. It needs no thread of the pool, so a starved pool cannot hold the schedule.</summary>
internal sealed class LoopSignal : IDisposable
{
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

    /// <summary>Sleeps until a timestamp, or until woken, and no longer than the length given.</summary>
    public void WaitUntil(long? due, TimeSpan longest)
    {
        var now = time.GetTimestamp();
        if (due <= now) return;
        var wait = due is { } moment ? time.GetElapsedTime(now, moment) : longest;
        timer?.Change(wait, Timeout.InfiniteTimeSpan);
        // A clock moved by hand may have moved between the look and the timer.
        if (timer is not null && time.GetTimestamp() != now) return;
        if (wait > longest) wait = longest;

        // The system's waits know whole milliseconds only; the rest is slept apart.
        var whole = (int)(timer is null ? (wait - FineSleep.Early).TotalMilliseconds : Math.Ceiling(wait.TotalMilliseconds));
        if (whole > 0 && woken.WaitOne(whole)) return;
        if (timer is null && due is { } end && time.GetElapsedTime(time.GetTimestamp(), end) is var rest && rest > TimeSpan.Zero && rest < FineSleep.Longest) FineSleep.For(rest);
    }

    public void Dispose()
    {
        timer?.Dispose();
        woken.Dispose();
    }
}
