using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>A document as the connector keeps it; its state is the exchange's.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="FsrarId">Whose.</param>
internal sealed record EgaisDocument(string Id, EgaisDocumentKind Kind, string FsrarId)
{
    public string? Number { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>The Identity of the document itself in the registry's XML; an incoming waybill has the sender's.</summary>
    public string? Identity { get; init; }

    /// <summary>The registry's number, such as <c>TTN-0900000001</c>.</summary>
    public string? RegId { get; init; }

    /// <summary>When the registry conducted it, in its local time as it wrote it; null when it did not or took it back.</summary>
    public string? RegistrationDate { get; init; }

    /// <summary>The content: fields of callers for outgoing kinds, the waybill as a record for incoming ones.</summary>
    public ConnectorRecord Payload { get; init; } = [];

    /// <summary>How often each operation was prepared: the next Identity of it gets the number behind a dash from the second on.</summary>
    public IReadOnlyDictionary<string, int> Prepared { get; init; } = new Dictionary<string, int>();

    /// <summary>The record's version; 0 for a new one.</summary>
    public long Version { get; init; }
}
