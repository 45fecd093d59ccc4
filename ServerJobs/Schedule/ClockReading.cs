namespace ServerJobs;

/// <summary>The two clocks read as one: the wall clock, and the timestamp it was read at.</summary>
internal readonly record struct ClockReading(DateTimeOffset Wall, long Stamp)
{
    // A thread that lost its processor between two looks reads the clocks milliseconds apart; it rarely happens twice.
    private const int MostLooks = 5;
    private static readonly TimeSpan Close = TimeSpan.FromMilliseconds(0.1);

    /// <summary>Reads both, again when something came between the looks.</summary>
    public static ClockReading Of(TimeProvider time)
    {
        var best = (Reading: default(ClockReading), Apart: TimeSpan.MaxValue);
        for (var look = 0; look < MostLooks && best.Apart > Close; look++)
        {
            var (before, wall, after) = (time.GetTimestamp(), time.GetUtcNow(), time.GetTimestamp());
            var apart = time.GetElapsedTime(before, after);
            if (apart < best.Apart) best = (new ClockReading(wall, before + ((after - before) / 2)), apart);
        }

        return best.Reading;
    }

    /// <summary>What the wall clock showed, or will show, at a timestamp.</summary>
    public DateTimeOffset At(long stamp, TimeProvider time) => Wall - time.GetElapsedTime(stamp, Stamp);
}
