namespace Cleverence.Connectivity;

/// <summary>A document as the server keeps it.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="DocumentTypeName">The document type; empty when it has none.</param>
/// <param name="Content">The whole document as a record, names as on the wire: <c>id, name, documentTypeName, fields, declaredItems, currentItems</c> and so on.</param>
public sealed record StoredDocument(string Id, string DocumentTypeName, ConnectorRecord Content)
{
    /// <summary>Whether the handheld has finished it.</summary>
    public bool Finished { get; init; }

    /// <summary>When it was finished; set by the store at the first save as finished.</summary>
    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>When it was last saved; set by the store.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The version, raised by one at each save; set by the store.</summary>
    public long Version { get; init; }
}
