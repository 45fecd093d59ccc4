using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>What the register tells of a code.</summary>
internal static class CisAnswer
{
    public static JsonObject Item(Call call, string text, string? group)
    {
        var code = call.World.CodeOf(text);
        if (code is { WithoutConsent: true } && code.OwnerInn != call.Own.Inn) throw new RefusalException(422, "Владелец кода не дал согласия на получение сведений");
        if (code is not null && !call.Own.ProductGroups.Contains(code.ProductGroup)) throw new RefusalException(403, $"Нет договора по товарной группе {code.ProductGroup}");
        if (code is null || (group is not null && code.ProductGroup != group)) return Failed(new JsonObject { ["requestedCis"] = text }, "404", "Код не найден");
        if (code.InfoError is { } error) return Failed(error == "701" ? Whole(call.World, code, text) : new JsonObject { ["requestedCis"] = text }, error, error == "701" ? "МРЦ в коде отличается" : "Нет ответа от реестра");
        return new JsonObject { ["cisInfo"] = Whole(call.World, code, text) };
    }

    /// <summary>What anybody may know.</summary>
    public static JsonObject Public(World world, string text) => world.CodeOf(text) is not { } code
        ? new JsonObject { ["requestedCis"] = text, ["errorCode"] = "404" }
        : new JsonObject
        {
            ["requestedCis"] = text, ["cis"] = code.Cis, ["gtin"] = code.Gtin, ["productGroup"] = code.ProductGroup, ["status"] = code.Status, ["generalPackageType"] = code.PackageType,
        };

    public static JsonObject Whole(World world, MarkedCode code, string requested)
    {
        var product = world.Products.Find(code.Gtin);
        var answer = new JsonObject
        {
            ["requestedCis"] = requested,
            ["cis"] = code.Cis,
            ["gtin"] = code.Gtin.Length == 0 ? null : code.Gtin,
            ["tnVedEaes"] = product?.TnVed,
            ["tnVedEaesGroup"] = product?.TnVed[..4],
            ["productName"] = product?.Name,
            ["productGroupId"] = ProductGroups.NumberOf(code.ProductGroup),
            ["productGroup"] = code.ProductGroup,
            ["brand"] = product?.Brand,
            ["emissionDate"] = code.Emitted.At(),
            ["emissionType"] = "LOCAL",
            ["applicationDate"] = code.Applied.At(),
            ["introducedDate"] = code.Introduced.At(),
            ["packageType"] = code.PackageType == "BOX" ? "LEVEL1" : code.PackageType,
            ["generalPackageType"] = code.PackageType,
            ["ownerInn"] = code.OwnerInn,
            ["ownerName"] = world.Organisations.Find(code.OwnerInn)?.Name,
            ["status"] = code.Status,
            ["statusEx"] = code.StatusEx,
            ["producerInn"] = code.ProducerInn,
            ["markWithdraw"] = code.Withdrawn,
            ["turnoverType"] = "SELLING",
            ["child"] = world.Codes.Of(code.Cis).Select(one => one.Cis).Of(),
        };
        if (code.Parent is { } parent) answer["parent"] = parent;
        if (code.Expires is { } expires) answer["expirationDate"] = expires.At();
        if (code.WithdrawReason is { } reason) answer["withdrawReason"] = reason;
        if (product?.MaxPrice is { } price) answer["maxRetailPrice"] = price;
        if (code.BlockedBy.Count > 0) answer["ogvs"] = code.BlockedBy.Of();
        if (product?.InnerUnitCount is { } units) answer["partialSaleInfo"] = new JsonObject { ["innerUnitCount"] = units, ["soldUnitCount"] = code.SoldUnitCount ?? 0, ["rest"] = units - (code.SoldUnitCount ?? 0) };
        return answer;
    }

    private static JsonObject Failed(JsonObject info, string code, string message) => new() { ["cisInfo"] = info, ["errorMessage"] = message, ["errorCode"] = code };
}
