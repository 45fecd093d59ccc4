using Cleverence.Connectivity;
using Dapper;

namespace Server.Storage;

/// <summary>The products, in <c>exchange.db</c>.</summary>
public sealed class SqlProductStore(SqlDatabase database, TimeProvider time) : IProductStore
{
    private readonly SqlRoom file = (database ?? throw new ArgumentNullException(nameof(database))).Exchange;

    /// <inheritdoc/>
    public ValueTask<ConnectorRecord?> FindAsync(string id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(file.Read(connection => connection.QuerySingleOrDefault<byte[]>(DocumentSql.FindProduct, new { id })) is { } content ? RecordJson.Read(content) : null);

    /// <inheritdoc/>
    public async ValueTask SaveAsync(string id, ConnectorRecord product, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentNullException.ThrowIfNull(product);
        var values = new { id, now = UnixTime.Of(time.GetUtcNow()), content = RecordJson.Write(product) };
        await file.Writer.WriteAsync(connection => connection.Execute(DocumentSql.SaveProduct, values), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken) =>
        await file.Writer.WriteAsync(connection => connection.Execute(DocumentSql.RemoveProduct, new { id }), cancellationToken).ConfigureAwait(false) > 0;
}
