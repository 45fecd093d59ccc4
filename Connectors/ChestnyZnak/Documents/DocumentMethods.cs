using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Documents that callers hand over, and where they stand.</summary>
internal sealed class DocumentMethods(ZnakParts parts, SavedDocuments documents) : Connector
{
    private const string Class = "Documents";
    private readonly DocumentBuilder builder = new(parts.Plan.Documents, parts.Time);

    [ConnectorMethod("Save", Class = Class, Aliases = ["Записать"], Description = "Checks and keeps a document; PrepareForTransfer sends it.")]
    public async Task<ConnectorRecord> SaveAsync(
        [ConnectorParameter("kind", Aliases = ["type", "Вид"])] string kind, [ConnectorParameter("payload", Aliases = ["Данные"])] ConnectorRecord payload, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null,
        [ConnectorParameter("productGroup", Aliases = ["pg", "ВидПродукции"])] string? productGroup = null, [ConnectorParameter("document", Aliases = ["id", "Документ", "Ссылка"])] string? document = null)
    {
        var shape = DocumentShapes.Find(kind) ?? throw UnknownKind(kind);
        var owner = parts.Plan.Find(organisation);
        var id = string.IsNullOrWhiteSpace(document) ? Guid.CreateVersion7(parts.Time.GetUtcNow()).ToString() : document.Trim();
        var problems = new DocumentProblems();
        var group = GroupOf(productGroup ?? payload.Text("productGroup", "pg"), owner, problems);
        var body = new ConnectorRecord(payload.Where(field => field.Key is not ("productGroup" or "pg")));
        if (id.Length > 200 || id.Contains('#', StringComparison.Ordinal)) problems.Add("document", "has more than 200 characters or a '#'", "длиннее 200 знаков или содержит «#»");
        var built = builder.Build(shape, owner, body, problems);
        problems.ThrowIfAny(id);
        var before = await documents.FindAsync(id, cancellationToken).ConfigureAwait(false);
        if (before is not null) await ThrowIfSentAsync(before, owner, shape, cancellationToken).ConfigureAwait(false);
        await documents.KeepAsync(new SavedDocument(id, owner.Inn, shape.Type, group, body), cancellationToken).ConfigureAwait(false);
        return new ConnectorRecord { { "document", id }, { "organisation", owner.Inn }, { "type", shape.Type }, { "productGroup", group }, { "parts", (long)built.Count }, { "codes", (long)built.Sum(part => part.Codes) } };
    }

    [ConnectorMethod("Get", Class = Class, Aliases = ["Получить"], Safety = MethodSafety.Safe, Description = "A document, its parts, and where they stand.")]
    public async Task<ConnectorRecord> GetAsync([ConnectorParameter("document", Aliases = ["Документ", "Ссылка"])] string document, CancellationToken cancellationToken)
    {
        var saved = await documents.GetAsync(document, cancellationToken).ConfigureAwait(false);
        var states = new List<object?>();
        foreach (var part in saved.Sent)
        {
            var state = await parts.Exchange.FindDocumentAsync(part, cancellationToken).ConfigureAwait(false) ?? parts.Adapter.Statuses.Start(part, saved.Shape.StemEn) with { Organisation = saved.Inn };
            states.Add(ExchangeRecords.Of(state));
        }

        return new ConnectorRecord { { "document", saved.Id }, { "organisation", saved.Inn }, { "type", saved.Type }, { "productGroup", saved.Group }, { "payload", saved.Payload }, { "states", states } };
    }

    [ConnectorMethod("Protocol", Class = Class, Aliases = ["Протокол"], Safety = MethodSafety.Safe, Description = "What happened to a document or a message, oldest first.")]
    public async Task<ConnectorTable> ProtocolAsync([ConnectorParameter("document", Aliases = ["message", "Документ", "Ссылка"])] string document, CancellationToken cancellationToken)
    {
        var rows = new List<ConnectorRecord>();
        foreach (var part in (await documents.FindAsync(document, cancellationToken).ConfigureAwait(false))?.Sent ?? [document])
        {
            rows.AddRange((await parts.Exchange.ListProtocolAsync(part, cancellationToken).ConfigureAwait(false)).Select(entry => new ConnectorRecord
            {
                { "at", entry.At }, { "object", entry.Document }, { "operation", entry.Operation }, { "incoming", entry.Incoming }, { "stage", entry.Stage?.ToString() }, { "fact", entry.Fact?.Kind.ToString() },
                { "status", entry.Fact?.Status }, { "requestId", entry.RequestId }, { "description", entry.Description }, { "user", entry.User },
            }));
        }

        return ConnectorTable.FromRecords(rows);
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Performance", "CA1822", Justification = "A connector's methods belong to its instance.")]
    [ConnectorMethod("Types", Class = Class, Aliases = ["Виды"], Safety = MethodSafety.Safe, Description = "The types of documents that can be sent, with their fields that are checked.")]
    public ConnectorTable Types() => ConnectorTable.FromRecords(DocumentShapes.All.Select(shape => new ConnectorRecord
    {
        { "type", shape.Type }, { "name", shape.Stem }, { "nameEn", shape.StemEn }, { "format", shape.Format }, { "required", string.Join(", ", shape.OwnInn.Concat(shape.Required)) },
        { "list", shape.List }, { "codes", string.Join(", ", shape.Codes) }, { "rowRequired", string.Join(", ", shape.RowRequired) },
    }));

    private string GroupOf(string? group, ZnakOrganisation owner, DocumentProblems problems)
    {
        if (group is not null) return parts.Plan.Groups.AliasOf(group);
        if (owner.ProductGroups.Count == 1) return owner.ProductGroups[0];
        problems.Add("productGroup", "is missing: name the product group, such as milk", "не заполнено: укажите товарную группу, например milk");
        return "";
    }

    // What is on its way or done is not changed under its number: a correction is a document of its own.
    private async ValueTask ThrowIfSentAsync(SavedDocument before, ZnakOrganisation owner, DocumentShape shape, CancellationToken cancellationToken)
    {
        if (before.Inn != owner.Inn || before.Type != shape.Type) throw Taken(before.Id);
        foreach (var part in before.Sent)
        {
            var state = await parts.Exchange.FindDocumentAsync(part, cancellationToken).ConfigureAwait(false);
            if (state is not null && !state.Actions.Contains(ActionNames.Send) && !state.Actions.Contains(ActionNames.SendCorrected)) throw Taken(before.Id);
        }
    }

    private static ConnectorException Taken(string id) =>
        new(new ConnectorError(ConnectorErrorCode.Conflict, $"The document {id} is of another kind, or is on its way already. Save a correction under a number of its own.")
        {
            MessageRu = $"Документ {id} другого вида или уже передаётся. Запишите исправление под другим номером.",
            Reason = "DOCUMENT_TAKEN",
        });

    private static ConnectorException UnknownKind(string kind)
    {
        var known = string.Join(", ", DocumentShapes.All.Select(shape => shape.Type));
        return new(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"There is no document type '{kind}'. Known: {known}.")
        {
            MessageRu = $"Нет вида документа «{kind}». Известны: {known}.",
            Reason = "KIND_UNKNOWN",
            Detail = $"Known: {known}.",
            Offenders = [$"kind: '{kind}' is not known"],
        });
    }
}
