using System.Data.Common;
using System.Globalization;
using Cleverence.Connectivity;
using Connectors.Transport;

namespace Connectors.Sql;

/// <summary>Reads the cells of a column by the .NET type its provider gives it.</summary>
internal static class ProviderColumn
{
    public static SqlColumn Of(DbDataReader reader, int ordinal, bool hasRow)
    {
        var type = reader.GetFieldType(ordinal) is { } told && told != typeof(object) ? told : hasRow && !reader.IsDBNull(ordinal) ? reader.GetValue(ordinal).GetType() : typeof(string);
        var kind = KindOf(type);
        return new SqlColumn(reader.GetName(ordinal), kind, (rows, at) => Read(rows, at, kind));
    }

    private static ValueKind KindOf(Type type) => type switch
    {
        _ when type == typeof(bool) => ValueKind.Boolean,
        _ when type == typeof(long) || type == typeof(int) || type == typeof(short) || type == typeof(byte) || type == typeof(sbyte) || type == typeof(uint) || type == typeof(ushort) => ValueKind.Integer,
        _ when type == typeof(decimal) || type == typeof(double) || type == typeof(float) || type == typeof(ulong) => ValueKind.Decimal,
        _ when type == typeof(DateTime) || type == typeof(DateOnly) => ValueKind.DateTime,
        _ when type == typeof(DateTimeOffset) => ValueKind.DateTimeOffset,
        _ when type == typeof(byte[]) => ValueKind.Binary,
        _ => ValueKind.String,
    };

    /// <summary>A value of a provider as one that callers may be given.</summary>
    public static object? Shaped(object? value) => value is null or DBNull ? null : Shaped(value, KindOf(value.GetType()));

    private static object Read(DbDataReader reader, int at, ValueKind kind) => Shaped(Value(reader, at), kind);

    private static object Shaped(object value, ValueKind kind)
    {
        return (kind, value) switch
        {
            (ValueKind.Decimal, double or float) => Number(((IFormattable)value).ToString("R", CultureInfo.InvariantCulture)),
            (ValueKind.DateTime, DateOnly day) => day.ToDateTime(TimeOnly.MinValue),
            (ValueKind.DateTime, DateTime time) => DateTime.SpecifyKind(time, DateTimeKind.Unspecified),
            (ValueKind.String, string) => value,
            (ValueKind.String, double or float) => ((IFormattable)value).ToString("R", CultureInfo.InvariantCulture),
            (ValueKind.String, IFormattable or bool) => ConnectorValues.ToText(value),
            (ValueKind.Integer, double or float or decimal) when decimal.TryParse(ConnectorValues.ToText(value), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && decimal.Truncate(number) != number => throw UnreadableValueException.NotA("integer; name the column's kind in \"columns\"", ConnectorValues.ToText(value)),
            _ => ConnectorValues.TryConvert(value, Connectors.Transport.Arguments.BoundParameter.TypeOf(kind), out var converted) && converted is not null
                ? converted
                : throw UnreadableValueException.NotA(ConnectorValues.NameOf(kind), value.GetType().Name),
        };
    }

    // A provider's own decimal may be larger than .NET's.
    private static object Value(DbDataReader reader, int at)
    {
        try
        {
            return reader.GetValue(at);
        }
        catch (Exception failure) when (failure is OverflowException or InvalidCastException or FormatException)
        {
            throw UnreadableValueException.NotA("a value that .NET can hold", reader.GetDataTypeName(at));
        }
    }

    private static decimal Number(string text) => ExactDecimal.TryParse(text, out var number) ? number : throw UnreadableValueException.Number(text);
}
