using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Connectors.ChestnyZnak;

/// <summary>Reads the answer to a sign-in: JWT or UUID, under the names that are in use.</summary>
internal static class TokenAnswer
{
    /// <summary>The token, or null where the answer holds none.</summary>
    public static ZnakToken? Read(JToken? answer, DateTimeOffset now, TimeSpan life)
    {
        // The UUID token is preferred: the JWT is announced to end.
        var value = Given(answer, "uuidToken") ?? Given(answer, "uuid_token") ?? Given(answer, "token") ?? Given(answer, "access_token");
        if (value is null) return null;
        var seconds = answer.Long("expires_in") ?? answer.Long("expiresIn");
        var told = seconds is > 0 and < 100_000_000 ? now.AddSeconds(seconds.Value) : answer.Moment("expireDate") ?? answer.Moment("expiresAt") ?? answer.Moment("expires");
        return new ZnakToken(value, Claims(value).Moment("exp") ?? told ?? now + life);
    }

    /// <summary>The claims of a JWT; null for any other token.</summary>
    public static JObject? Claims(string token)
    {
        if (token.Split('.') is not [_, var middle, _]) return null;
        try
        {
            var text = middle.Replace('-', '+').Replace('_', '/');
            return JObject.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='))));
        }
        catch (Exception unreadable) when (unreadable is FormatException or JsonException)
        {
            return null;
        }
    }

    /// <summary>The aliases of the product groups a token says its participant is registered in.</summary>
    public static IReadOnlyList<string> GroupsOf(string token) =>
        [.. Claims(token).Items("product_group_info").Select(item => item.Text("name")).OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static string? Given(JToken? answer, string name) => answer.Text(name) is { Length: > 0 } text ? text : null;
}
