namespace ServerJobs;

/// <summary>Makes the summary of a job from its place in the table; under the table's lock.</summary>
internal static class JobView
{
    public static JobSummary Of(JobSlot slot, JobLock? jobLock, TimeProvider time)
    {
        var now = time.GetUtcNow();
        var pause = slot.PauseAt(now);
        var end = pause?.EndFrom(now);
        var next = !slot.Ticking || jobLock is not null || (pause is not null && end is null) ? JobSlot.Never : Math.Min(slot.Due, slot.Again);
        return new JobSummary(slot.Job)
        {
            Status = StatusOf(slot, pause, jobLock, next),
            Pause = pause,
            Lock = jobLock,
            Running = slot.Running,
            RunningSince = slot.Active?.Since,
            RunId = slot.Active?.Id,
            Progress = slot.Active?.Notes.Progress,
            NextStartAt = next == JobSlot.Never ? null : end is { } until && slot.Calendar is null ? AfterPause(slot, until, now, time) : now + time.GetElapsedTime(time.GetTimestamp(), next),
            LastRun = slot.Active?.Row ?? slot.LastRun,
            Repeats = slot.Repeats,
            Skips = slot.Skips,
            Misses = slot.Misses,
        };
    }

    private static JobStatus StatusOf(JobSlot slot, JobPause? pause, JobLock? jobLock, long next)
    {
        if (slot.Running) return JobStatus.Running;
        if (!slot.Ticking) return JobStatus.NotActive;
        if (pause is not null || jobLock is not null) return JobStatus.NotScheduled;
        if (slot.Again != JobSlot.Never && slot.AgainAs == JobTrigger.Retry) return JobStatus.ExecutionError;
        return next == JobSlot.Never ? JobStatus.NotActive : JobStatus.Scheduled;
    }

    // The grid goes on under a pause; the first of its moments after the pause starts.
    private static DateTimeOffset AfterPause(JobSlot slot, DateTimeOffset until, DateTimeOffset now, TimeProvider time)
    {
        var first = now + time.GetElapsedTime(time.GetTimestamp(), slot.Planned);
        var period = slot.Job.Timetable.Period!.Value.Value;
        return first >= until ? first : first + (period * Math.Ceiling((until - first) / period));
    }
}
