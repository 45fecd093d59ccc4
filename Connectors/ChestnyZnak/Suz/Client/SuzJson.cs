using System.Globalization;
using System.Text.Json;
using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Reads the station's JSON with its habits: numbers come as text and text as numbers, fields are missing or null, unknown ones stand beside.</summary>
internal static class SuzJson
{
    public static string? Text(this JsonElement at, string name) => at.Field(name) is { } field
        ? field.ValueKind switch
        {
            JsonValueKind.String => field.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => field.GetRawText(),
            _ => null,
        }
        : null;

    public static long? Whole(this JsonElement at, string name) =>
        decimal.TryParse(at.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number >= long.MinValue && number <= long.MaxValue ? (long)number : null;

    /// <summary>A Unix time in seconds or milliseconds, told by its size, or ISO text.</summary>
    public static DateTimeOffset? Moment(this JsonElement at, string name)
    {
        if (at.Whole(name) is { } unix) return OfUnix(unix);
        return DateTimeOffset.TryParse(at.Text(name), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment : null;
    }

    public static JsonElement? Field(this JsonElement at, string name) =>
        at.ValueKind == JsonValueKind.Object && at.TryGetProperty(name, out var field) && field.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? field : null;

    /// <summary>The items of an array, or nothing.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement at, string name) => at.Field(name) is { } field ? field.Items() : [];

    public static IEnumerable<JsonElement> Items(this JsonElement at) => at.ValueKind == JsonValueKind.Array ? at.EnumerateArray() : [];

    /// <summary>Any value as one of the contract.</summary>
    public static object? Value(this JsonElement at) => at.ValueKind switch
    {
        JsonValueKind.Object => at.Record(),
        JsonValueKind.Array => at.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.String => at.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => at.TryGetInt64(out var whole) ? whole : at.TryGetDecimal(out var number) ? number : at.GetRawText(),
        _ => null,
    };

    public static ConnectorRecord Record(this JsonElement at) => at.ValueKind == JsonValueKind.Object
        ? new ConnectorRecord(at.EnumerateObject().Select(field => KeyValuePair.Create(field.Name, field.Value.Value())))
        : [];

    // The magnitude decides: 100 thousand millions of seconds are three thousand years away.
    private static DateTimeOffset? OfUnix(long unix) => unix switch
    {
        <= 0 => null,
        < 100_000_000_000 => DateTimeOffset.FromUnixTimeSeconds(unix),
        < 100_000_000_000_000 => DateTimeOffset.FromUnixTimeMilliseconds(unix),
        _ => null,
    };
}
