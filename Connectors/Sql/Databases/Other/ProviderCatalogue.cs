using System.Data.Common;
using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>Asks <c>information_schema</c>, which most databases have, for tables, views, procedures and functions.</summary>
internal static class ProviderCatalogue
{
    private const string Tables = """
        SELECT c.table_name, CASE WHEN t.table_type = 'VIEW' THEN 1 ELSE 0 END, c.column_name, c.data_type, CASE WHEN c.is_nullable = 'YES' THEN 1 ELSE 0 END
        FROM information_schema.columns c
        JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
        WHERE t.table_schema <> 'information_schema'
        ORDER BY c.table_schema, c.table_name, c.ordinal_position
        """;

    private const string Parameters = """
        SELECT r.routine_name, p.parameter_name, p.data_type, p.parameter_mode, r.specific_schema, r.specific_name
        FROM information_schema.routines r
        LEFT JOIN information_schema.parameters p ON p.specific_schema = r.specific_schema AND p.specific_name = r.specific_name AND p.ordinal_position > 0
        """;

    // Without a schema the connection's database: some call it the schema and list those of the whole server, others the catalogue.
    public static async ValueTask<IReadOnlyList<Routine>> FindAsync(DbConnection connection, string name, Func<int, string> place, CancellationToken cancellationToken)
    {
        var (schema, simple) = PostgresNames.Split(name, folds: false);
        var where = schema is null ? $"(r.routine_schema = {place(2)} OR r.routine_catalog = {place(3)})" : $"r.routine_schema = {place(2)}";
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = $"{Parameters} WHERE r.routine_name = {place(1)} AND {where} ORDER BY r.specific_schema, r.specific_name, p.ordinal_position";
            foreach (var value in schema is null ? [simple, connection.Database, connection.Database] : (string[])[simple, schema]) Add(command, value, place);
            return await ReadAsync(command, cancellationToken).ConfigureAwait(false);
        }
    }

    public static async ValueTask<IReadOnlyList<ConnectorMethodInfo>> DiscoverAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var found = new List<ConnectorMethodInfo>();
        var tables = connection.CreateCommand();
        await using (tables.ConfigureAwait(false))
        {
            tables.CommandText = Tables;
            found.AddRange(await TableListing.ReadAsync(tables, reader => KindOf(reader.GetString(3)), cancellationToken).ConfigureAwait(false));
        }

        var routines = connection.CreateCommand();
        await using (routines.ConfigureAwait(false))
        {
            routines.CommandText = $"{Parameters} WHERE r.routine_schema <> 'information_schema' ORDER BY r.routine_name, r.specific_schema, r.specific_name, p.ordinal_position";
            found.AddRange((await ReadAsync(routines, cancellationToken).ConfigureAwait(false)).Select(routine => RoutineMethod.Listed(routine, "procedure")));
        }

        return found;
    }

    /// <summary>The kind of a type by its name; null for one that tells none.</summary>
    public static ValueKind? KindOf(string type) => type.ToUpperInvariant() switch
    {
        "BIT" or "BOOLEAN" => ValueKind.Boolean,
        var name when IsInteger(name) => ValueKind.Integer,
        var name when name.Contains("CHAR", StringComparison.Ordinal) || name.Contains("TEXT", StringComparison.Ordinal) => ValueKind.String,
        "DECIMAL" or "NUMERIC" or "MONEY" or "FLOAT" or "REAL" or "DOUBLE" or "DOUBLE PRECISION" => ValueKind.Decimal,
        "DATETIMEOFFSET" => ValueKind.DateTimeOffset,
        var name when name.StartsWith("DATE", StringComparison.Ordinal) || name.StartsWith("TIMESTAMP", StringComparison.Ordinal) => ValueKind.DateTime,
        var name when name.Contains("BINARY", StringComparison.Ordinal) || name.Contains("BLOB", StringComparison.Ordinal) => ValueKind.Binary,
        _ => null,
    };

    private static async Task<IReadOnlyList<Routine>> ReadAsync(DbCommand command, CancellationToken cancellationToken)
    {
        var found = new List<(string Key, string Name, List<RoutineParameter> Parameters)>();
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var key = $"{reader.GetValue(4)}\0{reader.GetValue(5)}";
                if (found.Count == 0 || found[^1].Key != key) found.Add((key, reader.GetString(0), []));
                if (reader.IsDBNull(1)) continue;
                var mode = reader.IsDBNull(3) ? "IN" : reader.GetString(3);
                var direction = mode == "OUT" ? ParameterDirection.Out : mode == "INOUT" ? ParameterDirection.InOut : ParameterDirection.In;
                found[^1].Parameters.Add(new RoutineParameter(reader.GetString(1).TrimStart('@'), "", KindOf(reader.GetString(2)), direction, false));
            }
        }

        return [.. found.Select(one => new Routine(one.Name, one.Parameters))];
    }

    private static void Add(DbCommand command, string value, Func<int, string> place)
    {
        var number = command.Parameters.Count + 1;
        var made = command.CreateParameter();
        made.ParameterName = place(number) == "?" ? $"p{number}" : place(number);
        made.Value = value;
        command.Parameters.Add(made);
    }

    // INT, INTEGER, BIGINT, MEDIUMINT, INT UNSIGNED, but neither POINT nor INTERVAL.
    private static bool IsInteger(string name) =>
        name.Split(' ', '(')[0] is var word && ((word.StartsWith("INT", StringComparison.Ordinal) && word != "INTERVAL") || (word.EndsWith("INT", StringComparison.Ordinal) && !word.EndsWith("POINT", StringComparison.Ordinal)));
}
