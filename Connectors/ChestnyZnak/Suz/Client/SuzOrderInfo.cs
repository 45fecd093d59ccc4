namespace Connectors.ChestnyZnak;

/// <summary>An order as the station lists it.</summary>
/// <param name="OrderId">Its id.</param>
/// <param name="State">CREATED, PENDING, APPROVED, READY, CLOSED or DECLINED.</param>
internal sealed record SuzOrderInfo(string OrderId, string State)
{
    public DateTimeOffset? CreatedAt { get; init; }

    public string ProductGroup { get; init; } = "";

    public string? DeclineReason { get; init; }

    public string? ProductionOrderId { get; init; }

    public IReadOnlyList<SuzBuffer> Buffers { get; init; } = [];
}
