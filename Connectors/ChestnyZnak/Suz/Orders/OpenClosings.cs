using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>The closings of an order that are on their way, whoever asked for them, the job or a person: it is asked for once.</summary>
internal sealed class OpenClosings(IExchange exchange)
{
    /// <summary>Those of some products of an order, and of the order as a whole.</summary>
    public async Task<IReadOnlyList<ExchangeMessage>> OfAsync(string orderId, IEnumerable<string> gtins, CancellationToken cancellationToken)
    {
        var open = new List<ExchangeMessage>();
        foreach (var document in gtins.Select(gtin => SuzMessages.ClosingOf(orderId, gtin)).Append(SuzMessages.ClosingOf(orderId, null)))
        {
            open.AddRange(await exchange.ListMessagesAsync(new ExchangeQuery { Document = document }, cancellationToken).ConfigureAwait(false));
        }

        return open;
    }
}
