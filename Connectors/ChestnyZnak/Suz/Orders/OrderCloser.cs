using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>Puts the closing of a sub-order into the queue of the exchange, in one transaction with the word that it was asked for.</summary>
internal sealed class OrderCloser(IExchange exchange, ZnakAdapter adapter, SuzMessages messages) : IOrderCloser
{
    public async Task AskAsync(SubOrder order, CancellationToken cancellationToken)
    {
        var message = messages.Close(new SuzStation(order.Inn, order.OmsId), order.OrderId, order.Gtin, order.ProductGroup);
        await exchange.TransactAsync(adapter, [], [SubOrders.Change(order) with { ExpectedVersion = order.Version }], [message], null, cancellationToken).ConfigureAwait(false);
    }
}
