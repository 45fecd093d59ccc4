namespace Emulators.ChestnyZnak;

/// <summary>The codes of one GTIN in an order.</summary>
public sealed record OrderBuffer
{
    /// <summary>GTIN.</summary>
    public required string Gtin { get; init; }

    /// <summary>Ordered codes.</summary>
    public required int Quantity { get; init; }

    /// <summary>PENDING, ACTIVE, EXHAUSTED, CLOSED or REJECTED.</summary>
    public required string Status { get; init; }

    /// <summary>The layout of its codes.</summary>
    public required int TemplateId { get; init; }

    /// <summary>UNIT, BUNDLE, GROUP or SET.</summary>
    public string CisType { get; init; } = "UNIT";

    /// <summary>Serial numbers given by the caller.</summary>
    public IReadOnlyList<string>? SerialNumbers { get; init; }

    /// <summary>МРЦ in kopecks, for tobacco.</summary>
    public long MaxPrice { get; init; }

    /// <summary>Handed out so far.</summary>
    public int Passed { get; init; }

    /// <summary>Not handed out and gone since the order was closed.</summary>
    public int Annulled { get; init; }

    /// <summary>Why it was rejected.</summary>
    public string? RejectionReason { get; init; }
}
