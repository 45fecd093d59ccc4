using Cleverence.Connectivity;
using Dapper;

namespace Server.Storage;

/// <summary>The documents, in <c>exchange.db</c>.</summary>
public sealed class SqlDocumentStore(SqlDatabase database, TimeProvider time) : IDocumentStore
{
    private readonly SqlRoom file = (database ?? throw new ArgumentNullException(nameof(database))).Exchange;

    /// <inheritdoc/>
    public ValueTask<StoredDocument?> FindAsync(string id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(file.Read(connection => connection.QuerySingleOrDefault<DocumentRow>(DocumentSql.Find, new { id }))?.ToDocument());

    /// <inheritdoc/>
    public async ValueTask<StoredDocument> SaveAsync(StoredDocument document, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        var values = new { document.Id, TypeName = document.DocumentTypeName, Finished = document.Finished ? 1L : 0L, Now = UnixTime.Of(time.GetUtcNow()), Content = RecordJson.Write(document.Content) };
        var row = await file.Writer.WriteAsync(connection => connection.QuerySingle<DocumentRow>(DocumentSql.Save, values), cancellationToken).ConfigureAwait(false);
        return row.ToDocument();
    }

    /// <inheritdoc/>
    public async ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken) =>
        await file.Writer.WriteAsync(connection => connection.Execute(DocumentSql.Remove, new { id }), cancellationToken).ConfigureAwait(false) > 0;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredDocument>> ListAsync(bool? finished, int limit, CancellationToken cancellationToken)
    {
        var values = new { finished = finished is { } only ? (only ? 1L : 0L) : (long?)null, limit };
        return ValueTask.FromResult<IReadOnlyList<StoredDocument>>([.. file.Read(connection => connection.Query<DocumentRow>(DocumentSql.List, values)).Select(row => row.ToDocument())]);
    }
}
