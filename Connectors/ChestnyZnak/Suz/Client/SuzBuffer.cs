namespace Connectors.ChestnyZnak;

/// <summary>Where the codes of one product of an order stand (BufferInfo). A count that the station does not tell is -1.</summary>
/// <param name="Gtin">The product.</param>
/// <param name="State">PENDING, ACTIVE, EXHAUSTED, CLOSED or REJECTED; an unknown word is kept.</param>
internal sealed record SuzBuffer(string Gtin, string State)
{
    public const string Pending = "PENDING";
    public const string Active = "ACTIVE";
    public const string Exhausted = "EXHAUSTED";
    public const string Closed = "CLOSED";
    public const string Rejected = "REJECTED";

    /// <summary>Ordered.</summary>
    public long Total { get; init; } = -1;

    /// <summary>Handed out so far, whoever took them.</summary>
    public long Passed { get; init; } = -1;

    /// <summary>To be had from the buffer and its pools.</summary>
    public long Available { get; init; } = -1;

    /// <summary>To be had from the local buffer alone; it may be 0 while codes are available.</summary>
    public long Left { get; init; } = -1;

    public string? RejectionReason { get; init; }

    /// <summary>When codes that were not taken are annulled.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public string? ProductionOrderId { get; init; }

    public string? CisType { get; init; }

    /// <summary>What may be asked for now.</summary>
    public long Takeable => Available >= 0 ? Available : Math.Max(0, Left);
}
