namespace Cleverence.Connectivity.Exchange;

/// <summary>The receiving half of an adapter, for systems that hold out a box of messages for us.</summary>
/// <remarks>Thread-safe. Import commits before the remote copy is acknowledged; what failed is read again next time, and recognised by its hash.</remarks>
public interface IIncomingAdapter
{
    /// <summary>The reason of a fetch's error that says: it is not in the box any more.</summary>
    const string NotFound = "NOT_FOUND";

    /// <summary>Lists what waits for an organisation. It is read to its end before anything is fetched.</summary>
    /// <param name="organisation">The organisation.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The items, in the box's order.</returns>
    IAsyncEnumerable<IncomingItem> ListIncomingAsync(string organisation, CancellationToken cancellationToken);

    /// <summary>How many items are taken at a time: each slice is fetched, stored, handled and acknowledged before the next one is handled. The order of <see cref="ListIncomingAsync"/> says what comes first.</summary>
    int SliceSize => 200;

    /// <summary>How many items are fetched side by side. With more than one, the removals of a slice also go beside the fetching of the next.</summary>
    int ParallelFetches => 1;

    /// <summary>Fetches an item's bytes.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The bytes.</returns>
    /// <exception cref="ConnectorException">Its error's reason is <see cref="NotFound"/>, whatever its code: somebody else took it; it is dropped from our list, and that is no failure.</exception>
    ValueTask<byte[]> FetchIncomingAsync(IncomingItem item, CancellationToken cancellationToken);

    /// <summary>The rank of an item in the import: lower goes first (receipts before documents).</summary>
    /// <param name="item">The item, stored.</param>
    /// <returns>The rank.</returns>
    int RankOf(StoredIncoming item);

    /// <summary>Says what an item means, and changes nothing itself. The engine writes all of it in one transaction, together with other items that touch neither its documents, nor its messages, nor its records; one that touches them is asked about again when they are written.</summary>
    /// <param name="item">The item, stored.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>What it changes.</returns>
    ValueTask<IncomingOutcome> HandleIncomingAsync(StoredIncoming item, CancellationToken cancellationToken);

    /// <summary>Whether the remote copy may be removed: not while somebody else reads the same box.</summary>
    /// <param name="organisation">The organisation.</param>
    /// <returns>Whether it may.</returns>
    bool MayAcknowledge(string organisation);

    /// <summary>Removes the remote copy of a handled item; one that is gone already counts as removed.</summary>
    /// <param name="item">The item.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>A task that ends when it is removed.</returns>
    ValueTask AcknowledgeIncomingAsync(IncomingItem item, CancellationToken cancellationToken);
}
