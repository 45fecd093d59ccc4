using Cleverence.Connectivity;

namespace ServerJobs;

/// <summary>One run of a job.</summary>
/// <param name="Id">A time-ordered id.</param>
/// <param name="JobId">The job.</param>
/// <param name="JobName">Its name at the time.</param>
/// <param name="Call">Its call at the time.</param>
/// <param name="Trigger">What started it.</param>
/// <param name="StartedAt">When it started.</param>
public sealed record JobRun(string Id, string JobId, string JobName, string Call, JobTrigger Trigger, DateTimeOffset StartedAt)
{
    // Only what a listing was told; otherwise the lists themselves are counted.
    private readonly int? messageCount;
    private readonly int? logLineCount;

    /// <summary>The moment of the schedule it belongs to; null for a run a person started.</summary>
    public DateTimeOffset? PlannedAt { get; init; }

    /// <summary>Who started it by hand; otherwise the user of the job, if it has one.</summary>
    public string? StartedBy { get; init; }

    /// <summary>1 for the first try, 2 for the first repeat.</summary>
    public int Attempt { get; init; } = 1;

    /// <summary>How it ended; null while it runs.</summary>
    public JobOutcome? Outcome { get; init; }

    /// <summary>How long it took, by the monotonic clock.</summary>
    public TimeSpan? Elapsed { get; init; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The server that ran it.</summary>
    public string? Node { get; init; }

    /// <summary>The job's key at the time; empty for none.</summary>
    public string Key { get; init; } = "";

    /// <summary>What the method told the person who waits, in order.</summary>
    public IReadOnlyList<UserMessage> Messages { get; init; } = [];

    /// <summary>The log lines written during the run, oldest first; the last ones when there were too many.</summary>
    public IReadOnlyList<string> LogLines { get; init; } = [];

    /// <summary>How many messages there are; a listing tells the number and leaves the messages out.</summary>
    public int MessageCount
    {
        get => messageCount ?? Messages.Count;
        init => messageCount = value == Messages.Count ? null : value;
    }

    /// <summary>How many log lines there are; a listing tells the number and leaves the lines out.</summary>
    public int LogLineCount
    {
        get => logLineCount ?? LogLines.Count;
        init => logLineCount = value == LogLines.Count ? null : value;
    }

    /// <summary>The error's code.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The error in one English sentence.</summary>
    public string? Message { get; init; }

    /// <summary>The same in Russian, when there is one.</summary>
    public string? MessageRu { get; init; }

    /// <summary>The error's full text, for administrators.</summary>
    public string? Detail { get; init; }

    /// <summary>Whether the call may have had its effect all the same.</summary>
    public bool InDoubt { get; init; }

    /// <summary>The id under which the logs of all rooms speak of this run.</summary>
    public string? CorrelationId { get; init; }
}
