namespace Connectors.Transport;

/// <summary>Where a connector's requests go and how far they may go. Immutable.</summary>
/// <param name="BaseAddress">The address requests are relative to; http or https.</param>
public sealed record TransportOptions(Uri BaseAddress)
{
    /// <summary>The limit of one exchange, from connecting to the last byte; 25 s. Shorter than the server's own 30 s, so that the failure names the address.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>The limit of connecting, TLS included; 5 s.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The largest answer taken, in bytes after decompression; 16 MB. A larger one is refused, never cut.</summary>
    public long MaxResponseBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>Hosts that may be reached beside the base address, as <c>host</c> (any port) or <c>host:port</c>.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Headers sent with every request; a request's own header of the same name replaces them.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();
}
