namespace Faults.Schedule;

/// <summary>A change of the clocks of a zone: the moment, the local time shown up to it, and how far the clock moves.</summary>
internal sealed record DaylightChange(string Zone, DateTimeOffset At, TimeSpan LocalBefore, TimeSpan By)
{
    public bool Forward => By > TimeSpan.Zero;

    /// <summary>When local times are new again: at once in spring, after the repeated stretch in autumn.</summary>
    public DateTimeOffset Over => Forward ? At : At - By;
}
