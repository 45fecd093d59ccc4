using System.Collections.Concurrent;
using Cleverence.Connectivity;
using Connectors.Transport;
using Microsoft.Extensions.Logging;

namespace Connectors.ChestnyZnak;

/// <summary>The kept connections to hosts and local services: one handler for each address, guarded, never one for a call. Thread-safe.</summary>
internal sealed class SaleLinks(ZnakPlan plan, ILogger logger, TimeProvider time) : IDisposable
{
    private const int MaxBytes = 4 * 1024 * 1024;

    // A till that is idle for some minutes should not pay for a new handshake out of its second and a half.
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(4);
    private readonly ConcurrentDictionary<(Uri Address, ZnakContour? Contour), Lazy<RestTransport>> links = new();

    /// <summary>Asks a host of the permissive mode.</summary>
    public Task<LinkAnswer> AskHostAsync(ZnakContour contour, Uri host, TransportRequest request, CancellationToken cancellationToken) => AskAsync((host, contour), request, cancellationToken);

    /// <summary>Asks a local service of a store.</summary>
    public Task<LinkAnswer> AskLocalAsync(Uri address, TransportRequest request, CancellationToken cancellationToken) => AskAsync((address, null), request, cancellationToken);

    public void Dispose()
    {
        foreach (var link in links.Values.Where(link => link.IsValueCreated)) link.Value.Dispose();
    }

    private async Task<LinkAnswer> AskAsync((Uri Address, ZnakContour? Contour) key, TransportRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await LinkOf(key).SendAsync(request, cancellationToken).ConfigureAwait(false);
            return new LinkAnswer(answer.Status, answer.Body, null);
        }
        catch (ConnectorException failure)
        {
            return new LinkAnswer(0, [], failure.Error.Reason ?? failure.Error.Code.ToString());
        }
        catch (ObjectDisposedException)
        {
            return new LinkAnswer(0, [], "STOPPED");
        }
    }

    private RestTransport LinkOf((Uri Address, ZnakContour? Contour) key) =>
        links.TryGetValue(key, out var known) ? known.Value : links.GetOrAdd(key, made => new Lazy<RestTransport>(() => new RestTransport(OptionsOf(made), logger, time))).Value;

    private TransportOptions OptionsOf((Uri Address, ZnakContour? Contour) key)
    {
        var shared = key.Contour is { } contour ? plan.Services[(contour, ZnakService.Cdn)] : plan.Services.Values.First();
        var options = shared with { BaseAddress = key.Address, AllowedHosts = [], MaxResponseBytes = MaxBytes, ConnectionIdleTime = KeptFor };

        // The proxy is for the way out; a till's own machine is not behind it.
        return key.Contour is null ? options with { Proxy = null } : options;
    }
}
