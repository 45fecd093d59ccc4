namespace Emulators.ChestnyZnak;

/// <summary>The system refuses the call; the service's own form of error is made of it.</summary>
internal sealed class RefusalException(int status, string text, int? code = null) : Exception(text)
{
    public int Status { get; } = status;

    public int? Code { get; } = code;

    public int? RetryAfter { get; init; }

    /// <summary>The answer as it is, in place of the service's form.</summary>
    public Reply? Reply { get; init; }
}
