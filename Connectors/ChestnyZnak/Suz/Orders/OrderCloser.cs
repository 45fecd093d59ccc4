using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>Puts the closing of a sub-order into the queue of the exchange, in one transaction with the word that it was asked for.</summary>
internal sealed class OrderCloser(IExchange exchange, ZnakAdapter adapter, SuzMessages messages, OpenClosings closings) : IOrderCloser
{
    public async Task AskAsync(SubOrder order, CancellationToken cancellationToken)
    {
        // A person may have asked before; a second one would find the order closed and frighten him.
        var open = await closings.OfAsync(order.OrderId, [order.Gtin], cancellationToken).ConfigureAwait(false);
        var message = messages.Close(new SuzStation(order.Inn, order.OmsId), order.OrderId, order.Gtin, order.ProductGroup);
        await exchange.TransactAsync(adapter, [], [SubOrders.Change(order) with { ExpectedVersion = order.Version }], open.Count > 0 ? [] : [message], null, cancellationToken).ConfigureAwait(false);
    }
}
