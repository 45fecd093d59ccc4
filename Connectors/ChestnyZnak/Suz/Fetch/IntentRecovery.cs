using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>Clears up a request for codes of which nobody knows whether it took effect. Until that is known codes are not asked for again.</summary>
internal sealed class IntentRecovery(ISuzClient client, IMarkingCodeStore codes, BlockKeeper keeper, BlockReconciliation blocks, ClosedOrders closed, SuzOptions options)
{
    /// <returns>Whether it is cleared up, with the sub-order.</returns>
    public async Task<(SubOrder Order, bool Clear)> RunAsync(FetchTurn turn, SubOrder order, FetchIntent intent, CancellationToken cancellationToken)
    {
        BlocksRead? read = null;
        ConnectorException? refusal = null;
        try
        {
            read = await blocks.ReadAsync(turn, order, intent.Id, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException refused) when (refused.Error.Code == ConnectorErrorCode.Rejected)
        {
            refusal = refused;
        }

        if (read is { Stored: > 0 }) return (read.Order, true);
        order = read?.Order ?? order;
        var status = await client.OrderStatusAsync(turn.Station, order.OrderId, order.Gtin, cancellationToken).ConfigureAwait(false);
        var buffer = status.FirstOrDefault(one => one.Gtin == order.Gtin);
        if (buffer?.State == SuzBuffer.Closed)
        {
            order = await closed.EndAsync(turn, order with { State = buffer.State, Passed = buffer.Passed, Ordered = buffer.Total >= 0 ? buffer.Total : order.Ordered }, intent, cancellationToken).ConfigureAwait(false);
            return (order, order.Final);
        }

        if (refusal is not null) throw refusal;
        return await JudgeAsync(turn, order, intent, buffer, cancellationToken).ConfigureAwait(false);
    }

    private async Task<(SubOrder Order, bool Clear)> JudgeAsync(FetchTurn turn, SubOrder order, FetchIntent intent, SuzBuffer? buffer, CancellationToken cancellationToken)
    {
        var received = await keeper.ReceivedAsync(order, cancellationToken).ConfigureAwait(false);
        var age = turn.Now - intent.StartedAt;
        if (buffer is { Passed: >= 0 } && buffer.Passed <= received + order.Elsewhere)
        {
            if (age < options.WaitingTime) return (order, false);
            await codes.CloseIntentAsync(intent.Id, IntentEnd.NoEffect, $"No unknown block, {buffer.Passed} codes handed out and {received} here, {(long)age.TotalSeconds} s after the request.", cancellationToken).ConfigureAwait(false);
            return (order, true);
        }

        if (age < options.MissingTime) return (order, false);
        var what = ($"the station counts {buffer?.Passed ?? -1} codes handed out, {received} are here, and it shows no block of the rest", $"станция насчитала {buffer?.Passed ?? -1} выданных кодов, получено {received}, блока с остальными она не показывает");
        order = await keeper.AttentionAsync(turn, order, what, cancellationToken).ConfigureAwait(false);
        await codes.CloseIntentAsync(intent.Id, IntentEnd.Parked, $"Order {order.OrderId}, product {order.Gtin}: {what.Item1}.", cancellationToken).ConfigureAwait(false);
        return (order, true);
    }
}
