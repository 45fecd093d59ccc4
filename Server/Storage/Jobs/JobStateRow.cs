using ServerJobs;

namespace Server.Storage;

/// <summary>A row of the table of job states.</summary>
internal sealed class JobStateRow
{
    public string JobId { get; init; } = "";

    public long? LastPlannedAt { get; init; }

    public long Skips { get; init; }

    public long Misses { get; init; }

    public string? PauseReason { get; init; }

    public string? PausedBy { get; init; }

    public long? PausedAt { get; init; }

    public JobState ToState() => new(
        new JobProgress(JobId, UnixTime.From(LastPlannedAt), Skips, Misses),
        PausedAt is { } at ? new JobPause(PauseReason ?? "", PausedBy ?? "", UnixTime.From(at)) : null);
}
