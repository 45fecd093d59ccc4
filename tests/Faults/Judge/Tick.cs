namespace Faults.Judge;

/// <summary>One firing as it was written down: who fired, when on the monotonic clock in nanoseconds, when on the wall clock, and a word.</summary>
internal readonly record struct Tick(string Who, long At, long WallMilliseconds, string Word);
