using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>The common sign-in: key, signature, token.</summary>
internal static class AuthMethods
{
    public static IReadOnlyList<Route> Routes { get; } =
    [
        new("v3", "GET", "auth/key", Key) { Open = true },
        new("v3", "POST", "auth/simpleSignIn", SignIn) { Open = true },
        new("v3", "POST", "auth/simpleSignIn/{omsConnection}", SignInToStation) { Open = true },
        new("v3", "POST", "auth/permissive-access", Permissive) { Open = true },
    ];

    private static Reply Key(Call call)
    {
        var key = new AuthKey(Guid.NewGuid().ToString(), RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ", 30), call.World.Now);
        call.World.AuthKeys.Put(key);
        return Reply.Json(new JsonObject { ["uuid"] = key.Uuid, ["data"] = key.Text });
    }

    private static Reply SignIn(Call call)
    {
        var body = call.Object();
        var owner = Owner(call, body, Challenge(call, body));
        if (body.Text("unitedToken") == "true")
        {
            return Reply.Json(new JsonObject { ["uuidToken"] = Give(call.World, "true-api", owner.Inn, Guid.NewGuid().ToString()).Value });
        }

        return Reply.Json(new JsonObject { ["token"] = Give(call.World, "true-api", owner.Inn, WebToken.Of(owner, call.World.Now + call.Options.TokenLife)).Value });
    }

    private static Reply SignInToStation(Call call)
    {
        var body = call.Object();
        var inn = Challenge(call, body);
        var connection = call.Ids["omsConnection"];
        var owner = call.World.Organisations.Rows.FirstOrDefault(one => one.OmsConnection == connection) ?? throw new RefusalException(400, $"Интеграционная установка {connection} не найдена");
        if ((inn ?? body.Text("inn") ?? owner.Inn) != owner.Inn) throw new RefusalException(403, "Сертификат не принадлежит участнику оборота");
        var alive = call.World.Tokens.Rows.Where(one => one.OmsConnection == connection && !one.Killed).Select(one => one with { Killed = true }).ToList();
        call.World.Tokens.Put(alive);
        return Reply.Json(new JsonObject { ["token"] = Give(call.World, "suz", owner.Inn, Guid.NewGuid().ToString(), connection).Value });
    }

    // Which data is signed is told nowhere; a pair of auth/key is used up when it was that.
    private static Reply Permissive(Call call)
    {
        var body = call.Object();
        var signed = Attached(call, body.Need("data"));
        var text = Encoding.UTF8.GetString(signed.Data);
        if (call.World.AuthKeys.Rows.LastOrDefault(one => one.Text == text) is { } key) Use(call, key.Uuid);
        var token = Give(call.World, "permissive", Owner(call, body, signed.Inn).Inn, Guid.NewGuid().ToString());
        return Reply.Json(new JsonObject
        {
            ["access_token"] = token.Value, ["id_token"] = Guid.NewGuid().ToString(), ["expires_in"] = (long)call.Options.TokenLife.TotalSeconds, ["token_type"] = "Bearer",
        });
    }

    private static string? Challenge(Call call, JsonObject body)
    {
        var uuid = body.Need("uuid");
        var data = body.Need("data");
        var key = Use(call, uuid);
        var signed = Attached(call, data);
        return Encoding.UTF8.GetString(signed.Data) == key.Text ? signed.Inn : throw new RefusalException(400, "Подпись не соответствует выданным данным");
    }

    private static AuthKey Use(Call call, string uuid)
    {
        var key = call.World.AuthKeys.Find(uuid);
        if (key is null || key.Used || key.Given + call.Options.AuthKeyLife < call.World.Now) throw new RefusalException(400, $"uuid {uuid} не найден в хранилище ключей");
        call.World.AuthKeys.Put(key with { Used = true });
        return key;
    }

    private static SignedForm Attached(Call call, string data)
    {
        var signed = call.Cms.Read(data, null) ?? throw new RefusalException(400, "Ошибка при проверке подписи: данные не являются CMS");
        if (!signed.Attached) throw new RefusalException(403, "Ожидается присоединённая подпись");
        return signed.Fits ? signed : throw new RefusalException(400, "Ошибка при проверке подписи");
    }

    private static Organisation Owner(Call call, JsonObject body, string? certificateInn)
    {
        var asked = body.Text("inn") ?? certificateInn;
        if (asked is { Length: not (10 or 12) }) throw new RefusalException(400, "Неверный ИНН");
        var owner = asked is null ? call.World.Organisations.Rows.FirstOrDefault() : call.World.Organisations.Find(asked);
        return owner ?? throw new RefusalException(403, "Нет действующей доверенности или участник не найден");
    }

    private static Token Give(World world, string purpose, string inn, string value, string? connection = null)
    {
        var token = new Token(value, purpose, inn, connection, world.Now, world.Now + world.Options.TokenLife);
        world.Tokens.Put(token);
        return token;
    }
}
