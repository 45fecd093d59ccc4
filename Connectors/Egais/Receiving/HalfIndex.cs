using System.Collections.Concurrent;

namespace Connectors.Egais;

/// <summary>The halves that were seen since the start, in memory. Every run goes through what is kept, so a restart loses nothing; and halves that come together need no record. Thread-safe.</summary>
internal sealed class HalfIndex
{
    private const int Most = 10_000;
    private readonly ConcurrentDictionary<(string FsrarId, string PairKey), ConcurrentDictionary<string, WaybillHalf>> pairs = new();

    /// <summary>Notes a half.</summary>
    /// <returns>False when it was noted before.</returns>
    public bool Note(WaybillHalf half)
    {
        // Forgetting all costs one more run for halves that are waiting.
        if (pairs.Count >= Most) pairs.Clear();
        return pairs.GetOrAdd((half.FsrarId, half.PairKey), _ => new ConcurrentDictionary<string, WaybillHalf>(StringComparer.Ordinal)).TryAdd(half.RemoteId, half);
    }

    public IEnumerable<WaybillHalf> Of(string fsrarId, string pairKey) => pairs.TryGetValue((fsrarId, pairKey), out var halves) ? halves.Values : [];

    /// <summary>Forgets halves that found each other, or were put away.</summary>
    public void Forget(string fsrarId, string pairKey, string remoteId)
    {
        if (!pairs.TryGetValue((fsrarId, pairKey), out var halves)) return;
        halves.TryRemove(remoteId, out _);
        if (halves.IsEmpty) pairs.TryRemove((fsrarId, pairKey), out _);
    }
}
