using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ServerJobs.Background;

/// <summary>Notes that a session is there, at most twice a minute: results live by it, not calls.</summary>
internal sealed class OwnerPresence(IBackgroundStore store, TimeProvider time, ILogger<OwnerPresence> logger)
{
    private const int MaxKnown = 10_000;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<BackgroundOwner, long> noted = new();

    public async ValueTask SeenAsync(BackgroundOwner owner)
    {
        var now = time.GetTimestamp();
        if (noted.TryGetValue(owner, out var last) && time.GetElapsedTime(last, now) < Rest) return;
        if (noted.Count >= MaxKnown) noted.Clear();
        noted[owner] = now;
        try
        {
            await store.SeenAsync(owner, time.GetUtcNow(), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            // A result may be removed earlier for it; nobody's request fails for it.
            Quietly.Do(() => BackgroundLog.StoreFailed(logger, "presence", owner.KeyId, failure));
        }
    }
}
