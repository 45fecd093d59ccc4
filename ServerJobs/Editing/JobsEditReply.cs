namespace ServerJobs;

/// <summary>The answer to a change of the job file.</summary>
/// <param name="Verdict">What came of it.</param>
/// <param name="Message">One English sentence.</param>
/// <param name="MessageRu">The same in Russian.</param>
public sealed record JobsEditReply(JobsEditVerdict Verdict, string Message, string MessageRu)
{
    /// <summary>The file's revision after the change, or as it is when nothing changed; null when it cannot be read.</summary>
    public string? Revision { get; init; }

    /// <summary>The job concerned; null for the file as a whole.</summary>
    public string? JobId { get; init; }

    /// <summary>Everything wrong with the entry; empty unless it is.</summary>
    public IReadOnlyList<JobsProblem> Problems { get; init; } = [];
}
