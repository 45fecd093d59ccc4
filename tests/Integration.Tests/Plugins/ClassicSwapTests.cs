namespace Integration.Tests.Plugins;

/// <summary>A classic connector is swapped by stopping it first: its callers queue meanwhile, and none fails.</summary>
[TestClass]
public sealed class ClassicSwapTests
{
    [TestMethod]
    public async Task Callers_of_a_classic_connector_queue_while_it_is_replaced_and_two_instances_never_live_side_by_side()
    {
        await using var server = await ServerProcess.StartAsync(new ServerSetup
        {
            Connectors = """{ "connectors": [ { "id": "V", "type": "VendorConnector", "settings": { "Prefix": "старый" } } ] }""",
            Settings = new Dictionary<string, string> { ["Server:CallsPerSecond"] = "0" },
            Plugins = [Built.Plugin("Vendor")],
        });
        await using var clients = new SwapClients(server, "V", """{"method":"Name"}""");
        await clients.UntilAsync("старый V");
        var before = (await server.Client.PluginAsync("Vendor")).GetProperty("generation").GetInt32();

        await File.WriteAllTextAsync(Path.Combine(server.Home, "plugins", "Vendor", "changed.txt"), "new");
        var after = await Eventually.BecomesAsync(() => server.Client.PluginAsync("Vendor"), plugin => plugin.GetProperty("generation").GetInt32() > before);
        await clients.UntilAsync("старый V", clients.Answers["старый V"] + 50);
        var alive = await server.Client.InvokeAsync("V", """{"method":"AliveAtStart"}""");

        after.GetProperty("generation").GetInt32().Should().Be(before + 1);
        clients.Failures.Should().BeEmpty();
        alive.Value.GetInt32().Should().Be(1);
    }
}
