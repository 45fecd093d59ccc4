using System.Net;

namespace Connectors.Transport;

/// <summary>Makes the handler that keeps a connector's connections.</summary>
internal static class Connections
{
    public static SocketsHttpHandler Make(TransportOptions options, AddressGuard guard, TimeProvider time)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // Without a proxy of the settings those of the machine's environment are not used either: the guard could not see through them.
            UseProxy = options.Proxy is not null,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = options.ConnectTimeout,
            // Addresses change behind a name; a connection kept for hours would never notice.
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectCallback = guard.ConnectAsync,
            SslOptions = new CertificateCheck(options.Tls, options.BaseAddress.IdnHost, time).Make(),
        };
        if (options.Proxy is { } proxy) handler.Proxy = new ChosenProxy(proxy);
        return handler;
    }
}
