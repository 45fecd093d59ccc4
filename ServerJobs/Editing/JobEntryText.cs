using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ServerJobs;

/// <summary>Writes an entry the way people write the job file: in one line while it fits, else a line for each property.</summary>
internal static class JobEntryText
{
    private const int LongestLine = 160;
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="indent">The white space in front of the line it begins on.</param>
    /// <param name="newLine">How lines end in the file.</param>
    public static string Of(JsonElement value, string indent, string newLine)
    {
        var line = OneLine(value);
        if (line.Length <= LongestLine || value.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) return line;
        var inner = indent + "  ";
        var separator = $",{newLine}{inner}";
        return value.ValueKind == JsonValueKind.Object
            ? $"{{{newLine}{inner}{string.Join(separator, value.EnumerateObject().Select(field => $"{Text(field.Name)}: {Of(field.Value, inner, newLine)}"))}{newLine}{indent}}}"
            : $"[{newLine}{inner}{string.Join(separator, value.EnumerateArray().Select(item => Of(item, inner, newLine)))}{newLine}{indent}]";
    }

    /// <summary>A text in quotes.</summary>
    public static string Text(string text) => JsonSerializer.Serialize(text, Readable);

    private static string OneLine(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.EnumerateObject().Any() => $"{{ {string.Join(", ", value.EnumerateObject().Select(field => $"{Text(field.Name)}: {OneLine(field.Value)}"))} }}",
        JsonValueKind.Object => "{}",
        JsonValueKind.Array => new StringBuilder("[").AppendJoin(", ", value.EnumerateArray().Select(OneLine)).Append(']').ToString(),
        JsonValueKind.String => Text(value.GetString()!),
        _ => value.GetRawText(),
    };
}
