using System.Net;
using System.Net.Sockets;

namespace Emulators.Faults;

/// <summary>A port whose queue of connections is full and never emptied: on Linux the packets of a further one are dropped, as a black hole does.</summary>
internal sealed class FullListener : IDisposable
{
    private const int Most = 64;
    private readonly Socket listener = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> queue = [];

    private FullListener(int port)
    {
        listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
        listener.Listen(0);
    }

    public int Port => ((IPEndPoint)listener.LocalEndPoint!).Port;

    /// <summary>Opens the port and fills its queue.</summary>
    public static async Task<FullListener> StartAsync(int port)
    {
        var made = new FullListener(port);
        for (var at = 0; at < Most; at++)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            made.queue.Add(socket);
            using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, made.Port, patience.Token);
            }
            catch (OperationCanceledException)
            {
                return made;
            }
        }

        made.Dispose();
        throw new PlatformNotSupportedException("The queue of connections of this system does not fill: a black hole cannot be made here.");
    }

    public void Dispose()
    {
        foreach (var socket in queue) socket.Dispose();
        listener.Dispose();
    }
}
