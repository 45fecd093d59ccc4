using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Moves the rate gates of questions when the registry says that they come too often.</summary>
internal interface IGateMoves
{
    /// <summary>The records that move the gate of a refused question forward by one full interval.</summary>
    ValueTask<IReadOnlyList<RecordChange>> RefusedAsync(ExchangeMessage question, CancellationToken cancellationToken);
}
