namespace Connectors.Egais;

/// <summary>A waybill in either direction.</summary>
/// <param name="Type">WBInvoiceFromMe, WBReturnFromMe, WBInvoiceToMe, WBReturnToMe or WBInternal.</param>
/// <param name="Number">The owner's number.</param>
/// <param name="Date">Its date.</param>
/// <param name="ShippingDate">The date of shipping.</param>
internal sealed record Waybill(string Type, string Number, DateOnly Date, DateOnly ShippingDate)
{
    public string? Identity { get; init; }

    public Organisation? Shipper { get; init; }

    public Organisation? Consignee { get; init; }

    public WaybillTransport? Transport { get; init; }

    /// <summary>The ground (договор).</summary>
    public string? Base { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<string> VarFields { get; init; } = [];

    public IReadOnlyList<WaybillPosition> Positions { get; init; } = [];
}
