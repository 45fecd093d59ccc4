using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>The sub-orders among the connector's records.</summary>
internal sealed class SubOrders(IConnectorRecords records)
{
    private const string Kind = "suz-suborder";

    /// <summary>What the fetching job has still to do at a profile, the soonest to expire first.</summary>
    public async Task<IReadOnlyList<SubOrder>> OpenAsync(string omsId, CancellationToken cancellationToken)
    {
        var open = await ListAsync(new RecordQuery(Kind) { Index1 = Index(omsId, final: false) }, cancellationToken).ConfigureAwait(false);
        return [.. open.OrderBy(order => order.ExpiresAt ?? DateTimeOffset.MaxValue).ThenBy(order => order.OrderId, StringComparer.Ordinal).ThenBy(order => order.Gtin, StringComparer.Ordinal)];
    }

    public Task<IReadOnlyList<SubOrder>> OfOrderAsync(string orderId, CancellationToken cancellationToken) =>
        ListAsync(new RecordQuery(Kind) { Index2 = orderId }, cancellationToken);

    /// <summary>Keeps a sub-order; only the holder of the profile's lock does so.</summary>
    /// <returns>It with its new version.</returns>
    public async Task<SubOrder> SaveAsync(SubOrder order, CancellationToken cancellationToken)
    {
        await records.WriteAsync([Change(order) with { ExpectedVersion = order.Version }], cancellationToken).ConfigureAwait(false);
        return order with { Version = order.Version + 1 };
    }

    /// <summary>The write that keeps a sub-order, for a transaction with something else.</summary>
    public static RecordChange Change(SubOrder order) =>
        new(Kind, order.Key, SubOrderText.Write(order)) { Index1 = Index(order.OmsId, order.Final), Index2 = order.OrderId };

    private static string Index(string omsId, bool final) => $"{omsId}|{(final ? "final" : "open")}";

    private async Task<IReadOnlyList<SubOrder>> ListAsync(RecordQuery query, CancellationToken cancellationToken)
    {
        var all = new List<SubOrder>();
        while (true)
        {
            var page = await records.ListAsync(query, cancellationToken).ConfigureAwait(false);
            all.AddRange(page.Select(record => SubOrderText.Read(record.Content, record.Version)));
            if (page.Count < query.Limit) return all;
            query = query with { After = page[^1].Key };
        }
    }
}
