namespace Connectors.Transport;

/// <summary>Owns the connections of a connector.</summary>
/// <remarks>
/// Our certificate and the name expected in the other side's are for the origin of the base address. Other addresses, a token server's for one,
/// get a handler of their own without them: a handler is not told which port a handshake is for.
/// </remarks>
internal sealed class Connections : IDisposable
{
    private readonly Uri home;
    private readonly ChosenProxy? proxy;
    private readonly HttpMessageInvoker ours;
    private readonly HttpMessageInvoker others;

    public Connections(TransportOptions options, AddressGuard guard, ChosenProxy? proxy, TimeProvider time)
    {
        home = options.BaseAddress;
        this.proxy = proxy;
        ours = new HttpMessageInvoker(Make(options, options.Tls, guard, proxy, time));
        others = options.Tls is { } tls && (tls.Client is not null || tls.Host is not null)
            ? new HttpMessageInvoker(Make(options, tls with { Client = null, Host = null }, guard, proxy, time))
            : ours;
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        var address = message.RequestUri!;
        if (proxy?.AuthorizationFor(address) is { } shown) message.Headers.TryAddWithoutValidation("Proxy-Authorization", shown);
        return (ReferenceEquals(ours, others) || Origins.Same(address, home) ? ours : others).SendAsync(message, cancellationToken);
    }

    /// <summary>The proxy that stands before an address, as errors name it; null for none.</summary>
    public string? ProxyOf(Uri address) => proxy is null || proxy.IsBypassed(address) ? null : proxy.Authority;

    public void Dispose()
    {
        ours.Dispose();
        others.Dispose();
    }

    private static SocketsHttpHandler Make(TransportOptions options, TlsOptions? tls, AddressGuard guard, ChosenProxy? proxy, TimeProvider time) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // Without a proxy of the settings those of the machine's environment are not used either: the guard could not see through them.
        UseProxy = proxy is not null,
        Proxy = proxy,
        ConnectTimeout = options.ConnectTimeout,
        // Addresses change behind a name; a connection kept for hours would never notice.
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        PooledConnectionIdleTimeout = options.ConnectionIdleTime,
        ConnectCallback = guard.ConnectAsync,
        SslOptions = new CertificateCheck(tls, time).Make(),
    };
}
