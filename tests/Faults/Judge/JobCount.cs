namespace Faults.Judge;

/// <summary>What the server says of a job: how many starts it skipped and missed, and the planned starts of its runs.</summary>
internal sealed record JobCount(string Id, TimeSpan Period, long Skips, long Misses)
{
    public IReadOnlyList<string> PlannedStarts { get; init; } = [];
}
