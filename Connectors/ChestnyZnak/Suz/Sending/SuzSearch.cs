using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>Looks for a message whose posting had no answer: an order by our own id, a report by its codes, a closing by the order's state. Nothing of it is ever sent again by machine.</summary>
internal sealed class SuzSearch(ZnakPlan plan, ISuzClient client, ReportSearch reports, IConnectorRecords records, TimeProvider time)
{
    public async Task<FindOutcome> FindAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        if (SuzStations.Of(plan, message.Content.Organisation) is not { } station) return new FindOutcome(FindVerdict.NotYet) { Error = SuzStations.Missing(message.Content.Organisation).Error };
        var found = message.Content.Operation switch
        {
            SuzOperations.Order => await FindOrderAsync(message, station, cancellationToken).ConfigureAwait(false),
            SuzOperations.Close => await FindClosingAsync(message, station, cancellationToken).ConfigureAwait(false),
            _ => await reports.FindAsync(message, station, IsOver(message), cancellationToken).ConfigureAwait(false),
        };
        return found ?? NotFound(message);
    }

    private async Task<FindOutcome?> FindOrderAsync(ExchangeMessage message, SuzStation station, CancellationToken cancellationToken)
    {
        if (message.Content.Extra["productionOrderId"] is not string own) return null;
        var receipts = await client.SearchReceiptsAsync(station, new SuzReceiptFilter { ProductionOrderIds = [own] }, cancellationToken).ConfigureAwait(false);
        var ids = receipts.Select(receipt => receipt.OrderId ?? (receipt.Workflow is "" or "ORDER" ? receipt.ResultDocId : null)).OfType<string>().Where(id => id.Length > 0).Distinct(StringComparer.Ordinal);
        foreach (var id in ids)
        {
            // The receipt names it; that it is there is seen by its state.
            await client.OrderStatusAsync(station, id, null, cancellationToken).ConfigureAwait(false);
            return new FindOutcome(FindVerdict.Found) { RequestId = id, Proof = $"A receipt carries our productionOrderId {own}.", Records = await SuzTraces.MissingAsync(records, message.Content, station, id, time.GetUtcNow(), cancellationToken).ConfigureAwait(false) };
        }

        return null;
    }

    private async Task<FindOutcome?> FindClosingAsync(ExchangeMessage message, SuzStation station, CancellationToken cancellationToken)
    {
        var orderId = SuzPayload.Text(message.Content.Payload, "orderId");
        var gtin = SuzPayload.Text(message.Content.Payload, "gtin");
        var buffers = await client.OrderStatusAsync(station, orderId, gtin.Length == 0 ? null : gtin, cancellationToken).ConfigureAwait(false);
        return buffers.Count > 0 && buffers.All(buffer => buffer.State is SuzBuffer.Closed or SuzBuffer.Rejected)
            ? new FindOutcome(FindVerdict.Found) { RequestId = orderId, Proof = $"The order {orderId} is closed." }
            : null;
    }

    private bool IsOver(ExchangeMessage message) => time.GetUtcNow() - (message.SentAt ?? message.StageSince) >= plan.Suz.SearchTime;

    private FindOutcome NotFound(ExchangeMessage message)
    {
        if (!IsOver(message)) return new FindOutcome(FindVerdict.NotYet);
        return new FindOutcome(FindVerdict.Never)
        {
            Error = new ConnectorError(ConnectorErrorCode.Unavailable, $"The order station shows no trace of {message.Content.Operation} {message.Id} in {plan.Suz.SearchTime:c}. Look in the personal account, then send it again or drop it.")
            {
                MessageRu = $"СУЗ за {plan.Suz.SearchTime:c} не показала следов {message.Content.Operation} {message.Id}. Проверьте в личном кабинете и отправьте снова или отмените.",
                Reason = ZnakReasons.NeedsAttention,
                InDoubt = true,
            },
        };
    }
}
