using Cleverence.Connectivity;
using Connectors.Hosting;

namespace Unit.Tests.Hosting.Configuration;

[TestClass]
public sealed class ConnectorsConfigTests
{
    private const string Good = """{"id":"G","type":"Good","settings":{"Greeting":"Hi"}}""";

    [TestMethod]
    public async Task A_start_without_its_file_says_which_one_is_missing()
    {
        await using var home = new PluginHome();

        var starting = () => home.StartAsync(options => options.ConfigFile += ".not-there");

        (await starting.Should().ThrowAsync<ConnectorsConfigException>()).Which.Message.Should().Contain("connectors.json.not-there");
    }

    [TestMethod]
    public async Task A_start_with_a_broken_file_says_where_it_is_broken()
    {
        await using var home = new PluginHome().Configure("{\n oops");

        var starting = () => home.StartAsync();

        (await starting.Should().ThrowAsync<ConnectorsConfigException>()).Which.Message.Should().Contain("line 2");
    }

    [TestMethod]
    public async Task A_file_broken_later_leaves_the_last_good_state_and_shows_a_banner()
    {
        await using var home = await new PluginHome().Place("Good").Configure(Good).StartAsync();
        await home.ReadyAsync("G");
        var status = home.Get<IConnectorsConfigStatus>();

        home.Configure("{ broken");
        await Eventually.BeTrueAsync(() => status.Banner is not null, "the banner is shown");
        var greeting = await home.CallAsync("G", "Greet", ("name", "Anna"));
        home.Configure(Good);
        await Eventually.BeTrueAsync(() => status.Banner is null, "the banner is gone");

        greeting.Should().Be("Hi, Anna!");
    }

    [TestMethod]
    public async Task Only_the_changed_connector_is_rebuilt()
    {
        const string Other = """{"id":"O","type":"Good"}""";
        await using var home = await new PluginHome().Place("Good").Configure(Good, Other).StartAsync();
        await home.ReadyAsync("G");
        await home.ReadyAsync("O");
        var before = home.Handle("O").Current;

        home.Configure(Good.Replace("Hi", "Servus", StringComparison.Ordinal), Other);
        await Eventually.BeTrueAsync(() => home.CallAsync("G", "Greet", ("name", "Anna")).GetAwaiter().GetResult() as string == "Servus, Anna!", "the new greeting is used");

        home.Handle("O").Current.Should().BeSameAs(before);
    }

    [TestMethod]
    public async Task Calls_that_wait_in_the_gate_of_a_changed_connector_reach_its_new_form()
    {
        await using var home = await new PluginHome().Place("Good").Configure(Good).StartAsync();
        await home.ReadyAsync("G");
        var waiting = home.Handle("G");

        home.Configure(Good.Replace("Hi", "Servus", StringComparison.Ordinal).Replace("\"type\"", "\"gate\":3,\"type\"", StringComparison.Ordinal));
        await Eventually.BeTrueAsync(() => !ReferenceEquals(home.Handle("G"), waiting), "a new handle is published");

        waiting.TryEnter(out var instance).Should().BeTrue();
        instance!.Exit();
        instance.Should().BeSameAs(home.Handle("G").Current);
    }

    [TestMethod]
    public async Task Entries_added_disabled_and_removed_later_are_taken_over()
    {
        await using var home = await new PluginHome().Place("Good").Configure(Good).StartAsync();
        await home.ReadyAsync("G");

        home.Configure(Good.Replace("\"type\"", "\"enabled\":false,\"type\"", StringComparison.Ordinal), """{"id":"N","type":"Good"}""");
        await home.ReadyAsync("N");
        var disabled = home.Registry.Find("g")!.State;
        home.Configure("""{"id":"N","type":"Good"}""");
        await Eventually.BeTrueAsync(() => home.Registry.Find("G") is null, "the removed entry is gone");

        disabled.Should().Be(ConnectorState.Disabled);
    }

    [TestMethod]
    public async Task A_secret_changed_later_rebuilds_the_connector_that_uses_it()
    {
        await using var home = new PluginHome().Place("Good").Configure("""{"id":"G","type":"Good","settings":{"Password":{"secret":"pw"}}}""");
        await home.StartAsync();
        var missing = home.Registry.Find("G")!;

        File.WriteAllText(Path.Combine(home.Secrets, "pw"), "hidden-value");
        await home.ReadyAsync("G");
        var first = await home.CallAsync("G", "Secret");
        File.WriteAllText(Path.Combine(home.Secrets, "pw"), "other-hidden-value");
        await Eventually.BeTrueAsync(() => home.CallAsync("G", "Secret").GetAwaiter().GetResult() as string == "other-hidden-value", "the new secret is used");

        missing.State.Should().Be(ConnectorState.Faulted);
        first.Should().Be("hidden-value");
        home.Log.All.Should().NotContain(line => line.Contains("hidden-value", StringComparison.Ordinal));
    }
}
