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

    public long? PauseUntil { get; init; }

    public long? LastStartedAt { get; init; }

    public long? LastEndedAt { get; init; }

    public long Repeats { get; init; }

    public JobState ToState() => new(
        new JobProgress(JobId, UnixTime.From(LastPlannedAt), Skips, Misses) { LastStartedAt = UnixTime.From(LastStartedAt), LastEndedAt = UnixTime.From(LastEndedAt), Repeats = (int)Repeats },
        PausedAt is { } at ? new JobPause(PauseReason ?? "", PausedBy ?? "", UnixTime.From(at)) { Until = UnixTime.From(PauseUntil) } : null);
}
