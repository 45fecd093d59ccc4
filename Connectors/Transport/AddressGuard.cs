using System.Net;
using System.Net.Sockets;

namespace Connectors.Transport;

/// <summary>Lets a connector reach the hosts of its settings only.</summary>
/// <remarks>
/// The check stands at the connection, not at the address text: whatever led a request elsewhere (an absolute address in
/// an argument, an answer's link) still has to connect. A name that resolves to a link-local address is refused as well:
/// cloud metadata services live there, and a settings file that means one says so by its number.
/// </remarks>
internal sealed class AddressGuard
{
    private readonly HashSet<string> allowed = new(StringComparer.OrdinalIgnoreCase);

    public AddressGuard(TransportOptions options)
    {
        allowed.Add($"{options.BaseAddress.IdnHost}:{options.BaseAddress.Port}");
        allowed.UnionWith(options.AllowedHosts);
    }

    public bool Allows(string host, int port) => allowed.Contains($"{host}:{port}") || allowed.Contains(host);

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var point = context.DnsEndPoint;
        if (!Allows(point.Host, point.Port)) throw Refused($"{point.Host}:{point.Port}");
        var addresses = await ResolveAsync(point.Host, cancellationToken).ConfigureAwait(false);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, point.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host, out var literal)) return [literal];
        var found = await Dns.GetHostAddressesAsync(host, cancellationToken).ConfigureAwait(false);
        var usable = Array.FindAll(found, address => !IsLinkLocal(address));
        return usable.Length > 0 || found.Length == 0 ? usable : throw Refused($"{host} ({found[0]})");
    }

    internal static bool IsLinkLocal(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return address.IsIPv6LinkLocal || (address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes() is [169, 254, ..]);
    }

    private AddressRefusedException Refused(string address) => new(address, string.Join(", ", allowed.Order(StringComparer.OrdinalIgnoreCase)));
}
