using System.Globalization;
using Cleverence.Connectivity;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace TsdClient;

/// <summary>The body of a call and of its answer. Numbers keep their digits; nothing passes through a float.</summary>
internal static class WireJson
{
    public static JObject Parse(string text)
    {
        using var reader = new JsonTextReader(new StringReader(text)) { FloatParseHandling = FloatParseHandling.Decimal, DateParseHandling = DateParseHandling.None };
        return JObject.Load(reader);
    }

    public static JToken Write(object? value) => value switch
    {
        null => JValue.CreateNull(),
        bool or long => new JValue(value),
        decimal number => new JRaw(number.ToString(CultureInfo.InvariantCulture)),
        DateTime or DateTimeOffset or byte[] => new JObject { ["$type"] = ConnectorValues.NameOf(ConnectorValues.KindOf(value)), ["value"] = ConnectorValues.ToText(value) },
        ConnectorRecord record => new JObject(record.Select(field => new JProperty(field.Key, Write(field.Value)))),
        ConnectorTable table => new JObject { ["$type"] = "table", ["value"] = WriteTable(table) },
        IReadOnlyList<object?> items => new JArray(items.Select(Write)),
        _ => new JValue(ConnectorValues.ToText(value)),
    };

    /// <summary>The value of an answer: a whole one under "value", or a table streamed beside "ok".</summary>
    public static object? ReadValue(JObject answer)
    {
        var type = (string?)answer["type"] ?? "";
        return type == "table" && answer["rows"] is JArray ? ReadTable(answer) : Read(answer["value"], type);
    }

    private static object? Read(JToken? token, string type) => token switch
    {
        null or JValue { Type: JTokenType.Null } => null,
        JObject typed when typed["$type"] is JValue kind => Read(typed["value"], (string)kind!),
        JObject table when table["columns"] is JArray && table["rows"] is JArray => ReadTable(table),
        JObject fields => new ConnectorRecord(fields.Properties().Select(field => KeyValuePair.Create(field.Name, Read(field.Value, "")))),
        JArray items => items.Select(item => Read(item, "")).ToList(),
        JValue value => ReadScalar(value.Value, type),
        _ => token.ToString(Formatting.None),
    };

    private static ConnectorTable ReadTable(JObject table)
    {
        var columns = table["columns"]!.Select(column => new TableColumn((string?)column["name"] ?? "", ConnectorValues.TryParseKind((string?)column["type"], out var kind) ? kind : ValueKind.String)).ToList();
        var rows = table["rows"]!.Select(row => row.Select((cell, at) => Read(cell, ConnectorValues.NameOf(columns[at].Type))).ToArray()).ToList();
        return new ConnectorTable(columns, rows);
    }

    private static object? ReadScalar(object? value, string type)
    {
        var wanted = type switch
        {
            "decimal" => typeof(decimal),
            "dateTime" => typeof(DateTime),
            "dateTimeOffset" => typeof(DateTimeOffset),
            "binary" => typeof(byte[]),
            _ => null,
        };
        return wanted is not null && ConnectorValues.TryConvert(value, wanted, out var converted) ? converted : value;
    }

    private static JObject WriteTable(ConnectorTable table) => new()
    {
        ["columns"] = new JArray(table.Columns.Select(column => new JObject { ["name"] = column.Name, ["type"] = ConnectorValues.NameOf(column.Type) })),
        ["rows"] = new JArray(table.Rows.Select(row => new JArray(row.Select(Write)))),
    };
}
