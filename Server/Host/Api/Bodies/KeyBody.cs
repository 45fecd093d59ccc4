using Server.Storage;

namespace Server.Api;

/// <summary>An API key as lists show it: never its secret.</summary>
internal sealed record KeyBody(string Id, string Name, IReadOnlyList<string> Connectors, bool Admin, DateTimeOffset CreatedAt, DateTimeOffset? RevokedAt)
{
    public static KeyBody Of(ApiKey key) => new(key.Id, key.Name, key.Connectors, key.Admin, key.CreatedAt, key.RevokedAt);
}
