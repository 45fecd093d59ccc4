namespace Cleverence.Connectivity.Marking;

/// <summary>Which codes to list, ordered by <see cref="StoredMarkingCode.Cis"/>, ordinally.</summary>
public sealed record MarkingCodeQuery
{
    /// <summary>Only of this order.</summary>
    public string? OrderId { get; init; }

    /// <summary>Only of this product.</summary>
    public string? Gtin { get; init; }

    /// <summary>Only in this state.</summary>
    public MarkingCodeState? State { get; init; }

    /// <summary>Only those that still have their tail.</summary>
    public bool WithTailOnly { get; init; }

    /// <summary>Only after this identification code, for paging.</summary>
    public string? After { get; init; }

    /// <summary>How many at most. 1000. Rows of one identification code are not divided between pages, so that there may be a few more.</summary>
    public int Limit { get; init; } = 1000;
}
