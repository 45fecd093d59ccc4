using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>Makes exchange messages for the order station.</summary>
internal sealed class SuzMessages(SuzOptions options)
{
    public const string Format = "SUZ 3.0";

    /// <param name="station">The profile.</param>
    /// <param name="operation">What it is, a name of <see cref="SuzOperations"/>.</param>
    /// <param name="body">Its body; the bytes are made here, once.</param>
    /// <param name="document">What people know it by.</param>
    /// <param name="unsigned">Whether it goes without a signature and waits for one at the station.</param>
    public OutgoingMessage Make(SuzStation station, string operation, ConnectorRecord body, string document, bool unsigned = false)
    {
        var group = body.Text("productGroup");
        return new OutgoingMessage(station.Inn, operation, DocumentBytes.Json(body))
        {
            Purpose = SuzOperations.Purpose,
            Station = station.OmsId,
            ProductGroup = group,
            Document = document,
            DocumentKind = SuzStatuses.KindOf(operation),
            Format = Format,
            NeedsSignature = options.Sign && !unsigned && !options.UnsignedGroups.Contains(group ?? "", StringComparer.OrdinalIgnoreCase),
            Extra = operation == SuzOperations.Order ? new ConnectorRecord { ["productionOrderId"] = document } : [],
        };
    }

    public OutgoingMessage Close(SuzStation station, string orderId, string? gtin, string productGroup) =>
        Make(station, SuzOperations.Close, gtin is null ? new ConnectorRecord { ["orderId"] = orderId } : new ConnectorRecord { ["orderId"] = orderId, ["gtin"] = gtin }, ClosingOf(orderId, gtin)) with
        {
            ProductGroup = productGroup.Length == 0 ? null : productGroup,
            NeedsSignature = options.Sign && !options.UnsignedGroups.Contains(productGroup, StringComparer.OrdinalIgnoreCase),
        };

    /// <summary>What the closing of an order, or of one product of it, is known by.</summary>
    public static string ClosingOf(string orderId, string? gtin) => $"{SuzOperations.Close}|{orderId}|{gtin}";
}
