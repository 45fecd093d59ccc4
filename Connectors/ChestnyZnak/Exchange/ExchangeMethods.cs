using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Cleverence.Warehouse;

namespace Connectors.ChestnyZnak;

/// <summary>The commands of the exchange, under their English names and those of accounting systems.</summary>
internal sealed class ExchangeMethods(ZnakParts parts, SavedDocuments documents) : Connector
{
    private const string Limit = "00:05:00";
    private readonly Preparation preparation = new(parts, documents);

    [ConnectorMethod("PrepareForTransfer", Aliases = ["ПодготовитьКПередаче", "PrepareAndSend"], TimeLimit = Limit, Description = "Carries out the next actions of documents and sends what is ready; asks for signatures where nobody signs here.")]
    public async Task<ConnectorRecord> PrepareForTransferAsync(
        [ConnectorParameter("items", Aliases = ["ВходящиеДанные"])] object items, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("owner", Aliases = ["УникальныйИдентификатор"])] string? owner = null)
    {
        _ = owner;
        var user = CallRun.UserOf(args);
        var changes = new List<ExchangeChange>();
        foreach (var item in TransferItem.Read(items)) changes.AddRange(await preparation.RunAsync(item, user, cancellationToken).ConfigureAwait(false));
        if (changes.Count > 0 && changes.TrueForAll(change => change.Error is not null)) throw new ConnectorException(changes[0].Error! with { Offenders = [.. changes.SelectMany(change => change.Error!.Offenders.DefaultIfEmpty($"{change.Document}: {change.Error.Message}"))] });
        var organisations = changes.Where(change => change.Error is null).Select(change => change.Organisation).Distinct().ToList();
        var result = organisations.Count == 0
            ? new ExchangeResult()
            : await RunAsync(CallRun.Of(args, parts.Plan.Documents.RunTime) with { Organisations = organisations, OneStep = true }, cancellationToken).ConfigureAwait(false);
        return ExchangeRecords.Of(result with { Changes = [.. changes, .. result.Changes] });
    }

    [ConnectorMethod("RunExchange", Aliases = ["ВыполнитьОбмен", "ProcessQueue", "PollOperations"], TimeLimit = Limit, Description = "Sends what is ready, asks for results and looks for lost answers, for all organisations or those named.")]
    public async Task<ConnectorRecord> RunExchangeAsync(
        InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisations", Aliases = ["organisation", "Организации"])] object? organisations = null,
        [ConnectorParameter("owner", Aliases = ["УникальныйИдентификатор"])] string? owner = null, [ConnectorParameter("messageOrDocument", Aliases = ["message", "document", "Сообщение", "Документ"])] string? messageOrDocument = null)
    {
        _ = owner;
        var run = CallRun.Of(args, parts.Plan.Documents.RunTime) with { Organisations = OrganisationsOf(organisations) };
        if (string.IsNullOrWhiteSpace(messageOrDocument)) return ExchangeRecords.Of((await RunAsync(run, cancellationToken).ConfigureAwait(false)).ThrowIfNothingWorked());
        var all = new ExchangeResult();
        foreach (var one in await RunsOfAsync(messageOrDocument.Trim(), run, cancellationToken).ConfigureAwait(false)) all = Joined(all, await RunAsync(one, cancellationToken).ConfigureAwait(false));
        return ExchangeRecords.Of(all.ThrowIfNothingWorked());
    }

    [ConnectorMethod("ContinueExchange", Aliases = ["ПродолжитьВыполнениеОбмена", "ContinueSigned"], TimeLimit = Limit, Description = "Takes signatures back and goes on; may ask for signatures again.")]
    public async Task<ConnectorRecord> ContinueExchangeAsync(
        [ConnectorParameter("signedByOrganisation", Aliases = ["signatures"])] object signedByOrganisation, [ConnectorParameter("token", Aliases = ["continueToken", "exchangeId", "АдресВоВременномХранилище"])] string token, InvokeArgs args, CancellationToken cancellationToken)
    {
        var result = await parts.Exchange.ContinueAsync(parts.Adapter, token, SignedItems.Read(signedByOrganisation), CallRun.Of(args, parts.Plan.Documents.RunTime), cancellationToken).ConfigureAwait(false);
        return ExchangeRecords.Of(result.ThrowIfNothingWorked());
    }

    [ConnectorMethod("CancelTransfer", Aliases = ["ОтменитьПередачу", "CancelTransmission"], Description = "Takes messages of a document back that were never sent.")]
    public async Task<ConnectorRecord> CancelTransferAsync([ConnectorParameter("document", Aliases = ["Документ", "Ссылка"])] string document, InvokeArgs args, CancellationToken cancellationToken) =>
        ExchangeRecords.Of(new ExchangeResult { Changes = await EachPartAsync(document, part => parts.Exchange.CancelTransferAsync(parts.Adapter, part, CallRun.UserOf(args), cancellationToken), cancellationToken).ConfigureAwait(false) });

    [ConnectorMethod("CancelLastOperation", Aliases = ["ОтменитьПоследнююОперацию", "UndoLastOperation"], Description = "Takes the last operation back that ended in failure; Chestny ZNAK is not told.")]
    public async Task<ConnectorRecord> CancelLastOperationAsync([ConnectorParameter("document", Aliases = ["Документ", "Ссылка"])] string document, InvokeArgs args, CancellationToken cancellationToken) =>
        ExchangeRecords.Of(new ExchangeResult { Changes = await EachPartAsync(document, async part => [await parts.Exchange.CancelLastOperationAsync(parts.Adapter, part, CallRun.UserOf(args), cancellationToken).ConfigureAwait(false)], cancellationToken).ConfigureAwait(false) });

    [ConnectorMethod("RestoreStatus", Aliases = ["ВосстановитьСтатусДокументаПоДаннымПротоколаОбмена"], Description = "Computes a document's status from the protocol again.")]
    public async Task<IReadOnlyList<ConnectorRecord>> RestoreStatusAsync([ConnectorParameter("document", Aliases = ["Документ", "Ссылка"])] string document, InvokeArgs args, CancellationToken cancellationToken)
    {
        var states = new List<ConnectorRecord>();
        foreach (var part in await PartsOfAsync(document, cancellationToken).ConfigureAwait(false))
        {
            if (await parts.Exchange.RestoreStatusAsync(parts.Adapter, part, CallRun.UserOf(args), cancellationToken).ConfigureAwait(false) is { } state) states.Add(ExchangeRecords.Of(state));
        }

        return states;
    }

    [ConnectorMethod("Decide", Aliases = ["РешитьПоСообщению"], Description = "Carries out what a person decided about a parked or uncertain message: Arrived, SendAgain, Drop or AskAgain.")]
    public async Task<ConnectorRecord> DecideAsync(
        [ConnectorParameter("message", Aliases = ["Сообщение"])] string message, [ConnectorParameter("decision", Aliases = ["Решение"])] ExchangeDecision decision, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("requestId", Aliases = ["ИдентификаторЗаявки"])] string? requestId = null) =>
        ExchangeRecords.Of(await parts.Exchange.DecideAsync(parts.Adapter, message, decision, requestId, CallRun.UserOf(args), cancellationToken).ConfigureAwait(false));

    private ValueTask<ExchangeResult> RunAsync(ExchangeRun run, CancellationToken cancellationToken) => parts.Exchange.RunAsync(parts.Adapter, run, cancellationToken);

    private async ValueTask<IReadOnlyList<ExchangeRun>> RunsOfAsync(string name, ExchangeRun run, CancellationToken cancellationToken)
    {
        if (await parts.Exchange.FindMessageAsync(name, cancellationToken).ConfigureAwait(false) is not null) return [run with { MessageId = name }];
        return [.. (await PartsOfAsync(name, cancellationToken).ConfigureAwait(false)).Select(part => run with { Document = part })];
    }

    private async ValueTask<IReadOnlyList<string>> PartsOfAsync(string document, CancellationToken cancellationToken) =>
        (await documents.FindAsync(document, cancellationToken).ConfigureAwait(false))?.Sent ?? [document];

    private async ValueTask<IReadOnlyList<ExchangeChange>> EachPartAsync(string document, Func<string, ValueTask<IReadOnlyList<ExchangeChange>>> act, CancellationToken cancellationToken)
    {
        var changes = new List<ExchangeChange>();
        foreach (var part in await PartsOfAsync(document, cancellationToken).ConfigureAwait(false)) changes.AddRange(await act(part).ConfigureAwait(false));
        return changes;
    }

    private IReadOnlyList<string>? OrganisationsOf(object? organisations)
    {
        var named = RecordFields.Rows(organisations).Select(one => one is ConnectorRecord record ? record.Text("organisation", "inn", "Организация") : ConnectorValues.ToText(one)).Where(inn => !string.IsNullOrWhiteSpace(inn)).ToList();
        return named.Count == 0 ? null : [.. named.Select(inn => parts.Plan.Find(inn).Inn)];
    }

    private static ExchangeResult Joined(ExchangeResult one, ExchangeResult other) => new()
    {
        Changes = [.. one.Changes, .. other.Changes],
        SigningRequired = [.. one.SigningRequired, .. other.SigningRequired],
        HeldMessages = [.. one.HeldMessages, .. other.HeldMessages],
        ContinueToken = other.ContinueToken ?? one.ContinueToken,
        Wait = one.Wait is null || other.Wait < one.Wait ? other.Wait ?? one.Wait : one.Wait,
        Organisations = [.. one.Organisations, .. other.Organisations],
    };
}
