using System.Data;
using System.Data.Common;
using Cleverence.Connectivity;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Connectors.Sql;

/// <summary>A SQLite file. Its calls hold their thread; it has no server, so stopping is done by the library's own hook.</summary>
internal sealed class SqliteSource : SqlSource
{
    // Often enough to stop within a millisecond, seldom enough to cost nothing.
    private const int OperationsBetweenLooks = 10_000;
    private readonly string connectionString;
    private readonly int lockSeconds;
    private readonly string target;

    public SqliteSource(string connectionString, int lockSeconds, string target)
    {
        (this.connectionString, this.lockSeconds, this.target) = (connectionString, lockSeconds, target);
        ProviderStatics.Hold(typeof(SqliteConnection).Assembly);
    }

    public override string Target => target;

    public override SqlRules Rules { get; } = new() { BracketNames = true };

    public override bool Blocks => true;

    public override bool HasProcedures => false;

    public override bool IsWhole(string keyword) => true;

    public override ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            return new(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public override string Answered(DbConnection connection) => $"SQLite {connection.ServerVersion}";

    public override ValueTask<DbTransaction?> BeginAsync(DbConnection connection, IsolationLevel? isolation, bool readsOnly, CancellationToken cancellationToken)
    {
        var own = (SqliteConnection)connection;
        if (readsOnly)
        {
            using var guard = own.CreateCommand();
            guard.CommandText = "PRAGMA query_only = ON";
            guard.ExecuteNonQuery();
        }

        return new(isolation is null ? null : own.BeginTransaction(IsolationLevel.Serializable, deferred: readsOnly));
    }

    public override string PlaceOf(int number) => $"@p{number}";

    public override DbParameter Bind(DbCommand command, int number, SqlParameter parameter, object? value)
    {
        var stored = SqliteArgument.Of(value);
        return new SqliteParameter(PlaceOf(number), stored ?? DBNull.Value);
    }

    public override void Call(DbCommand command, SqlMethod method, IReadOnlyList<(SqlParameter Parameter, object? Value)> arguments)
    {
        var places = new List<string>();
        foreach (var (parameter, value) in arguments)
        {
            command.Parameters.Add(Bind(command, command.Parameters.Count + 1, parameter, value));
            places.Add(PlaceOf(command.Parameters.Count));
        }

        command.CommandText = $"SELECT {method.Routine}({string.Join(", ", places)}) AS value";
    }

    // Only waiting for a lock is limited by it; the rest is stopped by the hook.
    public override void Ready(DbCommand command, TimeSpan limit) => command.CommandTimeout = Math.Max(1, Math.Min(lockSeconds, (int)Math.Ceiling(limit.TotalSeconds)));

    public override IDisposable StopWith(DbConnection connection, CancellationToken cancellationToken)
    {
        var handle = ((SqliteConnection)connection).Handle!;
        raw.sqlite3_progress_handler(handle, OperationsBetweenLooks, _ => cancellationToken.IsCancellationRequested ? 1 : 0, null);
        return new SqliteStop(handle);
    }

    public override SqlColumn Column(DbDataReader reader, int ordinal, bool hasRow, ValueKind? declared) => SqliteColumn.Of((SqliteDataReader)reader, ordinal, hasRow, declared);

    public override SqlFault? FaultOf(Exception failure) => SqliteFaults.Of(failure);

    public override ValueTask PrepareAsync(DbCommand command, CancellationToken cancellationToken)
    {
        command.Prepare();
        return ValueTask.CompletedTask;
    }

    // A function of SQLite has no parameters that could be asked for; a name that is not there is told when it is prepared.
    public override ValueTask<IReadOnlyList<Routine>> FindAsync(DbConnection connection, string name, bool function, CancellationToken cancellationToken) => new([new Routine(name, [])]);

    public override async ValueTask<IReadOnlyList<ConnectorMethodInfo>> DiscoverAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT t.name, t.type = 'view', c.name, c.type, c."notnull" = 0
            FROM sqlite_schema t JOIN pragma_table_info(t.name) c
            WHERE t.type IN ('table', 'view') AND t.name NOT LIKE 'sqlite\_%' ESCAPE '\'
            ORDER BY t.name, c.cid LIMIT 5000
            """;
        return await TableListing.ReadAsync(command, reader => SqliteColumn.KindOf(reader.GetString(3)), cancellationToken).ConfigureAwait(false);
    }

    // Connections are closed after each call: the provider's pool would keep the plugin in memory, and a replaced file would not be seen.
    public override void Dispose() => ProviderStatics.Release(typeof(SqliteConnection).Assembly);
}
