namespace Cleverence.Connectivity.Exchange;

/// <summary>Something that happened to a document. The protocol keeps it, and the document's status can be computed from its facts again.</summary>
/// <param name="Document">The document.</param>
/// <param name="DocumentKind">Its kind.</param>
/// <param name="Operation">The operation it happened in.</param>
/// <param name="Kind">What happened.</param>
public sealed record DocumentFact(string Document, string DocumentKind, string Operation, FactKind Kind)
{
    /// <summary>Whose document.</summary>
    public string Organisation { get; init; } = "";

    /// <summary>The other system's own word.</summary>
    public string? Status { get; init; }

    /// <summary>The kinds of receipt that came with it.</summary>
    public IReadOnlyList<string> Receipts { get; init; } = [];

    /// <summary>The failure, without secrets.</summary>
    public ConnectorError? Error { get; init; }

    /// <summary>The message it belongs to; null when it came from outside.</summary>
    public string? MessageId { get; init; }

    /// <summary>When it happened.</summary>
    public DateTimeOffset At { get; init; }
}
