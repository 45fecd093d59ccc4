using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>The order station, API 3.0.</summary>
internal sealed class SuzService() : Service("suz", "")
{
    public override IReadOnlyList<Route> Routes { get; } =
    [
        .. OrderMethods.Routes, .. OrderStates.Routes, .. CodeMethods.Routes, .. ReportMethods.Routes, .. ReceiptMethods.Routes, .. WaitingMethods.Routes, .. StationMethods.Routes,
    ];

    public override Organisation SignIn(Call call, Route route)
    {
        var token = call.World.Tokens.Find(call.Header("clientToken")) ?? call.World.Tokens.Find(PharmaToken(call));
        if (token is not { Purpose: "suz", Killed: false } || token.Expires <= call.World.Now) throw new RefusalException(401, "Клиентский токен недействителен", 401);
        var owner = call.World.Organisations.Find(token.Inn)!;
        RefuseCapitals(call);
        if (call.Ask("omsId") is not { } omsId) throw new RefusalException(400, "Не указан параметр omsId", 1010);
        if (!string.Equals(omsId, owner.OmsId, StringComparison.OrdinalIgnoreCase)) throw new RefusalException(403, "omsId не соответствует токену", 1011);
        call.Rates.Pass($"suz {omsId}", 10, TimeSpan.FromSeconds(1));
        return owner;
    }

    public override Reply Refuse(RefusalException refusal, ChestnyZnakOptions options)
    {
        JsonNode error = options.GlobalErrorsAsText ? refusal.Message : new JsonObject { ["error"] = refusal.Message, ["errorCode"] = refusal.Code ?? refusal.Status };
        return Reply.Json(new JsonObject { ["fieldErrors"] = new JsonArray(), ["globalErrors"] = new JsonArray(error), ["success"] = false }, refusal.Status);
    }

    private static string? PharmaToken(Call call) => call.Header("Authorization") is var header && header.StartsWith("token ", StringComparison.Ordinal) ? header[6..] : null;
}
