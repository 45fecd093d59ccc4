namespace Cleverence.Connectivity.Exchange;

/// <summary>What an incoming item means.</summary>
/// <param name="Handled">Whether its meaning is complete; false keeps it <see cref="IncomingStage.Stored"/> until something else comes.</param>
public sealed record IncomingOutcome(bool Handled)
{
    /// <summary>Why it cannot be understood; parks it.</summary>
    public ConnectorError? Error { get; init; }

    /// <summary>What happened to documents.</summary>
    public IReadOnlyList<DocumentFact> Facts { get; init; } = [];

    /// <summary>Answers to our messages, by message id or by the request id they were accepted under.</summary>
    public IReadOnlyDictionary<string, ReplyOutcome> Replies { get; init; } = new Dictionary<string, ReplyOutcome>();

    /// <summary>The connector's own records, written in the same transaction.</summary>
    public IReadOnlyList<RecordChange> Records { get; init; } = [];

    /// <summary>Messages that follow from it, enqueued in the same transaction.</summary>
    public IReadOnlyList<OutgoingMessage> Next { get; init; } = [];

    /// <summary>Kept items that this one completes; they are handled with it.</summary>
    public IReadOnlyList<string> Completes { get; init; } = [];

    /// <summary>The document it belongs to, for the protocol.</summary>
    public string? Document { get; init; }

    /// <summary>What it is, for the protocol: operation and one English sentence.</summary>
    public string Operation { get; init; } = "";

    /// <summary>One English sentence for the protocol.</summary>
    public string? Description { get; init; }
}
