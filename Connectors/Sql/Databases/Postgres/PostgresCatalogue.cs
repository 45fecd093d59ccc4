using System.Data.Common;
using Cleverence.Connectivity;
using Npgsql;

namespace Connectors.Sql;

/// <summary>Asks PostgreSQL's catalogue for procedures, functions, tables and views.</summary>
/// <remarks>pg_proc tells defaults and directions, which information_schema does not; tables come from information_schema.</remarks>
internal static class PostgresCatalogue
{
    private const string Routines = """
        SELECT p.oid::text, n.nspname || '.' || p.proname, coalesce(a.name, ''), coalesce(a.mode::text, 'i'), format_type(a.type, NULL), CASE WHEN t.typname LIKE '\_%' AND t.typcategory <> 'A' THEN 'text' ELSE t.typname END,
               coalesce(a.ord > p.pronargs - p.pronargdefaults AND coalesce(a.mode::text, 'i') IN ('i', 'b', 'v'), false), a.ord IS NOT NULL, p.prokind = 'p'
        FROM pg_proc p
        JOIN pg_namespace n ON n.oid = p.pronamespace
        LEFT JOIN LATERAL unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]), p.proargnames, p.proargmodes) WITH ORDINALITY AS a(type, name, mode, ord) ON true
        LEFT JOIN pg_type t ON t.oid = a.type
        """;

    private const string ByName = Routines + """

        WHERE p.proname = $1 AND p.prokind = ANY(CASE WHEN $3 THEN ARRAY['f', 'w']::"char"[] ELSE ARRAY['p']::"char"[] END)
          AND (n.nspname = $2 OR ($2 IS NULL AND pg_function_is_visible(p.oid)))
        ORDER BY p.oid, a.ord
        """;

    private const string All = Routines + """

        WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND p.prokind IN ('f', 'p') AND p.prorettype <> 'trigger'::regtype
        ORDER BY 2, p.oid, a.ord LIMIT 2000
        """;

    private const string Tables = """
        SELECT c.table_schema || '.' || c.table_name, t.table_type = 'VIEW', c.column_name, c.data_type, c.udt_name, c.is_nullable = 'YES'
        FROM information_schema.columns c
        JOIN information_schema.tables t USING (table_schema, table_name)
        WHERE c.table_schema NOT IN ('pg_catalog', 'information_schema')
        ORDER BY 1, c.ordinal_position LIMIT 5000
        """;

    public static async ValueTask<IReadOnlyList<Routine>> FindAsync(DbConnection connection, string name, bool function, CancellationToken cancellationToken)
    {
        var (schema, simple) = PostgresNames.Split(name);
        var command = new NpgsqlCommand(ByName, (NpgsqlConnection)connection)
        {
            Parameters = { new() { Value = simple }, new() { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text, Value = (object?)schema ?? DBNull.Value }, new() { Value = function } },
        };
        await using (command.ConfigureAwait(false)) return [.. (await ReadAsync(command, cancellationToken).ConfigureAwait(false)).Select(found => found.Routine)];
    }

    public static async ValueTask<IReadOnlyList<ConnectorMethodInfo>> DiscoverAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var found = new List<ConnectorMethodInfo>();
        var tables = new NpgsqlCommand(Tables, (NpgsqlConnection)connection);
        await using (tables.ConfigureAwait(false)) found.AddRange(await TableListing.ReadAsync(tables, reader => PostgresColumn.KindOf(reader.GetString(4)), cancellationToken).ConfigureAwait(false));
        var routines = new NpgsqlCommand(All, (NpgsqlConnection)connection);
        await using (routines.ConfigureAwait(false))
        {
            found.AddRange((await ReadAsync(routines, cancellationToken).ConfigureAwait(false)).Select(one => RoutineMethod.Listed(one.Routine, one.IsProcedure ? "procedure" : "function")));
        }

        return found;
    }

    private static async Task<List<(Routine Routine, bool IsProcedure)>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var found = new List<(string Oid, string Name, bool IsProcedure, List<RoutineParameter> Parameters)>();
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                var oid = reader.GetString(0);
                if (found.Count == 0 || found[^1].Oid != oid) found.Add((oid, reader.GetString(1), reader.GetBoolean(8), []));
                if (reader.GetBoolean(7) && ParameterOf(reader) is { } parameter) found[^1].Parameters.Add(parameter);
            }
        }

        return [.. found.Select(one => (new Routine(one.Name, Named(one.Parameters)), one.IsProcedure))];
    }

    private static List<RoutineParameter> Named(List<RoutineParameter> parameters) =>
        [.. parameters.Select((parameter, at) => parameter.IsNameless ? parameter with { Name = RoutineMethod.NameFor(at, parameters.Select(other => other.Name)) } : parameter)];

    // The columns of RETURNS TABLE are no parameters.
    private static RoutineParameter? ParameterOf(NpgsqlDataReader reader)
    {
        var mode = reader.GetString(3);
        if (mode == "t") return null;
        var name = reader.GetString(2);
        var direction = mode == "o" ? ParameterDirection.Out : mode == "b" ? ParameterDirection.InOut : ParameterDirection.In;
        return new RoutineParameter(name, reader.GetString(4), PostgresColumn.KindOf(reader.GetString(5)), direction, reader.GetBoolean(6)) { IsNameless = name.Length == 0 };
    }
}
