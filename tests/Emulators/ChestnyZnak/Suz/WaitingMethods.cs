using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Orders and reports that came without a signature and wait for one.</summary>
internal static class WaitingMethods
{
    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("v3", "GET", "documents/search", Search), new("v3", "GET", "documents/content", Content), new("v3", "POST", "documents/sign", Sign), new("v3", "DELETE", "documents/delete", Delete),
    ];

    private static Reply Search(Call call)
    {
        var type = call.Need("documentType");
        if (type is not ("ORDER" or "UTILISATION_REPORT" or "AGGREGATION_REPORT" or "DROPOUT_REPORT" or "SURPLUS_POSTING")) throw new RefusalException(400, $"Неизвестный documentType {type}", 1090);
        var (limit, skip) = (call.Number("limit", 100, 1, 1000), call.Number("skip", 0, 0, int.MaxValue));
        var found = Waiting(call).Where(one => one.Type == type).ToList();
        return Reply.Json(new JsonObject { ["totalCount"] = found.Count, ["result"] = found.Skip(skip).Take(limit).Select(Show).Of() });
    }

    private static Reply Content(Call call)
    {
        var one = Find(call, call.Need("docId"));
        var answer = Show(one);
        answer["content"] = Convert.ToBase64String(one.Body);
        return Reply.Json(answer);
    }

    private static Reply Sign(Call call)
    {
        var body = call.Object();
        var one = Find(call, body.Need("docId"));
        call.Cms.NeedDetached(body.Need("signature"), one.Body, 413, 422);
        if (call.World.Orders.Find(one.Id) is { } order) call.World.Orders.Put(OrderProcessing.Begin(call.World, order));
        if (call.World.Reports.Find(one.Id) is { } report) call.World.Reports.Put(report with { Status = "PENDING", DueAt = call.World.Now + call.Options.ReportDelay });
        return Reply.Json(new JsonObject { ["success"] = true });
    }

    private static Reply Delete(Call call)
    {
        var one = Find(call, call.Need("docId"));
        if (call.World.Orders.Find(one.Id) is { } order) call.World.Orders.Put(order with { Status = "CLOSED", ClosedBy = "caller", ClosedAt = call.World.Now, Buffers = [.. order.Buffers.Select(buffer => buffer with { Status = "CLOSED" })] });
        if (call.World.Reports.Find(one.Id) is { } report) call.World.Reports.Put(report with { Status = "REJECTED", ErrorReason = "Документ удалён до подписания" });
        return Reply.Json(new JsonObject { ["success"] = true });
    }

    private static Unsigned Find(Call call, string docId) => Waiting(call).FirstOrDefault(one => one.Id == docId) ?? throw new RefusalException(404, $"Документ {docId} не найден или уже подписан", 1091);

    private static IEnumerable<Unsigned> Waiting(Call call) =>
        call.World.Orders.Rows.Where(one => one.Inn == call.Own.Inn && one.Status == "CREATED").Select(one => new Unsigned(one.OrderId, "ORDER", one.ProductGroup, one.Status, one.Created, one.Body))
            .Concat(call.World.Reports.Rows.Where(one => one.Inn == call.Own.Inn && one.Status == "DRAFT").Select(one => new Unsigned(one.ReportId, TypeOf(one.Kind), one.ProductGroup, one.Status, one.Created, one.Body)));

    private static string TypeOf(string kind) => kind == "surplus" ? "SURPLUS_POSTING" : $"{kind.ToUpperInvariant()}_REPORT";

    private static JsonObject Show(Unsigned one) => new()
    {
        ["docId"] = one.Id, ["documentType"] = one.Type, ["productGroup"] = one.Group, ["status"] = one.Status, ["createdTimestamp"] = one.Created.ToUnixTimeMilliseconds(),
    };

    private sealed record Unsigned(string Id, string Type, string Group, string Status, DateTimeOffset Created, byte[] Body);
}
