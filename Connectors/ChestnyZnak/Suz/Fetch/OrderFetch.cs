using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;
using Microsoft.Extensions.Logging;

namespace Connectors.ChestnyZnak;

/// <summary>Takes one order a step on: recover, ask for its status, fetch, reconcile, close.</summary>
internal sealed class OrderFetch(ISuzClient client, IMarkingCodeStore codes, SubOrders subOrders, IntentRecovery recovery, OrderLearning learning, OrderWork work, LostOrders lost, ILogger logger)
{
    public async Task RunAsync(FetchTurn turn, string orderId, CancellationToken cancellationToken)
    {
        turn.Report.Orders++;
        var orders = (await subOrders.OfOrderAsync(orderId, cancellationToken).ConfigureAwait(false)).Where(order => order.OmsId == turn.Station.OmsId).ToDictionary(order => order.Gtin, StringComparer.Ordinal);
        var unclear = await RecoverAsync(turn, orderId, orders, cancellationToken).ConfigureAwait(false);

        await turn.HoldAsync(false, cancellationToken).ConfigureAwait(false);
        var status = await StatusAsync(turn, orderId, orders, cancellationToken).ConfigureAwait(false);
        turn.Report.Succeeded++;
        foreach (var buffer in status.Where(buffer => buffer.Gtin.Length > 0))
        {
            if (orders.TryGetValue(buffer.Gtin, out var known) && known.Final) continue;
            var order = known ?? new SubOrder(turn.Station.OmsId, orderId, buffer.Gtin) { Inn = turn.Station.Inn };
            try
            {
                order = await learning.LearnAsync(turn, order, buffer, cancellationToken).ConfigureAwait(false);
                if (!unclear.Contains(buffer.Gtin)) await work.RunAsync(turn, order, buffer, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception failure) when (IsItsOwn(failure))
            {
                // The other products of the order have their own fate.
                Tell(turn, failure, orderId, buffer.Gtin);
            }
        }
    }

    private static bool IsItsOwn(Exception failure) => failure is ConnectorException told ? told.Error.Reason != FetchTurn.LostReason : StoreFailures.Is(failure);

    private void Tell(FetchTurn turn, Exception failure, string orderId, string gtin)
    {
        if (failure is not ConnectorException) SuzLog.StoreFailed(logger, failure, turn.Station.OmsId, orderId);
        turn.Report.Fail(StoreFailures.ErrorOf(failure), orderId, gtin);
    }

    private async Task<IReadOnlyList<SuzBuffer>> StatusAsync(FetchTurn turn, string orderId, Dictionary<string, SubOrder> orders, CancellationToken cancellationToken)
    {
        try
        {
            return await client.OrderStatusAsync(turn.Station, orderId, null, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException failure) when (failure.Error.Reason == ZnakReasons.NotFound)
        {
            await lost.NoteAsync(turn, orders.Values, cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <returns>The products that have a request without a verdict still.</returns>
    private async Task<HashSet<string>> RecoverAsync(FetchTurn turn, string orderId, Dictionary<string, SubOrder> orders, CancellationToken cancellationToken)
    {
        var unclear = new HashSet<string>(StringComparer.Ordinal);
        foreach (var intent in await codes.OpenIntentsAsync(orderId, cancellationToken).ConfigureAwait(false))
        {
            var order = orders.GetValueOrDefault(intent.Gtin) ?? new SubOrder(turn.Station.OmsId, orderId, intent.Gtin) { Inn = turn.Station.Inn };
            unclear.Add(intent.Gtin);
            try
            {
                (order, var clear) = await recovery.RunAsync(turn, order, intent, cancellationToken).ConfigureAwait(false);
                orders[intent.Gtin] = order;
                if (clear) unclear.Remove(intent.Gtin);
            }
            catch (Exception failure) when (IsItsOwn(failure))
            {
                Tell(turn, failure, orderId, intent.Gtin);

                // What it had written before is read anew.
                if ((await subOrders.OfOrderAsync(orderId, cancellationToken).ConfigureAwait(false)).FirstOrDefault(one => one.Gtin == intent.Gtin && one.OmsId == turn.Station.OmsId) is { } now) orders[intent.Gtin] = now;
            }
        }

        return unclear;
    }
}
