using System.Text.Json;

namespace Connectors.Egais;

/// <summary>Reads the answer of the mark service: <c>{"code":"…","owner":true}</c>, names in any case.</summary>
internal static class MarkServiceAnswer
{
    /// <summary>The verdict; unknown where the answer tells no owner.</summary>
    public static MarkVerdict Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            if (json.RootElement.ValueKind != JsonValueKind.Object) return MarkVerdict.Unknown;
            foreach (var field in json.RootElement.EnumerateObject().Where(field => field.Name.Equals("owner", StringComparison.OrdinalIgnoreCase))) return Of(field.Value);
            return MarkVerdict.Unknown;
        }
        catch (JsonException)
        {
            return MarkVerdict.Unknown;
        }
    }

    private static MarkVerdict Of(JsonElement owner) => owner.ValueKind switch
    {
        JsonValueKind.True => MarkVerdict.OnMyBalance,
        JsonValueKind.False => MarkVerdict.NotOnMyBalance,
        JsonValueKind.String when bool.TryParse(owner.GetString(), out var isMine) => isMine ? MarkVerdict.OnMyBalance : MarkVerdict.NotOnMyBalance,
        _ => MarkVerdict.Unknown,
    };
}
