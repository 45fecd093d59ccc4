namespace TestKit;

/// <summary>A clock that moves only when told. The wall clock and the monotonic clock can be moved apart. Thread-safe.</summary>
/// <remarks>Timer callbacks run in the thread that advances the clock, each at its own moment, in order.</remarks>
public sealed class ManualTimeProvider : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset wall;
    private TimeSpan elapsed = TimeSpan.FromDays(1);

    /// <summary>Makes a clock.</summary>
    /// <param name="start">The wall clock's first moment; by default a fixed one.</param>
    public ManualTimeProvider(DateTimeOffset? start = null) => wall = start ?? new DateTimeOffset(2026, 5, 31, 12, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>How many timers wait.</summary>
    public int ActiveTimers
    {
        get
        {
            lock (gate) return timers.Count;
        }
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return wall;
    }

    /// <inheritdoc/>
    public override long GetTimestamp()
    {
        lock (gate) return elapsed.Ticks;
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Moves both clocks on and fires what becomes due on the way.</summary>
    /// <param name="by">How far.</param>
    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        TimeSpan target;
        lock (gate) target = elapsed + by;
        while (TakeDue(target) is { } timer) timer.Fire();
        lock (gate) MoveTo(target);
    }

    /// <summary>Sets the wall clock alone, as an administrator or a time server does.</summary>
    /// <param name="now">The new moment.</param>
    public void SetUtcNow(DateTimeOffset now)
    {
        lock (gate) wall = now;
    }

    internal bool Schedule(ManualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (dueTime == Timeout.InfiniteTimeSpan) return true;
            timer.Due = elapsed + dueTime;
            timer.Period = period;
            timers.Add(timer);
        }

        // A timer of no delay fires at once on a real clock too.
        if (dueTime == TimeSpan.Zero) Advance(TimeSpan.Zero);
        return true;
    }

    internal void Remove(ManualTimer timer)
    {
        lock (gate) timers.Remove(timer);
    }

    private ManualTimer? TakeDue(TimeSpan target)
    {
        lock (gate)
        {
            var next = timers.Where(timer => timer.Due <= target).MinBy(timer => timer.Due);
            if (next is null) return null;
            MoveTo(next.Due);
            if (next.Period > TimeSpan.Zero) next.Due += next.Period;
            else timers.Remove(next);
            return next;
        }
    }

    private void MoveTo(TimeSpan moment)
    {
        if (moment <= elapsed) return;
        wall += moment - elapsed;
        elapsed = moment;
    }
}
