namespace Cleverence.Connectivity;

/// <summary>A connector's own durable records: documents, marks, tokens, sub-orders, gates. They belong to the connector's id and survive restarts and new versions.</summary>
/// <remarks>Thread-safe; a connector takes it by its constructor. Bytes are copied on the way in and out. What a method returns is committed.</remarks>
public interface IConnectorRecords
{
    /// <summary>Finds a record.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="key">Its key within the kind.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The record; null when there is none or its time is over.</returns>
    ValueTask<StoredRecord?> GetAsync(string kind, string key, CancellationToken cancellationToken);

    /// <summary>Lists records by kind and index keys, ordered by key.</summary>
    /// <param name="query">Which.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>The records.</returns>
    ValueTask<IReadOnlyList<StoredRecord>> ListAsync(RecordQuery query, CancellationToken cancellationToken);

    /// <summary>Writes changes together: all or nothing.</summary>
    /// <param name="changes">The changes.</param>
    /// <param name="cancellationToken">Stops what has not been committed.</param>
    /// <returns>A task that ends with the commit.</returns>
    /// <exception cref="ConnectorException"><c>Conflict</c>: a record has another version than expected.</exception>
    ValueTask WriteAsync(IReadOnlyList<RecordChange> changes, CancellationToken cancellationToken);

    /// <summary>Takes a lease that only one holder has at a time, over all servers of the store.</summary>
    /// <param name="name">What is leased.</param>
    /// <param name="time">How long it lasts without renewal.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The lease; null while somebody else holds it. Disposing gives it back.</returns>
    ValueTask<IRecordLease?> TryLeaseAsync(string name, TimeSpan time, CancellationToken cancellationToken);
}
