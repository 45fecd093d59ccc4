using Cleverence.Connectivity.Marking;

namespace Connectors.ChestnyZnak;

/// <summary>Does what the state of a sub-order asks for.</summary>
internal sealed class OrderWork(IMarkingCodeStore codes, SubOrders subOrders, BlockKeeper keeper, BlockReconciliation blocks, CodePortions portions, OrderEnds ends, ClosedOrders closed, SuzOptions options)
{
    public Task<SubOrder> RunAsync(FetchTurn turn, SubOrder order, SuzBuffer buffer, CancellationToken cancellationToken) => order.State switch
    {
        SuzBuffer.Pending or SuzBuffer.Rejected => Task.FromResult(order),
        SuzBuffer.Closed => closed.EndAsync(turn, order, null, cancellationToken),
        SuzBuffer.Active or SuzBuffer.Exhausted => FetchAsync(turn, order, buffer, cancellationToken),
        _ => Unknown(turn, order),
    };

    private static Task<SubOrder> Unknown(FetchTurn turn, SubOrder order)
    {
        turn.Report.Warn(new FetchNote("SUZ_STATE_UNKNOWN", order.OrderId, order.Gtin, $"Order {order.OrderId}, product {order.Gtin} is in the state '{order.State}', which is not known; it is left.", $"Заказ {order.OrderId}, товар {order.Gtin} в неизвестном состоянии «{order.State}»; он пропущен."));
        return Task.FromResult(order);
    }

    private async Task<SubOrder> FetchAsync(FetchTurn turn, SubOrder order, SuzBuffer buffer, CancellationToken cancellationToken)
    {
        (order, var whole) = await BringHomeAsync(turn, order, buffer, cancellationToken).ConfigureAwait(false);
        if (!whole) return order;
        if (order.Attention is not null)
        {
            turn.Report.Warn(new FetchNote("SUZ_WAITS_FOR_PERSON", order.OrderId, order.Gtin, $"{order.Attention} Nothing is fetched for it until ResumeOrder.", $"Заказ {order.OrderId}, товар {order.Gtin} ждёт решения человека (ResumeOrder): {order.Attention}"));
            return order;
        }

        // A closing that was asked for may reach the station at any moment: nothing is taken from under it.
        if (order.State == SuzBuffer.Active && !order.CloseAsked) order = await portions.TakeAsync(turn, order, buffer, cancellationToken).ConfigureAwait(false);
        var unclear = (await codes.OpenIntentsAsync(order.OrderId, cancellationToken).ConfigureAwait(false)).Any(intent => intent.Gtin == order.Gtin);
        return unclear || order.Attention is not null ? order : await ends.EndAsync(turn, order, cancellationToken).ConfigureAwait(false);
    }

    // The station counts more than is here: a portion was taken whose answer nobody has, without an intent that says so.
    private async Task<(SubOrder Order, bool Whole)> BringHomeAsync(FetchTurn turn, SubOrder order, SuzBuffer buffer, CancellationToken cancellationToken)
    {
        var missing = buffer.Passed - order.Elsewhere - await keeper.ReceivedAsync(order, cancellationToken).ConfigureAwait(false);
        if (missing > 0)
        {
            order = (await blocks.ReadAsync(turn, order, null, cancellationToken).ConfigureAwait(false)).Order;
            missing = buffer.Passed - order.Elsewhere - await keeper.ReceivedAsync(order, cancellationToken).ConfigureAwait(false);
        }

        if (missing <= 0) return (order.MissingSince is null ? order : await subOrders.SaveAsync(order with { MissingSince = null }, cancellationToken).ConfigureAwait(false), true);
        if (order.MissingSince is null) return (await subOrders.SaveAsync(order with { MissingSince = turn.Now }, cancellationToken).ConfigureAwait(false), false);
        if (turn.Now - order.MissingSince < options.MissingTime) return (order, false);
        return (await keeper.AttentionAsync(turn, order, ($"the station counts {missing} codes handed out that it does not show; if they were taken in the personal account, say so with ResumeOrder", $"станция насчитала {missing} выданных кодов, которых не показывает; если их взяли в личном кабинете, скажите это в ResumeOrder"), cancellationToken).ConfigureAwait(false), false);
    }
}
