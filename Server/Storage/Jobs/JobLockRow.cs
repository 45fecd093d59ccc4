using ServerJobs;

namespace Server.Storage;

/// <summary>The row of the lock of all jobs; it is there once somebody decided on the lock.</summary>
internal sealed class JobLockRow
{
    public long Locked { get; init; }

    public string? Reason { get; init; }

    public string? LockedBy { get; init; }

    public long? LockedAt { get; init; }

    public JobLock? ToLock() => Locked == 0 ? null : new JobLock(Reason ?? "", LockedBy ?? "", UnixTime.From(LockedAt ?? 0));
}
