namespace ServerJobs;

/// <summary>A job with a calendar whose next start has to be worked out.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Fence">Its fence now.</param>
/// <param name="Now">The clock of the database.</param>
public sealed record UnplannedJob(string JobId, long Fence, DateTimeOffset Now)
{
    /// <summary>When its last run by the schedule began; null for none.</summary>
    public DateTimeOffset? LastStartedAt { get; init; }

    /// <summary>When that run ended.</summary>
    public DateTimeOffset? LastEndedAt { get; init; }

    /// <summary>The moment that passed without a start; null for none.</summary>
    public DateTimeOffset? LateSince { get; init; }
}
