namespace Cleverence.Connectivity.Marking;

/// <summary>A marking code of the table.</summary>
/// <param name="Text">The code byte for byte, with its separators; the identification code alone once its tail is cleaned away.</param>
/// <param name="Cis">The identification code (КИ).</param>
/// <param name="Gtin">The product, 14 digits.</param>
public sealed record StoredMarkingCode(string Text, string Cis, string Gtin)
{
    /// <summary>The serial number.</summary>
    public string Serial { get; init; } = "";

    /// <summary>The order it came from; null for a supplier's code.</summary>
    public string? OrderId { get; init; }

    /// <summary>The block it came in.</summary>
    public string? BlockId { get; init; }

    /// <summary>Where it stands.</summary>
    public MarkingCodeState State { get; init; }

    /// <summary>Whether sale checks need its full text, so that its tail must stay.</summary>
    public bool UsedAtSale { get; init; }

    /// <summary>When it came.</summary>
    public DateTimeOffset StoredAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }
}
