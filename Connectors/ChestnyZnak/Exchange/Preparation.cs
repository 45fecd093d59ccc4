using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>Makes messages of documents and carries out their next actions.</summary>
internal sealed class Preparation(ZnakParts parts, SavedDocuments documents)
{
    private readonly DocumentBuilder builder = new(parts.Plan.Documents, parts.Time);

    /// <summary>Carries out one item. What is wrong with it leaves as its change's error and touches no other item.</summary>
    public async ValueTask<IReadOnlyList<ExchangeChange>> RunAsync(TransferItem item, string? user, CancellationToken cancellationToken)
    {
        SavedDocument? document = null;
        try
        {
            document = await documents.FindAsync(item.Document, cancellationToken).ConfigureAwait(false);
            if (document is null && await parts.Exchange.FindDocumentAsync(item.Document, cancellationToken).ConfigureAwait(false) is { } sent && await ActUnsavedAsync(sent, item, user, cancellationToken).ConfigureAwait(false) is { } done) return done;
            document ??= await documents.GetAsync(item.Document, cancellationToken).ConfigureAwait(false);
            return await ActAsync(document, item, user, cancellationToken).ConfigureAwait(false);
        }
        catch (ConnectorException failure)
        {
            return [new ExchangeChange(document?.Inn ?? item.Organisation ?? "", document?.Type ?? item.Action) { Document = item.Document, Purpose = TrueApiAdapter.Name, Error = failure.Error }];
        }
    }

    // What is sent to the order station was never saved as a document; the exchange knows it all the same.
    private async ValueTask<IReadOnlyList<ExchangeChange>?> ActUnsavedAsync(DocumentState sent, TransferItem item, string? user, CancellationToken cancellationToken)
    {
        if (item.Organisation is { } asked && asked != sent.Organisation) return null;
        return item.Action switch
        {
            ActionNames.CancelTransfer => await parts.Exchange.CancelTransferAsync(parts.Adapter, item.Document, user, cancellationToken).ConfigureAwait(false),
            ActionNames.CancelOperation => [await parts.Exchange.CancelLastOperationAsync(parts.Adapter, item.Document, user, cancellationToken).ConfigureAwait(false)],
            ActionNames.Check => await AskAgainAsync(item.Document, user, cancellationToken).ConfigureAwait(false),
            ActionNames.RunExchange or ActionNames.WaitForJob or ActionNames.WaitForRemote or ActionNames.None => [],
            _ => null,
        };
    }

    private ValueTask<IReadOnlyList<ExchangeChange>> ActAsync(SavedDocument document, TransferItem item, string? user, CancellationToken cancellationToken)
    {
        if (item.Organisation is { } asked && asked != document.Inn) throw OtherOrganisation(document, asked);
        return item.Action switch
        {
            ActionNames.Send or ActionNames.SendCorrected => SendAsync(document, item, user, cancellationToken),
            ActionNames.CancelWithdrawal or ActionNames.CancelShipment => TakeBackAsync(document, item, user, cancellationToken),
            ActionNames.CancelTransfer => EachAsync(document, part => parts.Exchange.CancelTransferAsync(parts.Adapter, part, user, cancellationToken)),
            ActionNames.CancelOperation => EachAsync(document, async part => [await parts.Exchange.CancelLastOperationAsync(parts.Adapter, part, user, cancellationToken).ConfigureAwait(false)]),
            ActionNames.Check => EachAsync(document, part => AskAgainAsync(part, user, cancellationToken)),
            ActionNames.RunExchange or ActionNames.WaitForJob or ActionNames.WaitForRemote or ActionNames.None => new([]),
            _ => throw Unknown(document, item.Action),
        };
    }

    private async ValueTask<IReadOnlyList<ExchangeChange>> SendAsync(SavedDocument document, TransferItem item, string? user, CancellationToken cancellationToken)
    {
        var replaced = item.Extra.Value("payload") as ConnectorRecord;
        if (replaced is not null) document = document with { Payload = replaced };
        var problems = new DocumentProblems();
        var built = builder.Build(document.Shape, parts.Plan.Find(document.Inn), document.Payload, problems);
        problems.ThrowIfAny(document.Id);
        var ids = built.Count == 1 ? [] : Enumerable.Range(1, built.Count).Select(number => $"{document.Id}#{number}").ToList();
        if (replaced is not null && (document.Parts.Count > 0 || ids.Count > 0)) await ThrowIfPartlySentAsync(document, cancellationToken).ConfigureAwait(false);
        var kept = SavedDocuments.Change(document with { Parts = ids });
        var messages = built.Select((part, at) => Message(document, part, document.Shape.Type, item.Action, user) with
        {
            Document = ids.Count == 0 ? document.Id : ids[at],
            BaseDocument = ids.Count == 0 ? null : document.Id,
            Records = at == 0 ? [kept] : [],
        }).ToList();
        return await parts.Exchange.PrepareAsync(parts.Adapter, messages, cancellationToken).ConfigureAwait(false);
    }

    // Another body is split at other places: what a part has taken along already would go once more with another one.
    private async ValueTask ThrowIfPartlySentAsync(SavedDocument document, CancellationToken cancellationToken)
    {
        foreach (var part in document.Sent)
        {
            var state = await parts.Exchange.FindDocumentAsync(part, cancellationToken).ConfigureAwait(false);
            if (state is not null && !state.Actions.Contains(ActionNames.Send) && !state.Actions.Contains(ActionNames.SendCorrected)) throw PartlySent(document, part);
        }
    }

    // The other side has its own document for that; it names the one it takes back.
    private async ValueTask<IReadOnlyList<ExchangeChange>> TakeBackAsync(SavedDocument document, TransferItem item, string? user, CancellationToken cancellationToken)
    {
        if (!DocumentStatuses.Cancelling.TryGetValue(document.Type, out var type)) throw Unknown(document, item.Action);
        var shape = DocumentShapes.Find(type)!;
        var messages = new List<OutgoingMessage>();
        foreach (var part in document.Sent)
        {
            var sent = await parts.Exchange.ListMessagesAsync(new ExchangeQuery { Document = part, Stages = [ExchangeStage.Done, ExchangeStage.WaitingRemote] }, cancellationToken).ConfigureAwait(false);
            if (sent.LastOrDefault(message => message.Content.Operation == document.Type)?.RequestId is not { } number) throw NotDone(document);
            var body = new ConnectorRecord(item.Extra);
            var field = type == "LP_CANCEL_SHIPMENT" ? "shipment_number" : parts.Plan.Documents.WithdrawalField;
            if (!body.Has(field)) body[field] = number;
            var problems = new DocumentProblems();
            var built = builder.Build(shape, parts.Plan.Find(document.Inn), body, problems);
            problems.ThrowIfAny(part);
            messages.AddRange(built.Select(one => Message(document, one, type, item.Action, user) with { Document = part }));
        }

        return await parts.Exchange.PrepareAsync(parts.Adapter, messages, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<IReadOnlyList<ExchangeChange>> AskAgainAsync(string document, string? user, CancellationToken cancellationToken)
    {
        var open = await parts.Exchange.ListMessagesAsync(new ExchangeQuery { Document = document, Stages = [ExchangeStage.Uncertain, ExchangeStage.Parked] }, cancellationToken).ConfigureAwait(false);
        var changes = new List<ExchangeChange>();

        // What the message was parked for is not a failure of asking again.
        foreach (var message in open) changes.Add(await parts.Exchange.DecideAsync(parts.Adapter, message.Id, ExchangeDecision.AskAgain, null, user, cancellationToken).ConfigureAwait(false) with { Error = null });
        return changes;
    }

    private static async ValueTask<IReadOnlyList<ExchangeChange>> EachAsync(SavedDocument document, Func<string, ValueTask<IReadOnlyList<ExchangeChange>>> act)
    {
        var changes = new List<ExchangeChange>();
        foreach (var part in document.Sent) changes.AddRange(await act(part).ConfigureAwait(false));
        return changes;
    }

    private static OutgoingMessage Message(SavedDocument document, BuiltPart part, string type, string action, string? user) => new(document.Inn, type, part.Content)
    {
        Purpose = TrueApiAdapter.Name,
        ProductGroup = document.Group,
        DocumentKind = document.Shape.StemEn,
        Action = action,
        Format = document.Shape.Format,
        NeedsSignature = true,
        SecondPayload = part.Second,
        SecondSigner = part.SecondSigner,
        Extra = new ConnectorRecord { { "codes", (long)part.Codes } },
        User = user,
    };

    private static ConnectorException OtherOrganisation(SavedDocument document, string asked) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"The document {document.Id} belongs to {document.Inn}, not to {asked}.") { MessageRu = $"Документ {document.Id} принадлежит {document.Inn}, а не {asked}.", Reason = "OTHER_ORGANISATION" });

    private static ConnectorException PartlySent(SavedDocument document, string part) =>
        new(new ConnectorError(ConnectorErrorCode.Conflict, $"{part} of the document {document.Id} is on its way or done: its payload cannot be replaced. Send without a payload, or save what is left as a document of its own.")
        {
            MessageRu = $"{part} документа {document.Id} уже передаётся или проведён: заменить содержимое нельзя. Передайте без payload или запишите остаток отдельным документом.",
            Reason = "PARTLY_SENT",
        });

    private static ConnectorException NotDone(SavedDocument document) =>
        new(new ConnectorError(ConnectorErrorCode.Rejected, $"The document {document.Id} was not accepted by Chestny ZNAK, so that there is nothing to take back.")
        {
            MessageRu = $"Документ {document.Id} не проведён в Честном ЗНАКе, отменять нечего.",
            Reason = ZnakReasons.NeedsAttention,
        });

    private static ConnectorException Unknown(SavedDocument document, string action) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"The action '{action}' cannot be carried out for the document {document.Id} here; a step of its own needs a document of its own.")
        {
            MessageRu = $"Действие «{action}» для документа {document.Id} здесь не выполняется; для отдельного шага нужен отдельный документ.",
            Reason = "ACTION_UNKNOWN",
        });
}
