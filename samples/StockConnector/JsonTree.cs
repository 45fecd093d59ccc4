using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cleverence.Connectivity;

namespace Samples.Stock;

/// <summary>Turns JSON into values: whole numbers to long, others to decimal with their digits.</summary>
internal static class JsonTree
{
    public static object? ToValue(JsonNode? node) => node switch
    {
        null => null,
        JsonObject fields => new ConnectorRecord(fields.Select(field => KeyValuePair.Create(field.Key, ToValue(field.Value)))),
        JsonArray items => items.Select(ToValue).ToList(),
        _ => node.GetValueKind() switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => node.GetValue<string>(),
            _ => Number(node.ToJsonString()),
        },
    };

    private static object Number(string digits) =>
        long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole
            : decimal.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
}
