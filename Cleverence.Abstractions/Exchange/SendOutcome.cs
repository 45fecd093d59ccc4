namespace Cleverence.Connectivity.Exchange;

/// <summary>What became of one transmission, and what is to be kept with it.</summary>
/// <param name="Verdict">The verdict.</param>
public sealed record SendOutcome(SendVerdict Verdict)
{
    /// <summary>The id the other system gave.</summary>
    public string? RequestId { get; init; }

    /// <summary>Which <see cref="ExchangeMessage.Attempt"/> it is the verdict of, where somebody else transmits; null for the last one. Only <see cref="IExchange.BringVerdictAsync"/> regards it.</summary>
    public int? Attempt { get; init; }

    /// <summary>The failure, without secrets.</summary>
    public ConnectorError? Error { get; init; }

    /// <summary>How long to wait before the next try; null for the engine's own back-off.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>The other system's own word for where the message stands.</summary>
    public string? Status { get; init; }

    /// <summary>The answer's bytes for the protocol, without secrets; null when there was none.</summary>
    public byte[]? Reply { get; init; }

    /// <summary>What must be signed for a new session key; with <see cref="SendVerdict.SessionKeyNeeded"/> when no signer of this server can.</summary>
    public SessionChallenge? Challenge { get; init; }

    /// <summary>Replaces <see cref="ExchangeMessage.Memo"/> when not null.</summary>
    public string? Memo { get; init; }

    /// <summary>The connector's own records, written in the same transaction.</summary>
    public IReadOnlyList<RecordChange> Records { get; init; } = [];

    /// <summary>Messages that follow from it, enqueued in the same transaction.</summary>
    public IReadOnlyList<OutgoingMessage> Next { get; init; } = [];

    /// <summary>Taken over, with an id.</summary>
    /// <param name="requestId">The id.</param>
    /// <returns>The outcome.</returns>
    public static SendOutcome Accepted(string requestId) => new(SendVerdict.Accepted) { RequestId = requestId };

    /// <summary>Refused by content.</summary>
    /// <param name="error">Why.</param>
    /// <returns>The outcome.</returns>
    public static SendOutcome Refused(ConnectorError error) => new(SendVerdict.Refused) { Error = error };

    /// <summary>Proven not sent.</summary>
    /// <param name="error">Why.</param>
    /// <returns>The outcome.</returns>
    public static SendOutcome NotSent(ConnectorError error) => new(SendVerdict.NotSent) { Error = error };

    /// <summary>Nobody knows.</summary>
    /// <param name="error">What happened.</param>
    /// <returns>The outcome.</returns>
    public static SendOutcome NoVerdict(ConnectorError error) => new(SendVerdict.NoVerdict) { Error = error };
}
