using System.Collections.Concurrent;

namespace Connectors.Hosting;

/// <summary>Lets each text through once. Names come from callers, so the memory has an end; beyond it nothing more is let through.</summary>
internal sealed class OnceLog
{
    private const int Most = 1000;
    private readonly ConcurrentDictionary<string, bool> seen = new(StringComparer.OrdinalIgnoreCase);

    public bool First(string text) => seen.Count < Most && seen.TryAdd(text, true);
}
