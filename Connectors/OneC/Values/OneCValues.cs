using Cleverence.Connectivity;
using Connectors.Transport;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC;

/// <summary>Reads what 1C answers: JSON of HTTP services and OData, and the texts of SOAP and queries.</summary>
/// <remarks>
/// Where no type is told, a text that is exactly a date or an empty reference is taken for one: 1C has no other way to write them in JSON. Other
/// texts pass letter for letter, trailing spaces of fixed-length fields included.
/// </remarks>
internal sealed class OneCValues(OneCZone zone)
{
    /// <summary>What 1C writes for a reference that is not set.</summary>
    public const string EmptyReference = "00000000-0000-0000-0000-000000000000";

    public OneCZone Zone { get; } = zone;

    /// <summary>Reads JSON whose types nobody told.</summary>
    public object? FromJson(JToken? token) => token switch
    {
        JObject fields => new ConnectorRecord(fields.Properties().Select(field => KeyValuePair.Create(field.Name, FromJson(field.Value)))),
        JArray items => items.Select(FromJson).ToList(),
        JValue { Type: JTokenType.String } text => FromGuess((string)text!),
        _ => JsonValues.FromJson(token),
    };

    /// <summary>Reads JSON as a value of a type.</summary>
    /// <exception cref="ConnectorException">It is something else.</exception>
    public object? FromJson(JToken? token, OneCType type) => type switch
    {
        OneCType.Any => FromJson(token),
        OneCType.Table when token is JArray rows => TableOf(rows),
        OneCType.List when token is JArray => FromJson(token),
        OneCType.Record when token is JObject => FromJson(token),
        _ when token is null or JValue { Type: JTokenType.Null or JTokenType.Undefined } => null,
        _ when token is JValue { Type: JTokenType.String } text => FromText((string)text!, type),
        OneCType.String or OneCType.Number or OneCType.Integer or OneCType.Boolean or OneCType.Enum when token is JValue => Converted(JsonValues.FromJson(token), type),
        _ => throw Unexpected(token.ToString(Newtonsoft.Json.Formatting.None), type),
    };

    /// <summary>Reads a text, of XML or of a JSON string, as a value of a type.</summary>
    /// <exception cref="ConnectorException">It is something else.</exception>
    public object? FromText(string text, OneCType type) => type switch
    {
        OneCType.Any => FromGuess(text),
        OneCType.String or OneCType.Enum => text,
        OneCType.Date => text.Length == 0 ? null : Zone.TryRead(text, out var date) ? date : throw Unexpected(text, type),
        OneCType.Reference => text.Length == 0 || text == EmptyReference ? null : text,
        OneCType.Binary => BytesOf(text),
        OneCType.Number or OneCType.Integer or OneCType.Boolean => text.Length == 0 ? null : Converted(text.Trim(), type),
        _ => throw Unexpected(text, type),
    };

    private object? FromGuess(string text)
    {
        if (text == EmptyReference) return null;
        return Zone.TryRead(text, out var date) ? date : text;
    }

    private static object Converted(object? value, OneCType type)
    {
        var target = type switch
        {
            OneCType.Number => typeof(decimal),
            OneCType.Integer => typeof(long),
            OneCType.Boolean => typeof(bool),
            _ => typeof(string),
        };
        return ConnectorValues.TryConvert(value, target, out var converted) && converted is not null ? converted : throw Unexpected(ConnectorValues.ToText(value), type);
    }

    private ConnectorTable TableOf(JArray rows)
    {
        if (rows.Count > ConnectorTable.MaxRows) throw TooLarge(rows.Count);
        if (rows.FirstOrDefault(row => row is not JObject) is { } odd) throw Unexpected(odd.ToString(Newtonsoft.Json.Formatting.None), OneCType.Table);
        return ConnectorTable.FromRecords(rows.Select(row => (ConnectorRecord)FromJson(row)!).ToList());
    }

    private static byte[]? BytesOf(string text)
    {
        if (text.Length == 0) return null;
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length) ? buffer[..length] : throw Unexpected(text, OneCType.Binary);
    }

    /// <summary>The error of a result that is not of the declared type.</summary>
    public static ConnectorException Unexpected(string text, OneCType type) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidResult, $"1C answered '{Shown(text)}' where a value of type {type} was declared. Check the method's resultType and the 1C code.")
        {
            MessageRu = $"1С вернула «{Shown(text)}», а объявлен тип {type}. Проверьте resultType метода и код 1С.",
            Reason = "UNEXPECTED_VALUE",
            Detail = text.Length <= 4_000 ? text : text[..4_000],
        });

    private static string Shown(string text) => text.Length <= 40 ? text : $"{text[..39]}…";

    private static ConnectorException TooLarge(int count) =>
        new(new ConnectorError(ConnectorErrorCode.TooLarge, $"1C answered {count} rows, over the limit of {ConnectorTable.MaxRows}. Narrow the request.")
        {
            MessageRu = $"1С вернула {count} строк, предел {ConnectorTable.MaxRows}. Сузьте запрос.",
            Reason = "TOO_MANY_ROWS",
        });
}
