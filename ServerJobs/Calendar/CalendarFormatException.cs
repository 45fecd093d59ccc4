namespace ServerJobs;

/// <summary>A text is not the XML form of a calendar schedule.</summary>
/// <param name="message">What is wrong, where, and what is allowed.</param>
/// <param name="messageRu">The same in Russian.</param>
/// <param name="innerException">What caused it.</param>
public sealed class CalendarFormatException(string message, string messageRu, Exception? innerException = null) : FormatException(message, innerException)
{
    /// <summary>The message in Russian.</summary>
    public string MessageRu { get; } = messageRu;
}
