namespace ServerJobs;

/// <summary>The job file as a whole cannot be used: it is missing, unreadable, or not JSON of the right shape.</summary>
/// <param name="message">What is wrong, with the file, and what to do.</param>
/// <param name="messageRu">The same in Russian.</param>
/// <param name="innerException">What caused it.</param>
public sealed class JobsConfigException(string message, string messageRu, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>The message in Russian.</summary>
    public string MessageRu { get; } = messageRu;
}
