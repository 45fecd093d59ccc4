namespace TsdClient;

/// <summary>The options, the action file or an expression is wrong; the message lists what to change.</summary>
internal sealed class TsdMistakeException(string message) : Exception(message);
