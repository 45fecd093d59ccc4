namespace Connectors.ChestnyZnak;

/// <summary>Takes over what the station tells of a sub-order.</summary>
internal sealed class OrderLearning(SubOrders subOrders, BlockKeeper keeper, SuzOptions options)
{
    public async Task<SubOrder> LearnAsync(FetchTurn turn, SubOrder order, SuzBuffer buffer, CancellationToken cancellationToken)
    {
        var received = await keeper.ReceivedAsync(order, cancellationToken).ConfigureAwait(false);
        var learned = order with
        {
            State = buffer.State,
            Ordered = buffer.Total >= 0 ? buffer.Total : order.Ordered,
            Passed = buffer.Passed >= 0 ? buffer.Passed : order.Passed,
            Received = received,
            ExpiresAt = buffer.ExpiresAt ?? order.ExpiresAt,
            NotBefore = null,
            LastError = null,
        };
        if (buffer.State == SuzBuffer.Rejected) return await RejectedAsync(turn, learned, buffer, cancellationToken).ConfigureAwait(false);
        WarnOfEnd(turn, learned, received);
        return learned == order ? order : await subOrders.SaveAsync(learned, cancellationToken).ConfigureAwait(false);
    }

    private async Task<SubOrder> RejectedAsync(FetchTurn turn, SubOrder order, SuzBuffer buffer, CancellationToken cancellationToken)
    {
        var reason = buffer.RejectionReason ?? "-";
        turn.Report.Finished++;
        turn.Call(new FetchNote("SUZ_ORDER_REJECTED", order.OrderId, order.Gtin, $"Order {order.OrderId}, product {order.Gtin} was rejected: {reason}", $"Заказ {order.OrderId}, товар {order.Gtin} отклонён: {reason}"));
        return await subOrders.SaveAsync(order with { Final = true, LastError = reason }, cancellationToken).ConfigureAwait(false);
    }

    // Codes that nobody took in time are annulled by the station.
    private void WarnOfEnd(FetchTurn turn, SubOrder order, long received)
    {
        if (order.State == SuzBuffer.Closed || order.ExpiresAt is not { } end || end - turn.Now >= options.ExpiryWarning || received >= order.Ordered) return;
        var days = Math.Max(0, (long)Math.Floor((end - turn.Now).TotalDays));
        turn.Report.Warn(new FetchNote("SUZ_EXPIRES", order.OrderId, order.Gtin, $"Order {order.OrderId}, product {order.Gtin}: codes that are not taken in {days} days are annulled.", $"Заказ {order.OrderId}, товар {order.Gtin}: неполученные коды будут аннулированы через {days} дн."));
    }
}
