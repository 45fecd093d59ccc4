using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>The information port of the vendor's certified local service.</summary>
internal sealed class PiotInformation() : Service("piot-info", "")
{
    public override IReadOnlyList<Route> Routes { get; } =
    [
        new("v1", "GET", "info", Info), new("v1", "GET", "instances/info", Instances), new("v1", "GET", "instances/info/{id}", Instance), new("v1", "GET", "settings/{id}", Settings),
    ];

    public override Organisation? SignIn(Call call, Route route) => null;

    public override Reply Refuse(RefusalException refusal, ChestnyZnakOptions options) =>
        Reply.Json(new JsonObject { ["code"] = refusal.Code ?? refusal.Status, ["message"] = refusal.Message }, refusal.Status);

    private static Reply Info(Call call) => Reply.Json(new JsonObject { ["version"] = call.Options.Piot.Version, ["instances"] = 1 });

    private static Reply Instances(Call call) => Reply.Json(new JsonObject { ["instances"] = new JsonArray(One(call)) });

    private static Reply Instance(Call call) => Reply.Json(One(Known(call)));

    private static Reply Settings(Call call)
    {
        Known(call);
        return Reply.Json(new JsonObject { ["checkTimeout"] = 1500, ["healthTimeout"] = 2000 });
    }

    private static Call Known(Call call) => call.Ids["id"] == call.Options.Piot.Instance ? call : throw new RefusalException(404, "Экземпляр не найден");

    private static JsonObject One(Call call) => new() { ["id"] = call.Options.Piot.Instance, ["version"] = call.Options.Piot.Version, ["status"] = call.Options.Piot.Offline ? "offline" : "online" };
}
