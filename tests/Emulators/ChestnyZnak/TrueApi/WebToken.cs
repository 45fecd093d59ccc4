using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>A JWT with the claims that the system gives; its signature is none.</summary>
internal static class WebToken
{
    public static string Of(Organisation owner, DateTimeOffset expires)
    {
        var claims = new JsonObject
        {
            ["jti"] = Guid.NewGuid().ToString(),
            ["inn"] = owner.Inn,
            ["exp"] = expires.ToUnixTimeSeconds(),
            ["organisation_status"] = "REGISTERED",
            ["user_status"] = "ACTIVE",
            ["product_group_info"] = owner.ProductGroups.Select(group => new JsonObject { ["name"] = group, ["status"] = "5", ["types"] = new JsonArray("PRODUCER", "RETAIL") }).Of(),
        };
        return $"{Part("""{"alg":"HS256","typ":"JWT"}""")}.{Part(claims.ToJsonString())}.{Part(Guid.NewGuid().ToString())}";
    }

    private static string Part(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
