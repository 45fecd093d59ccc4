namespace Connectors.ChestnyZnak;

/// <summary>Orders that the station does not know any more: a while may pass over an order that is new to it, then a person is called, who ends it.</summary>
internal sealed class LostOrders(SubOrders subOrders, BlockKeeper keeper, SuzOptions options)
{
    public async Task NoteAsync(FetchTurn turn, IEnumerable<SubOrder> orders, CancellationToken cancellationToken)
    {
        foreach (var order in orders.Where(order => !order.Final && order.Attention is null))
        {
            if (order.MissingSince is not { } since) await subOrders.SaveAsync(order with { MissingSince = turn.Now }, cancellationToken).ConfigureAwait(false);
            else if (turn.Now - since >= options.MissingTime) await keeper.AttentionAsync(turn, order, ("the station does not know the order any more; look in the personal account, and end it here with EndOrder", "станция больше не знает этот заказ; проверьте в личном кабинете и завершите его здесь методом EndOrder"), cancellationToken).ConfigureAwait(false);
        }
    }
}
