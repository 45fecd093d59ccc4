using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Connectivity.Marking;

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
                // A closing that is on its way may reach the station at any moment: nothing is taken from under it, and no second one is asked for.
                var closing = order.CloseAsked && (await suz.Closings.OfAsync(orderId, [order.Gtin], cancellationToken).ConfigureAwait(false)).Count > 0;

                // What is closed or rejected stays ended: there is nothing to go on with.
                var next = order with { Attention = null, MissingSince = null, Elsewhere = order.Elsewhere + takenElsewhere, CloseAsked = closing, Final = order.Final && order.State is SuzBuffer.Closed or SuzBuffer.Rejected };
                rows.Add(OrderRecords.Of(await suz.SubOrders.SaveAsync(next, cancellationToken).ConfigureAwait(false)));
            }

            return ConnectorTable.FromRecords(rows);
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Ends sub-orders that the machine cannot end: nothing more is fetched for them. What was handed out and is here stays.</summary>
    public async Task<ConnectorTable> EndAsync(string orderId, string? gtin, string reason, string? organisation, string? user, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(reason)) throw ArgumentErrors.Invalid("EndOrder", ["reason: missing"], ["orderId", "reason", "gtin", "organisation"]);
        var station = await suz.OfOrderAsync(orderId, organisation, cancellationToken).ConfigureAwait(false);
        return await suz.LockedAsync(station, async () =>
        {
            var found = (await suz.SubOrders.OfOrderAsync(orderId, cancellationToken).ConfigureAwait(false)).Where(order => order.OmsId == station.OmsId && !order.Final && (gtin is null || order.Gtin == gtin)).ToList();
            if (found.Count == 0) throw Unknown(orderId);
            var word = $"Ended by {user ?? "a person"}: {reason.Trim()}";
            var rows = new List<ConnectorRecord>();
            foreach (var order in found)
            {
                foreach (var intent in (await suz.Znak.Codes.OpenIntentsAsync(orderId, cancellationToken).ConfigureAwait(false)).Where(intent => intent.Gtin == order.Gtin))
                {
                    await suz.Znak.Codes.CloseIntentAsync(intent.Id, IntentEnd.Parked, word, cancellationToken).ConfigureAwait(false);
                }

                var next = order with { Final = true, Attention = order.Attention is null ? word : $"{order.Attention} {word}", LastError = word };
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
            var buffers = order.Buffers.Count == 0 && known.Count == 0 ? await BuffersAsync(station, order.OrderId, cancellationToken).ConfigureAwait(false) : order.Buffers;
            foreach (var buffer in buffers.Where(buffer => buffer.Gtin.Length > 0 && !known.Contains(buffer.Gtin)))
            {
                await suz.SubOrders.SaveAsync(new SubOrder(station.OmsId, order.OrderId, buffer.Gtin) { Inn = station.Inn, ProductGroup = order.ProductGroup, Ordered = buffer.Total, ExpiresAt = buffer.ExpiresAt }, cancellationToken).ConfigureAwait(false);
                taken++;
            }
        }

        return taken;
    }

    // The list may name an order without its products.
    private async Task<IReadOnlyList<SuzBuffer>> BuffersAsync(SuzStation station, string orderId, CancellationToken cancellationToken)
    {
        try
        {
            return await suz.Client.OrderStatusAsync(station, orderId, null, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException refused) when (refused.Error.Code == ConnectorErrorCode.Rejected)
        {
            return [];
        }
    }

    private static ConnectorException Unknown(string orderId) => new(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"The order {orderId} is not known here. FetchOrder takes it up.")
    {
        MessageRu = $"Заказ {orderId} здесь неизвестен. Его подхватит FetchOrder.",
        Reason = ZnakReasons.NotFound,
    });
}
