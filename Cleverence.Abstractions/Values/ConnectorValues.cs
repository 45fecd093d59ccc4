using System.Globalization;

namespace Cleverence.Connectivity;

/// <summary>The closed set of values: which kind a value is, its text, its conversion. Culture never matters.</summary>
public static class ConnectorValues
{
    /// <summary>The name of a kind on the wire.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The name, such as <c>dateTimeOffset</c>.</returns>
    public static string NameOf(ValueKind kind) => kind switch
    {
        ValueKind.Null => "null",
        ValueKind.Boolean => "boolean",
        ValueKind.Integer => "integer",
        ValueKind.Decimal => "decimal",
        ValueKind.String => "string",
        ValueKind.DateTime => "dateTime",
        ValueKind.DateTimeOffset => "dateTimeOffset",
        ValueKind.Binary => "binary",
        ValueKind.List => "list",
        ValueKind.Record => "record",
        ValueKind.Table => "table",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This is not a kind of value."),
    };

    /// <summary>The kind with a name.</summary>
    /// <param name="name">The name on the wire, compared exactly.</param>
    /// <param name="kind">The kind.</param>
    /// <returns>Whether there is one.</returns>
    public static bool TryParseKind(string? name, out ValueKind kind)
    {
        for (kind = ValueKind.Null; kind <= ValueKind.Table; kind++)
        {
            if (NameOf(kind) == name) return true;
        }

        kind = ValueKind.Null;
        return false;
    }

    /// <summary>The kind of a value.</summary>
    /// <param name="value">A value of the closed set.</param>
    /// <returns>The kind.</returns>
    /// <exception cref="ConnectorException">The value is of no kind of the set.</exception>
    public static ValueKind KindOf(object? value) =>
        TryKindOf(value, out var kind)
            ? kind
            : throw new ConnectorException(new ConnectorError(ConnectorErrorCode.InvalidResult, "The connector returned a value of a kind that callers cannot be given.")
            {
                MessageRu = "Коннектор вернул значение, которое нельзя передать вызывающему.",
                Detail = $"{value!.GetType()} is not one of: {string.Join(", ", Enum.GetValues<ValueKind>().Select(NameOf))}.",
            });

    /// <summary>The kind of a value, if it is of the closed set.</summary>
    /// <param name="value">Any object.</param>
    /// <param name="kind">The kind.</param>
    /// <returns>Whether it is of the set.</returns>
    public static bool TryKindOf(object? value, out ValueKind kind)
    {
        var found = value switch
        {
            null => ValueKind.Null,
            string => ValueKind.String,
            long => ValueKind.Integer,
            decimal => ValueKind.Decimal,
            bool => ValueKind.Boolean,
            DateTime => ValueKind.DateTime,
            DateTimeOffset => ValueKind.DateTimeOffset,
            byte[] => ValueKind.Binary,
            ConnectorRecord => ValueKind.Record,
            ConnectorTable => ValueKind.Table,
            IReadOnlyList<object?> => ValueKind.List,
            _ => (ValueKind)(-1),
        };
        kind = found < 0 ? ValueKind.Null : found;
        return found >= 0;
    }

    /// <summary>The text of a simple value, the same under every culture: numbers with a dot, dates in ISO form, bytes in base64.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text; empty for null.</returns>
    public static string ToText(object? value) => value switch
    {
        null => "",
        string text => text,
        bool flag => flag ? "true" : "false",
        DateTime time => FormatDateTime(time),
        DateTimeOffset moment => FormatDateTimeOffset(moment),
        byte[] bytes => Convert.ToBase64String(bytes),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>A date and time without zone as it travels: <c>2026-05-31T14:03:00</c>, with a fraction only where there is one.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text.</returns>
    public static string FormatDateTime(DateTime value) => value.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture);

    /// <summary>A moment with its offset as it travels: <c>2026-05-31T14:03:00+03:00</c>.</summary>
    /// <param name="value">The value.</param>
    /// <returns>The text.</returns>
    public static string FormatDateTimeOffset(DateTimeOffset value) => value.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    /// <summary>Converts a value to the type a method takes: exact, without regard to culture, never through a float.</summary>
    /// <param name="value">The value.</param>
    /// <param name="type">The type wanted.</param>
    /// <param name="converted">The value converted.</param>
    /// <returns>Whether it could be done without loss.</returns>
    public static bool TryConvert(object? value, Type type, out object? converted) => ValueConverter.TryConvert(value, type, out converted);
}
