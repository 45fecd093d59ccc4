using System.Data;
using System.Data.Common;
using Cleverence.Connectivity;

namespace Connectors.Sql;

/// <summary>Any database with an ADO.NET provider of its own.</summary>
internal sealed class ProviderSource(DbProviderFactory factory, IDisposable? library, string connectionString, string prefix, string target, TimeSpan connect) : SqlSource
{
    public override string Target => target;

    public override SqlRules Rules { get; } = new() { BracketNames = true };

    public override bool KeepsOut => true;

    public override bool RepeatsPlaces => prefix == "?";

    // Whether the provider waits without a thread nobody knows; some only pretend to.
    public override bool Blocks => true;

    public override async ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = factory.CreateConnection()!;
        try
        {
            connection.ConnectionString = connectionString;
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(connect);
            await OpenAsync(connection, limit.Token, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    public override string Answered(DbConnection connection) => $"{target} {connection.ServerVersion}";

    public override string PlaceOf(int number) => prefix == "?" ? "?" : $"{prefix}p{number}";

    public override DbParameter Bind(DbCommand command, int number, SqlParameter parameter, object? value)
    {
        var made = command.CreateParameter();
        made.ParameterName = command.CommandType == CommandType.StoredProcedure ? parameter.Name : prefix == "?" ? $"p{number}" : $"{prefix}p{number}";
        if (TypeOf(parameter.Kind, value) is { } type) made.DbType = type;
        made.Value = Stored(value) ?? DBNull.Value;
        made.Direction = parameter.Direction switch
        {
            ParameterDirection.Out => System.Data.ParameterDirection.Output,
            ParameterDirection.InOut => System.Data.ParameterDirection.InputOutput,
            _ => System.Data.ParameterDirection.Input,
        };
        if (parameter.Direction != ParameterDirection.In && parameter.Size > 0) made.Size = parameter.Size;
        return made;
    }

    public override void Call(DbCommand command, SqlMethod method, IReadOnlyList<(SqlParameter Parameter, object? Value)> arguments)
    {
        command.CommandType = CommandType.StoredProcedure;
        command.CommandText = method.Routine;
        foreach (var (parameter, value) in arguments) command.Parameters.Add(Bind(command, command.Parameters.Count + 1, parameter, value));
    }

    public override void Ready(DbCommand command, TimeSpan limit) => command.CommandTimeout = Math.Max(1, (int)Math.Ceiling(limit.TotalSeconds));

    public override IDisposable? StopWith(DbConnection connection, CancellationToken cancellationToken) => null;

    public override SqlColumn Column(DbDataReader reader, int ordinal, bool hasRow, ValueKind? declared) => ProviderColumn.Of(reader, ordinal, hasRow).As(declared);

    public override SqlFault? FaultOf(Exception failure) => ProviderFaults.Of(failure);

    public override async ValueTask PrepareAsync(DbCommand command, CancellationToken cancellationToken) => await command.PrepareAsync(cancellationToken).ConfigureAwait(false);

    public override ValueTask<IReadOnlyList<Routine>> FindAsync(DbConnection connection, string name, bool function, CancellationToken cancellationToken) =>
        ProviderCatalogue.FindAsync(connection, name, PlaceOf, cancellationToken);

    public override ValueTask<IReadOnlyList<ConnectorMethodInfo>> DiscoverAsync(DbConnection connection, CancellationToken cancellationToken) => ProviderCatalogue.DiscoverAsync(connection, cancellationToken);

    public override void Dispose() => library?.Dispose();

    // Stopped by our own limit, it is a server that does not answer; the caller's leaving is told by others.
    private static async Task OpenAsync(DbConnection connection, CancellationToken limit, CancellationToken caller)
    {
        try
        {
            await connection.OpenAsync(limit).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !caller.IsCancellationRequested)
        {
            throw new TimeoutException("The database did not answer while connecting.");
        }
    }

    private static object? Stored(object? value) => value switch
    {
        ConnectorRecord or ConnectorTable => ArgumentJson.Of(value),
        byte[] => value,
        IReadOnlyList<object?> list => ArgumentJson.Of(list),
        _ => value,
    };

    private static DbType? TypeOf(ValueKind? declared, object? value) => (declared ?? (value is null ? ValueKind.Null : ConnectorValues.KindOf(value))) switch
    {
        ValueKind.Boolean => DbType.Boolean,
        ValueKind.Integer => DbType.Int64,
        ValueKind.Decimal => DbType.Decimal,
        ValueKind.String or ValueKind.List or ValueKind.Record or ValueKind.Table => DbType.String,
        ValueKind.DateTime => DbType.DateTime,
        ValueKind.DateTimeOffset => DbType.DateTimeOffset,
        ValueKind.Binary => DbType.Binary,
        _ => (DbType?)null,
    };
}
