using System.Collections.Concurrent;

namespace Connectors.Hosting;

/// <summary>The breakers of one connector, one for each outside target.</summary>
internal sealed class CircuitBreakers(int failures, TimeSpan pause, TimeProvider time)
{
    // A connector that names a new target at every failure must not fill the memory.
    private const int MaxTargets = 256;
    private readonly ConcurrentDictionary<string, CircuitBreaker> targets = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<string> Open => [.. targets.Where(pair => pair.Value.IsOpen).Select(pair => pair.Key)];

    /// <summary>Whether a call may go to the target; otherwise how long to wait.</summary>
    public bool Allows(string target, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        return !targets.TryGetValue(target, out var breaker) || breaker.Allows(out wait);
    }

    public void Succeeded(string target)
    {
        if (targets.TryGetValue(target, out var breaker)) breaker.Succeeded();
    }

    /// <summary>Counts a failure; true when this one opened the breaker.</summary>
    public bool Failed(string target)
    {
        if (failures == 0 || (targets.Count >= MaxTargets && !targets.ContainsKey(target))) return false;
        return targets.GetOrAdd(target, _ => new CircuitBreaker(failures, pause, time)).Failed();
    }

    /// <summary>Takes back the trial a call was given, when the call ended without telling anything about the target.</summary>
    public void Undecided(string target)
    {
        if (targets.TryGetValue(target, out var breaker)) breaker.Undecided();
    }

    /// <summary>Closes all breakers by hand.</summary>
    public void Reset() => targets.Clear();
}
