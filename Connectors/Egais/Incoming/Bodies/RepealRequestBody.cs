namespace Connectors.Egais;

/// <summary>A consignee's request to un-conduct a waybill (RequestRepealWB). It has no Identity.</summary>
/// <param name="RegId">The waybill's registry number.</param>
internal sealed record RepealRequestBody(string RegId)
{
    /// <summary>FSRAR id of who asks.</summary>
    public string? ClientId { get; init; }

    public string? Number { get; init; }

    /// <summary>When, in the registry's local time as written.</summary>
    public string? Date { get; init; }
}
