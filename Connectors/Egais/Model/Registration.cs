namespace Connectors.Egais;

/// <summary>The registration of a waybill (FORM2REGINFO): its registry number and the new F2 of each position.</summary>
/// <param name="RegId">The registry number, <c>TTN-…</c>.</param>
/// <param name="Number">The owner's number (WBNUMBER).</param>
/// <param name="Date">The owner's date (WBDate).</param>
internal sealed record Registration(string RegId, string Number, DateOnly Date)
{
    public string? Identity { get; init; }

    /// <summary>FSRAR id of the shipper.</summary>
    public string ShipperId { get; init; } = "";

    /// <summary>FSRAR id of the consignee.</summary>
    public string ConsigneeId { get; init; } = "";

    public string? FixNumber { get; init; }

    public DateOnly? FixDate { get; init; }

    public IReadOnlyList<RegisteredPosition> Positions { get; init; } = [];
}
