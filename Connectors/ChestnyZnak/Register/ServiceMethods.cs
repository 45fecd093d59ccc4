using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Transport;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Services around transfer documents and till receipts.</summary>
internal sealed class ServiceMethods(ZnakParts parts, RegisterCall register) : Connector
{
    [ConnectorMethod("ReprocessDocument", Aliases = ["ОбработатьДокументПовторно"], Description = "Asks for a transfer document to be processed again; not before four hours have passed.")]
    public async Task<ConnectorRecord> ReprocessDocumentAsync(
        [ConnectorParameter("document", Aliases = ["number", "Документ"])] string document, [ConnectorParameter("productGroup", Aliases = ["pg", "ВидПродукции"])] string productGroup, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        var path = RegisterCall.Query(RegisterCall.V3 + "document/reprocess", ("pg", parts.Plan.Groups.AliasOf(productGroup)));
        var request = RegisterCall.Post(parts.Plan.Find(organisation), path, new JObject { ["documentId"] = document }, TimeSpan.Zero) with { Class = CallClass.IrreversibleWrite };
        return RegisterCall.Record(await register.AskAsync(request, cancellationToken).ConfigureAwait(false));
    }

    [ConnectorMethod("ValidateUpd", Aliases = ["ПроверитьУПД"], TimeLimit = "00:01:00", Description = "Has a transfer document checked before it is shipped; an unfinished check is asked for again by its id.")]
    public async Task<ConnectorRecord> ValidateUpdAsync(CancellationToken cancellationToken, [ConnectorParameter("content", Aliases = ["Содержимое"])] object? content = null, [ConnectorParameter("id")] string? id = null, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        var owner = parts.Plan.Find(organisation);
        if (content is not null)
        {
            id ??= Guid.CreateVersion7(parts.Time.GetUtcNow()).ToString();
            var bytes = DocumentBytes.Xml(content) ?? throw ArgumentErrors.Invalid("ValidateUpd", ["content: text or bytes are needed"], ["content", "id", "organisation"]);
            var body = new JObject { ["id"] = id, ["content"] = Convert.ToBase64String(bytes), ["documentType"] = "UPD", ["documentFormat"] = "XML" };
            await register.AskAsync(RegisterCall.Post(owner, RegisterCall.V3 + "doc/validator/create", body, TimeSpan.Zero) with { Class = CallClass.IrreversibleWrite }, cancellationToken).ConfigureAwait(false);
        }

        if (id is null) throw ArgumentErrors.Invalid("ValidateUpd", ["content: missing, and no id either"], ["content", "id", "organisation"]);
        for (var asked = 0; ; asked++)
        {
            var answer = await register.AskAsync(RegisterCall.Post(owner, RegisterCall.V3 + "doc/validator/status", new JObject { ["id"] = id }, TimeSpan.Zero), cancellationToken).ConfigureAwait(false);
            var isOpen = answer.Text("status") is "IN_PROGRESS" or "AWAITING";
            if (!isOpen || asked >= 5) return new ConnectorRecord { { "id", id }, { "status", answer.Text("status") }, { "finished", !isOpen }, { "errors", RegisterCall.Table(answer.Items("errors")) } };
            await Task.Delay(TimeSpan.FromSeconds(1 << asked), parts.Time, cancellationToken).ConfigureAwait(false);
        }
    }

    [ConnectorMethod("GetDocumentCodes", Aliases = ["ПолучитьКодыДокумента"], Safety = MethodSafety.Safe, Description = "The codes of a document that was handed in directly.")]
    public async Task<ConnectorRecord> GetDocumentCodesAsync(
        [ConnectorParameter("document", Aliases = ["number", "Документ"])] string document, [ConnectorParameter("productGroup", Aliases = ["pg", "ВидПродукции"])] string productGroup, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null)
    {
        var path = RegisterCall.Query(RegisterCall.V3 + "doc/cises", ("documentId", document), ("productGroup", parts.Plan.Groups.AliasOf(productGroup)));
        return RegisterCall.Record(await register.AskAsync(RegisterCall.Get(parts.Plan.Find(organisation), path, args.Deadline ?? TimeSpan.Zero), cancellationToken).ConfigureAwait(false));
    }

    [ConnectorMethod("SearchReceipts", Aliases = ["НайтиЧеки"], Safety = MethodSafety.Safe, Description = "Till receipts that Chestny ZNAK knows, one page.")]
    public async Task<ConnectorRecord> SearchReceiptsAsync(
        [ConnectorParameter("filter", Aliases = ["Отбор"])] ConnectorRecord filter, InvokeArgs args, CancellationToken cancellationToken, [ConnectorParameter("organisation", Aliases = ["inn", "Организация"])] string? organisation = null, [ConnectorParameter("limit")] int limit = 100, [ConnectorParameter("next")] string? next = null)
    {
        var pagination = new JObject { ["perPage"] = limit };
        if (next is not null) pagination["pageToken"] = next;
        var body = new JObject { ["filter"] = JsonValues.ToJson(DocumentBytes.Dated(filter)), ["pagination"] = pagination };
        var answer = await register.AskAsync(RegisterCall.Post(parts.Plan.Find(organisation), RegisterCall.V3 + "receipt/search", body, args.Deadline ?? TimeSpan.Zero), cancellationToken).ConfigureAwait(false);
        return new ConnectorRecord { { "rows", RegisterCall.Table(answer.Items("results")) }, { "next", answer.Text("nextPageToken") } };
    }
}
