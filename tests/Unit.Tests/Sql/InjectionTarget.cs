using System.Data.Common;
using System.Globalization;
using Cleverence.Connectivity;
using Connectors.Sql;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Unit.Tests.Sql;

/// <summary>A database with a victim, a connector with every argument position, and the state that no text may change.</summary>
internal sealed class InjectionTarget : IAsyncDisposable
{
    private const string SqliteState = "SELECT group_concat(line, char(10)) FROM (SELECT type || name || tbl_name || coalesce(sql, '') AS line FROM sqlite_schema ORDER BY 1) UNION ALL SELECT group_concat(item || qty) FROM victim";

    private const string PostgresState = """
        SELECT string_agg(line, E'\n' ORDER BY line) FROM (
          SELECT c.relkind::text || c.relname || coalesce(a.attnum::text || a.attname || format_type(a.atttypid, a.atttypmod), '') AS line FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 WHERE c.relnamespace = 'public'::regnamespace
          UNION ALL SELECT 'v' || viewname || definition FROM pg_views WHERE schemaname = 'public'
          UNION ALL SELECT 'f' || pg_get_functiondef(p.oid) FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
          UNION ALL SELECT 'r' || rolname FROM pg_roles WHERE rolname NOT LIKE 'clerk\_%' UNION ALL SELECT 's' || nspname FROM pg_namespace WHERE nspname NOT LIKE 'pg\_%') s
        UNION ALL SELECT string_agg(item || qty, ',' ORDER BY item) FROM victim
        """;

    private static readonly string[] Types = ["integer", "decimal", "dateTime", "boolean", "binary", "list", "record"];
    private readonly SqlFixture fixture;
    private readonly DbConnection watching;
    private readonly SemaphoreSlim alone = new(1);

    private InjectionTarget(SqlFixture fixture)
    {
        this.fixture = fixture;
        var places = InjectionPlace.Methods(fixture.Kind).ToList();
        Connector = fixture.Connect([.. places, .. Types.Select(MethodOf)]);
        Places = [.. Connector.Methods.Take(places.Count)];
        Typed = [.. Connector.Methods.Skip(places.Count)];

        // Kept open: when its last connection goes, SQLite ends its log, which takes longer than all the rest.
        watching = fixture.Kind == "sqlite" ? new SqliteConnection(fixture.ConnectionString + ";Pooling=False") : new NpgsqlConnection(fixture.ConnectionString + ";Pooling=False");
    }

    public SqlConnector Connector { get; }

    public IReadOnlyList<ConnectorMethodInfo> Places { get; }

    public IReadOnlyList<ConnectorMethodInfo> Typed { get; }

    public string Before { get; private set; } = "";

    public static async Task<InjectionTarget> StartAsync(string kind)
    {
        var fixture = await SqlFixture.StartAsync(kind, kind == "sqlite" ? "PRAGMA journal_mode = WAL; " + InjectionPlace.Schema : InjectionPlace.Schema + ";" + InjectionPlace.Routines);
        var target = new InjectionTarget(fixture);
        await target.watching.OpenAsync();
        target.Before = await target.StateAsync();
        return target;
    }

    /// <summary>The text of the whole schema, and the rows of the victim.</summary>
    public Task<string> StateAsync() => AskAsync(fixture.Kind == "sqlite" ? SqliteState : PostgresState, "");

    /// <summary>How many rows hold exactly this text.</summary>
    public async Task<int> KeptAsync(string text) => int.Parse(await AskAsync("SELECT count(*) FROM kept WHERE text = @text", text), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        Connector.Dispose();
        await watching.DisposeAsync();
        await fixture.DisposeAsync();
        alone.Dispose();
    }

    private static SqlMethodSettings MethodOf(string type) => SqlFixture.Method("SELECT @value", $"value:{type}", method => (method.Method, method.Result) = ("as " + type, "scalar"));

    private async Task<string> AskAsync(string sql, string text)
    {
        await alone.WaitAsync();
        try
        {
            await using var command = watching.CreateCommand();
            command.CommandText = sql;
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("@text", text);
            if (sql.Contains("@text", StringComparison.Ordinal)) command.Parameters.Add(parameter);
            await using var reader = await command.ExecuteReaderAsync();
            var lines = new List<string>();
            while (await reader.ReadAsync()) lines.Add(Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!);
            return string.Join('\n', lines);
        }
        finally
        {
            alone.Release();
        }
    }
}
