using Cleverence.Connectivity;
using Cleverence.Connectivity.Classic;

namespace Cleverence.Warehouse;

/// <summary>A view of the documents the server keeps. What is found is a copy: change it and <see cref="Add"/> it to keep the change.</summary>
/// <remarks>The members wait for the store on the caller's thread: a classic connector has threads of its own.</remarks>
public sealed class StoredDocuments
{
    private readonly Func<IDocumentStore> store;

    internal StoredDocuments(Func<IDocumentStore> store) => this.store = store;

    /// <summary>Finds a document.</summary>
    /// <param name="id">The document's id.</param>
    /// <returns>The document, or null.</returns>
    public Document? FindById(string? id) =>
        string.IsNullOrEmpty(id) ? null
        : store().FindAsync(id, CancellationToken.None).Waited() is { } stored ? RecordReader.Read<Document>(stored.Content) : null;

    /// <summary>Saves a document, replacing the one with the same id.</summary>
    /// <param name="document">The document; the store copies it.</param>
    public void Add(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        if (string.IsNullOrEmpty(document.Id)) throw new ArgumentException("The document has no Id. Set it before adding the document.", nameof(document));
        var content = RecordWriter.Write(document);
        _ = store().SaveAsync(new StoredDocument(document.Id, document.DocumentTypeName ?? "", content) { Finished = document.Finished }, CancellationToken.None).Waited();
    }

    /// <summary>Removes a document.</summary>
    /// <param name="document">The document; it is found by its id.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(DocumentDescription document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return !string.IsNullOrEmpty(document.Id) && store().RemoveAsync(document.Id, CancellationToken.None).Waited();
    }
}
