using ServerJobs;

namespace Server.Storage;

/// <summary>A row of the shared timetable.</summary>
internal sealed class JobClaimRow
{
    public string JobId { get; init; } = "";

    public long Fence { get; init; }

    public string Hash { get; init; } = "";

    public long? NextDue { get; init; }

    public string? Owner { get; init; }

    public long? RunningSince { get; init; }

    public long? LastPlannedAt { get; init; }

    public long Skips { get; init; }

    public long Misses { get; init; }

    public int Repeats { get; init; }

    public long? LastStartedAt { get; init; }

    public long? LastEndedAt { get; init; }

    public long? RepeatAt { get; init; }

    public long? QueuedAt { get; init; }

    public JobClaimState ToState(JobRun? lastRun) => new(JobId, Fence)
    {
        Hash = Hash,
        NextDue = ClaimMoments.Due(NextDue),
        Owner = Owner,
        RunningSince = UnixTime.From(RunningSince),
        LastPlannedAt = UnixTime.From(LastPlannedAt),
        Skips = Skips,
        Misses = Misses,
        Repeats = Repeats,
        LastStartedAt = UnixTime.From(LastStartedAt),
        LastEndedAt = UnixTime.From(LastEndedAt),
        RepeatAt = UnixTime.From(RepeatAt),
        QueuedAt = UnixTime.From(QueuedAt),
        LastRun = lastRun,
    };
}
