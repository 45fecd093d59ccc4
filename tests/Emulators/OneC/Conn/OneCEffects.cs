using System.Collections.Concurrent;

namespace Emulators.OneC;

/// <summary>What calls have changed, one entry for each time it really happened.</summary>
public sealed class OneCEffects
{
    private readonly ConcurrentQueue<string> all = new();

    /// <summary>Every effect, in order.</summary>
    public IReadOnlyList<string> All => [.. all];

    /// <summary>How many there were.</summary>
    public int Count => all.Count;

    internal void Add(string what) => all.Enqueue(what);
}
