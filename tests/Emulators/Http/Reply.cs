using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulators;

/// <summary>An answer, before it is written.</summary>
internal sealed record Reply(int Status, string? ContentType, ReadOnlyMemory<byte> Body)
{
    private static readonly JsonSerializerOptions Form = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public int? RetryAfter { get; init; }

    public static Reply Json(JsonNode? json, int status = 200) => new(status, "application/json;charset=UTF-8", JsonSerializer.SerializeToUtf8Bytes(json, Form));

    public static Reply Text(string text, int status = 200, string type = "text/plain;charset=UTF-8") => new(status, type, Encoding.UTF8.GetBytes(text));

    public static Reply Empty(int status) => new(status, null, default);
}
