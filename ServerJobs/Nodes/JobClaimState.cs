namespace ServerJobs;

/// <summary>A job's row in the shared timetable.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Fence">Its fence.</param>
public sealed record JobClaimState(string JobId, long Fence)
{
    /// <summary>The definition in force.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Its next moment; null while it waits for one.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>The id of the server that runs it; null when nobody does.</summary>
    public string? Owner { get; init; }

    /// <summary>Since when it runs.</summary>
    public DateTimeOffset? RunningSince { get; init; }

    /// <summary>The last moment that started a run.</summary>
    public DateTimeOffset? LastPlannedAt { get; init; }

    /// <summary>How many starts were skipped because the run before was still going.</summary>
    public long Skips { get; init; }

    /// <summary>How many starts passed while no server could run it.</summary>
    public long Misses { get; init; }

    /// <summary>How many repeats of a failed run were made in a row.</summary>
    public int Repeats { get; init; }

    /// <summary>When its last run by the schedule began.</summary>
    public DateTimeOffset? LastStartedAt { get; init; }

    /// <summary>When that ended.</summary>
    public DateTimeOffset? LastEndedAt { get; init; }

    /// <summary>When it is repeated; null for no repeat.</summary>
    public DateTimeOffset? RepeatAt { get; init; }

    /// <summary>The start that waits for the end of the run; null for none.</summary>
    public DateTimeOffset? QueuedAt { get; init; }

    /// <summary>Its newest ended run, without log lines and messages; null for none.</summary>
    public JobRun? LastRun { get; init; }
}
