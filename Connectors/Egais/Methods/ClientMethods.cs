using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Warehouse;

namespace Connectors.Egais;

/// <summary>The workplace's part of an exchange: it brings the answers of its UTM and the documents of its box.</summary>
internal sealed class ClientMethods(EgaisParts parts, BoxItems box) : Connector
{
    private const string Limit = "00:05:00";

    [ConnectorMethod("CompleteTransfer", Class = EgaisRooms.Exchange, Aliases = ["ЗавершитьПередачу"], TimeLimit = Limit, Description = "Takes what the UTM answered to messages that a workplace transmitted: messageId, httpStatus (0 for no answer), body, transportError; notSent when it is proven that nothing left.")]
    public async Task<ConnectorRecord> CompleteTransferAsync([ConnectorParameter("results", Aliases = ["result", "Результаты"])] object results, InvokeArgs args, CancellationToken cancellationToken)
    {
        var report = new ExchangeReport();
        foreach (var result in CallFields.Records(results, "results")) report.Add(await BringAsync(result, CallRun.UserOf(args), cancellationToken).ConfigureAwait(false));
        return report.ToRecord();
    }

    [ConnectorMethod("ProcessIncoming", Class = EgaisRooms.Exchange, Aliases = ["ОбработатьВходящиеДокументы"], TimeLimit = Limit, Description = "Takes in documents that a workplace read from its UTM: fsrarId, url, replyId, xml; utmUrls tells which may be deleted there.")]
    public async Task<ConnectorRecord> ProcessIncomingAsync([ConnectorParameter("documents", Aliases = ["incoming", "ВходящиеДокументы"])] object documents, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("owner", Aliases = ["ownerToken", "ИдентификаторВладельца"])] string? owner = null)
    {
        var report = new ExchangeReport { Owner = owner };
        var given = IncomingXml.Read(documents);
        var organisations = OrganisationList.Of(parts.Plan, given.Select(one => (object?)one.Item.Organisation).Distinct().ToList(), report);
        if (given.Count > 0 && organisations.Count > 0)
        {
            var run = CallRun.Of(args, parts.Plan.Limits.RunTime) with { Organisations = [.. organisations.Select(one => one.FsrarId)], Part = ExchangePart.Receiving, OneStep = true };
            report.Add(await parts.Exchange.RunAsync(new GivenBox(parts.Adapter, given), run, cancellationToken).ConfigureAwait(false));
        }

        var stored = await StoredAsync(given, cancellationToken).ConfigureAwait(false);
        if (given.Count > 0 && stored.Count == 0 && organisations.Count > 0) report.Refuse(organisations[0].FsrarId, CallErrors.IsBusy(organisations[0].FsrarId));
        var record = report.ThrowIfNothingWorked().ToRecord();
        record["stored"] = stored;
        record["utmUrls"] = await DeletableAsync(organisations, cancellationToken).ConfigureAwait(false);
        return record;
    }

    // What is kept here need not be handed over again, whether or not it is understood yet.
    private async Task<List<object?>> StoredAsync(IReadOnlyList<IncomingXml> given, CancellationToken cancellationToken)
    {
        var stored = new List<object?>();
        foreach (var one in given)
        {
            if (await parts.Exchange.FindIncomingAsync(one.Item.Organisation, one.Item.RemoteId, cancellationToken).ConfigureAwait(false) is { Stage: not IncomingStage.Seen }) stored.Add(one.Item.Address);
        }

        return stored;
    }

    private async Task<ExchangeChange> BringAsync(ConnectorRecord result, string? user, CancellationToken cancellationToken)
    {
        var id = result.TextOf("messageId", "message", "ИдентификаторСообщения") ?? "";
        try
        {
            var message = await parts.Exchange.FindMessageAsync(id, cancellationToken).ConfigureAwait(false) ?? throw new ConnectorException(CallErrors.MessageUnknown(id));
            var status = result.TextOf("httpStatus", "status", "КодСостояния") is { } text && int.TryParse(text, out var code) ? code : 0;
            var body = result.TextOf("body", "Тело") is { } answer ? Encoding.UTF8.GetBytes(answer) : null;
            var notSent = result.ValueOf("notSent") is { } flag && ConnectorValues.TryConvert(flag, typeof(bool), out var proven) && proven is true;
            var outcome = UtmAnswers.Of(status, body, MessageFields.UrlTypeOf(message.Content), message.Content.Organisation, message.Attempt, notSent, result.TextOf("transportError", "ОшибкаТранспорта"));
            if (result.TextOf("attempt") is { } number && int.TryParse(number, out var attempt)) outcome = outcome with { Attempt = attempt };
            if (outcome.Verdict == SendVerdict.Accepted) outcome = outcome with { Records = await parts.Gates.PostedAsync(message, cancellationToken).ConfigureAwait(false) };
            return await parts.Exchange.BringVerdictAsync(parts.Adapter, id, outcome, user, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException failure)
        {
            return new ExchangeChange("", "") { MessageId = id, Error = failure.Error };
        }
    }

    // Only where nobody else reads the box; and everything that is taken in, also what this call's documents completed.
    private async Task<List<object?>> DeletableAsync(IReadOnlyList<EgaisOrganisation> organisations, CancellationToken cancellationToken)
    {
        var urls = new List<object?>();
        foreach (var organisation in organisations.Where(one => one.Exclusive))
        {
            await foreach (var item in box.ListAsync(organisation.FsrarId, [IncomingStage.Handled], cancellationToken).ConfigureAwait(false)) urls.Add(new ConnectorRecord { { "fsrarId", organisation.FsrarId }, { "operation", item.Item.Kind }, { "url", item.Item.Address } });
        }

        return urls;
    }
}
