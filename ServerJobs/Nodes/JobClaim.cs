namespace ServerJobs;

/// <summary>A run that a server may start, and nobody else.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Fence">The number that what is said of the run must carry.</param>
/// <param name="RunId">The id of the run, whose open row is written.</param>
/// <param name="Trigger">Why it starts.</param>
/// <param name="PlannedAt">The moment of the schedule it belongs to; null for a run by hand.</param>
/// <param name="Attempt">1 for the first try, 2 for the first repeat.</param>
public sealed record JobClaim(string JobId, long Fence, string RunId, JobTrigger Trigger, DateTimeOffset? PlannedAt, int Attempt)
{
    /// <summary>Who started it by hand.</summary>
    public string? StartedBy { get; init; }

    /// <summary>Whether a run of the same job and moment is on record already, so that this one must not start: it is only given back.</summary>
    public bool Doubled { get; init; }
}
