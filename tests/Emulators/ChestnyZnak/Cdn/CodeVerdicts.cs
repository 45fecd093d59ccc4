using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>What the check of a code before its sale says; each code for itself.</summary>
internal static class CodeVerdicts
{
    public static JsonObject Of(World world, Organisation? asking, string full, bool incomplete = false)
    {
        var problem = CodeText.ProblemOfFull(full);
        var code = problem is null ? world.CodeOf(full) : null;
        var error = code?.CheckError ?? Error(full, problem, code);
        var verdict = new JsonObject
        {
            ["cis"] = full,
            ["valid"] = problem is null,
            ["printView"] = CodeText.CisOf(full),
            ["gtin"] = CodeText.GtinOf(full),
            ["groupIds"] = code is null ? new JsonArray() : new JsonArray(ProductGroups.NumberOf(code.ProductGroup)),
            ["verified"] = code is not null && !code.BadSignature && code.Full == full,
            ["errorCode"] = error,
            ["isTracking"] = true,
            ["message"] = error switch { 0 => "", 1 => "Ошибка валидации КМ", 4 => "Недопустимые символы", 10 => "КМ не найден в ГИС МТ", _ => $"Ошибка {error}" },
        };
        if (incomplete) return verdict;
        verdict["found"] = code is not null;
        verdict["realizable"] = code is { InCirculation: true };
        verdict["utilised"] = code is not null && code.Status != "EMITTED";
        verdict["sold"] = code is { Withdrawn: true };
        verdict["isBlocked"] = code is { BlockedBy.Count: > 0 };
        verdict["ogvs"] = code is null ? new JsonArray() : code.BlockedBy.Of();
        verdict["grayZone"] = code is { GrayZone: true };
        verdict["isOwner"] = code is not null && code.OwnerInn == asking?.Inn;
        if (code is not null) Details(world, verdict, code);
        return verdict;
    }

    private static int Error(string full, string? problem, MarkedCode? code)
    {
        if (problem is not null) return problem.Contains("символы", StringComparison.Ordinal) ? 4 : 1;
        if (code is null) return 10;
        return code.BadSignature || code.Full != full ? 6 : 0;
    }

    private static void Details(World world, JsonObject verdict, MarkedCode code)
    {
        var product = world.Products.Find(code.Gtin);
        verdict["packageType"] = code.PackageType;
        verdict["packageQuantity"] = world.Codes.Of(code.Cis).Count is var inside and > 0 ? inside : 1;
        verdict["producerInn"] = code.ProducerInn;
        if (code.Expires is { } expires) verdict["expireDate"] = expires.At();
        if (code.Applied is { } applied) verdict["productionDate"] = applied.At();
        if (product?.MaxPrice is { } most) verdict["mrp"] = most;
        if (product?.MinPrice is { } least) verdict["smp"] = least;
        if (product?.InnerUnitCount is not { } units) return;
        verdict["innerUnitCount"] = units;
        verdict["soldUnitCount"] = code.SoldUnitCount ?? 0;
    }
}
