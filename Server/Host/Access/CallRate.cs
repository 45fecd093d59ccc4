using System.Threading.RateLimiting;

namespace Server.Access;

/// <summary>How often one key on one device may call.</summary>
internal sealed class CallRate : IDisposable
{
    private readonly PartitionedRateLimiter<(string Key, string Device)>? limiter;

    /// <param name="perSecond">The calls a second; twice as many at once. 0 switches the limit off.</param>
    public CallRate(int perSecond)
    {
        if (perSecond <= 0) return;
        var options = new TokenBucketRateLimiterOptions
        {
            TokenLimit = perSecond * 2,
            TokensPerPeriod = Math.Max(1, perSecond / 10),
            ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, perSecond / 10) / (double)perSecond),
            QueueLimit = 0,
            AutoReplenishment = false,
        };

        // Made once: the partition of a call is asked for at every call.
        Func<(string Key, string Device), RateLimiter> make = _ => new TokenBucketRateLimiter(options);
        limiter = PartitionedRateLimiter.Create<(string Key, string Device), (string Key, string Device)>(caller => RateLimitPartition.Get(caller, make));
    }

    /// <summary>Counts a call; false with the time to wait when it is one too many.</summary>
    public bool Admits(string key, string? device, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (limiter is null) return true;
        using var lease = limiter.AttemptAcquire((key, device ?? ""));
        if (lease.IsAcquired) return true;
        wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromSeconds(1);
        return false;
    }

    public void Dispose() => limiter?.Dispose();
}
