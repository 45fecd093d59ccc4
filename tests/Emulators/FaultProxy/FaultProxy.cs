using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Emulators.Faults;

/// <summary>A proxy on 127.0.0.1 that does one thing wrong, and remembers every request that reached it.</summary>
public sealed class FaultProxy : IAsyncDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly ConcurrentQueue<ProxiedRequest> seen = new();
    private readonly FaultProxyOptions options;
    private readonly Fault fault;
    private readonly FaultAnswers answers;
    private readonly List<IDisposable> owned = [];
    private X509Certificate2? certificate;
    private Task accepting = Task.CompletedTask;
    private int connections;

    private FaultProxy(Fault fault, FaultProxyOptions options)
    {
        this.fault = fault;
        this.options = options;
        answers = new FaultAnswers(options.To, options.After, options.Pace, keeps: fault == Fault.Closed);
    }

    /// <summary>Where it is.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>The connections made to it.</summary>
    public int Connections => connections;

    /// <summary>The requests that reached it as a whole, in order.</summary>
    public IReadOnlyList<ProxiedRequest> Requests => [.. seen];

    /// <summary>The bytes of the bodies that reached it.</summary>
    public long BodyBytes => seen.Sum(request => (long)request.Body.Length);

    /// <summary>Starts a proxy.</summary>
    public static async Task<FaultProxy> StartAsync(Fault fault, FaultProxyOptions? options = null)
    {
        var proxy = new FaultProxy(fault, options ?? new FaultProxyOptions());
        var port = await proxy.ListenAsync();
        proxy.Address = new Uri($"{(fault == Fault.ExpiredTls ? "https" : "http")}://127.0.0.1:{port}");
        return proxy;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        foreach (var thing in owned) thing.Dispose();
        await accepting;
        certificate?.Dispose();
        stopping.Dispose();
    }

    private async Task<int> ListenAsync()
    {
        if (fault == Fault.BlackHole)
        {
            var full = await FullListener.StartAsync(options.Port);
            owned.Add(full);
            return full.Port;
        }

        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        owned.Add(socket);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, options.Port));

        // A port that is bound and not listened to refuses, and nobody else can take it meanwhile.
        if (fault != Fault.Refuse)
        {
            if (fault == Fault.ExpiredTls) certificate = ExpiredCertificate.Make();
            socket.Listen(512);
            accepting = AcceptAsync(socket);
        }

        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private async Task AcceptAsync(Socket listener)
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptAsync(stopping.Token);
                Interlocked.Increment(ref connections);
                _ = ServeAsync(socket);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or ObjectDisposedException or SocketException)
        {
            // The proxy was disposed.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using var owner = socket;
        try
        {
            await using var stream = await OpenAsync(socket);
            while (await RequestReader.ReadAsync(stream, stopping.Token) is { } request)
            {
                seen.Enqueue(request);
                options.Seen?.Invoke(request);
                var shown = options.When?.Invoke(request) == false ? Fault.None : fault;
                if (await answers.AnswerAsync(shown, request, stream, stopping.Token)) socket.LingerState = new LingerOption(true, 0);
                if (fault != Fault.Closed || shown == Fault.Closed) return;
            }
        }
        catch (Exception end) when (end is IOException or SocketException or OperationCanceledException or System.Security.Authentication.AuthenticationException or ObjectDisposedException or EndOfStreamException)
        {
            // The other side left, which is what many of these faults are for.
        }
    }

    private async Task<Stream> OpenAsync(Socket socket)
    {
        var plain = new NetworkStream(socket, ownsSocket: false);
        if (certificate is null) return plain;
        var secure = new SslStream(plain);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stopping.Token);
        return secure;
    }
}
