using System.Net;

namespace Connectors.Transport;

/// <summary>The proxy of the settings, with the hosts reached without it.</summary>
internal sealed class ChosenProxy(ProxyOptions options) : IWebProxy
{
    private readonly HashSet<string> bypass = new(options.Bypass, StringComparer.OrdinalIgnoreCase);

    public ICredentials? Credentials { get; set; } = options.User is null ? null : new NetworkCredential(options.User, options.Password);

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : options.Address;

    public bool IsBypassed(Uri host) => bypass.Contains(host.IdnHost) || bypass.Contains($"{host.IdnHost}:{host.Port}");
}
