namespace Server;

/// <summary>The server cannot start; the message is for the person who starts it.</summary>
internal sealed class StartException(string message, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>What did not happen.</summary>
    public string Lead { get; init; } = "The server did not start.";
}
