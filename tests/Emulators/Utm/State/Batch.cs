namespace Emulators.Utm;

/// <summary>A batch on a place's warehouse (register 1).</summary>
public sealed record Batch
{
    /// <summary>Whose.</summary>
    public required string FsrarId { get; init; }

    /// <summary>F2.</summary>
    public required string F2 { get; init; }

    /// <summary>F1.</summary>
    public required string F1 { get; init; }

    /// <summary>The product.</summary>
    public required string AlcCode { get; init; }

    /// <summary>How much is there.</summary>
    public decimal Quantity { get; init; }

    /// <summary>When it was bottled.</summary>
    public DateOnly Bottled { get; init; }

    /// <summary>The batch that it came from; null for the first.</summary>
    public string? Parent { get; init; }

    /// <summary>The waybill that brought it; null for none.</summary>
    public string? RegId { get; init; }
}
