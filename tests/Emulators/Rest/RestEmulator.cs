using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Emulators.Rest;

/// <summary>A small accounting system with a REST interface: goods, pages of every kind, sign-in, errors of every manner, and an echo.</summary>
public sealed class RestEmulator : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, int> seen = new(StringComparer.Ordinal);

    private RestEmulator(WebApplication app) => this.app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Urls.First());

    /// <summary>Starts it.</summary>
    /// <param name="url">Where to listen; port 0 takes a free one.</param>
    /// <returns>The running emulator.</returns>
    public static async Task<RestEmulator> StartAsync(string url = "http://127.0.0.1:0")
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(url);
        builder.Services.AddRoutingCore();
        var emulator = new RestEmulator(builder.Build());
        emulator.Map();
        await emulator.app.StartAsync();
        return emulator;
    }

    /// <summary>How many requests have come to a path.</summary>
    /// <param name="path">The path, as it arrived.</param>
    /// <returns>The number.</returns>
    public int Seen(string path) => seen.GetValueOrDefault(path);

    /// <summary>Waits until the process is told to end.</summary>
    public Task WaitAsync() => ((IHost)app).WaitForShutdownAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private void Map()
    {
        app.Use(async (context, next) =>
        {
            seen.AddOrUpdate(context.Request.Path, 1, (_, count) => count + 1);
            await next(context);
        });
        app.UseRouting();
        var goods = new Goods();
        GoodsEndpoints.Map(app, goods);
        PageEndpoints.Map(app, goods);
        OddPageEndpoints.Map(app);
        SignInEndpoints.Map(app);
        AnswerEndpoints.Map(app);
        EchoEndpoint.Map(app);
#pragma warning disable ASP0014 // The empty builder adds no endpoints by itself.
        app.UseEndpoints(_ => { });
#pragma warning restore ASP0014
    }
}
