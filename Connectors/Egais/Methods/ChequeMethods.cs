using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Warehouse;

namespace Connectors.Egais;

/// <summary>Retail cheques: answered at once with what is printed, never queued. The whole purchase is refused on an error.</summary>
internal sealed class ChequeMethods(EgaisParts parts, MessageMaking making, ExchangeRuns runs) : Connector
{
    [ConnectorMethod("SendCheque", Class = EgaisRooms.Exchange, Aliases = ["ПередатьЧек"], TimeLimit = "00:02:00", Description = "Sends a cheque and gives the link of its QR code (requestId) and the signature to print; without them the purchase must be refused.")]
    public async Task<ConnectorRecord> SendChequeAsync([ConnectorParameter("fsrarId", Aliases = ["organisation", "Организация"])] string fsrarId, [ConnectorParameter("cheque", Aliases = ["payload", "Чек"])] object cheque, InvokeArgs args, CancellationToken cancellationToken)
    {
        var organisation = OrganisationList.One(parts.Plan, fsrarId);
        var message = making.OfCheque(organisation, CallFields.Record(cheque, "cheque")) with { Immediate = true, User = CallRun.UserOf(args) };
        var report = new ExchangeReport();
        var change = (await parts.Exchange.PrepareAsync(parts.Adapter, [message], cancellationToken).ConfigureAwait(false))[0];
        if (change.Error is { } refused) throw new ConnectorException(refused);
        await runs.SendAsync([message.Id!], CallRun.Of(args, parts.Plan.Limits.RunTime), CallRun.HandsOut(args, null), report, cancellationToken).ConfigureAwait(false);
        var answer = await AnswerAsync(message.Id!, cancellationToken).ConfigureAwait(false);
        if (answer?.Id is null && report.OutgoingXml.Count == 0) throw new ConnectorException(await ErrorAsync(message.Id!, cancellationToken).ConfigureAwait(false));
        var record = report.ToRecord();
        record["messageId"] = message.Id;
        record["requestId"] = answer?.Id;
        record["signature"] = answer?.Signature;
        return record;
    }

    // As the UTM wrote it: the link and the signature are printed letter for letter.
    private async Task<UtmReceipt?> AnswerAsync(string message, CancellationToken cancellationToken)
    {
        var protocol = await parts.Exchange.ListProtocolAsync(message, withPayloads: true, cancellationToken).ConfigureAwait(false);
        return protocol.LastOrDefault(entry => entry is { Incoming: true, Payload: not null }) is { } reply ? UtmReceipt.Read(reply.Payload) : null;
    }

    private async Task<ConnectorError> ErrorAsync(string message, CancellationToken cancellationToken)
    {
        var known = await parts.Exchange.FindMessageAsync(message, cancellationToken).ConfigureAwait(false);
        return known?.LastError ?? (known?.Stage == ExchangeStage.Cancelled ? CallErrors.ChequeNotSent(message) : CallErrors.ChequeUnanswered(message));
    }
}
