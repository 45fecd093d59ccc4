using System.IO.Compression;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;

namespace Unit.Tests.Transport;

/// <summary>A real web server on a free port that answers as its test tells it and remembers what it was asked.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    /// <summary>The item of a request under which its body lies as bytes.</summary>
    public const string BodyBytes = "body";

    /// <summary>The coding "deflate" without its frame, as some servers send it.</summary>
    public const string BareDeflate = "bare deflate";

    private readonly WebApplication app;

    private TestServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    public string Authority => Address.Authority;

    public List<SeenRequest> Seen { get; } = [];

    /// <summary>The thumbprints of the certificates that callers showed.</summary>
    public List<string> Certificates { get; } = [];

    public static Task<TestServer> StartAsync(RequestDelegate answer) =>
        StartAsync(answer, builder => builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0"));

    public static Task<TestServer> SecureAsync(X509Certificate2 certificate, bool wantsCertificate = false, RequestDelegate? answer = null) =>
        StartAsync(answer ?? (context => context.Response.WriteAsync("{}")), builder => builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.UseHttps(https =>
        {
            https.ServerCertificate = certificate;
            https.ClientCertificateMode = wantsCertificate ? ClientCertificateMode.AllowCertificate : ClientCertificateMode.NoCertificate;
            https.ClientCertificateValidation = (_, _, _) => true;
        }))));

    public static Task<TestServer> JsonAsync(string body, int status = 200) => TextAsync(body, "application/json; charset=utf-8", status);

    public static Task<TestServer> TextAsync(string body, string type, int status = 200) => StartAsync(context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    });

    /// <summary>Answers with bytes packed in the last of the content codings it names.</summary>
    public static Task<TestServer> PackedAsync(string coding, byte[] bytes, int status = 200) => StartAsync(async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.ContentEncoding = coding == BareDeflate ? "deflate" : coding;
        using var packed = new MemoryStream();
        await using (var packing = Packing(coding.Split(", ")[^1], packed))
        {
            await packing.WriteAsync(bytes);
        }

        context.Response.ContentLength = packed.Length;
        await context.Response.Body.WriteAsync(packed.ToArray());
    });

    /// <summary>What packs in a content coding; the stream it packs into stays open.</summary>
    public static Stream Packing(string coding, Stream packed) => coding switch
    {
        "gzip" or "x-gzip" or "GZIP" => new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        "br" => new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        BareDeflate => new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true),
        _ => new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true),
    };

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private static async Task<TestServer> StartAsync(RequestDelegate answer, Action<WebApplicationBuilder> listen)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        listen(builder);
        var server = new TestServer(builder.Build());
        server.app.Run(context => server.AnswerAsync(context, answer));
        await server.app.StartAsync();
        return server;
    }

    private async Task AnswerAsync(HttpContext context, RequestDelegate answer)
    {
        using var bytes = new MemoryStream();
        await context.Request.Body.CopyToAsync(bytes);
        var body = Encoding.UTF8.GetString(bytes.ToArray());
        context.Items[BodyBytes] = bytes.ToArray();
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = context.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        lock (Seen)
        {
            Seen.Add(new SeenRequest(context.Request.Method, target, headers, body));
            if (context.Connection.ClientCertificate is { } shown) Certificates.Add(shown.Thumbprint);
        }

        await answer(context);
    }
}
