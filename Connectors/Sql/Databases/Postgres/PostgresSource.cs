using System.Data;
using System.Data.Common;
using Cleverence.Connectivity;
using Npgsql;

namespace Connectors.Sql;

/// <summary>A PostgreSQL database.</summary>
internal sealed class PostgresSource : SqlSource
{
    private readonly NpgsqlDataSource connections;
    private readonly string target;

    public PostgresSource(NpgsqlDataSource connections, string target)
    {
        (this.connections, this.target) = (connections, target);
        ProviderStatics.Hold(typeof(NpgsqlConnection).Assembly);
    }

    public override string Target => target;

    public override SqlRules Rules { get; } = new() { IsPostgres = true };

    public override bool TakesSeveral => false;

    // These commit on their way; CREATE, ALTER and DROP do with CONCURRENTLY. A word it does not know is refused before anything is done.
    public override bool IsWhole(string keyword) => keyword is not ("CALL" or "DO" or "VACUUM" or "CLUSTER" or "REINDEX" or "CREATE" or "ALTER" or "DROP");

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => await connections.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

    public override string Answered(DbConnection connection) => $"PostgreSQL {connection.ServerVersion}";

    // A word in front tells nothing: WITH and SELECT can write too. The server itself keeps a call that is to read from writing.
    public override async ValueTask<DbTransaction?> BeginAsync(DbConnection connection, IsolationLevel? isolation, bool readsOnly, CancellationToken cancellationToken)
    {
        if (isolation is null && !readsOnly) return null;
        var own = (NpgsqlConnection)connection;
        var transaction = await own.BeginTransactionAsync(isolation ?? IsolationLevel.Unspecified, cancellationToken).ConfigureAwait(false);
        if (!readsOnly) return transaction;
        var guard = new NpgsqlCommand("SET TRANSACTION READ ONLY", own, transaction);
        await using (guard.ConfigureAwait(false)) await guard.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        return transaction;
    }

    public override string PlaceOf(int number) => $"${number}";

    public override DbParameter Bind(DbCommand command, int number, SqlParameter parameter, object? value) => PostgresArgument.Of(parameter, value);

    public override void Call(DbCommand command, SqlMethod method, IReadOnlyList<(SqlParameter Parameter, object? Value)> arguments)
    {
        var places = new List<string>();
        var byPosition = arguments.Count(argument => method.TakesByPosition(argument.Parameter));
        foreach (var (parameter, value) in arguments)
        {
            if (parameter.Direction == ParameterDirection.Out && method.IsFunction) continue;
            var place = "NULL";
            if (parameter.Direction != ParameterDirection.Out)
            {
                command.Parameters.Add(PostgresArgument.Of(parameter, value));
                place = PlaceOf(command.Parameters.Count);
            }

            var cast = parameter.DbType.Length > 0 ? $"CAST({place} AS {parameter.DbType})" : place;

            // A parameter without a name has only its position, and so have those before it.
            places.Add(byPosition > 0 ? cast : $"{PostgresNames.Quoted(parameter)} => {cast}");
            if (parameter.IsNameless) byPosition--;
        }

        command.CommandText = $"{(method.IsFunction ? "SELECT * FROM" : "CALL")} {method.Routine}({string.Join(", ", places)})";
    }

    // Values come as text, so that every type can be read and no number passes through a float.
    public override void Ready(DbCommand command, TimeSpan limit)
    {
        var own = (NpgsqlCommand)command;
        own.AllResultTypesAreUnknown = true;
        own.CommandTimeout = 0;
    }

    public override SqlColumn Column(DbDataReader reader, int ordinal, bool hasRow, ValueKind? declared) => PostgresColumn.Of((NpgsqlDataReader)reader, ordinal).As(declared);

    public override SqlFault? FaultOf(Exception failure) => PostgresFaults.Of(failure);

    public override async ValueTask PrepareAsync(DbCommand command, CancellationToken cancellationToken)
    {
        await command.PrepareAsync(cancellationToken).ConfigureAwait(false);
        await ((NpgsqlCommand)command).UnprepareAsync(cancellationToken).ConfigureAwait(false);
    }

    public override ValueTask<IReadOnlyList<Routine>> FindAsync(DbConnection connection, string name, bool function, CancellationToken cancellationToken) =>
        PostgresCatalogue.FindAsync(connection, name, function, cancellationToken);

    public override ValueTask<IReadOnlyList<ConnectorMethodInfo>> DiscoverAsync(DbConnection connection, CancellationToken cancellationToken) =>
        PostgresCatalogue.DiscoverAsync(connection, cancellationToken);

    public override void Dispose()
    {
        connections.Dispose();
        ProviderStatics.Release(typeof(NpgsqlConnection).Assembly);
    }
}
