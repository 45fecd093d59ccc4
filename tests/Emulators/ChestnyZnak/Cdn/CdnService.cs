using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>The permissive mode: the root, which knows the hosts, and each of the hosts.</summary>
internal sealed class CdnService(string name) : Service(name, "true-api/")
{
    /// <summary>The name of the root.</summary>
    public const string RootName = "cdn";

    public override IReadOnlyList<Route> Routes { get; } =
    [
        new("v4", "GET", "cdn/info", Info), new("v4", "GET", "cdn/health/check", Health), new("v4", "POST", "codes/check", Check),
    ];

    public override Organisation? SignIn(Call call, Route route)
    {
        var key = call.Header("X-API-KEY");
        var token = call.World.Tokens.Find(key);
        var good = call.Options.ApiKeys.Contains(key) || (token is { Purpose: "permissive" } && token.Expires > call.World.Now);
        if (!good) throw new RefusalException(401, "Ключ доступа недействителен", 401);
        return token is null ? call.World.Organisations.Rows.FirstOrDefault() : call.World.Organisations.Find(token.Inn);
    }

    public override Reply Refuse(RefusalException refusal, ChestnyZnakOptions options) =>
        Reply.Json(new JsonObject { ["code"] = refusal.Code ?? refusal.Status, ["description"] = refusal.Message }, refusal.Status);

    private static CdnHost? HostOf(Call call) => call.Options.CdnHosts.FirstOrDefault(one => one.Name == call.Service);

    private static Reply Info(Call call)
    {
        var hosts = call.Options.CdnHosts.Select(one => new JsonObject { ["host"] = one.Refused ? "http://127.0.0.1:1" : new Uri(call.Root, one.Name).ToString() });
        return Reply.Json(new JsonObject { ["code"] = 0, ["description"] = "ok", ["hosts"] = hosts.Of() });
    }

    private static Reply Health(Call call) => HostOf(call) is not { } host
        ? throw new RefusalException(404, "Не найдено")
        : Reply.Json(new JsonObject { ["code"] = host.HealthCode, ["description"] = host.HealthCode == 0 ? "ok" : "error", ["avgTimeMs"] = host.AverageMilliseconds });

    private static Reply Check(Call call)
    {
        var codes = call.Object().List("codes").Texts();
        if (codes.Count is 0 or > 100) throw new RefusalException(400, "Количество кодов должно быть от 1 до 100", 400);
        var host = HostOf(call);
        if (host is { Emergency: true }) return Reply.Json(new JsonObject { ["code"] = 0, ["description"] = "аварийный режим" }, 203);
        var down = host is { CrossBorderDown: true };
        return Reply.Json(new JsonObject
        {
            ["code"] = down ? 5000 : 0,
            ["description"] = down ? "Сервис трансграничной проверки недоступен" : "ok",
            ["reqId"] = Guid.NewGuid().ToString(),
            ["reqTimestamp"] = call.World.Now.ToUnixTimeMilliseconds(),
            ["codes"] = down ? new JsonArray() : codes.Select(code => CodeVerdicts.Of(call.World, call.Caller, code, host is { Incomplete: true })).Of(),
        });
    }
}
