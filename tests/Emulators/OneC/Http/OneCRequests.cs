using System.Collections.Concurrent;

namespace Emulators.OneC;

/// <summary>Every request that reached the base, in order; also those it turned away.</summary>
public sealed class OneCRequests
{
    private readonly ConcurrentQueue<OneCRequest> all = new();
    private int running, peak;

    /// <summary>All requests so far.</summary>
    public IReadOnlyList<OneCRequest> All => [.. all];

    /// <summary>The most requests served at once.</summary>
    public int PeakParallel => peak;

    /// <summary>The longest request target so far.</summary>
    public int LongestTarget => all.IsEmpty ? 0 : all.Max(one => one.RawTarget.Length);

    /// <summary>How many requests have a part in their decoded path and a verb.</summary>
    public int Count(string pathPart, string? verb = null) =>
        all.Count(one => one.Path.Contains(pathPart, StringComparison.Ordinal) && (verb is null || one.Verb == verb));

    internal void Add(OneCRequest request) => all.Enqueue(request);

    internal void Begin()
    {
        var now = Interlocked.Increment(ref running);
        for (var seen = peak; now > seen; seen = peak) Interlocked.CompareExchange(ref peak, now, seen);
    }

    internal void End() => Interlocked.Decrement(ref running);
}
