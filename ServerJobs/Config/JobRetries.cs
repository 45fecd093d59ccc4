namespace ServerJobs;

/// <summary>How a failed run is repeated. A repeat is a run of its own; a run that ended in doubt is never repeated.</summary>
/// <param name="Count">How many repeats at most, 0 to 1000.</param>
/// <param name="Interval">The wait before each, from the end of the failed run.</param>
public sealed record JobRetries(int Count, TimeSpan Interval);
