using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>What is noted of a message that the station has: the sub-orders to fetch, the report that is ours.</summary>
internal static class SuzTraces
{
    public const string ReportKind = "suz-report";

    /// <summary>What is not noted yet of a message: a sub-order that is known stays as it is.</summary>
    public static async Task<IReadOnlyList<RecordChange>> MissingAsync(IConnectorRecords records, OutgoingMessage message, SuzStation station, string id, DateTimeOffset notBefore, CancellationToken cancellationToken)
    {
        var missing = new List<RecordChange>();
        foreach (var change in Of(message, station, id, notBefore))
        {
            if (await records.GetAsync(change.Kind, change.Key, cancellationToken).ConfigureAwait(false) is null) missing.Add(change);
        }

        return missing;
    }

    /// <summary>The writes for a message that is new to the station: none may stand in the place of what is known already.</summary>
    /// <param name="message">The message.</param>
    /// <param name="station">Where it went.</param>
    /// <param name="id">The station's id of it.</param>
    /// <param name="notBefore">When an order is worth asking about.</param>
    public static IReadOnlyList<RecordChange> Of(OutgoingMessage message, SuzStation station, string id, DateTimeOffset notBefore)
    {
        if (SuzOperations.IsReport(message.Operation)) return [new RecordChange(ReportKind, id, System.Text.Encoding.UTF8.GetBytes(message.Operation)) { Index1 = station.OmsId }];
        if (message.Operation != SuzOperations.Order) return [];
        return [.. SuzPayload.Products(message.Payload).Select(product => SubOrders.Change(new SubOrder(station.OmsId, id, product.Gtin)
        {
            Inn = station.Inn,
            ProductGroup = message.ProductGroup ?? "",
            Ordered = product.Quantity,
            NotBefore = notBefore,
        }) with { ExpectedVersion = 0 })];
    }
}
