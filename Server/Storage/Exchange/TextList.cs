using System.Text.Encodings.Web;
using System.Text.Json;

namespace Server.Storage;

/// <summary>Short lists of codes in one column: a list of JSON, nothing for an empty one.</summary>
internal static class TextList
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string? Write(IReadOnlyList<string> texts) => texts.Count == 0 ? null : JsonSerializer.Serialize(texts, Readable);

    public static IReadOnlyList<string> Read(string? column) => column is null ? [] : JsonSerializer.Deserialize<string[]>(column)!;
}
