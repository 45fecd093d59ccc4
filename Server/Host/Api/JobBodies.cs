using System.Buffers;
using System.Text.Json;

namespace Server.Api;

/// <summary>Reads the JSON bodies of changes of jobs.</summary>
internal static class JobBodies
{
    private const int LongestText = 255;

    /// <summary>Reads an object.</summary>
    /// <exception cref="ApiException">The body is none.</exception>
    public static async ValueTask<JsonElement> ReadAsync(HttpContext context)
    {
        ApiHeaders.RequireJson(context.Request);
        return await RequestBody.ReadAsync(context, Parse);
    }

    /// <summary>Reads a text of a small body whose every name must be known.</summary>
    /// <exception cref="ApiException">It is wrong or missing.</exception>
    public static string? Text(JsonElement body, string name, bool required, string[] known)
    {
        foreach (var field in body.EnumerateObject())
        {
            if (!known.Contains(field.Name, StringComparer.Ordinal)) throw Wrong($"'{field.Name}' is not known; known: {string.Join(", ", known)}.", $"«{field.Name}» неизвестно; известны: {string.Join(", ", known)}.");
        }

        if (!body.TryGetProperty(name, out var value) && !required) return null;
        if (value.ValueKind == JsonValueKind.String && value.GetString()!.Trim() is { Length: > 0 and <= LongestText } text) return text;
        throw Wrong($"{name} takes a text of 1 to {LongestText} characters.", $"{name} — текст от 1 до {LongestText} символов.");
    }

    private static JsonElement Parse(ReadOnlySequence<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            Decode(document.RootElement);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw Wrong("The body must be a JSON object: write it in braces.", "Тело должно быть объектом JSON: запишите его в фигурных скобках.");
        }
        catch (JsonException broken)
        {
            var (line, position) = ((broken.LineNumber ?? 0) + 1, (broken.BytePositionInLine ?? 0) + 1);
            throw Wrong($"The body is not JSON: line {line}, position {position}. Mend it there and send it again.", $"Тело — не JSON: строка {line}, позиция {position}. Исправьте это место и повторите.");
        }
        catch (InvalidOperationException)
        {
            throw Wrong("A text in the body is not UTF-8, or holds half a character.", "Текст в теле не в UTF-8 или в нём половина символа.");
        }
    }

    // JSON decodes a text only when it is looked at; here everything is, so that nothing undecodable comes as far as the file.
    private static void Decode(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in value.EnumerateObject())
                {
                    _ = field.Name;
                    Decode(field.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray()) Decode(item);
                break;
            case JsonValueKind.String:
                _ = value.GetString();
                break;
        }
    }

    private static ApiException Wrong(string text, string textRu) => new(ApiError.Invalid(text, textRu));
}
