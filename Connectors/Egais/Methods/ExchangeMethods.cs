using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Warehouse;

namespace Connectors.Egais;

/// <summary>Runs of the exchange, under their English names and those of accounting systems.</summary>
internal sealed class ExchangeMethods(EgaisParts parts, ExchangeRuns runs) : Connector
{
    private readonly ExchangeRhythm rhythm = new(parts.Plan.Rhythm, parts.Time);
    private const string Limit = "00:05:00";

    [ConnectorMethod("RunExchange", Class = EgaisRooms.Exchange, Aliases = ["ВыполнитьОбмен", "ProcessQueue"], TimeLimit = Limit, Description = "Sends what is ready, looks for lost answers and receives, for all organisations or those named; hands out what workplaces send.")]
    public async Task<ConnectorRecord> RunExchangeAsync(
        InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisations", Aliases = ["organisation", "Организации"])] object? organisations = null,
        [ConnectorParameter("lastRunDates", Aliases = ["ДатыПоследнегоЗапуска"])] object? lastRunDates = null, [ConnectorParameter("owner", Aliases = ["ownerToken", "ИдентификаторВладельца", "УникальныйИдентификатор"])] string? owner = null,
        [ConnectorParameter("messageOrDocument", Aliases = ["message", "document", "Сообщение", "Документ"])] string? messageOrDocument = null, [ConnectorParameter("workplace", Aliases = ["РабочееМесто"])] string? workplace = null,
        [ConnectorParameter("handOut", Aliases = ["ВыдатьСообщения"])] bool? handOut = null)
    {
        var report = new ExchangeReport { Owner = owner };
        if (!string.IsNullOrWhiteSpace(messageOrDocument)) await RunOneAsync(messageOrDocument.Trim(), args, handOut, report, cancellationToken).ConfigureAwait(false);
        else await RunAllAsync(DueOf(organisations, lastRunDates, workplace, report), ExchangePart.Everything, args, handOut, report, cancellationToken).ConfigureAwait(false);
        var next = rhythm.NextAfter(report.Organisations);
        if (report.Wait is null || next < report.Wait) report.Wait = next;
        return report.ThrowIfNothingWorked().ToRecord();
    }

    [ConnectorMethod("ProcessTransferQueue", Class = EgaisRooms.Exchange, Aliases = ["ОбработатьОчередьПередачиДанных"], TimeLimit = Limit, Description = "Sends what is ready and receives nothing; only the messages named, where some are.")]
    public async Task<ConnectorRecord> ProcessTransferQueueAsync(
        InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("settings", Aliases = ["organisations", "Настройки"])] object? settings = null,
        [ConnectorParameter("messages", Aliases = ["Сообщения"])] object? messages = null, [ConnectorParameter("immediate", Aliases = ["НемедленнаяПередача"])] bool immediate = false,
        [ConnectorParameter("handOut", Aliases = ["ВыдатьСообщения"])] bool? handOut = null)
    {
        // A message knows itself whether it goes past the queue; the word is taken for the sake of callers that give it.
        _ = immediate;
        var report = new ExchangeReport();
        var named = CallFields.Texts(messages);
        if (named.Count > 0) await runs.SendAsync(named, RunOf(args), CallRun.HandsOut(args, handOut), report, cancellationToken).ConfigureAwait(false);
        else await RunAllAsync(OrganisationList.Of(parts.Plan, settings, report), ExchangePart.Sending, args, handOut, report, cancellationToken).ConfigureAwait(false);
        return report.ThrowIfNothingWorked().ToRecord();
    }

    [ConnectorMethod("ReceiveIncoming", Class = EgaisRooms.Exchange, Aliases = ["ПолучитьВходящиеДокументы", "LoadIncomingDocuments", "ЗагрузитьВходящиеДокументы"], TimeLimit = Limit, Description = "Receives what waits in the UTMs of this server and sends nothing.")]
    public async Task<ConnectorRecord> ReceiveIncomingAsync(
        InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisations", Aliases = ["settings", "organisation", "Организации", "Настройки"])] object? organisations = null,
        [ConnectorParameter("owner", Aliases = ["ownerToken", "ИдентификаторВладельца"])] string? owner = null)
    {
        var report = new ExchangeReport { Owner = owner };
        await RunAllAsync(OrganisationList.Of(parts.Plan, organisations, report), ExchangePart.Receiving, args, null, report, cancellationToken).ConfigureAwait(false);
        return report.ThrowIfNothingWorked().ToRecord();
    }

    [ConnectorMethod("Decide", Class = EgaisRooms.Exchange, Aliases = ["РешитьПоСообщению"], Description = "Carries out what a person decided about a parked or uncertain message: Arrived, SendAgain, Drop or AskAgain.")]
    public async Task<ConnectorRecord> DecideAsync(
        [ConnectorParameter("message", Aliases = ["Сообщение"])] string message, [ConnectorParameter("decision", Aliases = ["Решение"])] ExchangeDecision decision, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("requestId", Aliases = ["ИдентификаторЗаявки"])] string? requestId = null) =>
        ChangeRecords.Of(await parts.Exchange.DecideAsync(parts.Adapter, message, decision, ReplyIds.Normalise(requestId), CallRun.UserOf(args), cancellationToken).ConfigureAwait(false));

    private async Task RunAllAsync(IReadOnlyList<EgaisOrganisation> organisations, ExchangePart part, InvokeArgs args, bool? handOut, ExchangeReport report, CancellationToken cancellationToken) =>
        await runs.RunAsync(organisations, RunOf(args) with { Part = part }, CallRun.HandsOut(args, handOut), report, cancellationToken).ConfigureAwait(false);

    private async Task RunOneAsync(string name, InvokeArgs args, bool? handOut, ExchangeReport report, CancellationToken cancellationToken)
    {
        var messages = await parts.Exchange.FindMessageAsync(name, cancellationToken).ConfigureAwait(false) is not null
            ? [name]
            : (await parts.Exchange.ListMessagesAsync(new ExchangeQuery { Document = name }, cancellationToken).ConfigureAwait(false)).Select(message => message.Id).ToList();
        await runs.SendAsync(messages, RunOf(args), CallRun.HandsOut(args, handOut), report, cancellationToken).ConfigureAwait(false);
    }

    private ExchangeRun RunOf(InvokeArgs args) => CallRun.Of(args, parts.Plan.Limits.RunTime);

    // With the times of the last runs, the organisations of workplaces only when their time has come.
    private IReadOnlyList<EgaisOrganisation> DueOf(object? organisations, object? lastRunDates, string? workplace, ExchangeReport report)
    {
        var asked = OrganisationList.Of(parts.Plan, organisations, report);
        if (lastRunDates is null) return asked;
        var seen = parts.Plan.For(workplace);
        var last = CallFields.Record(lastRunDates, "lastRunDates");
        var due = asked.Where(one => one.Mode == ExchangeMode.Server || ScheduleDue.Is(seen.First(own => own.FsrarId == one.FsrarId), last, parts.Time.GetUtcNow())).ToList();
        report.ScheduledDue = due.Exists(one => one.Mode == ExchangeMode.Client);
        return due;
    }
}
