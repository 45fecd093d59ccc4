using ServerJobs;

namespace TestKit;

/// <summary>A job's row of <see cref="MemoryJobClaims"/>, and what a tick does to it.</summary>
internal sealed class MemoryClaimRow(JobDefinition definition)
{
    public JobDefinition Definition { get; set; } = definition;

    public string Hash { get; set; } = definition.Hash;

    public DateTimeOffset? NextDue { get; set; }

    public DateTimeOffset? QueuedAt { get; set; }

    public DateTimeOffset? RepeatAt { get; set; }

    public DateTimeOffset? LateSince { get; set; }

    public long Fence { get; set; }

    public string? Owner { get; set; }

    public string? RunId { get; set; }

    public JobTrigger Trigger { get; set; }

    public DateTimeOffset? RunningSince { get; set; }

    public long? CancelFence { get; set; }

    public int Repeats { get; set; }

    public long Skips { get; set; }

    public long Misses { get; set; }

    public DateTimeOffset? LastPlannedAt { get; set; }

    public DateTimeOffset? LastStartedAt { get; set; }

    public DateTimeOffset? LastEndedAt { get; set; }

    public JobRun? LastRun { get; set; }

    public string? HeldKey => Owner is not null && Definition.Key.Length > 0 ? $"{Definition.Call}\n{Definition.Key}" : null;

    /// <summary>What comes first: its moment, and while it is free what waits for that.</summary>
    public DateTimeOffset? Due => new[] { NextDue, Owner is null ? QueuedAt : null, Owner is null ? RepeatAt : null }.Min();

    /// <summary>Takes the moment that is due.</summary>
    /// <returns>Whether a run starts.</returns>
    public bool Tick(string node, DateTimeOffset now, bool heldBack, bool keyBusy, TimeSpan grace)
    {
        var regular = NextDue <= now && !(Definition.Period is null && heldBack);
        var passed = regular && Definition.Period is { } grid ? (now - NextDue!.Value).Ticks / grid.Ticks : 0;
        var latest = regular ? NextDue!.Value + (passed * (Definition.Period ?? TimeSpan.Zero)) : (DateTimeOffset?)null;
        if (regular) NextDue = Definition.Period is { } period ? latest + period : null;
        if (heldBack)
        {
            QueuedAt = RepeatAt = null;
            return false;
        }

        var counts = Definition.Period is not null;
        if (regular && now - latest > (Definition.CatchUp > grace ? Definition.CatchUp : grace))
        {
            if (counts) Misses += passed + 1;
            else LateSince ??= latest;
            return false;
        }

        Misses += passed;
        if ((Owner is not null || keyBusy) && regular && !counts) LastStartedAt = latest;
        if (Owner is not null) return Overlap(latest!.Value);
        if (keyBusy)
        {
            Skips += (regular ? 1 : 0) + (QueuedAt is null ? 0 : 1);
            QueuedAt = RepeatAt = null;
            return false;
        }

        Start(node, now, regular, latest);
        return true;
    }

    /// <summary>Takes the row for a run.</summary>
    public void Take(string node, DateTimeOffset now, JobTrigger trigger)
    {
        (Fence, Owner, RunId, Trigger, RunningSince, CancelFence) = (Fence + 1, node, Guid.CreateVersion7(now).ToString(), trigger, now, null);
    }

    /// <summary>Gives the row back.</summary>
    public void Free(DateTimeOffset now, TimeSpan? repeatIn)
    {
        if (Trigger != JobTrigger.Manual)
        {
            LastEndedAt = now;
            RepeatAt = now + repeatIn;
            if (repeatIn is null) Repeats = 0;
            if (Definition.Period is null) NextDue = null;
        }

        (Owner, RunId, RunningSince, CancelFence) = (null, null, null, null);
    }

    public JobClaimState ToState() => new(Definition.JobId, Fence)
    {
        Hash = Hash, NextDue = NextDue == DateTimeOffset.MaxValue ? null : NextDue, Owner = Owner, RunningSince = RunningSince, LastPlannedAt = LastPlannedAt, Skips = Skips, Misses = Misses,
        Repeats = Repeats, LastStartedAt = LastStartedAt, LastEndedAt = LastEndedAt, RepeatAt = RepeatAt, QueuedAt = QueuedAt, LastRun = LastRun,
    };

    private bool Overlap(DateTimeOffset latest)
    {
        Skips += Definition.Overlap == ClaimOverlap.Skip || QueuedAt is not null ? 1 : 0;
        if (Definition.Overlap == ClaimOverlap.Queue) QueuedAt ??= latest;
        if (Definition.Overlap == ClaimOverlap.Cancel) (QueuedAt, CancelFence) = (latest, Fence);
        return false;
    }

    private void Start(string node, DateTimeOffset now, bool regular, DateTimeOffset? latest)
    {
        var scheduled = regular || QueuedAt is not null;
        if (regular && QueuedAt is not null) Skips++;
        if (!scheduled) Repeats++;
        LastPlannedAt = regular ? latest : QueuedAt ?? LastPlannedAt;
        var late = regular && now - latest >= TimeSpan.FromSeconds(1);
        LateSince = late && Definition.Period is null ? LateSince ?? latest : null;
        (LastStartedAt, LastEndedAt, QueuedAt, RepeatAt) = (regular && !late ? latest : now, null, null, null);
        Take(node, now, scheduled ? JobTrigger.Schedule : JobTrigger.Retry);
    }
}
