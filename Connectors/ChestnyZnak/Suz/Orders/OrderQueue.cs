using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>Counts our own orders before another is made: the station takes 100 active and 100 queued ones of a participant.</summary>
internal sealed class OrderQueue(IExchange exchange, SubOrders subOrders)
{
    private const int Most = 100;
    private static readonly ExchangeStage[] OnTheWay = [ExchangeStage.Enqueued, ExchangeStage.AwaitingSignature, ExchangeStage.Sending, ExchangeStage.Uncertain];

    /// <exception cref="ConnectorException"><c>Rejected</c>: the station would take no more.</exception>
    public async Task CheckAsync(SuzStation station, CancellationToken cancellationToken)
    {
        var open = await subOrders.OpenAsync(station.OmsId, cancellationToken).ConfigureAwait(false);
        var active = open.Where(order => order.State is SuzBuffer.Active).Select(order => order.OrderId).Distinct(StringComparer.Ordinal).Count();
        var pending = open.Where(order => order.State is SuzBuffer.Pending).Select(order => order.OrderId).Distinct(StringComparer.Ordinal).Count();
        var waiting = (await exchange.ListMessagesAsync(new ExchangeQuery { Organisation = station.Inn, Stages = OnTheWay, Limit = 1000 }, cancellationToken).ConfigureAwait(false)).Count(message => message.Content.Operation == SuzOperations.Order);
        if (active < Most && pending + waiting < Most) return;
        throw new ConnectorException(new ConnectorError(ConnectorErrorCode.Rejected, $"The station takes {Most} active and {Most} queued orders; there are {active} and {pending + waiting}. Fetch or close some first.")
        {
            MessageRu = $"СУЗ принимает {Most} активных заказов и {Most} в очереди; уже {active} и {pending + waiting}. Получите коды или закройте часть заказов.",
            Reason = ZnakReasons.LimitExceeded,
        });
    }
}
