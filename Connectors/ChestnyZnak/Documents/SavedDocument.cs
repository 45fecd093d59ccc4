using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>A document that callers have handed over to be sent.</summary>
/// <param name="Id">Its id, the caller's or ours.</param>
/// <param name="Inn">Whose.</param>
/// <param name="Type">Its type, such as <c>LK_RECEIPT</c>.</param>
/// <param name="Group">Its product group, by alias.</param>
/// <param name="Payload">Its body; of XML documents <c>content</c>, <c>secondContent</c> and <c>secondSigner</c>.</param>
internal sealed record SavedDocument(string Id, string Inn, string Type, string Group, ConnectorRecord Payload)
{
    /// <summary>The documents a long one was split into; empty for none. Each is sent and followed for itself.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>The version of its record; 0 for a new one.</summary>
    public long Version { get; init; }

    public DocumentShape Shape => DocumentShapes.Find(Type)!;

    /// <summary>The documents that the exchange knows: itself, or its parts.</summary>
    public IReadOnlyList<string> Sent => Parts.Count > 0 ? Parts : [Id];
}
