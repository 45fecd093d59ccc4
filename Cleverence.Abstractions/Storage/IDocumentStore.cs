namespace Cleverence.Connectivity;

/// <summary>The documents the server keeps.</summary>
/// <remarks>Thread-safe. Values are copied: an object given to the store, or taken from it, may be changed without effect on what is kept.</remarks>
public interface IDocumentStore
{
    /// <summary>Finds a document.</summary>
    /// <param name="id">The document's id.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The document, or null.</returns>
    ValueTask<StoredDocument?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Saves a document, replacing the one with the same id.</summary>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Stops the save; a save that has started ends whole or not at all.</param>
    /// <returns>The document as kept.</returns>
    ValueTask<StoredDocument> SaveAsync(StoredDocument document, CancellationToken cancellationToken);

    /// <summary>Removes a document.</summary>
    /// <param name="id">The document's id.</param>
    /// <param name="cancellationToken">Stops the removal.</param>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken);

    /// <summary>Lists documents, last changed first.</summary>
    /// <param name="finished">Only finished ones, only unfinished ones, or all.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Stops the listing.</param>
    /// <returns>The documents.</returns>
    ValueTask<IReadOnlyList<StoredDocument>> ListAsync(bool? finished, int limit, CancellationToken cancellationToken);
}
