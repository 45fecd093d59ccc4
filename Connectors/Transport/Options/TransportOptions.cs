namespace Connectors.Transport;

/// <summary>Where a connector's requests go and how far they may go. Immutable; made by <see cref="HttpSettingsReader"/>, by hand it repeats and follows nothing.</summary>
/// <param name="BaseAddress">The address requests are relative to; http or https.</param>
public sealed record TransportOptions(Uri BaseAddress)
{
    /// <summary>The limit of one call, from connecting to the last byte, repeats included; 25 s. Shorter than the server's own 30 s, so that the failure names the address.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>The limit of connecting, TLS included; 5 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a connection that nobody uses is kept; one minute.</summary>
    public TimeSpan ConnectionIdleTime { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The longest silence within a streamed answer; 15 s.</summary>
    public TimeSpan IdleTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The largest answer taken as a whole, in bytes after decompression; 16 MB. A larger one is refused, never cut.</summary>
    public long MaxResponseBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>The largest answer taken as a stream, in bytes after decompression; 1 GB.</summary>
    public long MaxStreamBytes { get; init; } = 1024L * 1024 * 1024;

    /// <summary>Hosts that may be reached beside the base address, as <c>host</c> (any port) or <c>host:port</c>.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Headers sent with every request; a request's own header of the same name replaces them.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Which redirects are followed.</summary>
    public RedirectPolicy Redirects { get; init; }

    /// <summary>How many redirects in a row.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>How safe and keyed requests are repeated.</summary>
    public RetryOptions Retry { get; init; } = RetryOptions.None;

    /// <summary>How many requests may leave; null for no limit.</summary>
    public RateLimitOptions? RateLimit { get; init; }

    /// <summary>Certificates; null for the machine's rules.</summary>
    public TlsOptions? Tls { get; init; }

    /// <summary>The proxy; null for none.</summary>
    public ProxyOptions? Proxy { get; init; }

    /// <summary>How requests sign in.</summary>
    public AuthOptions Auth { get; init; } = AuthOptions.None;

    /// <summary>Further texts that must never reach a message, a detail or the log; those of sign-in, proxy and headers are known.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];
}
