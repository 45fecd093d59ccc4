using System.Net;
using System.Text;

namespace Connectors.Transport;

/// <summary>The proxy of the settings, with the hosts reached without it and the way we sign in to it.</summary>
/// <remarks>
/// Asked for credentials by an answer 407, the handler sends the whole request again, body and all. So it gets them for the tunnels of https only,
/// where the request is its own CONNECT; a plain request carries them from the start. The handler tells a provider of credentials nothing
/// but the proxy's address, so the address for tunnels differs in its path, which a proxy never sees.
/// </remarks>
internal sealed class ChosenProxy : IWebProxy, ICredentials
{
    private const string Tunnels = "/tunnels";
    private readonly ProxyOptions options;
    private readonly HostList bypass;
    private readonly Uri tunnels;
    private readonly NetworkCredential? credential;
    private readonly string? header;

    public ChosenProxy(ProxyOptions options)
    {
        this.options = options;
        bypass = new HostList(options.Bypass);
        tunnels = new Uri(options.Address, Tunnels);
        if (options.User is null) return;
        credential = new NetworkCredential(options.User, options.Password);
        // RFC 7617, section 2.1: UTF-8.
        header = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.User}:{options.Password}"));
    }

    public ICredentials? Credentials { get => this; set => throw new NotSupportedException(); }

    /// <summary>The host and port of the proxy, as errors name it.</summary>
    public string Authority => options.Address.Authority;

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : destination.Scheme == "https" ? tunnels : options.Address;

    public bool IsBypassed(Uri host) => bypass.Contains(host.IdnHost, host.Port);

    public NetworkCredential? GetCredential(Uri uri, string authType) => uri.AbsolutePath == Tunnels ? credential : null;

    /// <summary>What a message to the address says to the proxy; null where it must say nothing, for the other system would hear it.</summary>
    public string? AuthorizationFor(Uri address) => address.Scheme == "http" && !IsBypassed(address) ? header : null;
}
