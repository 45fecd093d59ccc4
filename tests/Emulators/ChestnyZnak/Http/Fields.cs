using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Emulators.ChestnyZnak;

/// <summary>Reads fields of a body and refuses what is missing or of another type.</summary>
internal static class Fields
{
    private static JsonNode? Field(this JsonNode? body, string name) => body switch
    {
        null => null,
        JsonObject part => part[name],
        _ => throw new RefusalException(400, $"Поле {name} ожидается в объекте"),
    };

    public static string? Text(this JsonNode? body, string name) => body.Field(name) switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        JsonValue value when value.GetValueKind() is JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.ToJsonString(),
        _ => throw new RefusalException(400, $"Поле {name} должно быть строкой"),
    };

    public static string Need(this JsonNode? body, string name) => body.Text(name) is { Length: > 0 } text ? text : throw new RefusalException(400, $"Не заполнено поле {name}");

    public static long? Whole(this JsonNode? body, string name) => body.Text(name) is not { } text ? null
        : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : throw new RefusalException(400, $"Поле {name} должно быть целым числом");

    public static JsonArray List(this JsonNode? body, string name) => body.Field(name) switch
    {
        null => [],
        JsonArray list => list,
        _ => throw new RefusalException(400, $"Поле {name} должно быть массивом"),
    };

    public static JsonObject? Part(this JsonNode? body, string name) => body.Field(name) switch
    {
        null => null,
        JsonObject part => part,
        _ => throw new RefusalException(400, $"Поле {name} должно быть объектом"),
    };

    public static IReadOnlyList<string> Texts(this JsonArray list, string what = "codes") =>
        [.. list.Select(one => one is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : throw new RefusalException(400, $"{what}: ожидается массив строк"))];

    public static JsonArray Of(this IEnumerable<JsonNode?> items) => new([.. items]);

    public static JsonArray Of(this IEnumerable<string> items) => new([.. items.Select(one => (JsonNode?)one)]);

    public static string At(this DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string? At(this DateTimeOffset? moment) => moment is { } at ? at.At() : null;

    public static DateTimeOffset? Date(this string? text) => text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at) ? at
        : throw new RefusalException(400, $"Неверная дата {text}");
}
