namespace Cleverence.Connectivity.Exchange;

/// <summary>The answer to "did it arrive?".</summary>
/// <param name="Verdict">The verdict.</param>
public sealed record FindOutcome(FindVerdict Verdict)
{
    /// <summary>The id it has there, when found.</summary>
    public string? RequestId { get; init; }

    /// <summary>What hindered the search, or why it is given up.</summary>
    public ConnectorError? Error { get; init; }

    /// <summary>What must be signed for a new session key, when nothing could be asked without one and no signer of this server can.</summary>
    public SessionChallenge? Challenge { get; init; }

    /// <summary>When to ask again; null for the adapter's <see cref="IExchangeAdapter.DelayOf"/>.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>What the search went by, for the protocol: one English sentence.</summary>
    public string? Proof { get; init; }

    /// <summary>The connector's own records, written in the same transaction.</summary>
    public IReadOnlyList<RecordChange> Records { get; init; } = [];
}
