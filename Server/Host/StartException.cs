namespace Server;

/// <summary>The server cannot start; the message is for the person who starts it.</summary>
internal sealed class StartException(string message, Exception? cause = null) : Exception(message, cause);
