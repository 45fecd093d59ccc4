using Cleverence.Connectivity;
using Connectors.Transport;
using Npgsql;
using Npgsql.PostgresTypes;

namespace Connectors.Sql;

/// <summary>Reads the cells of a PostgreSQL column from their text form.</summary>
internal static class PostgresColumn
{
    public static SqlColumn Of(NpgsqlDataReader reader, int ordinal)
    {
        var type = reader.GetPostgresType(ordinal);
        var (kind, read) = OfType(type);
        return new SqlColumn(reader.GetName(ordinal), kind, (rows, at) => read(rows.GetString(at)));
    }

    /// <summary>The kind of a type of the database, by its internal name.</summary>
    public static ValueKind KindOf(string name) => name switch
    {
        "bool" => ValueKind.Boolean,
        "int2" or "int4" or "int8" or "oid" => ValueKind.Integer,
        "numeric" or "float4" or "float8" => ValueKind.Decimal,
        "timestamp" or "date" => ValueKind.DateTime,
        "timestamptz" => ValueKind.DateTimeOffset,
        "bytea" => ValueKind.Binary,
        _ when name.StartsWith('_') => ValueKind.List,
        _ => ValueKind.String,
    };

    private static (ValueKind Kind, Func<string, object> Read) OfType(PostgresType type)
    {
        if (type is PostgresDomainType domain) return OfType(domain.BaseType);
        if (type is PostgresArrayType array)
        {
            var item = OfType(array.Element).Read;
            return (ValueKind.List, text => PostgresArray.Read(text, item));
        }

        // A type of somebody's own may begin with _, as the names of arrays do.
        var kind = KindOf(type.InternalName) is var named && named == ValueKind.List ? ValueKind.String : named;
        return (kind, text => ReadAs(kind, text));
    }

    private static object ReadAs(ValueKind kind, string text) => kind switch
    {
        ValueKind.Boolean => text == "t",
        ValueKind.Integer => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
        ValueKind.Decimal => ExactDecimal.TryParse(text, out var number) ? number : throw UnreadableValueException.Number(text),
        ValueKind.DateTime => PostgresTime.Local(text),
        ValueKind.DateTimeOffset => PostgresTime.Moment(text),
        ValueKind.Binary => text.StartsWith("\\x", StringComparison.Ordinal) ? Convert.FromHexString(text.AsSpan(2)) : throw UnreadableValueException.NotA("bytes in hex; set bytea_output to hex", "…"),
        _ => text,
    };
}
