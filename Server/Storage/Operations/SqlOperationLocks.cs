using System.Data.Common;
using Cleverence.Connectivity;
using Dapper;

namespace Server.Storage;

/// <summary>The locks of operations of all servers on one PostgreSQL: leases that last as long as the server gives its word.</summary>
/// <remarks>A lease guards no more than our own start: an operation on a server that was stopped for longer than its lease and comes back runs on, beside the one that took its place.</remarks>
public sealed class SqlOperationLocks(SqlDatabase database)
{
    private readonly SqlRoom room = (database ?? throw new ArgumentNullException(nameof(database))).Exchange;

    /// <summary>Takes a turn in the queue where there is none yet, and the lock where nobody bars it.</summary>
    /// <param name="ticket">The run.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How it stands.</returns>
    public Task<OperationStanding> TryEnterAsync(OperationTicket ticket, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(ticket);
        return room.Writer.WriteAsync(connection => Enter(connection, ticket), cancellationToken);
    }

    /// <summary>Gives the lock, or the turn, back.</summary>
    /// <param name="id">The run.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Whether it was still there: false when others no longer heeded it.</returns>
    public Task<bool> LeaveAsync(string id, CancellationToken cancellationToken) =>
        room.Writer.WriteAsync(connection => connection.Execute(OperationLockSql.Leave, new { id }) > 0, cancellationToken);

    /// <summary>Tells who keeps a run waiting.</summary>
    /// <param name="id">The run.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Those that run, and those that came earlier.</returns>
    public Task<IReadOnlyList<SharedOperation>> ListBarringAsync(string id, CancellationToken cancellationToken) => ListAsync(OperationLockSql.Barring, new { id }, cancellationToken);

    /// <summary>Tells what runs and waits on the other servers.</summary>
    /// <param name="nodeId">This server.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The running first.</returns>
    public Task<IReadOnlyList<SharedOperation>> ListOthersAsync(string nodeId, CancellationToken cancellationToken) => ListAsync(OperationLockSql.Others, new { node = nodeId }, cancellationToken);

    private static OperationStanding Enter(DbConnection connection, OperationTicket ticket)
    {
        var values = new
        {
            id = ticket.Id,
            chain = ticket.Chain,
            name = StorableText.Of(ticket.Name),
            folded = StorableText.Of(ticket.Name.ToUpperInvariant()),
            mode = (long)ticket.Mode,
            caller = StorableText.Of(ticket.Caller),
            node = ticket.NodeId,
            nested = ticket.IsNested ? 1L : 0L,
        };
        connection.Execute(OperationLockSql.Alone);
        connection.Execute(OperationLockSql.Clear);
        if (!connection.ExecuteScalar<bool>(OperationLockSql.IsLiving, values)) return OperationStanding.NodeIsSilent;
        connection.Execute(OperationLockSql.Wait, values);
        if (connection.ExecuteScalar<long>(OperationLockSql.Standing, values) == 0) connection.Execute(OperationLockSql.Grant, values);
        return connection.ExecuteScalar<long>(OperationLockSql.Standing, values) != 0 ? OperationStanding.Granted : OperationStanding.Waiting;
    }

    private Task<IReadOnlyList<SharedOperation>> ListAsync(string text, object values, CancellationToken cancellationToken) =>
        room.ListAsync<SharedOperationRow, SharedOperation>(text, values, row => row.ToOperation(), cancellationToken);
}
