using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Receipts: what became of orders, reports and blocks. They stay when an order is closed.</summary>
internal static class ReceiptMethods
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "orderIds", "productionOrderIds", "workflowTypes", "resultDocIds", "productGroups", "startCreateDocDate", "endCreateDocDate", "dateFrom", "dateTo",
    };

    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("v3", "GET", "receipts/receipt", One), new("v3", "POST", "receipts/receipt/search", Search), new("v3", "GET", "receipts/document", Document),
    ];

    private static Reply One(Call call)
    {
        var id = call.Need("resultDocId");
        return Reply.Json(new JsonObject { ["results"] = Own(call).Where(one => one.ResultDocId == id).Select(Show).Of() });
    }

    private static Reply Search(Call call)
    {
        var body = call.Object();
        var filter = body.Part("filter") ?? throw new RefusalException(400, "Не заполнено поле filter", 1080);
        if (filter.FirstOrDefault(field => !Known.Contains(field.Key)) is { Key: { } unknown }) throw new RefusalException(400, $"Неизвестное поле {unknown}", 1081);
        var (limit, skip) = ((int)(body.Whole("limit") ?? 100), (int)(body.Whole("skip") ?? 0));
        if (limit is < 1 or > 100 || skip < 0) throw new RefusalException(400, "limit должен быть от 1 до 100", 1082);
        var (from, to) = ((filter.Text("startCreateDocDate") ?? filter.Text("dateFrom")).Date(), (filter.Text("endCreateDocDate") ?? filter.Text("dateTo")).Date());
        if (to - from > TimeSpan.FromDays(7)) throw new RefusalException(400, "Период не должен превышать 7 дней", 1083);
        bool Among(string field, string? value) => filter.List(field) is { Count: 0 } || filter.List(field).Texts(field).Contains(value, StringComparer.Ordinal);
        var found = Own(call).Where(one => Among("orderIds", one.OrderId) && Among("productionOrderIds", one.ProductionOrderId) && Among("workflowTypes", one.WorkflowType)
            && Among("resultDocIds", one.ResultDocId) && Among("productGroups", one.ProductGroup) && !(from > one.Created) && !(to < one.Created)).ToList();
        return Reply.Json(new JsonObject { ["totalCount"] = found.Count, ["results"] = found.Skip(skip).Take(limit).Select(Show).Of() });
    }

    private static Reply Document(Call call)
    {
        var (result, document) = (call.Need("resultDocId"), call.Need("docId"));
        var one = Own(call).FirstOrDefault(one => one.ResultDocId == result && one.DocId == document);
        return Reply.Json(new JsonObject { ["content"] = one?.Content ?? throw new RefusalException(404, $"Документ {document} не найден", 1084) });
    }

    private static IEnumerable<SuzReceipt> Own(Call call) => call.World.Receipts.Rows.Where(one => one.Inn == call.Own.Inn);

    private static JsonObject Show(SuzReceipt one)
    {
        var operation = new JsonObject
        {
            ["eventType"] = "processed",
            ["docId"] = one.DocId,
            ["details"] = new JsonObject { ["products"] = one.Products.Select(product => new JsonObject { ["gtin"] = product.Key, ["quantity"] = product.Value }).Of() },
        };
        return new JsonObject
        {
            ["resultDocId"] = one.ResultDocId,
            ["workflowType"] = one.WorkflowType,
            ["state"] = one.State,
            ["orderId"] = one.OrderId,
            ["productionOrderId"] = one.ProductionOrderId,
            ["productGroup"] = one.ProductGroup,
            ["createdTimestamp"] = one.Created.ToUnixTimeMilliseconds(),
            ["sourceRequest"] = one.SourceRequest,
            ["operations"] = new JsonArray(operation),
        };
    }
}
