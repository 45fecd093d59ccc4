namespace ServerJobs;

/// <summary>How a failed run is repeated. A repeat is a run of its own; a run that ended in doubt is never repeated.</summary>
/// <param name="Count">How many repeats at most, 1 to 10.</param>
/// <param name="Delay">The wait before each.</param>
public sealed record JobRetries(int Count, JobPeriod Delay);
