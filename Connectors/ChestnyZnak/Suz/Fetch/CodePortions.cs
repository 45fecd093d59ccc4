using Cleverence.Connectivity;
using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>Takes codes portion by portion: the intent is committed before each request, the codes right after its answer, and nothing comes between.</summary>
internal sealed class CodePortions(ISuzClient client, IMarkingCodeStore codes, SubOrders subOrders, BlockKeeper keeper, BlockReconciliation blocks, SuzOptions options)
{
    public async Task<SubOrder> TakeAsync(FetchTurn turn, SubOrder order, SuzBuffer buffer, CancellationToken cancellationToken)
    {
        var available = buffer.Takeable;
        var remaining = buffer is { Total: >= 0, Passed: >= 0 } ? buffer.Total - buffer.Passed : long.MaxValue;
        var need = Math.Min(turn.Wanted ?? long.MaxValue, order.Ordered - order.Elsewhere) - await keeper.ReceivedAsync(order, cancellationToken).ConfigureAwait(false);
        var compared = false;
        while (need > 0 && available > 0 && remaining > 0 && order.Attention is null)
        {
            if (turn.Over)
            {
                turn.Report.Unfinished = true;
                return order;
            }

            // With its last code the station may close the order, and what is missing then is lost: so first everything else is brought home.
            if (remaining <= options.LastPortion && !compared)
            {
                compared = true;
                var read = await blocks.ReadAsync(turn, order, null, cancellationToken).ConfigureAwait(false);
                order = read.Order;
                if (read.Stored > 0) return order;
                continue;
            }

            var quantity = Quantity(need, available, remaining);
            (order, var added) = await TakeOneAsync(turn, order, quantity, cancellationToken).ConfigureAwait(false);
            if (added <= 0) return order;
            need -= added;
            available -= added;
            remaining -= added;
            Tell(turn, order, need);
        }

        return order;
    }

    // The last codes of the order make a portion of their own, small: when its answer is lost and the order closes at once, no more than these are at stake.
    private int Quantity(long need, long available, long remaining)
    {
        var most = remaining > options.LastPortion ? remaining - options.LastPortion : remaining;
        return (int)Math.Min(Math.Min(Math.Min(need, available), most), Math.Min(options.Batch, SuzOptions.LargestBatch));
    }

    private async Task<(SubOrder Order, int Added)> TakeOneAsync(FetchTurn turn, SubOrder order, int quantity, CancellationToken cancellationToken)
    {
        await turn.HoldAsync(true, cancellationToken).ConfigureAwait(false);
        var intent = await codes.BeginIntentAsync(order.OrderId, order.Gtin, quantity, cancellationToken).ConfigureAwait(false);
        var take = await client.TakeCodesAsync(turn.Station, order.OrderId, order.Gtin, quantity, cancellationToken).ConfigureAwait(false);
        if (take is { Verdict: SuzTakeVerdict.Taken, Codes: { } taken })
        {
            var (after, added) = await keeper.StoreAsync(turn, order, taken, quantity, intent.Id, cancellationToken).ConfigureAwait(false);
            turn.Report.Portions++;
            if (added == 0) turn.Report.Warn(new FetchNote("SUZ_NOTHING_NEW", order.OrderId, order.Gtin, $"Order {order.OrderId}, product {order.Gtin}: block {taken.BlockId} brought no new codes.", $"Заказ {order.OrderId}, товар {order.Gtin}: блок {taken.BlockId} не принёс новых кодов."));
            return (after, added);
        }

        var error = take.Error!;
        turn.Report.Fail(error, order.OrderId, order.Gtin);

        // Without a verdict the intent stays open; the next run finds out what became of it before it asks for anything.
        if (take.Verdict != SuzTakeVerdict.NoVerdict)
        {
            await codes.CloseIntentAsync(intent.Id, take.Verdict == SuzTakeVerdict.Refused ? IntentEnd.Refused : IntentEnd.NoEffect, error.Message, cancellationToken).ConfigureAwait(false);
        }

        return (await subOrders.SaveAsync(order with { LastError = error.Message }, cancellationToken).ConfigureAwait(false), 0);
    }

    private static void Tell(FetchTurn turn, SubOrder order, long need)
    {
        var done = order.Ordered - Math.Max(0, need);
        turn.Tell(order.Ordered > 0 ? (int)(done * 100 / order.Ordered) : null, $"{order.OrderId}, {order.Gtin}: {done}/{order.Ordered}");
    }
}
