using System.Globalization;
using Cleverence.Connectivity;
using Newtonsoft.Json.Linq;

namespace Connectors.OneC;

/// <summary>Writes values as 1C reads them: dates without zone in whole seconds, numbers by their digits, identifiers in lower case.</summary>
internal sealed class OneCWriter(OneCZone zone)
{
    /// <summary>Writes JSON for an HTTP service or OData.</summary>
    /// <param name="value">A value of the closed set.</param>
    /// <param name="type">The declared type; it decides what null becomes.</param>
    /// <param name="json">The JSON.</param>
    /// <returns>Whether the value is one of the type.</returns>
    public bool TryJson(object? value, OneCType type, out JToken json)
    {
        json = JValue.CreateNull();
        if (Nested(value, type) is { } nested)
        {
            json = nested;
            return true;
        }

        switch (type == OneCType.Any ? TypeOf(value) : type)
        {
            case OneCType.Number or OneCType.Integer when value is not null:
                var fits = TryText(value, type == OneCType.Any ? OneCType.Number : type, out var digits);
                if (fits) json = new JRaw(digits);
                return fits;
            case OneCType.Boolean when value is not null:
                if (!ConnectorValues.TryConvert(value, typeof(bool), out var flag)) return false;
                json = new JValue((bool)flag!);
                return true;
            default:
                if (!TryText(value, type, out var text)) return false;
                if (text is not null) json = new JValue(text);
                return true;
        }
    }

    /// <summary>Writes a simple value as text, for XML and queries; null where it stands for nothing.</summary>
    /// <param name="value">A simple value of the closed set.</param>
    /// <param name="type">The declared type.</param>
    /// <param name="text">The text.</param>
    /// <returns>Whether the value is one of the type.</returns>
    public bool TryText(object? value, OneCType type, out string? text)
    {
        text = value is null ? EmptyOf(type) : type switch
        {
            OneCType.Any or OneCType.String or OneCType.Enum when value is ConnectorRecord or ConnectorTable || (value is IReadOnlyList<object?> && value is not byte[]) => null,
            OneCType.Any or OneCType.String or OneCType.Enum or OneCType.Date => TextOf(value, type),
            OneCType.Number => ConnectorValues.TryConvert(value, typeof(decimal), out var number) ? ((decimal)number!).ToString(CultureInfo.InvariantCulture) : null,
            OneCType.Integer => ConnectorValues.TryConvert(value, typeof(long), out var whole) ? ((long)whole!).ToString(CultureInfo.InvariantCulture) : null,
            OneCType.Boolean => ConnectorValues.TryConvert(value, typeof(bool), out var flag) ? ConnectorValues.ToText(flag) : null,
            OneCType.Reference => value is string id && Guid.TryParse(id, out var guid) ? guid.ToString("D") : value is "" ? OneCValues.EmptyReference : null,
            OneCType.Binary => ConnectorValues.TryConvert(value, typeof(byte[]), out var bytes) ? Convert.ToBase64String((byte[])bytes!) : null,
            _ => null,
        };
        return text is not null || value is null;
    }

    private static string? EmptyOf(OneCType type) => type switch
    {
        OneCType.Date => OneCZone.EmptyDate,
        OneCType.Reference => OneCValues.EmptyReference,
        OneCType.Enum => "",
        _ => null,
    };

    private string? TextOf(object value, OneCType type) => value switch
    {
        DateTime date => OneCZone.Write(date),
        DateTimeOffset moment => zone.Write(moment),
        string { Length: 0 } when type == OneCType.Date => OneCZone.EmptyDate,
        string text when type == OneCType.Date => zone.TryRead(text, out var date) ? date is { } set ? OneCZone.Write(set) : OneCZone.EmptyDate : DayOf(text),
        _ => type == OneCType.Date ? null : ConnectorValues.ToText(value),
    };

    // A day without a time means its midnight.
    private static string? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? OneCZone.Write(day.ToDateTime(TimeOnly.MinValue)) : null;

    private static OneCType TypeOf(object? value) => value switch
    {
        long or decimal => OneCType.Number,
        bool => OneCType.Boolean,
        _ => OneCType.Any,
    };

    private JToken? Nested(object? value, OneCType type) => value switch
    {
        ConnectorRecord record when type is OneCType.Any or OneCType.Record => new JObject(record.Select(field => new JProperty(field.Key, Inner(field.Value)))),
        ConnectorTable { IsStream: false } table when type is OneCType.Any or OneCType.Table or OneCType.List =>
            new JArray(table.Rows.Select(row => new JObject(table.Columns.Select((column, at) => new JProperty(column.Name, Inner(row[at])))))),
        IReadOnlyList<object?> items when value is not byte[] && type is OneCType.Any or OneCType.List or OneCType.Table => new JArray(items.Select(Inner)),
        _ => null,
    };

    private JToken Inner(object? value) =>
        TryJson(value, OneCType.Any, out var json)
            ? json
            : throw new ConnectorException(new ConnectorError(ConnectorErrorCode.InvalidArguments, $"1C has no such value: {ConnectorValues.ToText(value)}. Its dates end with the year 3999.")
            {
                MessageRu = $"В 1С нет такого значения: {ConnectorValues.ToText(value)}. Даты 1С кончаются 3999 годом.",
                Reason = "VALUE_NOT_IN_1C",
            });
}
