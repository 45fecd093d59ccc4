using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

internal sealed class PiotServiceMethods() : Service("piot", "")
{
    public override IReadOnlyList<Route> Routes { get; } = [];

    public override Organisation? SignIn(Call call, Route route) => null;

    public override Reply Refuse(RefusalException refusal, ChestnyZnakOptions options) =>
        Reply.Json(new JsonObject { ["code"] = refusal.Code ?? refusal.Status, ["description"] = refusal.Message }, refusal.Status);
}
