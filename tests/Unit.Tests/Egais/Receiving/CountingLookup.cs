using Cleverence.Connectivity.Exchange;
using Connectors.Egais;

namespace Unit.Tests.Egais.Receiving;

/// <summary>Knows nothing, and counts how often it is asked for a registry number.</summary>
internal sealed class CountingLookup : IEgaisLookup
{
    public int Asked { get; private set; }

    public ValueTask<ExchangeMessage?> FindByRequestIdAsync(string fsrarId, string requestId, CancellationToken cancellationToken) => new((ExchangeMessage?)null);

    public ValueTask<ExchangeMessage?> FindByIdentityAsync(string fsrarId, string identity, CancellationToken cancellationToken) => new((ExchangeMessage?)null);

    public ValueTask<IReadOnlyList<ExchangeMessage>> MessagesOfAsync(string document, CancellationToken cancellationToken) => new((IReadOnlyList<ExchangeMessage>)[]);

    public ValueTask<ExchangeMessage?> FindResendAsync(string fsrarId, string regId, CancellationToken cancellationToken) => new((ExchangeMessage?)null);

    public ValueTask<IReadOnlyList<EgaisDocument>> FindByRegIdAsync(string fsrarId, string regId, CancellationToken cancellationToken)
    {
        Asked++;
        return new((IReadOnlyList<EgaisDocument>)[]);
    }

    public ValueTask<EgaisDocument?> FindByNumberAsync(string fsrarId, EgaisDocumentKind kind, string number, DateOnly date, CancellationToken cancellationToken) => new((EgaisDocument?)null);

    public ValueTask<EgaisDocument?> FindCardAsync(string document, CancellationToken cancellationToken) => new((EgaisDocument?)null);

    public ValueTask<DocumentState?> StateOfAsync(string document, CancellationToken cancellationToken) => new((DocumentState?)null);

    public ValueTask<IReadOnlyList<WaybillHalf>> FindHalvesAsync(string fsrarId, string pairKey, CancellationToken cancellationToken) => new((IReadOnlyList<WaybillHalf>)[]);

    public ValueTask KeepHalfAsync(WaybillHalf half, CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<StoredIncoming?> FindStoredAsync(string fsrarId, string remoteId, CancellationToken cancellationToken) => new((StoredIncoming?)null);
}
