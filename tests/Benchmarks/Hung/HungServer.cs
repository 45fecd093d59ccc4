using System.Net.Http.Json;
using System.Text.Json;
using Benchmarks.Invoke;

namespace Benchmarks.Hung;

/// <summary>Our server with an echo connector that is measured and, perhaps, another all of whose calls hang.</summary>
internal sealed class HungServer : IDisposable
{
    private const int HungCalls = 20;
    private const string Echo = "/api/v1/connectors/Echo/invoke";

    private readonly Side side;
    private readonly string home;
    private readonly HttpClient http;
    private readonly List<Task> hung = [];

    private HungServer(Side side, string home)
    {
        this.side = side;
        this.home = home;
        http = new HttpClient { BaseAddress = new Uri(side.Address, "/"), Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Add("X-Api-Key", side.Key);
    }

    /// <summary>The p50 of each round, in milliseconds.</summary>
    public List<double> Rounds { get; } = [];

    /// <summary>Starts a server; with a method, twenty calls of it hang before the server is handed over.</summary>
    public static async Task<HungServer> StartAsync(string? method)
    {
        var home = Directory.CreateTempSubdirectory("connectors-benchmark-").FullName;
        var server = new HungServer(await OurSide.StartAsync(home, Echo), home);
        if (method is not null) await server.HangAsync(method);
        return server;
    }

    /// <summary>Calls the echo connector one after another for a while and keeps the median.</summary>
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
        Rounds.Add(times[times.Count / 2]);
    }

    public void Dispose()
    {
        http.CancelPendingRequests();
        http.Dispose();
        side.Dispose();
        Directory.Delete(home, recursive: true);
    }

    // The second connector is added to the running server, as its users would do it.
    private async Task HangAsync(string method)
    {
        OurSide.CopyPlugin("Hanging", home);
        await File.WriteAllTextAsync(Path.Combine(home, "config", "connectors.json"), $$"""
            { "connectors": [
                { "id": "Echo", "type": "Echo", "gate": 64, "queue": 64 },
                { "id": "Hung", "type": "Hanging", "gate": {{HungCalls}}, "timeout": "01:00:00" } ] }
            """);
        await UntilAsync(connector => connector.GetProperty("state").GetString() == "Ready");
        for (var call = 0; call < HungCalls; call++) hung.Add(http.PostAsJsonAsync("/api/v1/connectors/Hung/invoke", new { method }));
        await UntilAsync(connector => connector.GetProperty("runningCalls").GetInt32() == HungCalls);
    }

    private async Task UntilAsync(Func<JsonElement, bool> good)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            using var answer = await http.GetAsync(new Uri("/api/v1/connectors/Hung", UriKind.Relative));
            if (answer.IsSuccessStatusCode)
            {
                using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
                if (good(body.RootElement.GetProperty("connector"))) return;
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException("The hanging connector did not become ready, or its calls did not start, within 30 s.");
    }
}
