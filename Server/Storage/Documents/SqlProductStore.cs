using Cleverence.Connectivity;
using Dapper;

namespace Server.Storage;

/// <summary>The products, in the room <c>exchange</c>.</summary>
public sealed class SqlProductStore(SqlDatabase database, TimeProvider time) : IProductStore
{
    private readonly SqlRoom room = (database ?? throw new ArgumentNullException(nameof(database))).Exchange;

    /// <inheritdoc/>
    public async ValueTask<ConnectorRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        await room.ReadAsync((connection, stop) => connection.QuerySingleOrDefaultAsync<byte[]>(new CommandDefinition(DocumentSql.FindProduct, new { id }, cancellationToken: stop)), cancellationToken).ConfigureAwait(false) is { } content
            ? RecordJson.Read(content) : null;

    /// <inheritdoc/>
    public async ValueTask SaveAsync(string id, ConnectorRecord product, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(product);
        var values = new { id, now = UnixTime.Of(time.GetUtcNow()), content = RecordJson.Write(product) };
        await room.Writer.WriteAsync(connection => connection.Execute(DocumentSql.SaveProduct, values), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken) =>
        await room.Writer.WriteAsync(connection => connection.Execute(DocumentSql.RemoveProduct, new { id }), cancellationToken).ConfigureAwait(false) > 0;
}
