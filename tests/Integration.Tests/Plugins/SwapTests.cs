namespace Integration.Tests.Plugins;

/// <summary>The files of a plugin are replaced under a running server that is being called.</summary>
[TestClass]
public sealed class SwapTests
{
    private const string Version = """{"method":"Version"}""";
    private const string SlowVersion = """{"method":"SlowVersion","args":[20]}""";
    private ServerProcess server = null!;

    [TestInitialize]
    public async Task StartAsync()
    {
        server = await ServerProcess.StartAsync(new ServerSetup
        {
            Connectors = """{ "connectors": [ { "id": "S", "type": "Swap", "settings": { "name": "свой", "mode": "Second", "items": [ { "name": "внутри" } ] } } ] }""",
            Settings = new Dictionary<string, string> { ["Server:CallsPerSecond"] = "0" },
        });
        Install("SwapV1");
        await AnswersAsync("1");
    }

    [TestCleanup]
    public async Task StopAsync() => await server.DisposeAsync();

    [TestMethod]
    public async Task No_call_fails_while_files_are_replaced_new_code_answers_and_the_old_generation_is_gone()
    {
        await using (var clients = new SwapClients(server, "S", Version, SlowVersion))
        {
            await clients.UntilAsync("1");
            Install("SwapV2");
            (await clients.UntilAsync("2")).Should().BeGreaterThanOrEqualTo(50);
            clients.Failures.Should().BeEmpty();
            clients.Answers.Keys.Should().BeEquivalentTo("1", "2");
        }

        (await server.Client.InvokeAsync("S", Version)).Value.GetString().Should().Be("2");
        await OldGenerationShouldBeGoneAsync(2);
    }

    [TestMethod]
    public async Task Generation_that_used_serializers_loggers_validators_and_own_settings_is_gone_after_a_swap()
    {
        var used = await server.Client.InvokeAsync("S", """{"method":"Use"}""");

        Install("SwapV2");
        await AnswersAsync("2");
        var usedAgain = await server.Client.InvokeAsync("S", """{"method":"Use"}""");
        Install("SwapV1");
        await AnswersAsync("1");

        used.Value.GetString().Should().StartWith("свойсвой", used.Text).And.EndWith("SecondTrue");
        usedAgain.Value.GetString().Should().Be(used.Value.GetString());
        server.Log.Should().Contain("Used by свой.");
        await OldGenerationShouldBeGoneAsync(3);
    }

    [TestMethod]
    public async Task Version_that_cannot_start_changes_nothing_but_the_status()
    {
        await using var clients = new SwapClients(server, "S", Version, SlowVersion);
        await clients.UntilAsync("1");

        Install("SwapV3");
        var plugin = await Eventually.BecomesAsync(() => server.Client.PluginAsync("Swap"), seen => seen.GetProperty("reason").ValueKind != System.Text.Json.JsonValueKind.Null);
        await clients.UntilAsync("1", clients.Answers["1"] + 50);

        plugin.GetProperty("reason").GetString().Should().NotBeNullOrEmpty(plugin.ToString());
        clients.Failures.Should().BeEmpty();
        clients.Answers.Keys.Should().BeEquivalentTo("1");
        (await server.Client.StateAsync("S")).Should().Be("Ready");
    }

    [TestMethod]
    public async Task Folder_that_is_deleted_takes_its_connector_away_and_brings_it_back_when_it_returns()
    {
        Directory.Delete(Folder, recursive: true);
        var gone = await Eventually.BecomesAsync(() => server.Client.InvokeAsync("S", Version), answer => answer.Status != 200);

        Install("SwapV2");
        await AnswersAsync("2");

        gone.Code.Should().Be("Unavailable");
        gone.Message.Should().Contain("no loaded plugin provides");
        (await server.Client.PluginAsync("Swap")).GetProperty("status").GetString().Should().Be("Loaded");
    }

    private string Folder => Path.Combine(server.Home, "plugins", "Swap");

    private void Install(string version) => ServerHome.Copy(Built.Plugin(version), Folder);

    private async Task AnswersAsync(string version)
    {
        var answer = await Eventually.BecomesAsync(() => server.Client.InvokeAsync("S", Version), seen => seen.Status == 200 && seen.Value.GetString() == version);
        answer.Text.Should().Contain($"\"value\":\"{version}\"");
    }

    private async Task OldGenerationShouldBeGoneAsync(int generation)
    {
        var plugin = await Eventually.BecomesAsync(() => server.Client.PluginAsync("Swap"), seen => seen.GetProperty("retained").GetArrayLength() == 0, TimeSpan.FromSeconds(60));

        plugin.GetProperty("generation").GetInt32().Should().Be(generation);
        plugin.GetProperty("retained").GetArrayLength().Should().Be(0, plugin.ToString());
    }
}
