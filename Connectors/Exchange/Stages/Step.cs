using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>An event of one message with all that is to be written with it.</summary>
internal sealed record Step(ExchangeEvent Event)
{
    public ConnectorError? Error { get; init; }

    public string? RequestId { get; init; }

    public string? Status { get; init; }

    public IReadOnlyList<string> Receipts { get; init; } = [];

    /// <summary>The answer's bytes, for the protocol.</summary>
    public byte[]? Reply { get; init; }

    public string? Memo { get; init; }

    public IReadOnlyList<RecordChange> Records { get; init; } = [];

    public IReadOnlyList<OutgoingMessage> Next { get; init; } = [];

    /// <summary>How long to wait; null for the stage's own rule.</summary>
    public TimeSpan? After { get; init; }

    /// <summary>Not before this time, whatever the wait.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>At once, whatever the stage's rule.</summary>
    public bool AtOnce { get; init; }

    public byte[]? Signature { get; init; }

    public byte[]? SecondSignature { get; init; }

    /// <summary>One English sentence for the protocol.</summary>
    public string? Description { get; init; }

    public string? User { get; init; }
}
