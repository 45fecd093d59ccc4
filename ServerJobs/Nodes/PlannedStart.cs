namespace ServerJobs;

/// <summary>The next start of a job with a calendar.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Fence">Its fence when the start was worked out.</param>
/// <param name="Due">The start; null when there is none any more.</param>
/// <param name="Missed">How many starts passed without a run.</param>
public sealed record PlannedStart(string JobId, long Fence, DateTimeOffset? Due, long Missed)
{
    /// <summary>Who ran it when the start was worked out; null for nobody.</summary>
    public string? Owner { get; init; }
}
