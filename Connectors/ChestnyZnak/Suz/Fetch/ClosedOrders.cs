using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>Ends the sub-orders that the station has closed: all is here, or receipts prove what is not.</summary>
internal sealed class ClosedOrders(IMarkingCodeStore codes, SubOrders subOrders, BlockKeeper keeper, BlockReconciliation blocks, LossProof proof, SuzOptions options)
{
    public async Task<SubOrder> EndAsync(FetchTurn turn, SubOrder order, FetchIntent? intent, CancellationToken cancellationToken)
    {
        var received = await keeper.ReceivedAsync(order, cancellationToken).ConfigureAwait(false);
        if (!IsWhole(order, received))
        {
            (order, intent) = await TryBlocksAsync(turn, order, intent, cancellationToken).ConfigureAwait(false);
            received = await keeper.ReceivedAsync(order, cancellationToken).ConfigureAwait(false);
        }

        if (!IsWhole(order, received))
        {
            var missing = await proof.MissingAsync(turn, order, cancellationToken).ConfigureAwait(false);
            if (missing.Count == 0 && await MayStillShowAsync(turn, order, cancellationToken).ConfigureAwait(false) is { } waiting) return waiting;
            if (missing.Count > 0 || order.Passed >= 0) return await ParkAsync(turn, order, intent, LossProof.Tell(order, received, missing), received, cancellationToken).ConfigureAwait(false);
        }

        if (intent is not null) await codes.CloseIntentAsync(intent.Id, IntentEnd.NoEffect, $"The order is closed, and of {Count(order.Passed)} codes handed out {received} are here.", cancellationToken).ConfigureAwait(false);
        return await FinishAsync(turn, order, received, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsWhole(SubOrder order, long received) => order.Passed >= 0 && received + order.Elsewhere >= order.Passed;

    private static string Count(long count) => count < 0 ? "?" : count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    // Closed or not, asking costs nothing: the one manual says that portions are gone then, another that they are there for 48 hours.
    private async Task<(SubOrder Order, FetchIntent? Intent)> TryBlocksAsync(FetchTurn turn, SubOrder order, FetchIntent? intent, CancellationToken cancellationToken)
    {
        try
        {
            var read = await blocks.ReadAsync(turn, order, intent?.Id, cancellationToken).ConfigureAwait(false);
            return (read.Order, read.Stored > 0 ? null : intent);
        }
        catch (ConnectorException refused) when (refused.Error.Code == ConnectorErrorCode.Rejected)
        {
            // As announced. What was stored before the refusal is stored; the intent says whether it was its answer.
            var open = intent is null ? [] : await codes.OpenIntentsAsync(order.OrderId, cancellationToken).ConfigureAwait(false);
            return (order, open.FirstOrDefault(one => one.Id == intent?.Id));
        }
    }

    // A receipt may come later than the closing; the count of the station alone proves a loss only after a while.
    private async Task<SubOrder?> MayStillShowAsync(FetchTurn turn, SubOrder order, CancellationToken cancellationToken)
    {
        var since = order.MissingSince ?? turn.Now;
        if (turn.Now - since >= options.MissingTime) return null;
        return order.MissingSince is null ? await subOrders.SaveAsync(order with { MissingSince = since }, cancellationToken).ConfigureAwait(false) : order;
    }

    private async Task<SubOrder> ParkAsync(FetchTurn turn, SubOrder order, FetchIntent? intent, (string En, string Ru) what, long received, CancellationToken cancellationToken)
    {
        order = await keeper.AttentionAsync(turn, order, what, cancellationToken).ConfigureAwait(false);
        if (intent is not null) await codes.CloseIntentAsync(intent.Id, IntentEnd.Parked, $"Order {order.OrderId}, product {order.Gtin}: {what.En}.", cancellationToken).ConfigureAwait(false);
        turn.Report.Finished++;
        return await subOrders.SaveAsync(order with { Final = true, Received = received }, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SubOrder> FinishAsync(FetchTurn turn, SubOrder order, long received, CancellationToken cancellationToken)
    {
        turn.Report.Finished++;
        if (order.Ordered >= 0 && received + order.Elsewhere < order.Ordered)
        {
            turn.Report.Warn(new FetchNote("SUZ_CLOSED_EARLY", order.OrderId, order.Gtin, $"Order {order.OrderId}, product {order.Gtin} was closed with {order.Ordered - received} of {order.Ordered} codes never taken; the station annuls them.", $"Заказ {order.OrderId}, товар {order.Gtin}: закрыт, {order.Ordered - received} из {order.Ordered} кодов не получены; станция их аннулирует."));
        }

        return await subOrders.SaveAsync(order with { Final = true, Received = received, MissingSince = null }, cancellationToken).ConfigureAwait(false);
    }
}
