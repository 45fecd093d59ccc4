using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Emulators.OneC;

/// <summary>Reads the body of a call and refuses what a careful caller never sends.</summary>
internal static partial class CallReader
{
    public static OneCCall Read(string method, OneCRequest request, OneCBase owner)
    {
        var body = Parse(request.Body);
        if (body["file"] is { } file)
        {
            var zip = owner.Files.Whole(file.ToString()) ?? throw new OneCCallException(404, "FILE_NOT_FOUND", $"Файл {file} не найден");
            body = Parse(Unzip(zip));
        }

        var unknown = body.Select(pair => pair.Key).Except(["args", "context"]).ToList();
        if (unknown.Count > 0) throw new OneCCallException(400, "BAD_REQUEST", $"Неизвестное поле запроса: {string.Join(", ", unknown)}");
        if (body["args"] is not JsonObject args) throw new OneCCallException(400, "BAD_REQUEST", "Нет объекта args");
        if (body["context"] is not (null or JsonObject)) throw new OneCCallException(400, "BAD_REQUEST", "context не объект");
        Check("args", args);
        return new OneCCall(method, args, body["context"] as JsonObject, request, owner);
    }

    private static JsonObject Parse(ReadOnlySpan<byte> body)
    {
        if (body.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) throw new OneCCallException(400, "BAD_JSON", "JSON начинается с метки порядка байтов");
        try
        {
            return JsonNode.Parse(body) as JsonObject ?? throw new OneCCallException(400, "BAD_JSON", "Тело запроса не объект JSON");
        }
        catch (JsonException problem)
        {
            throw new OneCCallException(400, "BAD_JSON", "Тело запроса не читается как JSON", problem.Message);
        }
    }

    private static void Check(string path, JsonNode? node)
    {
        if (node is JsonObject map) map.ToList().ForEach(pair => Check($"{path}.{pair.Key}", pair.Value));
        else if (node is JsonArray list) list.ToList().ForEach(item => Check($"{path}[]", item));
        else if (node is JsonValue value && value.TryGetValue(out string? text))
        {
            if (DateWithMore().IsMatch(text)) throw new OneCCallException(400, "BAD_DATE", $"{path}: дата передается без зоны и долей секунды, а пришло {text}");
            if (Guid.TryParseExact(text, "D", out _) && text.Any(char.IsUpper)) throw new OneCCallException(400, "BAD_REFERENCE", $"{path}: ссылка передается строчными буквами, а пришло {text}");
        }
    }

    private static byte[] Unzip(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        using var entry = archive.Entries.Single().Open();
        using var plain = new MemoryStream();
        entry.CopyTo(plain);
        return plain.ToArray();
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+|Z|[+-]\d\d:?\d\d)")]
    private static partial Regex DateWithMore();
}
