using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>The station itself and its lists.</summary>
internal static class StationMethods
{
    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("v3", "GET", "ping", Ping), new("v3", "GET", "providers", Providers), new("v3", "GET", "mod", Places),
    ];

    private static Reply Ping(Call call) => Reply.Json(new JsonObject { ["omsId"] = call.Own.OmsId, ["apiVersion"] = "3.0.0", ["omsVersion"] = "4.47.0.1" });

    private static Reply Providers(Call call) => Reply.Json(new JsonObject
    {
        ["providers"] = new JsonArray(new JsonObject { ["serviceProviderId"] = "5b5f5b1e-0000-4000-8000-000000000001", ["serviceProviderName"] = "Типография", ["role"] = "CEM" }),
    });

    private static Reply Places(Call call)
    {
        call.Need("productGroup");
        var (limit, skip) = (call.Number("limit", 100, 1, 1000), call.Number("skip", 0, 0, int.MaxValue));
        var all = new JsonArray(new JsonObject { ["kpp"] = "770001001", ["fiasId"] = "0c5b2444-70a0-4932-980c-b4dc0d3f02b5", ["address"] = "Москва" });
        return Reply.Json(new JsonObject { ["totalCount"] = all.Count, ["results"] = all.Skip(skip).Take(limit).Select(one => one?.DeepClone()).Of() });
    }
}
