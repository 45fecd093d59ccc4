using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;

namespace Connectors.Transport;

/// <summary>Lets a connector reach the hosts of its settings only.</summary>
/// <remarks>
/// The check stands at the connection, not at the address text alone: whatever led a request elsewhere (an absolute address in an
/// argument, an answer's link) still has to connect, and it connects to the very address that was checked. A name of the settings is
/// trusted, the addresses it resolves to are not: see <see cref="AddressRules"/>. Whoever means such an address writes it by its number.
/// </remarks>
internal sealed class AddressGuard
{
    private static readonly HttpRequestOptionsKey<bool> Opened = new("Connectors.Opened");
    private readonly AllowedTargets targets;
    private readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve;
    private readonly ILogger logger;
    private readonly ConcurrentDictionary<string, bool> wasPublic = new(StringComparer.OrdinalIgnoreCase);
    private readonly DnsEndPoint? proxy;

    public AddressGuard(TransportOptions options, AllowedTargets targets, ILogger logger, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        this.targets = targets;
        this.logger = logger;
        this.resolve = resolve ?? Dns.GetHostAddressesAsync;
        if (options.Proxy is { } given) proxy = new DnsEndPoint(given.Address.IdnHost, given.Address.Port);
    }

    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var point = context.DnsEndPoint;
        CheckFirst(context.InitialRequestMessage, point);
        var addresses = await ResolveAsync(point, cancellationToken).ConfigureAwait(false);
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

    // A request without content whose connection ends before an answer is sent again by the handler itself, up to three times. How often a read
    // is repeated is for the settings to say: kept connections that turn out closed are made good for, a new connection is opened once.
    private void CheckFirst(HttpRequestMessage message, DnsEndPoint point)
    {
        if (IsProxy(point)) return;
        if (message.Options.TryGetValue(Opened, out _)) throw new HttpIOException(HttpRequestError.ResponseEnded, "The new connection ended before an answer.");
        message.Options.Set(Opened, true);
    }

    private bool IsProxy(DnsEndPoint point) => proxy is not null && point.Port == proxy.Port && point.Host.Equals(proxy.Host, StringComparison.OrdinalIgnoreCase);

    private async ValueTask<IPAddress[]> ResolveAsync(DnsEndPoint point, CancellationToken cancellationToken)
    {
        if (!IsProxy(point) && !targets.Allows(point.Host, point.Port)) throw Refused($"{point.Host}:{point.Port}");
        if (IPAddress.TryParse(point.Host, out var literal)) return [literal];
        var found = await resolve(point.Host, cancellationToken).ConfigureAwait(false);
        if (found.Length == 0) throw new SocketException((int)SocketError.HostNotFound);
        var fitting = Array.FindAll(found, address => !IsMeant(address, point.Port) && AddressRules.Fits(point.Host, address));
        var moved = fitting.Length > 0 && Moved(point.Host, fitting);
        var usable = Array.FindAll(found, address => IsMeant(address, point.Port) || (!moved && AddressRules.Fits(point.Host, address)));
        return usable.Length > 0 ? usable : throw Refused(point.Host, moved ? fitting[0] : found[0]);
    }

    // An address that the settings name by its number is meant, whatever kind it is.
    private bool IsMeant(IPAddress address, int port) => targets.Allows(AddressRules.TextOf(address), port);

    // A name of the outer world that suddenly means a machine of the inner network was not moved by its owner's administrators.
    private bool Moved(string host, IPAddress[] fitting)
    {
        if (!Array.TrueForAll(fitting, AddressRules.IsPublic)) return wasPublic.ContainsKey(host);
        wasPublic[host] = true;
        return false;
    }

    private AddressRefusedException Refused(string host, IPAddress number)
    {
        Log.AddressRefused(logger, $"{host} ({number})");
        return new AddressRefusedException(host, targets.ToString(), AddressRules.TextOf(number));
    }

    private AddressRefusedException Refused(string address)
    {
        Log.AddressRefused(logger, address);
        return new AddressRefusedException(address, targets.ToString());
    }
}
