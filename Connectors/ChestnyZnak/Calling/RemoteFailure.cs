namespace Connectors.ChestnyZnak;

/// <summary>What the other side said of its refusal.</summary>
/// <param name="Code">Its code; null where it gave none.</param>
/// <param name="Text">Its sentence; empty where nothing readable came.</param>
/// <param name="Items">What it said of single fields or codes.</param>
internal sealed record RemoteFailure(string? Code, string Text, IReadOnlyList<RemoteFailureItem> Items)
{
    /// <summary>The beginning of the body as it came, for the log only.</summary>
    public string Raw { get; init; } = "";
}
