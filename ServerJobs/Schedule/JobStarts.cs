namespace ServerJobs;

/// <summary>Which runs may start, and the runs that did. Everything here is called under the table's lock.</summary>
internal sealed class JobStarts(JobTiming timing, CallKeys callKeys, TimeProvider time)
{
    private readonly Dictionary<string, JobSlot> keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<JobSlot> waiting = [];
    private long skipped;

    /// <summary>All skips since the process started.</summary>
    public long Skipped => Interlocked.Read(ref skipped);

    /// <summary>Claims a job for a run by hand.</summary>
    /// <returns>The run; null when the job, or another one with its call and key, runs already: then that one, or none when a background operation does.</returns>
    public JobLaunch? Claim(JobSlot slot, string? startedBy, out JobSlot? holder)
    {
        holder = slot.Running ? slot : HolderOf(slot.Job);
        return holder is null && IsKeyFree(slot) ? Launch(slot, JobTrigger.Manual) with { StartedBy = startedBy } : null;
    }

    /// <summary>Whether a job's moment makes a run. Two runs of one job are never side by side, nor two of one call and key.</summary>
    public bool MayStart(JobSlot slot, DateTimeOffset plannedAt)
    {
        if (slot.Active is { } active && slot.Job.EffectiveOverlap != JobOverlap.Skip && slot.QueuedAt is null)
        {
            slot.QueuedAt = plannedAt;
            if (slot.Job.EffectiveOverlap == JobOverlap.Cancel) active.Cancel(JobCancel.Overlap);
            return false;
        }

        var keyIsFree = IsKeyFree(slot);
        if (!slot.Running && keyIsFree) return true;
        if (!slot.Running && slot.QueuedAt is null && slot.Job.EffectiveOverlap == JobOverlap.Queue)
        {
            // Somebody else has its call and key: it waits for that end as it would for its own.
            (slot.QueuedAt, slot.WaitsFor) = (plannedAt, KeyOf(slot.Job));
            waiting.Add(slot);
            return false;
        }

        slot.Skips++;
        Interlocked.Increment(ref skipped);
        return false;
    }

    /// <summary>Makes the run of a moment of the schedule, or a repeat.</summary>
    public JobLaunch Start(JobSlot slot, DateTimeOffset plannedAt, JobTrigger trigger)
    {
        // The regular moment takes the place of a repeat that still waits; their number stays.
        slot.Again = JobSlot.Never;
        slot.QueuedAt = null;
        slot.LastPlannedAt = plannedAt;
        var launch = Launch(slot, trigger);
        var counted = CalendarPlan.CountsAs(plannedAt, launch.Run.Since, slot.Job.Jitter);
        if (slot.Repeats == 0) slot.SeriesStartedAt = counted;
        (slot.LastStartedAt, slot.LastStarted, slot.LastEndedAt) = (counted, time.GetTimestamp() - timing.ToTimestamp(launch.Run.Since - counted), null);
        (launch.PlannedAt, launch.Attempt) = (plannedAt, slot.Repeats + 1);
        return launch;
    }

    /// <summary>Takes a run that the shared timetable gave to this server.</summary>
    public JobLaunch Take(JobSlot slot, JobClaim claim)
    {
        (slot.Repeats, slot.Again, slot.QueuedAt) = (claim.Attempt - 1, JobSlot.Never, null);
        var launch = Launch(slot, claim.Trigger, claim.RunId);
        if (claim.Trigger != JobTrigger.Manual && slot.Repeats == 0) slot.SeriesStartedAt = launch.Run.Since;
        return launch with { PlannedAt = claim.PlannedAt, StartedBy = claim.StartedBy, Attempt = claim.Attempt };
    }

    /// <summary>Frees a job, and the call and key its run held.</summary>
    public ActiveRun? Free(JobSlot slot)
    {
        var ended = slot.Active;
        if (ended?.Key is { } key)
        {
            keys.Remove(key);
            callKeys.FreeJob(key);
        }

        slot.Active = null;
        return ended;
    }

    /// <summary>Whether nobody runs its call with its key.</summary>
    public bool IsKeyFree(JobSlot slot) => KeyOf(slot.Job) is not { } key || !callKeys.Holds(key);

    /// <summary>Ends the waiting of the jobs that wait for a call and key.</summary>
    public IReadOnlyList<JobSlot> TakeWaiting(string key)
    {
        if (waiting.Count == 0) return [];
        JobSlot[] freed = [.. waiting.Where(slot => string.Equals(slot.WaitsFor, key, StringComparison.OrdinalIgnoreCase)).OrderBy(slot => slot.QueuedAt)];
        foreach (var slot in freed) StopWaiting(slot);
        return freed;
    }

    /// <summary>Lets a job wait for nobody's call and key any more, as one that was changed.</summary>
    public void StopWaiting(JobSlot slot)
    {
        if (slot.WaitsFor is null) return;
        waiting.Remove(slot);
        (slot.WaitsFor, slot.QueuedAt) = (null, null);
    }

    private static string? KeyOf(ServerJob job) => job.Key.Length == 0 ? null : CallKeys.Of(job.Call.ToString(), job.Key);

    private JobLaunch Launch(JobSlot slot, JobTrigger trigger, string? runId = null)
    {
        var now = time.GetUtcNow();
        var key = KeyOf(slot.Job);
        if (key is not null)
        {
            keys[key] = slot;
            callKeys.TakeForJob(key, slot.Job.Id);
        }

        slot.Active = new ActiveRun(runId ?? Guid.CreateVersion7(now).ToString(), trigger, now, time.GetTimestamp()) { Key = key };
        return new JobLaunch(slot, slot.Job, slot.Active) { TimeLimit = slot.Calendar?.LimitOf(now) };
    }

    private JobSlot? HolderOf(ServerJob job) => KeyOf(job) is { } key ? keys.GetValueOrDefault(key) : null;
}
