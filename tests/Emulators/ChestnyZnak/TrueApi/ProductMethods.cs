using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Product cards and participants.</summary>
internal static class ProductMethods
{
    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("v4", "POST", "product/info", Info), new("v4", "GET", "product/gtin", Own), new("v3", "GET", "participants", Participants),
    ];

    // A card that is not ready for circulation is absent, which is no error.
    private static Reply Info(Call call)
    {
        var gtins = call.Object().List("gtins").Texts("gtins");
        if (gtins.Count is 0 or > 1000) throw new RefusalException(400, "Количество GTIN должно быть от 1 до 1000");
        if (gtins.FirstOrDefault(one => !Gtins.IsGtin(one)) is { } wrong) throw new RefusalException(400, $"Неверный GTIN {wrong}");
        var cards = gtins.Distinct().Select(call.World.Products.Find).OfType<Product>().Where(one => !one.NotReady).ToList();
        return Reply.Json(new JsonObject { ["results"] = cards.Select(Card).Of(), ["total"] = cards.Count, ["errorCode"] = null });
    }

    private static Reply Own(Call call)
    {
        var group = call.NeedGroup();
        var (limit, page) = (call.Number("limit", 10_000, 1, 10_000), call.Number("page", 0, 0, int.MaxValue));
        var own = call.World.Products.Rows.Where(one => one.Inn == call.Own.Inn && one.ProductGroup == group).ToList();
        return Reply.Json(new JsonObject { ["results"] = own.Skip(page * limit).Take(limit).Select(one => new JsonObject { ["gtin"] = one.Gtin, ["name"] = one.Name }).Of(), ["total"] = own.Count });
    }

    private static Reply Participants(Call call)
    {
        var inns = call.Need("inns").Split(',').Concat(call.Query["inns"].Skip(1)).ToList();
        if (inns.Count > 100) throw new RefusalException(400, "Количество ИНН не должно превышать 100");
        return Reply.Json(inns.Select(inn => call.World.Organisations.Find(inn) is { } one
            ? new JsonObject { ["inn"] = inn, ["name"] = one.Name, ["status"] = "Зарегистрирован", ["statusInn"] = "REGISTERED", ["is_registered"] = true, ["productGroups"] = one.ProductGroups.Of() }
            : new JsonObject { ["inn"] = inn, ["is_registered"] = false, ["productGroups"] = new JsonArray() }).Of());
    }

    private static JsonObject Card(Product one) => new()
    {
        ["name"] = one.Name,
        ["gtin"] = one.Gtin,
        ["brand"] = one.Brand,
        ["packageType"] = one.PackageType,
        ["innerUnitCount"] = one.InnerUnitCount,
        ["inn"] = one.Inn,
        ["permittedInns"] = new JsonArray(),
        ["productGroupId"] = ProductGroups.NumberOf(one.ProductGroup),
        ["productGroup"] = one.ProductGroup,
        ["goodSignedFlag"] = true,
        ["goodMarkFlag"] = true,
        ["goodTurnFlag"] = true,
        ["isKit"] = false,
        ["isTechGtin"] = false,
    };
}
