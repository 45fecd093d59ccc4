using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>True API: every method under its own version.</summary>
internal sealed class TrueApiService() : Service("true-api", "true-api/")
{
    public override IReadOnlyList<Route> Routes { get; } =
    [
        .. AuthMethods.Routes, .. CisMethods.Routes, .. CisSearch.Routes, .. ProductMethods.Routes, .. DocumentMethods.Routes,
        .. DocumentLists.Routes, .. TransferMethods.Routes, .. WarehouseMethods.Routes, .. DispenserMethods.Routes,
    ];

    public override Organisation? SignIn(Call call, Route route)
    {
        if (route.Open) return null;
        var header = call.Header("Authorization");
        var token = header.StartsWith("Bearer ", StringComparison.Ordinal) ? call.World.Tokens.Find(header[7..]) : null;
        if (token is not { Purpose: "true-api" } || token.Expires <= call.World.Now) throw new RefusalException(401, "Токен недействителен или срок его действия истёк");
        var caller = call.World.Organisations.Find(token.Inn)!;
        RefuseCapitals(call);
        call.Rates.Pass($"true-api {caller.Inn}", 50, TimeSpan.FromSeconds(1));
        return caller;
    }

    public override Reply Refuse(RefusalException refusal, ChestnyZnakOptions options)
    {
        var body = new JsonObject { ["error_message"] = refusal.Message };
        if (refusal.Code is { } code) body["code"] = code;
        return Reply.Json(body, refusal.Status);
    }
}
