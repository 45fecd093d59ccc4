namespace ServerJobs;

/// <summary>What a server says of a run it claimed.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Fence">The fence of the claim.</param>
public sealed record ClaimEnd(string JobId, long Fence)
{
    /// <summary>The ended run; null when it was recorded before.</summary>
    public JobRun? Run { get; init; }

    /// <summary>Whether nothing of its call runs any more, so that the job is free.</summary>
    public bool Frees { get; init; }

    /// <summary>How long after now the run is repeated; null for no repeat.</summary>
    public TimeSpan? RepeatIn { get; init; }
}
