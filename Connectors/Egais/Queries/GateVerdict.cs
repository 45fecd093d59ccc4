namespace Connectors.Egais;

/// <summary>Whether a question may be asked now.</summary>
/// <param name="Gate">The gate as it was read.</param>
internal sealed record GateVerdict(Gate Gate)
{
    /// <summary>Shut until then; null when it is open.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The message that asked the same and has no answer yet.</summary>
    public string? Asking { get; init; }

    public bool IsOpen => Until is null;
}
