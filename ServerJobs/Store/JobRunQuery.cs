namespace ServerJobs;

/// <summary>Which runs are asked for, newest first.</summary>
/// <param name="Limit">How many at most.</param>
public sealed record JobRunQuery(int Limit)
{
    /// <summary>Only runs of this job; null for all.</summary>
    public string? JobId { get; init; }

    /// <summary>Only runs with this outcome; null for all.</summary>
    public JobOutcome? Outcome { get; init; }

    /// <summary>Only runs that started at this moment or later; null for all.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only runs that started before this moment; null for all.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only runs with this text in the job's name, the call, the key or the error, ignoring case; null for all.</summary>
    public string? Text { get; init; }

    /// <summary>Whether only runs still going are asked for.</summary>
    public bool Running { get; init; }

    /// <summary>Only runs older than the run with this id: the last one of the page before.</summary>
    public string? Before { get; init; }
}
