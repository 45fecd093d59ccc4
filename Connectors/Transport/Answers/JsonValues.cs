using System.Globalization;
using System.Numerics;
using Cleverence.Connectivity;
using Newtonsoft.Json.Linq;

namespace Connectors.Transport;

/// <summary>Between JSON and the closed set of values. Whole numbers are long, others decimal with their digits; never a float.</summary>
public static class JsonValues
{
    /// <summary>Brings JSON into the closed set: objects become records, arrays lists.</summary>
    /// <param name="token">The JSON; null stands for null.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ConnectorException">A number has more digits than a value can keep.</exception>
    public static object? FromJson(JToken? token) => token switch
    {
        null or JValue { Type: JTokenType.Null or JTokenType.Undefined } => null,
        JObject fields => new ConnectorRecord(fields.Properties().Select(field => KeyValuePair.Create(field.Name, FromJson(field.Value)))),
        JArray items => items.Select(FromJson).ToList(),
        JValue value => FromScalar(value),
        _ => throw Unreadable(token.ToString(Newtonsoft.Json.Formatting.None)),
    };

    /// <summary>Writes a value of the closed set as JSON: a table as an array of objects, bytes in base64, dates as ISO text.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The JSON.</returns>
    public static JToken ToJson(object? value) => value switch
    {
        null => JValue.CreateNull(),
        bool flag => new JValue(flag),
        long number => new JValue(number),
        // Newtonsoft would write 5 as 5.0: the digits are the caller's.
        decimal number => new JRaw(number.ToString(CultureInfo.InvariantCulture)),
        ConnectorRecord record => new JObject(record.Select(field => new JProperty(field.Key, ToJson(field.Value)))),
        ConnectorTable table => new JArray(table.Rows.Select(row => new JObject(table.Columns.Select((column, at) => new JProperty(column.Name, ToJson(row[at])))))),
        IReadOnlyList<object?> items => new JArray(items.Select(ToJson)),
        _ => new JValue(ConnectorValues.ToText(value)),
    };

    private static object? FromScalar(JValue value) => value.Value switch
    {
        null or string or long or decimal or bool => value.Value,
        int number => (long)number,
        BigInteger number when BigInteger.Abs(number) <= (BigInteger)decimal.MaxValue => (decimal)number,
        _ => throw Unreadable(ConnectorValues.ToText(value.Value)),
    };

    private static ConnectorException Unreadable(string text) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidResult, $"The answer holds the number {Shown(text)}, which has more digits than can be kept. Send it as text.")
        {
            MessageRu = $"В ответе число {Shown(text)}: столько цифр не сохранить. Передавайте его строкой.",
            Detail = ForeignText.Limited(text),
        });

    private static string Shown(string text) => text.Length <= 40 ? text : $"{text[..39]}…";
}
