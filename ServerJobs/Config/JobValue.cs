using System.Globalization;
using System.Text.Json;
using Cleverence.Connectivity;

namespace ServerJobs;

/// <summary>A value of the contract as a file writes it: plain JSON, or <c>{"$type":"dateTime","value":"2026-05-31T14:03:00"}</c> where JSON has no word for it.</summary>
internal static class JobValue
{
    private const string Type = "$type";
    private const string Content = "value";

    /// <summary>Reads a value.</summary>
    /// <exception cref="FormatException">It is none; the message begins with its place.</exception>
    public static object? Read(JsonElement element, string path) => element.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => element.GetString(),
        JsonValueKind.Number => Number(element, path),
        JsonValueKind.Array => element.EnumerateArray().Select((item, index) => Read(item, $"{path}[{index}]")).ToList(),
        JsonValueKind.Object => element.TryGetProperty(Type, out var type) ? Typed(element, type, path) : Record(element, path),
        _ => null,
    };

    private static object Number(JsonElement element, string path)
    {
        if (element.TryGetInt64(out var whole)) return whole;
        return decimal.TryParse(element.GetRawText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) ? exact : throw new FormatException($"{path}: {element.GetRawText()} is beyond a decimal number");
    }

    private static ConnectorRecord Record(JsonElement element, string path)
    {
        var record = new ConnectorRecord();
        foreach (var property in element.EnumerateObject()) record[property.Name] = Read(property.Value, $"{path}.{property.Name}");
        return record;
    }

    private static object? Typed(JsonElement element, JsonElement type, string path)
    {
        if (type.ValueKind != JsonValueKind.String || !ConnectorValues.TryParseKind(type.GetString(), out var kind) || !element.TryGetProperty(Content, out var content))
        {
            throw new FormatException($"{path}: a value with $type needs a known type and the field value");
        }

        var value = Read(content, $"{path}.{Content}");
        var wanted = kind switch
        {
            ValueKind.Boolean => typeof(bool),
            ValueKind.Integer => typeof(long),
            ValueKind.Decimal => typeof(decimal),
            ValueKind.String => typeof(string),
            ValueKind.DateTime => typeof(DateTime),
            ValueKind.DateTimeOffset => typeof(DateTimeOffset),
            ValueKind.Binary => typeof(byte[]),
            _ => null,
        };
        if (value is null || wanted is null) return value;
        return ConnectorValues.TryConvert(value, wanted, out var converted) ? converted : throw new FormatException($"{path}: {content.GetRawText()} is not a {type.GetString()}");
    }
}
