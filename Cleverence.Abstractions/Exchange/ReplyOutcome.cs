namespace Cleverence.Connectivity.Exchange;

/// <summary>An answer about an accepted message.</summary>
/// <param name="Verdict">The verdict.</param>
public sealed record ReplyOutcome(ReplyVerdict Verdict)
{
    /// <summary>The other system's own word, such as <c>CHECKED_OK</c>.</summary>
    public string? Status { get; init; }

    /// <summary>Why it was refused, or what hindered the asking; without secrets.</summary>
    public ConnectorError? Error { get; init; }

    /// <summary>The kinds of receipt this answer brings, for documents that need several (<c>Received</c>, <c>Posted</c>, <c>Notice</c>).</summary>
    public IReadOnlyList<string> Receipts { get; init; } = [];

    /// <summary>The answer's bytes for the protocol, without secrets.</summary>
    public byte[]? Reply { get; init; }

    /// <summary>What must be signed for a new session key, when nothing could be asked without one and no signer of this server can.</summary>
    public SessionChallenge? Challenge { get; init; }

    /// <summary>When to ask again; null for the adapter's <see cref="IExchangeAdapter.DelayOf"/>.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>Replaces <see cref="ExchangeMessage.Memo"/> when not null.</summary>
    public string? Memo { get; init; }

    /// <summary>The connector's own records, written in the same transaction.</summary>
    public IReadOnlyList<RecordChange> Records { get; init; } = [];

    /// <summary>Messages that follow from it, enqueued in the same transaction.</summary>
    public IReadOnlyList<OutgoingMessage> Next { get; init; } = [];
}
