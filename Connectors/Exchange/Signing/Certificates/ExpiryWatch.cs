using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Connectors.Exchange;

/// <summary>Tells the log of certificates that end soon, each once a day at most.</summary>
internal sealed class ExpiryWatch(SigningOptions options, TimeProvider time, ILogger<ExpiryWatch> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<string, DateTimeOffset> told = new(StringComparer.OrdinalIgnoreCase);

    public bool IsSoon(DateTimeOffset? notAfter) => notAfter is { } end && end - time.GetUtcNow() <= options.WarnBefore;

    public void Look(string signer, DateTimeOffset notAfter)
    {
        if (!IsSoon(notAfter)) return;
        var now = time.GetUtcNow();
        if (told.TryGetValue(signer, out var last) && now - last < Pause) return;
        told[signer] = now;
        if (notAfter <= now) SigningLog.CertificateEnded(log, signer, notAfter);
        else SigningLog.CertificateEnds(log, signer, notAfter, (int)(notAfter - now).TotalDays);
    }
}
