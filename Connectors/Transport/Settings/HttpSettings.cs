namespace Connectors.Transport;

/// <summary>The settings that all connectors over HTTP share; a connector's own settings class derives from it.</summary>
public class HttpSettings
{
    /// <summary>The address paths are relative to; http or https, without a query.</summary>
    public string BaseAddress { get; set; } = "";

    /// <summary>The limit of one call, repeats included, as <c>hh:mm:ss</c>.</summary>
    public string Timeout { get; set; } = "00:00:25";

    /// <summary>The limit of connecting, TLS included, as <c>hh:mm:ss</c>.</summary>
    public string ConnectTimeout { get; set; } = "00:00:05";

    /// <summary>The longest silence within a streamed answer as <c>hh:mm:ss</c>.</summary>
    public string IdleTimeout { get; set; } = "00:00:15";

    /// <summary>The largest answer taken as a whole, in bytes after decompression.</summary>
    public long MaxResponseBytes { get; set; } = 16 * 1024 * 1024;

    /// <summary>The largest answer taken as a stream, in bytes after decompression.</summary>
    public long MaxStreamBytes { get; set; } = 1024L * 1024 * 1024;

    /// <summary>Headers of every request.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>Hosts that may be reached beside the base address, as <c>host</c> or <c>host:port</c>.</summary>
    public IList<string> AllowedHosts { get; } = [];

    /// <summary>Which redirects are followed.</summary>
    public RedirectSettings Redirects { get; set; } = new();

    /// <summary>How safe and keyed calls are repeated.</summary>
    public RetrySettings Retry { get; set; } = new();

    /// <summary>How many requests may leave.</summary>
    public RateLimitSettings RateLimit { get; set; } = new();

    /// <summary>Certificates.</summary>
    public TlsSettings Tls { get; set; } = new();

    /// <summary>The proxy between here and the other system.</summary>
    public ProxySettings Proxy { get; set; } = new();

    /// <summary>How requests sign in.</summary>
    public AuthSettings Auth { get; set; } = new();
}
