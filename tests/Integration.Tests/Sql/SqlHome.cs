using System.Text.Json;
using Microsoft.Data.Sqlite;
using Npgsql;
using TestKit;

namespace Integration.Tests.Sql;

/// <summary>A server with two SQL connectors of the same methods: Lite on a SQLite file, Post on a real PostgreSQL.</summary>
internal sealed class SqlHome : IAsyncDisposable
{
    private const string Tables = """
        CREATE TABLE stock(item TEXT PRIMARY KEY, qty INTEGER NOT NULL CHECK (qty >= 0), price NUMERIC, note TEXT);
        INSERT INTO stock VALUES ('apple', 5, 1.5, NULL), ('pear', 7, 2.25, 'мягкая');
        CREATE TABLE moves(id TEXT PRIMARY KEY, item TEXT REFERENCES stock(item), qty INTEGER);
        CREATE TABLE numbers(i INTEGER);
        """;

    private const string Routines = """
        CREATE PROCEDURE take(which text, INOUT amount int, OUT rest int) LANGUAGE plpgsql AS $$
        BEGIN
          SELECT qty INTO rest FROM stock WHERE item = which;
          IF rest < amount THEN RAISE EXCEPTION 'Недостаточно остатка: %', rest; END IF;
          rest := rest - amount;
        END $$;
        CREATE FUNCTION dear(lowest numeric) RETURNS TABLE(item text, price numeric) LANGUAGE sql AS $$ SELECT item, price FROM stock WHERE price >= lowest $$;
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("connectors-sql-");

    public ServerProcess Server { get; private set; } = null!;

    public string File => Path.Combine(folder.FullName, "stock.db");

    public string Postgres { get; private set; } = "";

    public static async Task<SqlHome> StartAsync(Func<SqlHome, IEnumerable<object>>? more = null, params string[] plugins)
    {
        var home = new SqlHome();
        home.Postgres = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await using (var connection = new NpgsqlConnection(home.Postgres))
        {
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(Tables + Routines + "INSERT INTO numbers SELECT generate_series(1, 100000)", connection);
            await command.ExecuteNonQueryAsync();
            NpgsqlConnection.ClearPool(connection);
        }

        await using (var connection = new SqliteConnection($"Data Source={home.File};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = new SqliteCommand(Tables + "INSERT INTO numbers WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT i FROM n;", connection);
            await command.ExecuteNonQueryAsync();
        }

        object[] connectors =
        [
            Connector("Lite", "sqlite", $"Data Source={home.File}", SqlMethods.Common("sqlite")),
            Connector("Post", "postgresql", home.Postgres, SqlMethods.Common("postgresql")),
            .. more?.Invoke(home) ?? [],
        ];
        home.Server = await ServerProcess.StartAsync(new ServerSetup { Connectors = JsonSerializer.Serialize(new { connectors }), Plugins = plugins });
        return home;
    }

    public static object Connector(string id, string database, string connectionString, IEnumerable<object> methods, object? provider = null) => provider is null
        ? new { id, type = "Sql", settings = new { database, connectionString, discover = true, methods } }
        : new { id, type = "Sql", settings = new { database, connectionString, discover = false, methods, provider } };

    public Task<Answer> CallAsync(string connector, string method, string args = "{}") =>
        Server.Client.InvokeAsync(connector, $$"""{"method":"{{method}}","args":{{args}}}""");

    public async Task<object?> PostgresAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Postgres + ";Pooling=False");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Server is not null) await Server.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
