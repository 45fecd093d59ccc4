using System.Net;
using System.Net.Sockets;

namespace Unit.Tests.Transport;

/// <summary>A server on 127.0.0.1, and where there is IPv6 on ::1, that nobody may reach: it counts connections.</summary>
internal sealed class Canary : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly List<TcpListener> listeners = [];
    private readonly List<Task> accepting = [];
    private int touched;

    public Canary()
    {
        var first = Listen(IPAddress.Any, 0)!;
        Port = ((IPEndPoint)first.LocalEndpoint).Port;
        if (Socket.OSSupportsIPv6) Listen(IPAddress.IPv6Loopback, Port);
        accepting.AddRange(listeners.Select(AcceptAsync));
    }

    public int Port { get; }

    public int Touched => touched;

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        foreach (var listener in listeners) listener.Dispose();
        await Task.WhenAll(accepting);
        stopping.Dispose();
    }

    private TcpListener? Listen(IPAddress address, int port)
    {
        var listener = new TcpListener(address, port);
        try
        {
            listener.Start();
        }
        catch (SocketException) when (port != 0)
        {
            return null;
        }

        listeners.Add(listener);
        return listener;
    }

    private async Task AcceptAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stopping.Token);
                Interlocked.Increment(ref touched);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or InvalidOperationException or SocketException)
        {
            // Disposed.
        }
    }
}
