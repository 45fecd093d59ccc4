using System.Text.Json;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>What a continue token stands for: the challenges, and which signatures were asked for. Ids only; the bytes to sign stay where they are kept.</summary>
internal sealed record SuspendedState(IReadOnlyList<SessionChallenge> Challenges, IReadOnlyList<SuspendedItem> Items)
{
    public byte[] Write()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteStartArray("challenges");
            foreach (var challenge in Challenges) Write(json, challenge);
            json.WriteEndArray();
            json.WriteStartArray("items");
            foreach (var item in Items)
            {
                json.WriteStartObject();
                json.WriteString("id", item.ItemId);
                json.WriteString("message", item.MessageId);
                json.WriteBoolean("second", item.Second);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    public static SuspendedState Read(ReadOnlyMemory<byte> bytes)
    {
        using var json = JsonDocument.Parse(bytes);
        return new SuspendedState([.. json.RootElement.GetProperty("challenges").EnumerateArray().Select(ReadChallenge)], [.. json.RootElement.GetProperty("items").EnumerateArray()
            .Select(item => new SuspendedItem(item.GetProperty("id").GetString()!, item.GetProperty("message").GetString()!, item.GetProperty("second").GetBoolean()))]);
    }

    private static void Write(Utf8JsonWriter json, SessionChallenge challenge)
    {
        json.WriteStartObject();
        json.WriteString("id", challenge.ItemId);
        json.WriteString("organisation", challenge.Organisation);
        json.WriteString("purpose", challenge.Purpose);
        json.WriteBase64String("content", challenge.Content);
        json.WriteString("station", challenge.Station);
        json.WriteString("memo", challenge.Memo);
        if (challenge.ExpiresAt is { } at) json.WriteString("expiresAt", at);
        json.WriteEndObject();
    }

    private static SessionChallenge ReadChallenge(JsonElement json) =>
        new(json.GetProperty("id").GetString()!, json.GetProperty("organisation").GetString()!, json.GetProperty("purpose").GetString()!, json.GetProperty("content").GetBytesFromBase64())
        {
            Station = json.GetProperty("station").GetString(),
            Memo = json.GetProperty("memo").GetString(),
            ExpiresAt = json.TryGetProperty("expiresAt", out var at) ? at.GetDateTimeOffset() : null,
        };
}
