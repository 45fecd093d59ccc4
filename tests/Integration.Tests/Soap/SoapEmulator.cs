using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Integration.Tests.Soap;

/// <summary>A hand-written SOAP backend for what other servers do not do; the path of a request chooses the behaviour.</summary>
internal sealed class SoapEmulator : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly System.Collections.Concurrent.ConcurrentQueue<SeenCall> seen = new();

    public SoapEmulator()
    {
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Port = ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        listener.Prefixes.Add($"http://127.0.0.1:{Port}/");
        listener.Start();
        _ = ListenAsync();
    }

    public int Port { get; }

    /// <summary>The requests to a path, oldest first.</summary>
    public IReadOnlyList<SeenCall> Seen(string path) => [.. seen.Where(call => call.Path == path)];

    public void Dispose() => listener.Close();

    private async Task ListenAsync()
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception ended) when (ended is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = AnswerAsync(context);
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.InputStream, Encoding.UTF8);
        var call = new SeenCall(request.HttpMethod, request.Url!.AbsolutePath, request.ContentType ?? "", request.Headers["SOAPAction"] ?? "", request.Headers["Authorization"] ?? "", request.Headers["X-Request-Id"] ?? "", await reader.ReadToEndAsync());
        seen.Enqueue(call);
        var (status, type, body) = SoapEmulatorAnswers.Of(call, Seen(call.Path).Count);
        context.Response.StatusCode = status;
        if (type.Length > 0) context.Response.ContentType = type;
        context.Response.ContentLength64 = body.Length;
        try
        {
            await context.Response.OutputStream.WriteAsync(body);
            context.Response.Close();
        }
        catch (HttpListenerException)
        {
            // The caller has gone; that is its right.
        }
    }
}
