using Cleverence.Connectivity;
using Dapper;

namespace Server.Storage;

/// <summary>The documents, in the room <c>exchange</c>.</summary>
public sealed class SqlDocumentStore(SqlDatabase database, TimeProvider time) : IDocumentStore
{
    private readonly SqlRoom room = (database ?? throw new ArgumentNullException(nameof(database))).Exchange;

    /// <inheritdoc/>
    public async ValueTask<StoredDocument?> FindAsync(string id, CancellationToken cancellationToken) =>
        (await room.ReadAsync((connection, stop) => connection.QuerySingleOrDefaultAsync<DocumentRow>(new CommandDefinition(DocumentSql.Find, new { id }, cancellationToken: stop)), cancellationToken).ConfigureAwait(false))?.ToDocument();

    /// <inheritdoc/>
    public async ValueTask<StoredDocument> SaveAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var values = DocumentRow.ValuesOf(document, time.GetUtcNow());
        var row = await room.Writer.WriteAsync(connection => connection.QuerySingle<DocumentRow>(DocumentSql.Save, values), cancellationToken).ConfigureAwait(false);
        return row.ToDocument();
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken) =>
        await room.Writer.WriteAsync(connection => connection.Execute(DocumentSql.Remove, new { id }), cancellationToken).ConfigureAwait(false) > 0;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<StoredDocument>> ListAsync(bool? finished, int limit, CancellationToken cancellationToken)
    {
        var values = new { finished = finished is { } only ? (only ? 1L : 0L) : (long?)null, limit };
        return await room.ListAsync<DocumentRow, StoredDocument>(DocumentSql.List, values, row => row.ToDocument(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes documents that were finished before a moment, the longest finished first; none that an event or a message of the exchange still speaks of.</summary>
    /// <param name="before">The moment.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>How many were removed; less than the limit when no more are left.</returns>
    public async ValueTask<int> RemoveFinishedAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
        await room.Writer.WriteAsync(connection => connection.Execute(DocumentSql.RemoveFinished, new { before = before.ToUnixTimeMilliseconds(), limit }), cancellationToken).ConfigureAwait(false);

    /// <summary>Removes documents that nobody has changed since a moment, finished or not, the oldest first; none that an event or a message of the exchange still speaks of.</summary>
    /// <param name="before">The moment.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops the wait.</param>
    /// <returns>How many were removed; less than the limit when no more are left.</returns>
    public async ValueTask<int> RemoveUnchangedAsync(DateTimeOffset before, int limit, CancellationToken cancellationToken) =>
        await room.Writer.WriteAsync(connection => connection.Execute(DocumentSql.RemoveUnchanged, new { before = before.ToUnixTimeMilliseconds(), limit }), cancellationToken).ConfigureAwait(false);
}
