using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Search for codes, under v4; at most 10 000 can be reached by paging.</summary>
internal static class CisSearch
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "productGroups", "emissionDatePeriod", "applicationDatePeriod", "productionDatePeriod", "introducedDatePeriod", "gtins", "producerInns", "generalPackageTypes", "turnoverTypes", "states", "tnVed",
        "tnVed10", "emissionTypes", "isAggregated", "eliminationReasons", "prVetDoc", "haveChildren", "serviceProviderTypes", "orderIds", "partyNumber", "mods",
    };

    public static IReadOnlyList<Route> Routes { get; } = [new("v4", "POST", "cises/search", Search)];

    private static Reply Search(Call call)
    {
        var body = call.Object();
        var filter = body.Part("filter") ?? throw new RefusalException(400, "Не заполнено поле filter");
        if (filter.FirstOrDefault(field => !Known.Contains(field.Key)) is { Key: { } unknown }) throw new RefusalException(400, $"Неизвестное поле {unknown}");
        var groups = filter.List("productGroups").Texts("productGroups");
        if (groups.Count == 0) throw new RefusalException(400, "Не заполнено поле productGroups");
        if (groups.FirstOrDefault(one => !call.Own.ProductGroups.Contains(one)) is { } foreign) throw new RefusalException(403, $"Нет договора по товарной группе {foreign}");
        if (filter.List("gtins").Count > 1000 || filter.List("mods").Count > 50) throw new RefusalException(400, "Превышено количество значений фильтра");
        var page = body.Part("pagination");
        var size = (int)(page.Whole("perPage") ?? 100);
        if (size is < 1 or > 1000) throw new RefusalException(400, "perPage должно быть от 1 до 1000");
        var back = page.Whole("direction") == 1;
        var all = call.World.Codes.Rows.Where(one => one.OwnerInn == call.Own.Inn && Fits(call.World, one, filter, groups)).OrderBy(one => one.Emitted.At(), StringComparer.Ordinal).ThenBy(one => one.Cis, StringComparer.Ordinal).Take(10_000).ToList();
        if (back) all.Reverse();
        var (date, cis) = (page.Text("lastEmissionDate"), page.Text("sgtin"));
        var from = date is null ? 0 : all.FindIndex(one => one.Cis == cis && one.Emitted.At() == date.Date()!.Value.At()) + 1;
        var rows = all.Skip(from).Take(size).Select(one => CisAnswer.Whole(call.World, one, one.Cis));
        return Reply.Json(new JsonObject { ["isLastPage"] = from + size >= all.Count, ["result"] = rows.Of() });
    }

    private static bool Fits(World world, MarkedCode code, JsonObject filter, IReadOnlyList<string> groups)
    {
        bool Among(string field, string? value) => filter.List(field) is { Count: 0 } || filter.List(field).Texts(field).Contains(value, StringComparer.Ordinal);
        bool Within(string field, DateTimeOffset? moment) => filter.Part(field) is not { } period || (moment is { } at && !(period.Text("from").Date() > at) && !(period.Text("to").Date() < at));
        var states = filter.List("states");
        return groups.Contains(code.ProductGroup)
            && Among("gtins", code.Gtin) && Among("producerInns", code.ProducerInn) && Among("generalPackageTypes", code.PackageType) && Among("orderIds", code.OrderId) && Among("eliminationReasons", code.WithdrawReason)
            && Within("emissionDatePeriod", code.Emitted) && Within("applicationDatePeriod", code.Applied) && Within("introducedDatePeriod", code.Introduced)
            && (states.Count == 0 || states.Any(one => one.Text("status") == code.Status && (one.Text("statusExt") is not { } ext || ext == code.StatusEx)))
            && (filter.Text("isAggregated") is not { } aggregated || (aggregated == "true") == (code.Parent is not null))
            && (filter.Text("haveChildren") is not { } have || (have == "true") == world.Codes.Of(code.Cis).Count > 0);
    }
}
