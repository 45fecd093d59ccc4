using System.Globalization;
using System.Text.Json;

namespace Connectors.ChestnyZnak;

/// <summary>Reads fields of answers over their bytes, as tolerantly as <see cref="JsonFields"/> does: a check before a sale has no time for a tree.</summary>
internal static class AnswerFields
{
    private static readonly JsonDocumentOptions Tolerant = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The answer; null where it is no JSON object, or cut off. To be disposed.</summary>
    public static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            var document = JsonDocument.Parse(WithoutMark(body), Tolerant);
            if (document.RootElement.ValueKind == JsonValueKind.Object) return document;
            document.Dispose();
            return null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A field of an object; undefined where it is absent.</summary>
    public static JsonElement Part(this JsonElement fields, ReadOnlySpan<byte> name) =>
        fields.ValueKind == JsonValueKind.Object && fields.TryGetProperty(name, out var value) ? value : default;

    public static string? Text(this JsonElement fields, ReadOnlySpan<byte> name) => fields.Part(name).TextOf();

    /// <summary>The text of a simple value.</summary>
    public static string? TextOf(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => StringOf(value),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => null,
    };

    public static long? Long(this JsonElement fields, ReadOnlySpan<byte> name) => fields.Part(name).LongOf();

    public static long? LongOf(this JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var whole)) return whole;
        return decimal.TryParse(value.TextOf(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= long.MinValue and <= long.MaxValue ? (long)number : null;
    }

    public static bool? Flag(this JsonElement fields, ReadOnlySpan<byte> name)
    {
        var value = fields.Part(name);
        return value.ValueKind switch
        {
            JsonValueKind.Undefined or JsonValueKind.Null => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => value.TextOf()?.ToUpperInvariant() switch { "TRUE" or "1" => true, "FALSE" or "0" => false, _ => null },
        };
    }

    /// <summary>A moment: ISO text, or Unix time in seconds or milliseconds by its size.</summary>
    public static DateTimeOffset? Moment(this JsonElement fields, ReadOnlySpan<byte> name)
    {
        var value = fields.Part(name);
        return value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : JsonFields.MomentOf(value.TextOf());
    }

    /// <summary>The items of a list field; none where it is absent or something else.</summary>
    public static JsonElement.ArrayEnumerator Items(this JsonElement fields, ReadOnlySpan<byte> name) => fields.Part(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : default;

    // A text may hold half of a surrogate pair, which no .NET string can be made of.
    private static string? StringOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> body) => body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body;
}
