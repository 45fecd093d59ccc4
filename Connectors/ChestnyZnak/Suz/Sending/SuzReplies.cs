using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>Asks what became of an order, a closing or a report. Only the station's own word of success is success; an unknown word is still open.</summary>
internal sealed class SuzReplies(ZnakPlan plan, ISuzClient client, ReportReplies reports, IConnectorRecords records, TimeProvider time)
{
    public async Task<ReplyOutcome> GetAsync(ExchangeMessage message, CancellationToken cancellationToken)
    {
        if (SuzStations.Of(plan, message.Content.Organisation) is not { } station) return new ReplyOutcome(ReplyVerdict.Attention) { Error = SuzStations.Missing(message.Content.Organisation).Error };
        var outcome = message.Content.Operation switch
        {
            SuzOperations.Order => OfOrder(await client.OrderStatusAsync(station, message.RequestId!, null, cancellationToken).ConfigureAwait(false)),
            SuzOperations.Close => OfClosing(await StatusAsync(message, station, cancellationToken).ConfigureAwait(false)),
            _ => await reports.GetAsync(message, station, cancellationToken).ConfigureAwait(false),
        };

        // A person's word that a message arrived brings none of these, and without them the codes of an order are never fetched.
        var missing = await SuzTraces.MissingAsync(records, message.Content, station, message.RequestId!, time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        return missing.Count == 0 ? outcome : outcome with { Records = [.. outcome.Records, .. missing] };
    }

    private Task<IReadOnlyList<SuzBuffer>> StatusAsync(ExchangeMessage message, SuzStation station, CancellationToken cancellationToken)
    {
        var gtin = SuzPayload.Text(message.Content.Payload, "gtin");
        return client.OrderStatusAsync(station, message.RequestId!, gtin.Length == 0 ? null : gtin, cancellationToken);
    }

    private static ReplyOutcome OfOrder(IReadOnlyList<SuzBuffer> buffers)
    {
        var status = string.Join(", ", buffers.Select(buffer => buffer.State).Distinct(StringComparer.Ordinal));
        if (buffers.Count == 0 || buffers.Any(buffer => buffer.State is not (SuzBuffer.Active or SuzBuffer.Exhausted or SuzBuffer.Closed or SuzBuffer.Rejected))) return new ReplyOutcome(ReplyVerdict.Same) { Status = status };
        var rejected = buffers.Where(buffer => buffer.State == SuzBuffer.Rejected).ToList();
        if (rejected.Count == 0) return new ReplyOutcome(ReplyVerdict.Done) { Status = status };
        return new ReplyOutcome(rejected.Count == buffers.Count ? ReplyVerdict.Rejected : ReplyVerdict.DonePartly) { Status = status, Error = Declined(rejected) };
    }

    private static ReplyOutcome OfClosing(IReadOnlyList<SuzBuffer> buffers) =>
        new(buffers.Count > 0 && buffers.All(buffer => buffer.State is SuzBuffer.Closed or SuzBuffer.Rejected) ? ReplyVerdict.Done : ReplyVerdict.Same)
        {
            Status = string.Join(", ", buffers.Select(buffer => buffer.State).Distinct(StringComparer.Ordinal)),
        };

    private static ConnectorError Declined(List<SuzBuffer> rejected)
    {
        var reasons = string.Join("; ", rejected.Select(buffer => $"{buffer.Gtin}: {buffer.RejectionReason ?? "-"}"));
        return new ConnectorError(ConnectorErrorCode.Rejected, $"The order station rejected the order: {reasons}")
        {
            MessageRu = $"СУЗ отклонила заказ: {reasons}",
            Reason = "SUZ_ORDER_REJECTED",
            Detail = reasons,
        };
    }
}
