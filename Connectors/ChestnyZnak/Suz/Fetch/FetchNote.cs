using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Something of a run that a person should know.</summary>
/// <param name="Code">Which kind, such as <c>SUZ_ATTENTION</c>.</param>
/// <param name="OrderId">The order; empty when it concerns the profile.</param>
/// <param name="Gtin">The product; empty when it concerns the order.</param>
/// <param name="Message">One English sentence.</param>
/// <param name="MessageRu">The same in Russian.</param>
internal sealed record FetchNote(string Code, string OrderId, string Gtin, string Message, string MessageRu)
{
    public static FetchNote Of(ConnectorError error, string orderId, string gtin = "") =>
        new(error.Reason ?? error.Code.ToString(), orderId, gtin, error.Message, error.MessageRu ?? error.Message);

    public ConnectorRecord ToRecord() => new()
    {
        ["code"] = Code,
        ["orderId"] = OrderId.Length == 0 ? null : OrderId,
        ["gtin"] = Gtin.Length == 0 ? null : Gtin,
        ["message"] = Message,
        ["messageRu"] = MessageRu,
    };
}
