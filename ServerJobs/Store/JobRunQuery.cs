namespace ServerJobs;

/// <summary>Which runs are asked for, newest first.</summary>
/// <param name="Limit">How many at most.</param>
public sealed record JobRunQuery(int Limit)
{
    /// <summary>Only runs of this job; null for all.</summary>
    public string? JobId { get; init; }

    /// <summary>Only runs with this outcome; null for all.</summary>
    public JobOutcome? Outcome { get; init; }

    /// <summary>Only runs older than the run with this id: the last one of the page before.</summary>
    public string? Before { get; init; }
}
