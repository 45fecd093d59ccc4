namespace ServerJobs;

/// <summary>A job's place in the table. Everything in it is read and written under the table's lock.</summary>
internal sealed class JobSlot(ServerJob job, JobState? kept, JobRun? lastRun)
{
    /// <summary>The moment that never comes.</summary>
    public const long Never = long.MaxValue;

    public ServerJob Job { get; set; } = job;

    /// <summary>Whether the file names it; a job taken out keeps its place, so that one put back cannot overlap its own running call.</summary>
    public bool Listed { get; set; }

    /// <summary>The grid of a period.</summary>
    public JobSchedule Grid { get; set; }

    /// <summary>The arithmetic of a calendar; null for a period.</summary>
    public CalendarPlan? Calendar { get; set; }

    /// <summary>The next regular moment before the jitter: as a timestamp for a period, by the wall clock for a calendar.</summary>
    public long Planned { get; set; }

    public DateTimeOffset? PlannedAt { get; set; }

    /// <summary>The next regular moment with its jitter, as a timestamp.</summary>
    public long Due { get; set; } = Never;

    /// <summary>Whether the regular moment is a first one that needs no look into the calendar.</summary>
    public bool Forced { get; set; }

    /// <summary>A moment besides the regular ones: of a repeat, or of a start that waited for the end of a run.</summary>
    public long Again { get; set; } = Never;

    public JobTrigger AgainAs { get; set; }

    /// <summary>The moment of the start that waits for the end of the run.</summary>
    public DateTimeOffset? QueuedAt { get; set; }

    /// <summary>The call and key of another job or operation whose end its start waits for; null for none.</summary>
    public string? WaitsFor { get; set; }

    /// <summary>The look of the loop that last took one of its moments.</summary>
    public long TakenAt { get; set; }

    /// <summary>The moment last skipped, which a calendar takes for a start.</summary>
    public DateTimeOffset? SkippedAt { get; set; }

    /// <summary>The run in progress; null for none.</summary>
    public ActiveRun? Active { get; set; }

    public bool Running => Active is not null;

    public JobPause? Pause { get; set; } = kept?.Pause;

    /// <summary>The pause the file gives it.</summary>
    public JobPause? PauseOfFile { get; set; }

    public long Skips { get; set; } = kept?.Progress.Skips ?? 0;

    public long Misses { get; set; } = kept?.Progress.Misses ?? 0;

    public DateTimeOffset? LastPlannedAt { get; set; } = kept?.Progress.LastPlannedAt;

    /// <summary>The same moment on the monotonic clock, when it was in this process.</summary>
    public long? LastPlanned { get; set; }

    public DateTimeOffset? LastStartedAt { get; set; } = kept?.Progress.LastStartedAt;

    public DateTimeOffset? LastEndedAt { get; set; } = kept?.Progress.LastEndedAt;

    /// <summary>When the last start and the last end were on the monotonic clock, in this process.</summary>
    public long? LastStarted { get; set; }

    public long? LastEnded { get; set; }

    /// <summary>When the first run of a row of repeats started.</summary>
    public DateTimeOffset? SeriesStartedAt { get; set; }

    /// <summary>How many repeats were made or ordered since the last success.</summary>
    public int Repeats { get; set; } = kept?.Progress.Repeats ?? 0;

    public JobRun? LastRun { get; set; } = lastRun;

    /// <summary>What of its progress was kept last, and when.</summary>
    public JobProgress? Kept { get; set; }

    public long KeptAt { get; set; }

    /// <summary>Whether a moment is the next one of its period.</summary>
    public bool IsRegular(long moment) => Calendar is null && Due == moment;

    /// <summary>Whether the schedule counts for it.</summary>
    public bool Ticking => Listed && Job.Enabled;

    public JobProgress Progress => new(Job.Id, LastPlannedAt, Skips, Misses) { LastStartedAt = LastStartedAt, LastEndedAt = LastEndedAt, Repeats = Repeats };

    /// <summary>The pause in force at a moment; a pause of a person before that of the file.</summary>
    public JobPause? PauseAt(DateTimeOffset now) => Holds(Pause, now) ?? Holds(PauseOfFile, now);

    /// <summary>Whether an entry of the queue of moments is one it waits for.</summary>
    public bool Awaits(long moment) => Ticking && (Due == moment || Again == moment);

    private static JobPause? Holds(JobPause? pause, DateTimeOffset now) => pause?.Until <= now ? null : pause;
}
