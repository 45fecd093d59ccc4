using System.Net.Http.Json;
using System.Text.Json;
using Benchmarks.Invoke;
using Emulators.Faults;

namespace Benchmarks.Dead;

/// <summary>Our server with an echo connector that is measured, while others keep calling a connector whose system is alive, dead or hanging.</summary>
internal sealed class DeadServer : IAsyncDisposable
{
    private const string Echo = "/api/v1/connectors/Echo/invoke";
    private const int Callers = 4;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly Side side;
    private readonly string home;
    private readonly FaultProxy system;
    private readonly HttpClient http;
    private readonly CancellationTokenSource stopping = new();
    private readonly List<Task> callers = [];

    private DeadServer(Side side, string home, FaultProxy system)
    {
        this.side = side;
        this.home = home;
        this.system = system;
        http = new HttpClient { BaseAddress = new Uri(side.Address, "/"), Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Add("X-Api-Key", side.Key);
    }

    /// <summary>The p99 of each round, in milliseconds.</summary>
    public List<double> Rounds { get; } = [];

    /// <summary>How many calls failed before the breaker answered in their place.</summary>
    public int FailedCalls { get; private set; }

    public static async Task<DeadServer> StartAsync(Fault fault)
    {
        var home = Directory.CreateTempSubdirectory("connectors-benchmark-").FullName;
        var server = new DeadServer(await OurSide.StartAsync(home, Echo), home, await FaultProxy.StartAsync(fault));
        await server.ConnectAsync();
        if (fault != Fault.None) await server.FailAsync();
        for (var caller = 0; caller < Callers; caller++) server.callers.Add(server.KeepCallingAsync());
        return server;
    }

    /// <summary>Calls the echo connector one after another for a while and keeps the p99.</summary>
    public async Task MeasureAsync(int calls)
    {
        var times = new List<double>(calls);
        for (var call = 0; call < calls; call++)
        {
            var started = TimeProvider.System.GetTimestamp();
            using var answer = await http.PostAsJsonAsync(Echo, new { method = "Echo", args = new { text = "here" } });
            answer.EnsureSuccessStatusCode();
            times.Add(TimeProvider.System.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        Rounds.Add(times[calls * 99 / 100]);
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await Task.WhenAll(callers);
        http.Dispose();
        side.Dispose();
        await system.DisposeAsync();
        stopping.Dispose();
        Directory.Delete(home, recursive: true);
    }

    // The second connector is added to the running server, as its users would do it.
    private async Task ConnectAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(home, "config", "connectors.json"), $$"""
            { "connectors": [
                { "id": "Echo", "type": "Echo", "gate": 64, "queue": 64 },
                { "id": "Backend", "type": "Rest", "settings": { "baseAddress": "{{system.Address}}", "timeout": "00:00:02", "retry": { "count": 0 }, "templates": [{ "method": "Get", "path": "/x" }] } } ] }
            """);
        for (var tries = 0; tries < 600; tries++)
        {
            using var answer = await http.GetAsync(new Uri("/api/v1/connectors/Backend", UriKind.Relative));
            if (answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync()).Contains("\"Ready\"", StringComparison.Ordinal)) return;
            await Task.Delay(50);
        }

        throw new InvalidOperationException("The connector did not become ready within 30 s.");
    }

    private async Task FailAsync()
    {
        while (!await IsPausedAsync())
        {
            if (++FailedCalls == 20) throw new InvalidOperationException("The breaker did not open within 20 failed calls.");
        }
    }

    private async Task<bool> IsPausedAsync()
    {
        using var answer = await http.PostAsJsonAsync("/api/v1/connectors/Backend/invoke", new { method = "Get" });
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty("error").GetProperty("message").GetString()!.Contains("pause", StringComparison.Ordinal);
    }

    private async Task KeepCallingAsync()
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                using var answer = await http.PostAsJsonAsync("/api/v1/connectors/Backend/invoke", new { method = "Get" }, stopping.Token);
                await Task.Delay(Pause, stopping.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The measuring is over.
        }
    }
}
