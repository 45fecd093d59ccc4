using System.Net;
using System.Net.Sockets;
using System.Text;
using Connectors.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Suz;

/// <summary>A server that keeps connections after its first answer, and cuts the kept one when the request for codes has come in whole; on any other connection it answers.</summary>
internal sealed class CuttingServer : IAsyncDisposable
{
    private const string Answer = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}";
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Task running;
    private int asked;

    private CuttingServer()
    {
        listener.Start();
        var root = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";
        var settings = new ZnakSettings { Sandbox = new ZnakAddressSettings { TrueApi = root, Suz = root, Cdn = root } };
        settings.Organisations.Add(new ZnakOrganisationSettings { Inn = "7707083893", Contour = "sandbox", OmsId = "1d2f0c5e-0000-4000-8000-000000000001", OmsConnection = "1d2f0c5e-0000-4000-8000-000000000002" });
        Plan = ZnakPlan.Read(settings);
        running = AcceptAsync();
    }

    public ZnakPlan Plan { get; }

    /// <summary>How often codes were asked for.</summary>
    public int Asked => Volatile.Read(ref asked);

    public static CuttingServer Start() => new();

    public async Task WarmAsync(ZnakSender sender) => await sender.SendAsync(Plan.Organisations[0], new ZnakRequest(ZnakService.Suz, HttpMethod.Get, "/api/v3/ping"), "token", CancellationToken.None);

    public async Task<ZnakAnswer> SendAsync(ZnakSender sender, CallClass kind) =>
        await sender.SendAsync(Plan.Organisations[0], new ZnakRequest(ZnakService.Suz, HttpMethod.Get, "/api/v3/codes?quantity=1") { Class = kind, Token = TokenKind.Suz }, "token", CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await running;
    }

    private async Task AcceptAsync()
    {
        try
        {
            for (var number = 0; ; number++) _ = ServeAsync(await listener.AcceptTcpClientAsync(), cuts: number == 0);
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client, bool cuts)
    {
        using (client)
        {
            var stream = client.GetStream();
            while (await ReadAsync(stream) is { } request)
            {
                if (request.Contains("/codes", StringComparison.Ordinal))
                {
                    Interlocked.Increment(ref asked);
                    if (cuts) return;
                }

                await stream.WriteAsync(Encoding.ASCII.GetBytes(Answer));
            }
        }
    }

    private static async Task<string?> ReadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer);
            if (count == 0) return null;
            text.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        return text.ToString();
    }
}
