namespace ServerJobs;

/// <summary>The answer to something a person asked of a job.</summary>
/// <param name="Verdict">What came of it.</param>
/// <param name="Message">One English sentence.</param>
/// <param name="MessageRu">The same in Russian.</param>
public sealed record JobReply(JobVerdict Verdict, string Message, string MessageRu)
{
    /// <summary>The run started.</summary>
    public string? RunId { get; init; }
}
