namespace Cleverence.Connectivity.Exchange;

/// <summary>A message as the engine keeps it.</summary>
/// <param name="Id">Its id, a UUID of version 7.</param>
/// <param name="Content">What was prepared; it never changes. <see cref="OutgoingMessage.Records"/> is empty here.</param>
public sealed record ExchangeMessage(string Id, OutgoingMessage Content)
{
    /// <summary>Where it stands.</summary>
    public ExchangeStage Stage { get; init; }

    /// <summary>The id the other system gave it; null while it has none.</summary>
    public string? RequestId { get; init; }

    /// <summary>The detached signature of the payload, DER; null while there is none.</summary>
    public byte[]? Signature { get; init; }

    /// <summary>The detached signature of the second payload, DER.</summary>
    public byte[]? SecondSignature { get; init; }

    /// <summary>How often its sending was begun.</summary>
    public int Attempt { get; init; }

    /// <summary>How often its result was asked for since it was accepted.</summary>
    public int PollNumber { get; init; }

    /// <summary>The earliest time of the next step; null for at once, or when something else will wake it.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>Since when it has stood in its stage.</summary>
    public DateTimeOffset StageSince { get; init; }

    /// <summary>When its sending was last begun; null when it never was.</summary>
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>The last failure; without secrets.</summary>
    public ConnectorError? LastError { get; init; }

    /// <summary>What the adapter wants to remember between its calls for this message, such as the last block taken.</summary>
    public string? Memo { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it was last changed.</summary>
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The row's version, raised by one at each change.</summary>
    public long Version { get; init; }

    /// <summary>Whether it has come to an end.</summary>
    public bool IsFinal => Stage is ExchangeStage.Done or ExchangeStage.DonePartly or ExchangeStage.Rejected or ExchangeStage.Reversed or ExchangeStage.Cancelled;
}
