using System.Text;
using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>The check of the vendor's certified local service (ТС ПИоТ), three versions of it.</summary>
internal sealed class PiotCheck() : Service("piot", "")
{
    public override IReadOnlyList<Route> Routes { get; } =
    [
        new("v1", "POST", "codes/check", call => Once(call, false)), new("v2", "POST", "codes/check", call => Once(call, false)), new("v3", "POST", "codes/check", call => Once(call, true)),
    ];

    public override Organisation? SignIn(Call call, Route route) =>
        call.Options.Piot.Versions.Contains(call.Version) ? call.World.Organisations.Rows.FirstOrDefault() : throw new RefusalException(404, "Метод не поддерживается");

    public override Reply Refuse(RefusalException refusal, ChestnyZnakOptions options) =>
        Reply.Json(new JsonObject { ["code"] = refusal.Code ?? refusal.Status, ["message"] = refusal.Message }, refusal.Status);

    private static Reply Once(Call call, bool named)
    {
        var body = call.Object();
        CheckClient(call, body);
        var codes = body.List("codes");
        if (codes.Count is 0 or > 100) throw new RefusalException(400, "Количество кодов должно быть от 1 до 100");
        var asked = codes.Select(one => named ? Decoded(Row(one).Need("cis")) : Decoded(one is JsonValue value ? value.ToString() : "")).ToList();
        var list = new JsonArray(Inner(call, asked));
        // The first version wraps its answer once more.
        return Reply.Json(call.Version == "v1"
            ? new JsonObject { ["codesResponse"] = new JsonObject { ["codesResponse"] = list }, ["code"] = 0, ["message"] = "ok" }
            : new JsonObject { ["codesResponse"] = list });
    }

    private static void CheckClient(Call call, JsonObject body)
    {
        var client = body.Part("client_info") ?? throw new RefusalException(400, "Не заполнено поле client_info");
        client.Need("name");
        client.Need("version");
        client.Need("id");
        var token = client.Need("token");
        var known = call.Options.Piot.ClientTokens;
        if (known.Count > 0 && !known.Contains(token)) throw new RefusalException(403, "Кассовая программа не зарегистрирована");
    }

    private static JsonObject Row(JsonNode? one)
    {
        var row = one as JsonObject ?? throw new RefusalException(400, "codes: ожидается массив объектов");
        return row.Whole("pg") is not null ? row : throw new RefusalException(400, "Не заполнено поле pg");
    }

    private static string Decoded(string base64)
    {
        var bytes = new byte[base64.Length];
        return base64.Length > 0 && Convert.TryFromBase64String(base64, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : throw new RefusalException(400, "Код должен быть в base64");
    }

    private static JsonObject Inner(Call call, IReadOnlyList<string> asked)
    {
        var piot = call.Options.Piot;
        return new JsonObject
        {
            ["code"] = 0,
            ["description"] = "ok",
            ["codes"] = asked.Select(code => CodeVerdicts.Of(call.World, call.Caller, code)).Of(),
            ["reqId"] = Guid.NewGuid().ToString(),
            ["reqTimestamp"] = call.World.Now.ToUnixTimeMilliseconds(),
            ["isCheckedOffline"] = piot.Offline,
            ["inst"] = piot.Instance,
            ["version"] = piot.Version,
        };
    }
}
