using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>What the dialogue looks up to understand what arrived.</summary>
internal interface IEgaisLookup
{
    /// <summary>A message by the request id that the UTM gave, normalised.</summary>
    ValueTask<ExchangeMessage?> FindByRequestIdAsync(string fsrarId, string requestId, CancellationToken cancellationToken);

    /// <summary>The newest message with an Identity of ours.</summary>
    ValueTask<ExchangeMessage?> FindByIdentityAsync(string fsrarId, string identity, CancellationToken cancellationToken);

    /// <summary>The messages of a document, oldest first, also those that have ended.</summary>
    ValueTask<IReadOnlyList<ExchangeMessage>> MessagesOfAsync(string document, CancellationToken cancellationToken);

    /// <summary>The open question to send a waybill again.</summary>
    ValueTask<ExchangeMessage?> FindResendAsync(string fsrarId, string regId, CancellationToken cancellationToken);

    /// <summary>The documents of an organisation with a number of the registry.</summary>
    ValueTask<IReadOnlyList<EgaisDocument>> FindByRegIdAsync(string fsrarId, string regId, CancellationToken cancellationToken);

    /// <summary>A document with a registry number or without, by its own number and date; the newest of several.</summary>
    ValueTask<EgaisDocument?> FindByNumberAsync(string fsrarId, EgaisDocumentKind kind, string number, DateOnly date, CancellationToken cancellationToken);

    ValueTask<EgaisDocument?> FindCardAsync(string document, CancellationToken cancellationToken);

    ValueTask<DocumentState?> StateOfAsync(string document, CancellationToken cancellationToken);

    /// <summary>The kept halves of an incoming waybill.</summary>
    ValueTask<IReadOnlyList<WaybillHalf>> FindHalvesAsync(string fsrarId, string pairKey, CancellationToken cancellationToken);

    /// <summary>Notes that a half is kept. Noting it again changes nothing.</summary>
    ValueTask KeepHalfAsync(WaybillHalf half, CancellationToken cancellationToken);

    /// <summary>An item of the box that is stored and not handled yet.</summary>
    ValueTask<StoredIncoming?> FindStoredAsync(string fsrarId, string remoteId, CancellationToken cancellationToken);
}
