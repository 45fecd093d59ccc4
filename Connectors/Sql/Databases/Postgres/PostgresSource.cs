using System.Data;
using System.Data.Common;
using Cleverence.Connectivity;
using Npgsql;

namespace Connectors.Sql;

/// <summary>A PostgreSQL database.</summary>
internal sealed class PostgresSource(NpgsqlDataSource connections, string target) : SqlSource
{
    public override string Target => target;

    public override SqlRules Rules { get; } = new() { IsPostgres = true };

    public override bool TakesSeveral => false;

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) => await connections.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);

    public override string Answered(DbConnection connection) => $"PostgreSQL {connection.ServerVersion}";

    public override async ValueTask<DbTransaction> BeginAsync(DbConnection connection, IsolationLevel isolation, bool readsOnly, CancellationToken cancellationToken) =>
        await connection.BeginTransactionAsync(isolation, cancellationToken).ConfigureAwait(false);

    public override string PlaceOf(int number) => $"${number}";

    public override DbParameter Bind(DbCommand command, int number, SqlParameter parameter, object? value) => PostgresArgument.Of(parameter, value);

    public override void Call(DbCommand command, SqlMethod method, IReadOnlyList<(SqlParameter Parameter, object? Value)> arguments)
    {
        var places = new List<string>();
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

            // A parameter without a name in the catalogue has only its position.
            places.Add(parameter.Name.StartsWith(RoutineMethod.Nameless, StringComparison.Ordinal) ? cast : $"{PostgresNames.Quoted(parameter)} => {cast}");
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
