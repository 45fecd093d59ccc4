namespace Emulators.OneC;

/// <summary>A call refused by the code of the base, in the error form of the service.</summary>
public sealed class OneCCallException(int status, string code, string message, string? details = null) : Exception(message)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;

    /// <summary>The code in the body.</summary>
    public string Code { get; } = code;

    /// <summary>More for the log.</summary>
    public string? Details { get; } = details;
}
