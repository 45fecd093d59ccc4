namespace ServerJobs;

/// <summary>How far a job's schedule has come.</summary>
/// <param name="JobId">The job.</param>
/// <param name="LastPlannedAt">The moment of the schedule that last started a run; null for none yet.</param>
/// <param name="Skips">How many starts were skipped because the run before was still going.</param>
/// <param name="Misses">How many starts passed while the process could not run.</param>
public sealed record JobProgress(string JobId, DateTimeOffset? LastPlannedAt, long Skips, long Misses)
{
    /// <summary>When the last run by the schedule began, repeats included; null for none yet.</summary>
    public DateTimeOffset? LastStartedAt { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? LastEndedAt { get; init; }

    /// <summary>How many repeats of a failed run were made in a row; 0 after a success.</summary>
    public int Repeats { get; init; }
}
