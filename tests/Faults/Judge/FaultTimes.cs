namespace Faults.Judge;

/// <summary>The moments of a trial on the monotonic clock: the counters were read first, the fault began, it ended, the counters were read last.</summary>
internal sealed record FaultTimes(long Counted, long Began, long Ended, long Looked);
