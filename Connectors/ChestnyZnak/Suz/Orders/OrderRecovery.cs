using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>What people do about orders that the machine cannot go on with.</summary>
internal sealed class OrderRecovery(SuzParts suz)
{
    public async Task<ConnectorTable> ResumeAsync(string orderId, string? gtin, long takenElsewhere, string? organisation, CancellationToken cancellationToken)
    {
        if (takenElsewhere < 0) throw ArgumentErrors.Invalid("ResumeOrder", ["takenElsewhere: is below zero"], ["orderId", "gtin", "takenElsewhere", "organisation"]);
        var station = await suz.OfOrderAsync(orderId, organisation, cancellationToken).ConfigureAwait(false);
        return await suz.LockedAsync(station, async () =>
        {
            var found = (await suz.SubOrders.OfOrderAsync(orderId, cancellationToken).ConfigureAwait(false)).Where(order => order.OmsId == station.OmsId && (gtin is null || order.Gtin == gtin)).ToList();
            if (found.Count == 0) throw Unknown(orderId);
            if (takenElsewhere > 0 && found.Count > 1) throw ArgumentErrors.Invalid("ResumeOrder", ["gtin: missing"], ["orderId", "gtin", "takenElsewhere", "organisation"]);
            var rows = new List<ConnectorRecord>();
            foreach (var order in found)
            {
                // What is closed or rejected stays ended: there is nothing to go on with.
                var next = order with { Attention = null, MissingSince = null, Elsewhere = order.Elsewhere + takenElsewhere, CloseAsked = false, Final = order.Final && order.State is SuzBuffer.Closed or SuzBuffer.Rejected };
                rows.Add(OrderRecords.Of(await suz.SubOrders.SaveAsync(next, cancellationToken).ConfigureAwait(false)));
            }

            return ConnectorTable.FromRecords(rows);
        }, cancellationToken).ConfigureAwait(false);
    }

    public async Task<ConnectorRecord> RecoverAsync(SuzStation station, string? user, CancellationToken cancellationToken)
    {
        var orders = await suz.Client.OrderListAsync(station, cancellationToken).ConfigureAwait(false);
        var found = await FindMessagesAsync(station, orders, user, cancellationToken).ConfigureAwait(false);

        // Where the profile is shared, other orders are somebody else's, and so are their codes.
        var taken = !suz.Znak.Plan.Find(station.Inn).Exclusive ? 0 : await suz.LockedAsync(station, () => TakeUpAsync(station, orders, cancellationToken), cancellationToken).ConfigureAwait(false);
        return new ConnectorRecord
        {
            ["orders"] = ConnectorTable.FromRecords(orders.Select(order => new ConnectorRecord { ["orderId"] = order.OrderId, ["state"] = order.State, ["productGroup"] = order.ProductGroup, ["createdAt"] = order.CreatedAt, ["productionOrderId"] = order.ProductionOrderId, ["declineReason"] = order.DeclineReason })),
            ["takenUp"] = taken,
            ["messagesFound"] = found,
        };
    }

    private async Task<long> FindMessagesAsync(SuzStation station, IReadOnlyList<SuzOrderInfo> orders, string? user, CancellationToken cancellationToken)
    {
        var found = 0L;
        var unclear = await suz.Znak.Exchange.ListMessagesAsync(new ExchangeQuery { Organisation = station.Inn, Stages = [ExchangeStage.Uncertain, ExchangeStage.Parked], Limit = 1000 }, cancellationToken).ConfigureAwait(false);
        foreach (var message in unclear.Where(message => message.Content.Operation == SuzOperations.Order))
        {
            if (message.Content.Extra["productionOrderId"] is not string own || orders.FirstOrDefault(order => order.ProductionOrderId == own) is not { } order) continue;
            await suz.Znak.Exchange.DecideAsync(suz.Znak.Adapter, message.Id, ExchangeDecision.Arrived, order.OrderId, user, cancellationToken).ConfigureAwait(false);
            found++;
        }

        return found;
    }

    private async Task<long> TakeUpAsync(SuzStation station, IReadOnlyList<SuzOrderInfo> orders, CancellationToken cancellationToken)
    {
        var taken = 0L;
        foreach (var order in orders.Where(order => order.State is not ("CLOSED" or "DECLINED") && order.OrderId.Length > 0))
        {
            var known = (await suz.SubOrders.OfOrderAsync(order.OrderId, cancellationToken).ConfigureAwait(false)).Select(one => one.Gtin).ToHashSet(StringComparer.Ordinal);
            foreach (var buffer in order.Buffers.Where(buffer => buffer.Gtin.Length > 0 && !known.Contains(buffer.Gtin)))
            {
                await suz.SubOrders.SaveAsync(new SubOrder(station.OmsId, order.OrderId, buffer.Gtin) { Inn = station.Inn, ProductGroup = order.ProductGroup, Ordered = buffer.Total, ExpiresAt = buffer.ExpiresAt }, cancellationToken).ConfigureAwait(false);
                taken++;
            }
        }

        return taken;
    }

    private static ConnectorException Unknown(string orderId) => new(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"The order {orderId} is not known here. FetchOrder takes it up.")
    {
        MessageRu = $"Заказ {orderId} здесь неизвестен. Его подхватит FetchOrder.",
        Reason = ZnakReasons.NotFound,
    });
}
