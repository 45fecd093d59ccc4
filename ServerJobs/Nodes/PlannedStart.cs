namespace ServerJobs;

/// <summary>The next start of a job with a calendar.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Fence">Its fence when the start was worked out.</param>
/// <param name="Due">The start; null when there is none any more.</param>
/// <param name="Missed">Whether a start passed without a run.</param>
public sealed record PlannedStart(string JobId, long Fence, DateTimeOffset? Due, bool Missed);
