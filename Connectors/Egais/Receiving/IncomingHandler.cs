using Cleverence.Connectivity.Exchange;
using Microsoft.Extensions.Logging;

namespace Connectors.Egais;

/// <summary>Says what an item of the UTM's box means.</summary>
internal sealed class IncomingHandler(IEgaisLookup lookup, DialogueRules rules, TimeProvider time, IGateMoves? gates = null, ILogger? logger = null)
{
    public int RankOf(StoredIncoming item) => throw new NotImplementedException($"{lookup}{rules}{time}{gates}{logger}{item}");

    public ValueTask<IncomingOutcome> HandleAsync(StoredIncoming item, CancellationToken cancellationToken) => throw new NotImplementedException();
}
