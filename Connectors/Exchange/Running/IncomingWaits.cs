using System.Collections.Concurrent;

namespace Connectors.Exchange;

/// <summary>Which incoming items are left alone for a while because they could not be fetched. Kept in memory only: after a restart each is tried at once.</summary>
internal sealed class IncomingWaits
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> ends = new(StringComparer.Ordinal);

    public void Begin(string itemId, DateTimeOffset end) => ends[itemId] = end;

    public bool IsOver(string itemId, DateTimeOffset now)
    {
        if (!ends.TryGetValue(itemId, out var end)) return true;
        return end <= now && ends.TryRemove(itemId, out _);
    }
}
