using System.Data;
using System.Data.Common;
using Npgsql;

namespace Server.Storage;

/// <summary>A room in a PostgreSQL database that other servers may share.</summary>
internal sealed class PostgreSource(NpgsqlDataSource connections, string name, bool durable) : SqlSource
{
    public override string Name => name;

    public override SqlDialect Dialect => SqlDialect.PostgreSql;

    public override DbConnection OpenWriter(bool create)
    {
        var connection = connections.OpenConnection();
        if (durable) return connection;
        using var command = connection.CreateCommand();

        // As with the file of the history: its last rows may be lost at a power cut. Given back to the pool, the connection is as before.
        command.CommandText = "SET synchronous_commit = off";
        command.ExecuteNonQuery();
        return connection;
    }

    public override bool IsUsable(DbConnection writer) => writer.State == ConnectionState.Open;

    public override DbConnection OpenReader() => connections.OpenConnection();

    public override async ValueTask<DbConnection> OpenReaderAsync(CancellationToken cancellationToken) => await connections.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

    public override bool Breaks(Exception failure) => failure is NpgsqlException and not PostgresException || failure is PostgresException ended && IsEnd(ended);

    public override bool IsStale(Exception failure) =>
        failure is PostgresException ended ? IsEnd(ended) : failure is NpgsqlException { InnerException: IOException };

    public override bool IsConflict(Exception failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

    public override void Forget() => connections.Clear();

    public override Exception Explain(Exception failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } refused =>
            Because(refused, "refused the user", "Check user and password of Storage:ConnectionString."),
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } missing => Because(missing, "has no such database", "Make it with CREATE DATABASE, or name another one in Storage:ConnectionString."),
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } denied => Because(denied, "denied the user something", "Make the user the owner of the database."),
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } crowded => Because(crowded, "has no connection free", "Raise max_connections, or lower 'Maximum Pool Size' in Storage:ConnectionString."),
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } full => Because(full, "finds no room on its disk", "Make room; the server goes on by itself."),
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } closed => Because(closed, "takes no writes", "Name the primary server in Storage:ConnectionString, with 'Target Session Attributes=primary' when it may move."),
        _ when IsConflict(failure) => Because(failure, "took a write back for another server's, again and again", "Send the request again; when that lasts, look for what else holds locks on these tables."),
        PostgresException other when !IsEnd(other) => failure,
        NpgsqlException away => Because(away, "cannot be reached", "See that it runs and can be reached from here, and check Storage:ConnectionString; the server goes on by itself when it is back."),
        TimeoutException late => Because(late, "did not answer in time", "See that it runs and is not overloaded; the server goes on by itself."),
        _ => failure,
    };

    // The pool belongs to both rooms.
    public override void Dispose()
    {
    }

    private static bool IsEnd(PostgresException failure) =>
        failure.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.IdleSessionTimeout;

    private StorageException Because(Exception cause, string what, string cure) => new($"PostgreSQL {name} {what}: {cause.Message.TrimEnd('.')}. {cure}", cause);
}
