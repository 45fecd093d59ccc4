using Cleverence.Connectivity.Classic;

namespace Cleverence.Warehouse;

/// <summary>The server's documents as classic connectors name them.</summary>
public static class DocumentStorage
{
    /// <summary>A view of the documents the server keeps.</summary>
    public static StoredDocuments Documents { get; } = new(static () =>
        ClassicScope.Required("DocumentStorage.Documents").Documents
        ?? throw new InvalidOperationException("DocumentStorage.Documents cannot be used: this host keeps no documents."));
}
