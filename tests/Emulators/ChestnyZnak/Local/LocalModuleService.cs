using System.Text;
using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>The local module (ЛМ ЧЗ), both versions of its interface.</summary>
internal sealed class LocalModuleService() : Service("lm", "")
{
    public override IReadOnlyList<Route> Routes { get; } =
    [
        new("v1", "GET", "status", Status), new("v2", "GET", "status", Status), new("v1", "POST", "init", Init), new("v2", "POST", "init", Init),
        new("v1", "GET", "cis/outCheck", CheckOne), new("v2", "POST", "cis/outCheck", CheckList),
    ];

    public override Organisation? SignIn(Call call, Route route)
    {
        var module = call.Options.LocalModule;
        if (!module.Versions.Contains(call.Version)) throw new RefusalException(404, "Not found");
        var expected = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{module.Login}:{module.Password}"));
        if (call.Header("Authorization") != $"Basic {expected}") throw new RefusalException(401, "Unauthorized");
        return call.World.Organisations.Rows.FirstOrDefault();
    }

    public override Reply Refuse(RefusalException refusal, ChestnyZnakOptions options) =>
        Reply.Json(new JsonObject { ["code"] = refusal.Code ?? refusal.Status, ["description"] = refusal.Message }, refusal.Status);

    private static Reply Status(Call call)
    {
        var module = call.Options.LocalModule;
        var now = call.World.Now;
        var synchronised = module.Status == "sync_error" ? now - TimeSpan.FromHours(73) : now;
        return Reply.Json(new JsonObject
        {
            ["version"] = module.Version,
            ["dbVersion"] = "1.0.0",
            ["status"] = module.Status,
            ["operationMode"] = "active",
            ["inst"] = module.Instance,
            ["inn"] = call.Caller?.Inn,
            ["lastUpdate"] = now.ToUnixTimeMilliseconds(),
            ["lastSync"] = synchronised.ToUnixTimeMilliseconds(),
            ["serviceUrl"] = new Uri(call.Root, "cdn").ToString(),
            ["requiresDownload"] = false,
            ["replicationStatus"] = new JsonObject { ["blocked_gtin"] = Replica(), ["blocked_cis"] = Replica() },
        });
    }

    private static Reply Init(Call call)
    {
        var module = call.Options.LocalModule;
        module.Token = call.Object().Need("token");
        module.Status = "ready";
        return Reply.Empty(200);
    }

    private static Reply CheckOne(Call call)
    {
        Ready(call);
        return Reply.Json(Inner(call, [call.Need("cis")]));
    }

    private static Reply CheckList(Call call)
    {
        Ready(call);
        var asked = call.Object().List("cis_list").Select(one => one.Need("cis")).ToList();
        if (asked.Count == 0) throw new RefusalException(400, "cis_list is empty");
        return Reply.Json(new JsonObject { ["results"] = new JsonArray(Inner(call, asked)) });
    }

    private static void Ready(Call call)
    {
        var status = call.Options.LocalModule.Status;
        if (status == "ready") return;
        throw status == "sync_error" ? new RefusalException(400, "Нет синхронизации более 72 часов", 4050) : new RefusalException(400, "Локальный модуль не настроен или инициализируется", 4045);
    }

    private static JsonObject Inner(Call call, IReadOnlyList<string> asked) => new()
    {
        ["code"] = 0,
        ["description"] = "ok",
        ["reqId"] = Guid.NewGuid().ToString(),
        ["reqTimestamp"] = call.World.Now.ToUnixTimeMilliseconds(),
        ["inst"] = call.Options.LocalModule.Instance,
        ["version"] = call.Options.LocalModule.Version,
        ["codes"] = asked.Select(text => Line(call.World, text)).Of(),
    };

    // The base of the module knows what is forbidden; of all else it knows nothing.
    private static JsonObject Line(World world, string text)
    {
        var code = world.CodeOf(text);
        var line = new JsonObject
        {
            ["cis"] = text, ["gtin"] = CodeText.GtinOf(text), ["isBlocked"] = code is { BlockedBy.Count: > 0 }, ["isGreyGtin"] = code is { GrayZone: true }, ["printView"] = CodeText.CisOf(text),
        };
        if (code is { Withdrawn: true }) line["sold"] = true;
        var product = world.Products.Find(CodeText.GtinOf(text));
        if (product?.MaxPrice is { } most) line["mrp"] = most;
        if (product?.MinPrice is { } least) line["smp"] = least;
        return line;
    }

    private static JsonObject Replica() => new() { ["localDocCount"] = 100, ["serverDocCount"] = 100, ["timeLag"] = 0 };
}
