using System.Diagnostics;
using TestKit;

namespace Integration.Tests.Background;

/// <summary>Two built servers on one PostgreSQL: an operation of one is followed, told of and cancelled at the other, and closed there when its server is no more.</summary>
[TestClass]
public sealed class SharedOperationTests
{
    [TestMethod]
    public async Task Operation_goes_on_when_another_server_starts_and_is_followed_and_cancelled_there()
    {
        var setup = await SetupAsync();
        await using var a = await ServerProcess.StartAsync(Named(setup, "A"));
        var operation = await a.Client.StartedAsync("D");
        await using var b = await ServerProcess.StartAsync(Named(setup, "B") with { Key = a.Key });
        using var http = new HttpClient { BaseAddress = b.Address };
        using var stream = await OpenAsync(http, b.Key);
        using var reader = new StreamReader(await stream.Content.ReadAsStreamAsync());

        var seen = await b.Client.OperationAsync("D", operation);
        var second = await a.Client.StartedAsync("D");
        var told = Stopwatch.StartNew();
        await LineAsync(reader, second);
        var delay = told.Elapsed;
        await b.Client.PostAsync($"/api/v1/background/{operation}/cancel", null, BackgroundViews.Device("D"));
        var end = await a.Client.EndedAsync("D", operation);
        await LineAsync(reader, "\"Canceled\"");
        var before = (await b.Client.OperationAsync("D", second)).StatusOf();
        await SignalAsync(a, "TERM");
        var stopped = await b.Client.EndedAsync("D", second);

        seen.StatusOf().Should().Be("Running");
        (end.StatusOf(), end.Json.GetProperty("cancelledBy").GetString()).Should().Be(("Canceled", "Owner"));
        Console.WriteLine($"Told at the other server after {delay.TotalSeconds:0.00} s.");
        delay.Should().BeLessThan(TimeSpan.FromSeconds(3), "it is looked for twice a second");
        before.Should().Be("Running", "its server lives");
        (stopped.Json.GetProperty("outcome").GetString(), stopped.Json.GetProperty("cancelledBy").GetString()).Should().Be(("Cancelled", "Server"), "a server that is shut down ends its operations before it leaves");
    }

    [TestMethod]
    public async Task Operations_of_a_server_that_is_stopped_or_killed_are_lost_and_it_does_not_write_over_that()
    {
        var setup = await SetupAsync();
        await using var a = await ServerProcess.StartAsync(Named(setup, "A"));
        await using var b = await ServerProcess.StartAsync(Named(setup, "B") with { Key = a.Key });
        var frozen = await a.Client.StartedAsync("D");

        await SignalAsync(a, "STOP");
        var stopped = Stopwatch.StartNew();
        var lost = await b.Client.EndedAsync("D", frozen);
        Console.WriteLine($"Lost {stopped.Elapsed.TotalSeconds:0.0} s after the stop.");
        await SignalAsync(a, "CONT");
        var log = await Eventually.BecomesAsync(() => Task.FromResult(a.Log), text => text.Contains("is not recorded", StringComparison.Ordinal));
        var still = await a.Client.OperationAsync("D", frozen);
        var killed = await a.Client.StartedAsync("D");
        await a.KillAsync();
        var lostToo = await b.Client.EndedAsync("D", killed);
        var ends = (await b.Client.ToldAsync("D")).Where(told => told.GetProperty("result").GetProperty("status").GetString() != "Running").Select(told => told.GetProperty("operationId").GetString());

        (lost.StatusOf(), lost.Json.GetProperty("outcome").GetString()).Should().Be(("Error", "Lost"));
        log.Should().Contain("was closed as lost by another server while it ran here, on A").And.Contain("is not recorded");
        still.Json.GetProperty("outcome").GetString().Should().Be("Lost");
        lostToo.Json.GetProperty("outcome").GetString().Should().Be("Lost");
        ends.Should().Equal(frozen, killed);
    }

    private static async Task<ServerSetup> SetupAsync() => new()
    {
        Connectors = BackgroundViews.Connectors,
        Plugins = [Built.Plugin("Hanging")],
        Settings = new Dictionary<string, string> { ["Storage:Provider"] = "postgresql", ["Storage:ConnectionString"] = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync() },
    };

    private static ServerSetup Named(ServerSetup setup, string node) => setup with { Settings = new Dictionary<string, string>(setup.Settings) { ["Server:NodeName"] = node } };

    private static async Task<HttpResponseMessage> OpenAsync(HttpClient http, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/notifications/stream");
        request.Headers.Add("X-Api-Key", key);
        request.Headers.Add("X-Device", "D");
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task LineAsync(StreamReader reader, string text)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while ((await reader.ReadLineAsync(patience.Token) ?? throw new EndOfStreamException()).Contains(text, StringComparison.Ordinal) is false)
        {
        }
    }

    private static async Task SignalAsync(ServerProcess server, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, $"{server.Id}"]);
        await kill.WaitForExitAsync();
        kill.ExitCode.Should().Be(0);
    }
}
