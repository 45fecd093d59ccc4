using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Unit.Tests.Transport;

/// <summary>A proxy that asks for credentials and then tunnels to a port of this machine.</summary>
internal sealed class TunnelProxy : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly int to;
    private readonly string expected;
    private Task accepting = Task.CompletedTask;
    private int tunnels;

    private TunnelProxy(int to, string expected)
    {
        this.to = to;
        this.expected = expected;
    }

    public Uri Address => new($"http://{listener.LocalEndpoint}");

    public int Tunnels => tunnels;

    public static Task<TunnelProxy> StartAsync(int to, string expected)
    {
        var proxy = new TunnelProxy(to, expected);
        proxy.listener.Start();
        proxy.accepting = proxy.AcceptAsync();
        return Task.FromResult(proxy);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        await accepting;
        stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = ServeAsync(await listener.AcceptTcpClientAsync(stopping.Token));
        }
        catch (Exception end) when (end is OperationCanceledException or InvalidOperationException or SocketException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owner = client;
        try
        {
            var near = client.GetStream();
            while (!(await HeadAsync(near)).Contains($"Proxy-Authorization: {expected}", StringComparison.OrdinalIgnoreCase))
            {
                await near.WriteAsync("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=x\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), stopping.Token);
            }

            using var far = new TcpClient();
            await far.ConnectAsync(IPAddress.Loopback, to, stopping.Token);
            Interlocked.Increment(ref tunnels);
            await near.WriteAsync("HTTP/1.1 200 Connected\r\n\r\n"u8.ToArray(), stopping.Token);
            await Task.WhenAny(near.CopyToAsync(far.GetStream(), stopping.Token), far.GetStream().CopyToAsync(near, stopping.Token));
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The other side left.
        }
    }

    private async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await stream.ReadExactlyAsync(one, stopping.Token);
            head.Append((char)one[0]);
        }

        return head.ToString();
    }
}
