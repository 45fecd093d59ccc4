using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Warehouse;

namespace Connectors.Egais;

/// <summary>Documents on their way: prepared, taken back, restored.</summary>
internal sealed class TransferMethods(EgaisParts parts, Preparation preparation, DocumentVerbs verbs, ExchangeRuns runs) : Connector
{
    private const string Limit = "00:05:00";

    [ConnectorMethod("PrepareForTransfer", Class = EgaisRooms.Exchange, Aliases = ["ПодготовитьКПередаче", "PrepareAndSend"], TimeLimit = Limit, Description = "Carries out the next actions of documents and sends their messages; hands out those that workplaces send.")]
    public async Task<ConnectorRecord> PrepareForTransferAsync(
        [ConnectorParameter("items", Aliases = ["documents", "document", "ВходящиеДанные", "Документы"])] object items, InvokeArgs args, CancellationToken cancellationToken,
        [ConnectorParameter("nextAction", Aliases = ["action", "ДальнейшееДействие"])] string? nextAction = null, [ConnectorParameter("extra", Aliases = ["ДополнительныеПараметры"])] object? extra = null,
        [ConnectorParameter("immediate", Aliases = ["НемедленнаяПередача"])] bool immediate = false, [ConnectorParameter("owner", Aliases = ["ownerToken", "УникальныйИдентификатор", "ИдентификаторВладельца"])] string? owner = null,
        [ConnectorParameter("handOut", Aliases = ["ВыдатьСообщения"])] bool? handOut = null)
    {
        var report = new ExchangeReport { Owner = owner };
        foreach (var item in TransferItem.Read(items, nextAction, extra))
        {
            foreach (var change in await preparation.RunAsync(item, immediate, CallRun.UserOf(args), cancellationToken).ConfigureAwait(false)) report.Add(change);
        }

        ThrowIfAllFailed(report);
        var messages = report.Changes.Where(change => change is { Prepared: true, Error: null }).Select(change => change.MessageId!).ToList();
        await runs.SendAsync(messages, CallRun.Of(args, parts.Plan.Limits.RunTime), CallRun.HandsOut(args, handOut), report, cancellationToken).ConfigureAwait(false);
        return report.ToRecord();
    }

    [ConnectorMethod("PerformCheck", Class = EgaisRooms.Exchange, Aliases = ["ВыполнитьПроверку", "ЗавершитьПроверку"], Description = "Notes that the goods of an incoming waybill were checked; where checkIncoming is on, its receipt may be confirmed only then.")]
    public async Task<ConnectorRecord> PerformCheckAsync([ConnectorParameter("document", Aliases = ["documentId", "Документ", "Ссылка"])] string document, InvokeArgs args, CancellationToken cancellationToken)
    {
        var report = new ExchangeReport();
        report.Add(await verbs.CheckedAsync(document, CallRun.UserOf(args), cancellationToken).ConfigureAwait(false));
        return report.ToRecord();
    }

    [ConnectorMethod("CancelTransfer", Class = EgaisRooms.Exchange, Aliases = ["ОтменитьПередачу", "CancelTransmission"], Description = "Takes messages of a document back that were never sent; nothing when none waits.")]
    public async Task<ConnectorRecord> CancelTransferAsync([ConnectorParameter("document", Aliases = ["documentId", "Документ", "Ссылка"])] string document, InvokeArgs args, CancellationToken cancellationToken)
    {
        var report = new ExchangeReport();
        foreach (var change in await verbs.CancelTransferAsync(document, CallRun.UserOf(args), cancellationToken).ConfigureAwait(false)) report.Add(change);
        return report.ToRecord();
    }

    [ConnectorMethod("CancelLastOperation", Class = EgaisRooms.Exchange, Aliases = ["ОтменитьПоследнююОперацию", "UndoLastOperation"], Description = "Takes the last operation back that ended in an error; the registry is not told.")]
    public async Task<ConnectorRecord> CancelLastOperationAsync(
        [ConnectorParameter("document", Aliases = ["documentId", "Документ", "Ссылка"])] string document, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("force", Aliases = ["Принудительно"])] bool force = false)
    {
        // Only an error is taken back, whoever insists: what still waits for a ticket may be conducted at any moment.
        _ = force;
        var report = new ExchangeReport();
        report.Add(await verbs.CancelLastOperationAsync(document, CallRun.UserOf(args), cancellationToken).ConfigureAwait(false));
        return report.ToRecord();
    }

    [ConnectorMethod("RestoreStatusFromProtocol", Class = EgaisRooms.Exchange, Aliases = ["ВосстановитьСтатусДокументаПоДаннымПротоколаОбмена", "RestoreStatus"], Description = "Computes a document's state from the protocol again.")]
    public async Task<ConnectorRecord> RestoreStatusAsync([ConnectorParameter("document", Aliases = ["documentId", "Документ", "Ссылка"])] string document, InvokeArgs args, CancellationToken cancellationToken)
    {
        var card = await parts.Cards.FindAsync(document, cancellationToken).ConfigureAwait(false);
        var before = await parts.Exchange.FindDocumentAsync(document, cancellationToken).ConfigureAwait(false);
        if (before is null && card is null) await parts.Cards.GetAsync(document, cancellationToken).ConfigureAwait(false);
        var draft = card is null ? null : parts.Adapter.Statuses.Start(document, card.Kind.ToString());
        var after = await parts.Exchange.RestoreStatusAsync(parts.Adapter, document, CallRun.UserOf(args), cancellationToken).ConfigureAwait(false) ?? before ?? draft;
        var old = (before ?? draft)?.Status;
        return new ConnectorRecord
        {
            { "oldState", old }, { "newState", after?.Status }, { "changed", old != after?.Status }, { "state", after is null ? null : ChangeRecords.Of(after) },
        };
    }

    [ConnectorMethod("Archive", Class = EgaisRooms.Exchange, Aliases = ["Архивировать"], Description = "Puts documents aside: what waits for transmission is taken back and no next action is offered any more.")]
    public async Task<ConnectorRecord> ArchiveAsync([ConnectorParameter("documents", Aliases = ["documentIds", "document", "Документы"])] object documents, InvokeArgs args, CancellationToken cancellationToken)
    {
        var report = new ExchangeReport();
        var user = CallRun.UserOf(args);
        foreach (var id in CallFields.Texts(documents))
        {
            try
            {
                foreach (var change in await verbs.CancelTransferAsync(id, user, cancellationToken).ConfigureAwait(false)) report.Add(change);
                report.Add(await verbs.ArchiveAsync(id, user, cancellationToken).ConfigureAwait(false));
            }
            catch (ConnectorException failure)
            {
                report.Add(new ExchangeChange("", "Archive") { Document = id, Error = failure.Error });
            }
        }

        ThrowIfAllFailed(report);
        return report.ToRecord();
    }

    private static void ThrowIfAllFailed(ExchangeReport report)
    {
        if (report.Changes.Count == 0 || report.Changes.Any(change => change.Error is null)) return;
        var errors = report.Changes.Select(change => change.Error!).ToList();
        throw new ConnectorException(errors[0] with { Offenders = [.. report.Changes.SelectMany(change => change.Error!.Offenders.DefaultIfEmpty($"{change.Document}: {change.Error.Message}"))] });
    }
}
