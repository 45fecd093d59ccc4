using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Writes that belong together. A version in it is the one the row must have now (0: it must be new); the store raises it by one.</summary>
/// <param name="ConnectorId">The connector whose they are.</param>
public sealed record ExchangeCommit(string ConnectorId)
{
    /// <summary>Messages that are new.</summary>
    public IReadOnlyList<ExchangeMessage> Added { get; init; } = [];

    /// <summary>Messages that change; their lease is given back.</summary>
    public IReadOnlyList<ExchangeMessage> Changed { get; init; } = [];

    /// <summary>When set, every changed message must still be leased by this owner.</summary>
    public string? LeaseOwner { get; init; }

    /// <summary>Document states.</summary>
    public IReadOnlyList<DocumentState> Documents { get; init; } = [];

    /// <summary>Entries of the protocol, in their order.</summary>
    public IReadOnlyList<ProtocolRecord> Protocol { get; init; } = [];

    /// <summary>Incoming items, new or changed. A changed one whose payload is empty keeps the bytes it has.</summary>
    public IReadOnlyList<StoredIncoming> Incoming { get; init; } = [];

    /// <summary>Incoming items whose remote copies are removed, by the engine's ids. What is not handled is left as it is.</summary>
    public IReadOnlyList<string> Acknowledged { get; init; } = [];

    /// <summary>The connector's own records.</summary>
    public IReadOnlyList<RecordChange> Records { get; init; } = [];

    /// <summary>A suspended exchange to keep.</summary>
    public Suspension? Suspension { get; init; }
}
