using System.Text;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Documents that callers hand over, and where all of them stand.</summary>
internal sealed class DocumentMethods(EgaisParts parts, DocumentDrafts drafts, MessageMaking making) : Connector
{
    private const int MostListed = 1000;

    [ConnectorMethod("Save", Class = EgaisRooms.Documents, Aliases = ["Записать"], Description = "Keeps a document; PrepareForTransfer sends it. What is still wrong with it comes back as warnings.")]
    public async Task<ConnectorRecord> SaveAsync(
        [ConnectorParameter("kind", Aliases = ["type", "Вид"])] string kind, [ConnectorParameter("organisation", Aliases = ["fsrarId", "Организация"])] string organisation, [ConnectorParameter("payload", Aliases = ["Данные"])] object payload,
        CancellationToken cancellationToken, [ConnectorParameter("document", Aliases = ["id", "documentId", "Документ", "Ссылка"])] string? document = null)
    {
        var owner = OrganisationList.One(parts.Plan, organisation);
        var saved = await drafts.SaveAsync(kind, owner, CallFields.Record(payload, "payload"), document, cancellationToken).ConfigureAwait(false);
        var problems = drafts.ProblemsOf(owner, saved);
        return new ConnectorRecord
        {
            { "document", saved.Id }, { "documentId", saved.Id }, { "kind", saved.Kind.ToString() }, { "fsrarId", saved.FsrarId }, { "state", "Draft" },
            { "warnings", problems.Select(problem => (object?)$"{problem.Path}: {problem.RuleRu}").ToList() },
        };
    }

    [ConnectorMethod("BuildXml", Class = EgaisRooms.Documents, Aliases = ["СформироватьXML"], Safety = MethodSafety.Safe, Description = "The XML that a next action would send, or what is wrong with it; nothing is kept and nothing is sent.")]
    public async Task<ConnectorRecord> BuildXmlAsync(
        [ConnectorParameter("document", Aliases = ["documentId", "Документ", "Ссылка"])] string document, CancellationToken cancellationToken,
        [ConnectorParameter("nextAction", Aliases = ["action", "ДальнейшееДействие"])] string? nextAction = null, [ConnectorParameter("extra", Aliases = ["ДополнительныеПараметры"])] object? extra = null)
    {
        var card = await parts.Cards.GetAsync(document, cancellationToken).ConfigureAwait(false);
        var item = TransferItem.Read(document, nextAction, extra)[0];
        var action = item.Action.Length > 0 ? item.Action : NextAction.TransferData;
        var operation = NextActions.OperationOf(card.Kind, action, card, item.Extra) ?? throw new ConnectorException(CallErrors.NoOperation(card, action));
        var built = making.Build(OrganisationList.One(parts.Plan, card.FsrarId), card, operation, item.Extra);
        return new ConnectorRecord
        {
            { "operation", operation.ToString() }, { "urlType", built.UrlType }, { "element", built.Element }, { "identity", built.Identity }, { "xml", built.IsBuilt ? Encoding.UTF8.GetString(built.Xml) : null },
            { "problems", built.Problems.Select(problem => (object?)new ConnectorRecord { { "path", problem.Path }, { "rule", problem.Rule }, { "ruleRu", problem.RuleRu } }).ToList() },
            { "errorText", string.Join("\n", built.Problems.Select(problem => $"{problem.Path}: {problem.RuleRu}")) }, { "errorCode", built.IsBuilt ? "" : "VALIDATION" },
        };
    }

    [ConnectorMethod("GetDocument", Class = EgaisRooms.Exchange, Aliases = ["ПолучитьДокумент"], Safety = MethodSafety.Safe, Description = "A document: its numbers, state, next actions, positions and history.")]
    public async Task<ConnectorRecord> GetDocumentAsync([ConnectorParameter("document", Aliases = ["documentId", "id", "Документ", "Ссылка"])] string document, CancellationToken cancellationToken)
    {
        var card = await parts.Cards.GetAsync(document, cancellationToken).ConfigureAwait(false);
        var record = DocumentRecords.Of(card, await drafts.StateOfAsync(card, cancellationToken).ConfigureAwait(false), withPayload: true);
        record["history"] = (await parts.Exchange.ListProtocolAsync(document, cancellationToken).ConfigureAwait(false)).Select(entry => (object?)DocumentRecords.Of(entry, withXml: false)).ToList();
        return record;
    }

    [ConnectorMethod("ListDocuments", Class = EgaisRooms.Exchange, Aliases = ["СписокДокументов"], Safety = MethodSafety.Safe, Description = "The documents of an organisation, by number of the registry, kind, state or own number.")]
    public async Task<IReadOnlyList<ConnectorRecord>> ListDocumentsAsync(
        CancellationToken cancellationToken, [ConnectorParameter("filter", Aliases = ["Отбор"])] object? filter = null, [ConnectorParameter("limit", Aliases = ["Количество"])] int limit = 100, [ConnectorParameter("after", Aliases = ["После"])] string? after = null)
    {
        var wanted = filter is string fsrarId ? new ConnectorRecord { { "fsrarId", fsrarId } } : CallFields.Record(filter, "filter");
        var owner = OrganisationList.One(parts.Plan, wanted.TextOf("fsrarId", "organisation", "Организация"));
        var most = Math.Clamp(limit, 1, MostListed);
        var found = new List<ConnectorRecord>();
        while (found.Count < most)
        {
            var page = await parts.Cards.ListAsync(owner.FsrarId, wanted.TextOf("regId"), after, MostListed, cancellationToken).ConfigureAwait(false);
            foreach (var card in page)
            {
                after = card.Id;
                if (!Fits(card, wanted)) continue;
                var state = await drafts.StateOfAsync(card, cancellationToken).ConfigureAwait(false);
                if (wanted.TextOf("state", "status", "Статус") is { } asked && !state.Status.Equals(asked, StringComparison.OrdinalIgnoreCase) && EgaisNames.StatusRu(state.Status) != asked) continue;
                found.Add(DocumentRecords.Of(card, state, withPayload: false));
                if (found.Count == most) break;
            }

            if (page.Count < MostListed) break;
        }

        return found;
    }

    [ConnectorMethod("GetProtocol", Class = EgaisRooms.Exchange, Aliases = ["Протокол", "ПолучитьПротокол"], Safety = MethodSafety.Safe, Description = "What happened to a document or a message, oldest first, with the XML where it is asked for.")]
    public async Task<IReadOnlyList<ConnectorRecord>> GetProtocolAsync(
        [ConnectorParameter("document", Aliases = ["documentId", "message", "filter", "Документ", "Ссылка"])] object document, CancellationToken cancellationToken, [ConnectorParameter("withXml", Aliases = ["СXML"])] bool withXml = false)
    {
        var name = document is ConnectorRecord filter ? filter.TextOf("document", "documentId", "message") : CallFields.Texts(document) is [var one, ..] ? one : null;
        if (name is null) throw new ConnectorException(new ConnectorError(ConnectorErrorCode.InvalidArguments, "Name a document or a message.") { MessageRu = "Укажите документ или сообщение.", Offenders = ["document: missing"] });
        var entries = await parts.Exchange.ListProtocolAsync(name, withXml, cancellationToken).ConfigureAwait(false);
        if (entries.Count == 0) await parts.Cards.GetAsync(name, cancellationToken).ConfigureAwait(false);
        return [.. entries.Select(entry => DocumentRecords.Of(entry, withXml))];
    }

    [ConnectorMethod("GetLastErrorText", Class = EgaisRooms.Exchange, Aliases = ["ТекстПоследнейОшибки"], Safety = MethodSafety.Safe, Description = "The last error of a document in the registry's own words; empty when there was none.")]
    public async Task<string> GetLastErrorTextAsync([ConnectorParameter("document", Aliases = ["documentId", "Документ", "Ссылка"])] string document, CancellationToken cancellationToken)
    {
        var state = await parts.Exchange.FindDocumentAsync(document, cancellationToken).ConfigureAwait(false);
        if (state?.Error is { } error) return ChangeRecords.TextOf(error);
        // What could not leave yet waits without an error of its document.
        var waiting = await parts.Exchange.ListMessagesAsync(new ExchangeQuery { Document = document }, cancellationToken).ConfigureAwait(false);
        if (waiting.LastOrDefault(message => !message.IsFinal)?.LastError is { } delay) return ChangeRecords.TextOf(delay);
        var protocol = await parts.Exchange.ListProtocolAsync(document, cancellationToken).ConfigureAwait(false);
        return protocol.Select(entry => entry.Fact?.Error).OfType<ConnectorError>().LastOrDefault() is { } last ? ChangeRecords.TextOf(last) : "";
    }

    private static bool Fits(EgaisDocument card, ConnectorRecord wanted) =>
        (wanted.TextOf("kind", "Вид") is not { } kind || card.Kind.ToString().Equals(kind, StringComparison.OrdinalIgnoreCase))
        && (wanted.TextOf("number", "Номер") is not { } number || card.Number == number);
}
