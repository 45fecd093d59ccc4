using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Documents that callers write, and their states.</summary>
internal sealed class DocumentDrafts(EgaisParts parts, MessageMaking making)
{
    private const int LongestId = 200;

    /// <summary>Keeps a document. What is on its way or done is not changed under its id.</summary>
    public async ValueTask<EgaisDocument> SaveAsync(string kind, EgaisOrganisation owner, ConnectorRecord payload, string? document, CancellationToken cancellationToken)
    {
        var id = string.IsNullOrWhiteSpace(document) ? Guid.CreateVersion7(parts.Time.GetUtcNow()).ToString() : document.Trim();
        var read = KindOf(kind);
        if (id.Length > LongestId) throw new ConnectorException(CallErrors.ParameterNotAllowed($"A document's id has at most {LongestId} characters.", $"Идентификатор документа — не длиннее {LongestId} знаков."));
        var before = await parts.Cards.FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (before is not null) await ThrowIfTakenAsync(before, read, owner, cancellationToken).ConfigureAwait(false);
        var draft = (before ?? new EgaisDocument(id, read, owner.FsrarId)) with { Payload = payload, Number = payload.TextOf("number", "Номер"), Date = DateOf(payload) };
        await parts.Records.WriteAsync(DocumentCards.Numbered(draft), cancellationToken).ConfigureAwait(false);
        return draft;
    }

    /// <summary>What still hinders the document from being sent.</summary>
    public IReadOnlyList<BuildProblem> ProblemsOf(EgaisOrganisation owner, EgaisDocument document)
    {
        var first = parts.Adapter.Statuses.Start(document.Id, document.Kind.ToString()).Actions.Select(action => NextActions.OperationOf(document.Kind, action, document, [])).FirstOrDefault(operation => operation is not null);
        return first is { } operation ? making.Build(owner, document, operation, []).Problems : [];
    }

    /// <summary>Where a document stands; that of a draft where the exchange does not know it yet.</summary>
    public async ValueTask<DocumentState> StateOfAsync(EgaisDocument card, CancellationToken cancellationToken) =>
        await parts.Exchange.FindDocumentAsync(card.Id, cancellationToken).ConfigureAwait(false) ?? parts.Adapter.Statuses.Start(card.Id, card.Kind.ToString()) with { Organisation = card.FsrarId };

    private async ValueTask ThrowIfTakenAsync(EgaisDocument before, EgaisDocumentKind kind, EgaisOrganisation owner, CancellationToken cancellationToken)
    {
        var fresh = parts.Adapter.Statuses.Start(before.Id, kind.ToString()).Actions;
        var state = await StateOfAsync(before, cancellationToken).ConfigureAwait(false);
        if (before.Kind != kind || before.FsrarId != owner.FsrarId || !state.Actions.Any(fresh.Contains)) throw new ConnectorException(CallErrors.Taken(before.Id));
    }

    private static EgaisDocumentKind KindOf(string text)
    {
        if (Enum.TryParse<EgaisDocumentKind>(text?.Trim(), ignoreCase: true, out var kind) && kind is not (EgaisDocumentKind.IncomingWaybill or EgaisDocumentKind.Raw) && Enum.IsDefined(kind)) return kind;
        var known = string.Join(", ", Enum.GetValues<EgaisDocumentKind>().Where(one => one is not (EgaisDocumentKind.IncomingWaybill or EgaisDocumentKind.Raw)));
        throw new ConnectorException(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"There is no kind of document '{text}' that can be saved. Known: {known}.")
        {
            MessageRu = $"Нет вида документа «{text}», который можно записать. Известны: {known}.",
            Reason = "KIND_UNKNOWN",
            Offenders = [$"kind: '{text}' is not known"],
        });
    }

    private static DateOnly? DateOf(ConnectorRecord payload) =>
        payload.ValueOf("date", "Дата") is { } date && ConnectorValues.TryConvert(date, typeof(DateTime), out var read) && read is DateTime day ? DateOnly.FromDateTime(day) : null;
}
