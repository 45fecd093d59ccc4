using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Cleverence.Connectivity;
using Connectors.Exchange;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Server.Access;
using Server.Api;
using Server.Exchange;
using Server.Storage;
using TestKit.Exchange;
using Unit.Tests.ServerJobs;
using Unit.Tests.Storage;

namespace Unit.Tests.Host.Exchange;

/// <summary>The addresses of the exchange on a real port, over a store in memory, with three keys.</summary>
internal sealed class ExchangeApi : IAsyncDisposable
{
    private readonly TemporaryHome home = new();
    private readonly HttpClient http = new();
    private readonly FakeSigners signers = new();
    private WebApplication? app;
    private string admin = "", viewer = "", device = "";

    public MemoryExchangeStore Store { get; } = new();

    public FakeInvoker Invoker { get; } = new();

    public FakeSigners Signers => signers;

    public async Task<ExchangeApi> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddLogging();
        builder.Services.AddSingleton<IExchangeStore>(Store).AddSingleton<IConnectorInvoker>(Invoker).AddSingleton<ISignersStatus>(signers);
        builder.Services.AddExchange();
        builder.Services.AddSingleton<IConnectorRegistry>(new FakeRegistry { Connectors = [new("Знак", "ChestnyZnak", ConnectorState.Ready), new("Other", "Rest", ConnectorState.Ready)] });
        var keys = new AccessStore(home.Database, home.Time);
        builder.Services.AddSingleton(new Admission(keys, new CallRate(0)));
        (admin, viewer, device) = ((await keys.CreateAdminAsync("boss", default)).Plain, (await keys.CreateAsync("viewer", [], default)).Plain, (await keys.CreateAsync("device", ["Other"], default)).Plain);
        app = builder.Build();
        app.UseMiddleware<ErrorShape>();
        app.UseRouting();
        app.MapExchange();
        app.UseEndpoints(_ => { });
        await app.StartAsync();
        http.BaseAddress = new Uri(app.Urls.First());
        return this;
    }

    public Task<(int Status, JsonElement Body, string Text)> GetAsync(string path, string key = "viewer") => SendAsync(HttpMethod.Get, path, null, key);

    public Task<(int Status, JsonElement Body, string Text)> PostAsync(string path, string? body, string key = "admin") => SendAsync(HttpMethod.Post, path, body, key);

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        if (app is not null) await app.DisposeAsync();
        home.Dispose();
    }

    private async Task<(int Status, JsonElement Body, string Text)> SendAsync(HttpMethod method, string path, string? body, string key)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        var plain = key switch { "admin" => admin, "viewer" => viewer, "device" => device, _ => key };
        if (plain.Length > 0) request.Headers.Add("X-Api-Key", plain);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return ((int)answer.StatusCode, JsonDocument.Parse(text).RootElement, text);
    }
}
