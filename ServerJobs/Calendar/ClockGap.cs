namespace ServerJobs;

/// <summary>A stretch of local times that a clock moved forward leaves out. The default is none.</summary>
/// <param name="Start">The first local time left out.</param>
/// <param name="End">The first local time after it that exists.</param>
internal readonly record struct ClockGap(DateTime Start, DateTime End)
{
    public TimeSpan Length => End - Start;

    /// <summary>Moves a time that does not exist behind the gap, as far as it lay inside.</summary>
    public DateTime Past(DateTime local) => Holds(local) ? local + Length : local;

    /// <summary>The local time a distance later. The clock's jump does not count as time that went by.</summary>
    public DateTime Later(DateTime from, TimeSpan distance) => from < Start && from + distance >= Start ? from + distance + Length : from + distance;

    private bool Holds(DateTime local) => local >= Start && local < End;
}
