namespace Connectors.ChestnyZnak;

/// <summary>One answer of one provider.</summary>
/// <param name="Provider">Who.</param>
/// <param name="Kind">What kind of answer it is.</param>
internal sealed record SaleAnswer(SaleProvider Provider, SaleAnswerKind Kind)
{
    /// <summary>What it says of each code; an emergency says the same of all.</summary>
    public IReadOnlyDictionary<SaleCode, CodeFacts> Facts { get; init; } = new Dictionary<SaleCode, CodeFacts>();

    /// <summary>The codes it is for.</summary>
    public required IReadOnlyList<SaleCode> Codes { get; init; }

    public string? RequestId { get; init; }

    public long? Timestamp { get; init; }

    /// <summary>Whether it was made of an offline base.</summary>
    public bool IsOffline { get; init; }

    public string? Instance { get; init; }

    public string? Version { get; init; }

    /// <summary>The receipt's attributes; null where the answer gives none, as in the emergency mode.</summary>
    public ReceiptAttributes? Receipt => Kind != SaleAnswerKind.Emergency && RequestId is { } id && Timestamp is { } moment ? new ReceiptAttributes(id, moment, IsOffline ? Instance ?? "" : null, Version) : null;
}
