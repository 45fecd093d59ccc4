namespace ServerJobs;

/// <summary>The grid of a period job: pure arithmetic on timestamps of the monotonic clock.</summary>
/// <param name="Anchor">A moment of the grid; the grid begins there.</param>
/// <param name="Period">The distance of its moments.</param>
internal readonly record struct JobSchedule(long Anchor, long Period)
{
    /// <summary>The first moment after another; the anchor itself when that is still to come.</summary>
    public long Next(long after) => after < Anchor ? Anchor : Anchor + ((((after - Anchor) / Period) + 1) * Period);

    /// <summary>The last moment that is not after another.</summary>
    public long Latest(long now) => now < Anchor ? Anchor : Anchor + ((now - Anchor) / Period * Period);

    /// <summary>How many moments lie between two moments of the grid.</summary>
    public long Between(long earlier, long later) => Math.Max(0, (later - earlier) / Period);
}
