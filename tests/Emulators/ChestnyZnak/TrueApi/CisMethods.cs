using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Codes by КИ, under v3.</summary>
internal static class CisMethods
{
    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("v3", "POST", "cises/info", Info), new("v3", "POST", "cises/short/list", Short), new("v3", "POST", "cises/history", History),
        new("v3", "POST", "cises/history/list", HistoryOfPack), new("v3", "POST", "cises/aggregated/list", Aggregated), new("v3", "POST", "cises/check", Check),
        new("v3", "POST", "cises/gz/info", GrayZone), new("v3", "POST", "cises/eaes/info", Abroad),
    ];

    /// <summary>Codes of a list, each a КИ.</summary>
    public static IReadOnlyList<string> NeedCodes(JsonArray list, int most = 1000)
    {
        var codes = list.Texts("cises");
        if (codes.Count == 0 || codes.Count > most) throw new RefusalException(400, $"Количество кодов должно быть от 1 до {most}");
        foreach (var one in codes)
        {
            if (CodeText.ProblemOfCis(one) is { } problem) throw new RefusalException(400, $"Некорректный код идентификации: {problem}");
        }

        return codes;
    }

    // The order of the answer is promised nowhere: it is turned round, so that nobody relies on it.
    private static Reply Info(Call call)
    {
        var group = call.AskGroup();
        var codes = NeedCodes(call.Array());
        var items = codes.Select(text => CisAnswer.Item(call, text, group)).Reverse().ToList();
        var errors = items.Select(item => (string?)item["errorCode"]).Distinct().ToList();
        // The same failure of all is the answer's status; its body stays the array.
        return Reply.Json(items.Of(), errors is [{ } one] ? int.Parse(one, null) : 200);
    }

    private static Reply Short(Call call) => Reply.Json(NeedCodes(call.Array()).Select(text => new JsonObject { ["result"] = CisAnswer.Public(call.World, text) }).Of());

    private static Reply History(Call call)
    {
        var cis = NeedCodes([call.Need("cis")])[0];
        var code = call.World.CodeOf(cis) ?? throw new RefusalException(404, $"Код {cis} не найден");
        return Reply.Json(code.History.Select(line => line.Split(' ')).Select(parts => new JsonObject
        {
            ["cis"] = code.Cis, ["operationDate"] = parts[0], ["operationType"] = string.Join(' ', parts[1..^1]), ["docId"] = parts[^1],
        }).Of());
    }

    private static Reply HistoryOfPack(Call call)
    {
        var cis = NeedCodes([call.Object().Need("cis")])[0];
        var code = call.World.CodeOf(cis) ?? throw new RefusalException(404, $"Код {cis} не найден");
        var row = new JsonObject { ["cis"] = code.Cis, ["operationType"] = code.Parent is null ? "EMISSION" : "AGGREGATION", ["operationDate"] = code.Emitted.At(), ["packageType"] = code.PackageType, ["parent"] = code.Parent };
        return Reply.Json(new JsonObject { ["cisAggregation"] = new JsonArray(row) });
    }

    // What is unknown or no pack is not there at all.
    private static Reply Aggregated(Call call)
    {
        var group = call.NeedGroup();
        var map = new JsonObject();
        foreach (var cis in NeedCodes(call.Array()).Distinct(StringComparer.Ordinal))
        {
            if (call.World.CodeOf(cis) is { } pack && pack.ProductGroup == group && Inside(call, pack.Cis, ProductGroups.IsTobacco(group) ? 10 : 1) is JsonObject inside) map[cis] = inside;
        }

        return Reply.Json(map);
    }

    private static JsonNode Inside(Call call, string cis, int layers)
    {
        var inside = call.World.Codes.Of(cis);
        if (layers == 0 || inside.Count == 0) return call.Options.AggregateLeavesAsObjects && layers < 1 ? new JsonObject() : new JsonArray();
        var map = new JsonObject();
        foreach (var one in inside) map[one.Cis] = Inside(call, one.Cis, layers - 1);
        return map;
    }

    private static Reply Check(Call call)
    {
        call.Rates.Pass($"cises/check {call.Own.Inn}", 1, TimeSpan.FromSeconds(2));
        var codes = call.Object().List("codes").Texts();
        if (codes.Count is 0 or > 1000) throw new RefusalException(400, "Количество кодов должно быть от 1 до 1000");
        var bad = codes.Where(full => call.World.CodeOf(full) is not { } code || code.Full != full || code.BadSignature).ToList();
        return Reply.Json(bad.Count == 0 ? new JsonObject { ["result"] = true, ["quantity"] = codes.Count } : new JsonObject { ["result"] = false, ["codes"] = bad.Of() });
    }

    private static Reply GrayZone(Call call) =>
        Reply.Json(NeedCodes(call.Array()).Select(cis => new JsonObject { ["cis"] = cis, ["grayZone"] = call.World.CodeOf(cis) is { GrayZone: true } }).Of());

    private static Reply Abroad(Call call)
    {
        var country = call.Need("country");
        return Reply.Json(new JsonObject { ["country"] = country, ["results"] = NeedCodes(call.Array()).Select(cis => new JsonObject { ["cis"] = cis, ["errorCode"] = "404" }).Of() });
    }
}
