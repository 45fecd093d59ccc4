namespace ServerJobs;

/// <summary>A job with a calendar whose next start has to be worked out.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Fence">Its fence now.</param>
/// <param name="Now">The clock of the database.</param>
public sealed record UnplannedJob(string JobId, long Fence, DateTimeOffset Now)
{
    /// <summary>Who runs it; null for nobody. Only of jobs whose starts do not wait for the end of the run.</summary>
    public string? Owner { get; init; }

    /// <summary>When its last run by the schedule began, or the start it skipped after that; null for none.</summary>
    public DateTimeOffset? LastStartedAt { get; init; }

    /// <summary>When that run ended.</summary>
    public DateTimeOffset? LastEndedAt { get; init; }

    /// <summary>The moment that passed without a start, or whose start was late; starts passed since then are misses. Null for none.</summary>
    public DateTimeOffset? LateSince { get; init; }
}
