namespace Cleverence.Connectivity.Exchange;

/// <summary>An entry of the append-only protocol.</summary>
/// <param name="Id">Its id, a UUID of version 7.</param>
/// <param name="Operation">The operation.</param>
/// <param name="At">When it was written.</param>
public sealed record ProtocolRecord(string Id, string Operation, DateTimeOffset At)
{
    /// <summary>The message, when it belongs to one.</summary>
    public string? MessageId { get; init; }

    /// <summary>The stage the message went to, when it moved.</summary>
    public ExchangeStage? Stage { get; init; }

    /// <summary>What happened to the document, when something did; the document's status is computed from these.</summary>
    public DocumentFact? Fact { get; init; }

    /// <summary>The document.</summary>
    public string? Document { get; init; }

    /// <summary>Whether it came from outside.</summary>
    public bool Incoming { get; init; }

    /// <summary>Format and version of the payload.</summary>
    public string Format { get; init; } = "";

    /// <summary>The id at the other system.</summary>
    public string? RequestId { get; init; }

    /// <summary>SHA-256 of the payload, base64.</summary>
    public string? PayloadHash { get; init; }

    /// <summary>The payload; null when the entry has none, or where only the list was asked for.</summary>
    public byte[]? Payload { get; init; }

    /// <summary>Whether the payload was signed.</summary>
    public bool Signed { get; init; }

    /// <summary>One English sentence, without secrets.</summary>
    public string? Description { get; init; }

    /// <summary>The server that wrote it.</summary>
    public string Node { get; init; } = "";

    /// <summary>Who asked for it.</summary>
    public string? User { get; init; }
}
