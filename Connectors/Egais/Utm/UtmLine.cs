using Connectors.Transport;
using Microsoft.Extensions.Logging;

namespace Connectors.Egais;

/// <summary>The connections to one UTM and how many requests may be on them.</summary>
internal sealed class UtmLine : IDisposable
{
    // Shorter than the 30 s after which the UTM's own server closes a silent connection: a document posted on one that is just being closed has no verdict.
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    public UtmLine(Uri address, EgaisPlan plan, ILogger? logger, TimeProvider time)
    {
        Reads = new SemaphoreSlim(plan.Limits.ParallelReads);
        Transport = new RestTransport(new TransportOptions(address)
        {
            ConnectTimeout = plan.Limits.Connect,
            ConnectionIdleTime = KeptFor,
            IdleTimeout = TimeSpan.FromSeconds(60),
            MaxResponseBytes = plan.Limits.MaxDocumentBytes,
            MaxStreamBytes = plan.Limits.MaxDocumentBytes,
            AllowedHosts = plan.AllowedHosts,
        }, logger, time);
    }

    public RestTransport Transport { get; }

    public SemaphoreSlim Posts { get; } = new(1);

    public SemaphoreSlim Reads { get; }

    public string Target => Transport.Target;

    public void Dispose()
    {
        Transport.Dispose();
        Posts.Dispose();
        Reads.Dispose();
    }
}
