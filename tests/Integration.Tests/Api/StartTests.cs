using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Integration.Tests.Api;

/// <summary>The first start, later starts, and starts that must not succeed.</summary>
[TestClass]
public sealed class StartTests
{
    [TestMethod]
    public async Task First_start_in_development_prints_a_line_that_works_word_for_word()
    {
        var port = FreePort();
        await using var server = await ServerProcess.StartAsync(new ServerSetup
        {
            Environment = "Development",
            Jobs = null,
            Settings = new Dictionary<string, string> { ["Server:DemoErp"] = $"http://127.0.0.1:{port}" },
        });

        if (!File.Exists("/bin/sh") || !CanRun("curl")) Assert.Inconclusive("There is no shell or no curl here.");
        var answer = await ShellAsync(server.CurlLine);

        answer.Should().StartWith("""{"ok":true,"type":"table","value":{"columns":""").And.Contain("Основной");
        var runs = await Eventually.BecomesAsync(() => server.Client.GetAsync("/api/v1/jobs/items/runs"), seen => seen.Text.Contains("Succeeded"));
        runs.Text.Should().Contain("\"outcome\":\"Succeeded\"");
    }

    [TestMethod]
    public async Task Restart_keeps_keys_and_documents_and_tells_how_to_make_a_key()
    {
        await using var first = await ServerProcess.StartAsync(new ServerSetup());
        await first.Client.PostAsync("/api/v1/documents", """{"id":"d"}""");
        await first.KillAsync();

        await using var second = await ServerProcess.StartAsync(new ServerSetup { Home = first.Home, Key = first.Key });

        (await second.Client.GetAsync("/api/v1/documents/d")).Status.Should().Be(200);
        (await second.Client.InvokeAsync("Hello", """{"method":"Greet","args":["ТСД"]}""")).Text.Should().Contain("Hello, ТСД!");
        second.Log.Should().Contain("new-key").And.NotContain("shown only now");
    }

    [TestMethod]
    public async Task Second_server_on_one_home_is_refused_in_a_sentence()
    {
        await using var first = await ServerProcess.StartAsync(new ServerSetup());

        var (code, text) = await ServerStart.RunToEndAsync(first.Home, "--urls", "http://127.0.0.1:0");

        code.Should().Be(2);
        text.Should().Contain("in use by another server").And.Contain(first.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)).And.NotContain("   at ");
    }

    [TestMethod]
    public async Task Key_made_for_one_connector_calls_only_that_one()
    {
        const string connectors = """{ "connectors": [ { "id": "Hello", "type": "Hello" }, { "id": "Other", "type": "Hello" } ] }""";
        await using var first = await ServerProcess.StartAsync(new ServerSetup { Connectors = connectors });
        await first.KillAsync();
        var (code, text) = await ServerStart.RunToEndAsync(first.Home, "new-key", "Склад", "Hello");
        var key = text.Split(": ")[1].Split('\n')[0].Trim();
        await using var server = await ServerProcess.StartAsync(new ServerSetup { Home = first.Home, Key = key });

        code.Should().Be(0);
        (await server.Client.InvokeAsync("Hello", """{"method":"Greet"}""")).Status.Should().Be(200);
        (await server.Client.InvokeAsync("Other", """{"method":"Greet"}""")).Code.Should().Be("Forbidden");
        (await server.Client.GetAsync("/api/v1/connectors/Other")).Status.Should().Be(403);
        (await server.Client.GetAsync("/api/v1/connectors")).Text.Should().Contain("Hello").And.NotContain("Other");
        (await server.Client.GetAsync("/api/v1/jobs")).Status.Should().Be(403);
    }

    [TestMethod]
    public async Task Too_many_calls_of_one_device_are_refused_and_another_device_is_not()
    {
        await using var server = await ServerProcess.StartAsync(new ServerSetup { Settings = new Dictionary<string, string> { ["Server:CallsPerSecond"] = "1" } });

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => server.Client.InvokeAsync("Hello", """{"method":"Greet"}""", ("X-Device", "a"))));
        var other = await server.Client.InvokeAsync("Hello", """{"method":"Greet"}""", ("X-Device", "b"));

        var refused = answers.First(answer => answer.Status == 429);
        refused.Code.Should().Be("Busy");
        refused.Headers.RetryAfter.Should().NotBeNull();
        other.Status.Should().Be(200);
    }

    [TestMethod]
    public async Task Unreadable_configuration_stops_the_start_and_says_why()
    {
        var home = Directory.CreateTempSubdirectory("connectors-test-").FullName;
        ServerHome.Fill(home, new ServerSetup { Connectors = "{ not json" });

        var (code, text) = await ServerStart.RunToEndAsync(home, "--urls", "http://127.0.0.1:0");
        Directory.Delete(home, recursive: true);

        code.Should().Be(2);
        text.Should().Contain("connectors.json").And.NotContain("   at ");
    }

    [TestMethod]
    public async Task Taken_port_stops_the_start_and_says_what_to_do()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var home = Directory.CreateTempSubdirectory("connectors-test-").FullName;

        var (code, text) = await ServerStart.RunToEndAsync(home, "--urls", $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
        Directory.Delete(home, recursive: true);

        code.Should().Be(2);
        text.Should().Contain("--urls").And.NotContain("   at ");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool CanRun(string program) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, program)));

    private static async Task<string> ShellAsync(string line)
    {
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardOutput = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(line);
        using var shell = Process.Start(start)!;
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        return output;
    }
}
