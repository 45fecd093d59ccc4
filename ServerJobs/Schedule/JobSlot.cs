namespace ServerJobs;

/// <summary>A job's place in the table. Everything in it is read and written under the table's lock.</summary>
internal sealed class JobSlot(ServerJob job, JobState? kept, JobRun? lastRun)
{
    public ServerJob Job { get; set; } = job;

    /// <summary>Whether the file names it; a job taken out keeps its place, so that one put back cannot overlap its own running call.</summary>
    public bool Listed { get; set; }

    public JobSchedule Schedule { get; set; }

    /// <summary>The next moment of the grid, as a timestamp.</summary>
    public long Due { get; set; }

    public bool Running { get; set; }

    public DateTimeOffset? RunningSince { get; set; }

    /// <summary>When a run was handed over that has not begun yet; null once it has.</summary>
    public long? HandedOver { get; set; }

    public JobPause? Pause { get; set; } = kept?.Pause;

    public long Skips { get; set; } = kept?.Progress.Skips ?? 0;

    public long Misses { get; set; } = kept?.Progress.Misses ?? 0;

    public DateTimeOffset? LastPlannedAt { get; set; } = kept?.Progress.LastPlannedAt;

    /// <summary>The same moment on the monotonic clock, when it was in this process.</summary>
    public long? LastPlanned { get; set; }

    public JobRun? LastRun { get; set; } = lastRun;

    /// <summary>Whether the schedule counts for it.</summary>
    public bool Ticking => Listed && Job.Enabled;

    public JobProgress Progress => new(Job.Id, LastPlannedAt, Skips, Misses);
}
