using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>An item that must be fetched.</summary>
/// <param name="Item">Where it is.</param>
/// <param name="Known">What is kept of it: seen before, or acknowledged before and in the box again; null when it is new.</param>
internal sealed record ListedItem(IncomingItem Item, StoredIncoming? Known)
{
    /// <summary>Whether a copy was removed before under this id.</summary>
    public bool IsBack => Known?.Stage == IncomingStage.Acknowledged;
}
