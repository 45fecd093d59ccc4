using System.Collections.Concurrent;

namespace Server.Access;

/// <summary>Finds keys, remembering those found for a short while, so that a call costs no look into the store.</summary>
internal sealed class KnownKeys(Func<string, CancellationToken, ValueTask<AdmittedKey?>> find, TimeProvider time)
{
    // As long as a withdrawn key may still be taken.
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);
    private const int MaxRemembered = 4096;
    private readonly ConcurrentDictionary<string, Found> found = new(StringComparer.Ordinal);

    public ValueTask<AdmittedKey?> FindAsync(string key, CancellationToken cancellationToken) =>
        found.TryGetValue(key, out var known) && time.GetElapsedTime(known.At) < Remembered
            ? new(known.Key)
            : LookUpAsync(key, cancellationToken);

    private async ValueTask<AdmittedKey?> LookUpAsync(string key, CancellationToken cancellationToken)
    {
        var admitted = await find(key, cancellationToken);
        if (found.Count >= MaxRemembered) found.Clear();
        if (admitted is null) found.TryRemove(key, out _);
        else found[key] = new Found(admitted, time.GetTimestamp());
        return admitted;
    }

    private sealed record Found(AdmittedKey Key, long At);
}
