namespace Connectors.Egais;

/// <summary>A partner's answer to an act of differences (ConfirmTicket) or to a request to un-conduct (ConfirmRepealWB).</summary>
/// <param name="IsAccepted">Whether the partner agrees.</param>
/// <param name="RegId">The waybill's registry number.</param>
internal sealed record ConfirmBody(bool IsAccepted, string RegId)
{
    public string? Identity { get; init; }

    public string? Number { get; init; }

    public DateOnly? Date { get; init; }

    public string? Note { get; init; }
}
