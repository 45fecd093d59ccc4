using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>The usual meanings of what arrives.</summary>
internal static class Outcomes
{
    /// <summary>Why the answer to a message waits that may not have arrived.</summary>
    public const string Unclear = "Nobody knows yet whether its message arrived.";

    /// <summary>It stays in the UTM: it belongs to nothing of ours, or it is too early.</summary>
    public static IncomingOutcome Keep(string operation, string why) => new(false) { Operation = operation, Description = why };

    /// <summary>It is kept in the protocol and changes nothing.</summary>
    public static IncomingOutcome Note(string operation, string? document, string what) => new(true) { Operation = operation, Document = document, Description = what };

    /// <summary>It happened to a document.</summary>
    public static IncomingOutcome Happened(EgaisDocument card, EgaisOperation operation, FactKind kind, string what, IReadOnlyList<RecordChange>? records = null) => new(true)
    {
        Operation = operation.ToString(),
        Document = card.Id,
        Description = what,
        Facts = [new DocumentFact(card.Id, card.Kind.ToString(), operation.ToString(), kind) { Organisation = card.FsrarId }],
        Records = records ?? [],
    };

    /// <summary>It answers a message.</summary>
    public static IncomingOutcome Answers(ExchangeMessage message, EgaisOperation operation, ReplyOutcome reply, string what, IReadOnlyList<RecordChange>? records = null) => new(true)
    {
        Operation = operation.ToString(),
        Document = message.Content.Document,
        Description = what,
        Replies = new Dictionary<string, ReplyOutcome> { [message.Id] = reply },
        Records = records ?? [],
    };
}
