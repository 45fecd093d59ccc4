using System.Data.Common;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Sql;
using Microsoft.Data.Sqlite;
using Npgsql;
using TestKit;

namespace Unit.Tests.Sql;

/// <summary>A database of one test's own, SQLite or PostgreSQL, and connectors to it.</summary>
internal sealed class SqlFixture : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("connectors-sql-");

    private SqlFixture(string kind) => Kind = kind;

    public string Kind { get; }

    public string ConnectionString { get; private set; } = "";

    public static async Task<SqlFixture> StartAsync(string kind, string? schema = null)
    {
        var fixture = new SqlFixture(kind);
        fixture.ConnectionString = kind == "sqlite" ? $"Data Source={Path.Combine(fixture.folder.FullName, "test.db")}" : await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        await fixture.ExecuteAsync(schema ?? "SELECT 1");
        return fixture;
    }

    public SqlSettings Settings(params SqlMethodSettings[] methods)
    {
        var settings = new SqlSettings { Database = Kind, ConnectionString = ConnectionString };
        foreach (var method in methods) settings.Methods.Add(method);
        return settings;
    }

    public SqlConnector Connect(params SqlMethodSettings[] methods) => new(Settings(methods));

    public static SqlMethodSettings Method(string sql, string parameters = "", Action<SqlMethodSettings>? more = null)
    {
        var method = new SqlMethodSettings { Method = "M", Sql = sql };
        foreach (var parameter in parameters.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = parameter.Split(':');
            method.Parameters.Add(new SqlParameterSettings { Name = parts[0], Type = parts.Length > 1 ? parts[1] : "string" });
        }

        more?.Invoke(method);
        return method;
    }

    /// <summary>Calls the method M of a connector made for this call.</summary>
    public async Task<object?> CallAsync(SqlMethodSettings method, params (string Name, object? Value)[] arguments)
    {
        using var connector = Connect(method);
        return await CallAsync(connector, CancellationToken.None, arguments);
    }

    public static async Task<object?> CallAsync(SqlConnector connector, CancellationToken cancellationToken, params (string Name, object? Value)[] arguments)
    {
        var args = new InvokeArgs("S", "", "M", [.. arguments.Select(one => new InvokeArg(one.Name, one.Value))]);
        var value = (await connector.InvokeAsync(args, cancellationToken)).Value;
        if (value is not ConnectorTable { IsStream: true } table) return value;
        var rows = new List<object?[]>();
        await using (table)
        {
            await foreach (var row in table.ReadAsync().WithCancellation(cancellationToken)) rows.Add(row);
        }

        return new ConnectorTable(table.Columns, rows);
    }

    /// <summary>The error of a call that must fail.</summary>
    public async Task<ConnectorError> FailAsync(SqlMethodSettings method, params (string Name, object? Value)[] arguments)
    {
        var call = () => CallAsync(method, arguments);
        return (await call.Should().ThrowAsync<ConnectorException>()).Which.Error;
    }

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    public async Task<object?> ScalarAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Kind != "sqlite")
        {
            await using var pool = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(pool);
        }

        folder.Delete(recursive: true);
    }

    private async Task<DbConnection> OpenAsync()
    {
        DbConnection connection = Kind == "sqlite" ? new SqliteConnection(ConnectionString + ";Pooling=False") : new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
