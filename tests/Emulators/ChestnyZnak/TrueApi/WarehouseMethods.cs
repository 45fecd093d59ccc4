using System.Globalization;
using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Balances of goods counted by quantity, and of money.</summary>
internal static class WarehouseMethods
{
    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("v3", "POST", "warehouse/balance", Balance), new("v3", "POST", "warehouse/operations", Operations), new("v3", "GET", "elk/product-groups/balance/all", Money),
    ];

    private static Reply Balance(Call call)
    {
        var body = call.Object();
        var gtins = body.List("gtins").Texts("gtins");
        if (gtins.Count > 1000) throw new RefusalException(400, "Количество GTIN не должно превышать 1000");
        var (page, size) = Page(body);
        var own = call.World.Products.Rows.Where(one => one.Inn == call.Own.Inn && (gtins.Count == 0 || gtins.Contains(one.Gtin))).Skip(page * size).Take(size);
        return Reply.Json(new JsonObject { ["balances"] = own.Select(one => Row(call, one)).Of() });
    }

    private static Reply Operations(Call call)
    {
        var body = call.Object();
        var (from, to) = (body.Need("dateFrom").Date()!.Value, body.Need("dateTo").Date()!.Value);
        if (to < from || to - from > TimeSpan.FromDays(92)) throw new RefusalException(400, "Период не должен превышать 92 дня");
        return Reply.Json(new JsonObject { ["operations"] = new JsonArray() });
    }

    private static Reply Money(Call call) => Reply.Json(call.Own.ProductGroups.Select(group => new JsonObject
    {
        ["productGroupId"] = ProductGroups.NumberOf(group), ["productGroup"] = group, ["balance"] = 1_000_000, ["contractId"] = 1, ["organisationId"] = 1,
    }).Of());

    private static JsonObject Row(Call call, Product one)
    {
        var count = call.World.Codes.Rows.Count(code => code.Gtin == one.Gtin && code.OwnerInn == call.Own.Inn && code.InCirculation);
        return new JsonObject { ["gtin"] = one.Gtin, ["saldo"] = count, ["actualInput"] = count, ["actualOutput"] = 0, ["quantity"] = count.ToString(CultureInfo.InvariantCulture) };
    }

    private static (int Page, int Size) Page(JsonObject body)
    {
        var page = body.Part("pagination");
        var (number, size) = ((int)(page.Whole("page") ?? 0), (int)(page.Whole("perPage") ?? 100));
        return number >= 0 && size is >= 1 and <= 1000 ? (number, size) : throw new RefusalException(400, "perPage должно быть от 1 до 1000");
    }
}
