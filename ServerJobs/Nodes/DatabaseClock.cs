namespace ServerJobs;

/// <summary>The clock of the database as this server knows it: its last reading, carried on by the monotonic clock here. What the wall clock here says does not matter. Thread-safe.</summary>
internal sealed class DatabaseClock(TimeProvider time) : TimeProvider
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private (DateTimeOffset Now, long Stamp)? read;

    public override long TimestampFrequency => time.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return read is { } known ? known.Now + time.GetElapsedTime(known.Stamp) : time.GetUtcNow();
    }

    public override long GetTimestamp() => time.GetTimestamp();

    /// <summary>Takes a reading that was asked for at a moment.</summary>
    /// <returns>Whether that clock was set since the last one.</returns>
    public bool Take(DateTimeOffset now, long asked)
    {
        lock (gate)
        {
            // The answer was on its way for a while; half of that is the best guess.
            var stamp = asked + ((time.GetTimestamp() - asked) / 2);
            var jumped = read is { } known && (known.Now + time.GetElapsedTime(known.Stamp, stamp) - now).Duration() > Tolerance + time.GetElapsedTime(asked);
            read = (now, stamp);
            return jumped;
        }
    }

    /// <summary>A moment of the database as a timestamp here.</summary>
    public long StampOf(DateTimeOffset moment)
    {
        lock (gate)
        {
            var (now, stamp) = read ?? (time.GetUtcNow(), time.GetTimestamp());
            return stamp + (long)((Int128)(moment - now).Ticks * time.TimestampFrequency / TimeSpan.TicksPerSecond);
        }
    }
}
