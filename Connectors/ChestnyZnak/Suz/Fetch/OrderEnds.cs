using System.Globalization;
using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>Ends sub-orders whose codes are all here: compared with the station once more, then closed as the policy wishes.</summary>
internal sealed class OrderEnds(IMarkingCodeStore codes, SubOrders subOrders, BlockKeeper keeper, BlockReconciliation blocks, IOrderCloser closer, SuzOptions options)
{
    public async Task<SubOrder> EndAsync(FetchTurn turn, SubOrder order, CancellationToken cancellationToken)
    {
        var received = await keeper.ReceivedAsync(order, cancellationToken).ConfigureAwait(false);
        var whole = order.Ordered >= 0 && received + order.Elsewhere >= order.Ordered;
        if (!whole && order.State != SuzBuffer.Exhausted) return order;

        var read = await blocks.ReadAsync(turn, order, null, cancellationToken).ConfigureAwait(false);
        order = read.Order;
        received = await keeper.ReceivedAsync(order, cancellationToken).ConfigureAwait(false);
        var rows = await codes.CountAsync(new MarkingCodeQuery { OrderId = order.OrderId, Gtin = order.Gtin }, cancellationToken).ConfigureAwait(false) + await keeper.AsideAsync(order, cancellationToken).ConfigureAwait(false);
        if (Difference(order, read.Listed, received, rows) is { } difference) return await keeper.AttentionAsync(turn, order, difference, cancellationToken).ConfigureAwait(false);
        if (order.Attention is not null || order.Ordered < 0 || received + order.Elsewhere < order.Ordered) return order;

        // All that was ordered is here and compared: whatever the station does now, nothing can be lost.
        turn.Report.Finished++;
        var closing = options.ClosePolicy == SuzClosePolicy.WhenAllReceived && order.Elsewhere == 0 && !order.CloseAsked;
        order = order with { Final = true, Received = received, CloseAsked = order.CloseAsked || closing, MissingSince = null };
        if (!closing) return await subOrders.SaveAsync(order, cancellationToken).ConfigureAwait(false);
        await closer.AskAsync(order, cancellationToken).ConfigureAwait(false);
        return order with { Version = order.Version + 1 };
    }

    private static (string En, string Ru)? Difference(SubOrder order, long listed, long received, long rows)
    {
        if (listed + order.Elsewhere < received) return (Text($"the station shows {listed} codes in blocks, {received} are here"), Text($"станция показывает в блоках {listed} кодов, здесь {received}"));
        if (listed > received) return (Text($"the station shows {listed} codes in blocks, only {received} are here"), Text($"станция показывает в блоках {listed} кодов, здесь только {received}"));
        if (received > order.Ordered && order.Ordered >= 0) return (Text($"{order.Ordered} codes were ordered and {received} came"), Text($"заказано {order.Ordered} кодов, пришло {received}"));
        return rows == received ? null : (Text($"blocks brought {received} codes, and the table has {rows} of this product"), Text($"блоки принесли {received} кодов, а в таблице этого товара {rows}"));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
