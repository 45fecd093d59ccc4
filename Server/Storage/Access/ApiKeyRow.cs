using System.Text.Json;

namespace Server.Storage;

/// <summary>A row of the table of API keys.</summary>
internal sealed class ApiKeyRow
{
    public string Id { get; init; } = "";

    public string Name { get; init; } = "";

    public byte[] Hash { get; init; } = [];

    public string Connectors { get; init; } = "[]";

    public long Admin { get; init; }

    public long CreatedAt { get; init; }

    public long? RevokedAt { get; init; }

    public ApiKey ToKey() => new(Id, Name, JsonSerializer.Deserialize<string[]>(Connectors)!, UnixTime.From(CreatedAt), UnixTime.From(RevokedAt)) { Admin = Admin != 0 };
}
