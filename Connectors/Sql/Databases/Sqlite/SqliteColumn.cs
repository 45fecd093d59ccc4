using System.Data.Common;
using System.Globalization;
using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.Data.Sqlite;

namespace Connectors.Sql;

/// <summary>Reads the cells of a SQLite column: its kind is the one declared for it, or that of the first row where nothing is declared.</summary>
internal static class SqliteColumn
{
    public static SqlColumn Of(SqliteDataReader reader, int ordinal, bool hasRow, ValueKind? declared)
    {
        var name = reader.GetName(ordinal);
        if (declared is { } wanted) return new SqlColumn(name, wanted, (rows, at) => SqlColumn.Converted(Natural(rows.GetValue(at)), wanted));
        var kind = KindOf(reader.GetDataTypeName(ordinal)) ?? (hasRow ? KindOfValue(reader.GetValue(ordinal)) : ValueKind.String);
        return new SqlColumn(name, kind, (rows, at) => Read(rows, at, kind));
    }

    /// <summary>The kind of a declared type, by SQLite's rules of affinity (datatype3.html, 3.1).</summary>
    public static ValueKind? KindOf(string declared) => declared.ToUpperInvariant() switch
    {
        "" => null,
        var type when type.Contains("BOOL", StringComparison.Ordinal) => ValueKind.Boolean,
        var type when type.Contains("INT", StringComparison.Ordinal) => ValueKind.Integer,
        var type when type.Contains("CHAR", StringComparison.Ordinal) || type.Contains("CLOB", StringComparison.Ordinal) || type.Contains("TEXT", StringComparison.Ordinal) => ValueKind.String,
        var type when type.Contains("DATE", StringComparison.Ordinal) || type.Contains("TIME", StringComparison.Ordinal) || type.Contains("JSON", StringComparison.Ordinal) || type.Contains("UUID", StringComparison.Ordinal) => ValueKind.String,
        var type when type.Contains("BLOB", StringComparison.Ordinal) => ValueKind.Binary,
        _ => ValueKind.Decimal,
    };

    private static ValueKind KindOfValue(object value) => value switch
    {
        long => ValueKind.Integer,
        double => ValueKind.Decimal,
        byte[] => ValueKind.Binary,
        _ => ValueKind.String,
    };

    private static object Read(DbDataReader reader, int at, ValueKind kind)
    {
        var value = reader.GetValue(at);
        return (kind, value) switch
        {
            (ValueKind.Integer, long) or (ValueKind.String, string) or (ValueKind.Binary, byte[]) => value,
            (ValueKind.Boolean, long flag and (0 or 1)) => flag == 1,
            (ValueKind.Decimal, long number) => (decimal)number,
            (ValueKind.Decimal, double number) => Number(number.ToString("R", CultureInfo.InvariantCulture)),
            (ValueKind.Decimal, string text) => Number(text),
            (ValueKind.String, long or double) => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            _ => throw UnreadableValueException.NotA($"{ConnectorValues.NameOf(kind)} as in the first row or the declaration; name the column's kind in \"columns\"", value is byte[] ? "binary" : ConnectorValues.ToText(value)),
        };
    }

    private static object Natural(object value) => value is double number ? Number(number.ToString("R", CultureInfo.InvariantCulture)) : value;

    private static decimal Number(string text) => ExactDecimal.TryParse(text, out var number) ? number : throw UnreadableValueException.Number(text);
}
