using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Unit.Tests.Transport;

/// <summary>A real web server on a free port that answers as its test tells it and remembers what it was asked.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private TestServer(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    public string Authority => Address.Authority;

    public List<SeenRequest> Seen { get; } = [];

    public static async Task<TestServer> StartAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var server = new TestServer(builder.Build());
        server.app.Run(async context =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var body = await reader.ReadToEndAsync();
            var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
            lock (server.Seen) server.Seen.Add(new SeenRequest(context.Request.Method, target, context.Request.Headers.ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase), body));
            await answer(context);
        });
        await server.app.StartAsync();
        return server;
    }

    public static Task<TestServer> JsonAsync(string body, int status = 200) => TextAsync(body, "application/json; charset=utf-8", status);

    public static Task<TestServer> TextAsync(string body, string type, int status = 200) => StartAsync(context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body);
    });

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }
}
