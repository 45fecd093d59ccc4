using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>What is written together with the UTM's "taken": the rate gates count from there.</summary>
internal interface IPostRecords
{
    /// <summary>The records of a message that is about to be posted; they are kept only when the UTM takes it.</summary>
    ValueTask<IReadOnlyList<RecordChange>> PostedAsync(ExchangeMessage message, CancellationToken cancellationToken);
}
