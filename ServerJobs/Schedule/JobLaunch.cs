namespace ServerJobs;

/// <summary>A run to start: the job as it was defined at that moment, and why it starts.</summary>
internal sealed record JobLaunch(JobSlot Slot, ServerJob Job, ActiveRun Run)
{
    public DateTimeOffset? PlannedAt { get; set; }

    public string? StartedBy { get; init; }

    /// <summary>1 for the first try, 2 for the first repeat.</summary>
    public int Attempt { get; set; } = 1;

    /// <summary>After how long its schedule cancels it; null for never.</summary>
    public TimeSpan? TimeLimit { get; init; }

    /// <summary>The moment before which the run does not begin, as a timestamp: it may have been handed over a little ahead of it.</summary>
    public long NotBefore { get; set; }

    /// <summary>Called when the job is free again, with how long until its repeat; null where nobody else has to know.</summary>
    public Action<JobLaunch, TimeSpan?>? Freed { get; init; }

    /// <summary>Whether the pool had no thread for it, and it runs on one of its own.</summary>
    public bool Rescued { get; set; }

    /// <summary>In whose name it runs: the person who started it, otherwise the job's user; null for the server itself.</summary>
    public string? User => StartedBy ?? (Job.User.Length > 0 ? Job.User : null);
}
