using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Hosting;

namespace Unit.Tests.Hosting.Plugins;

[TestClass]
[DoNotParallelize]
public sealed class PluginSwapTests
{
    private const string Entry = """{"id":"S","type":"Swap","settings":{"Name":"till","Mode":"Second"}}""";

    [TestMethod]
    public async Task Replaced_files_are_taken_over_while_four_callers_call_and_no_entry_fails()
    {
        await using var home = await new PluginHome().Place("SwapV1", "Swap").Configure(Entry).StartAsync();
        await home.ReadyAsync("S");
        using var enough = new CancellationTokenSource();
        var callers = Enumerable.Range(0, 4).Select(_ => Task.Run(() => CallUntilAsync(home, enough.Token))).ToList();

        home.Place("SwapV2", "Swap");
        await Eventually.BeTrueAsync(() => home.Plugin("Swap").Generation == 2, "generation 2 serves");
        var answer = await home.CallAsync("S", "Version");
        await enough.CancelAsync();
        var seen = await Task.WhenAll(callers);

        answer.Should().Be("2");
        seen.SelectMany(answers => answers).Distinct().Should().BeEquivalentTo(["1", "2"]);
    }

    [TestMethod]
    public async Task The_old_context_is_gone_after_a_swap()
    {
        await using var home = await new PluginHome().Place("SwapV1", "Swap").Configure(Entry).StartAsync();
        await home.ReadyAsync("S");
        await home.CallAsync("S", "Version");
        var old = home.ContextOf("S");

        home.Place("SwapV2", "Swap");

        await Eventually.BeTrueAsync(() => home.Plugin("Swap").Generation == 2, "generation 2 serves");
        await Eventually.BeGoneAsync(old, "generation 1");
        await Eventually.BeTrueAsync(() => home.Plugin("Swap").Retained.Count == 0, "nothing is shown as retained");
    }

    [TestMethod]
    public async Task The_old_context_is_gone_also_after_it_used_serializers_validators_and_loggers()
    {
        await using var home = await new PluginHome().Place("SwapV1", "Swap").Configure(Entry).StartAsync();
        await home.ReadyAsync("S");
        var used = await home.CallAsync("S", "Use");
        var old = home.ContextOf("S");

        home.Place("SwapV2", "Swap");

        await Eventually.BeTrueAsync(() => home.Plugin("Swap").Generation == 2, "generation 2 serves");
        await Eventually.BeGoneAsync(old, "generation 1");
        used.Should().Be("tilltill4SecondTrue");
    }

    [TestMethod]
    public async Task A_generation_that_cannot_be_unloaded_is_shown_as_retained_and_harms_no_call()
    {
        await using var home = await new PluginHome().Place("SwapV1", "Swap").Configure(Entry).StartAsync();
        await home.ReadyAsync("S");
        await home.CallAsync("S", "Use", ("what", "XmlSerializer"));

        home.Place("SwapV2", "Swap");
        await Eventually.BeTrueAsync(() => home.Plugin("Swap").Generation == 2 && home.Plugin("Swap").Retained is [{ HeldBy.Count: 0 }], "generation 1 is retained, held by something unknown");

        (await home.CallAsync("S", "Version")).Should().Be("2");
    }

    [TestMethod]
    public async Task A_running_call_ends_on_the_old_generation_which_is_shown_as_retained_with_its_holder()
    {
        await using var home = await new PluginHome().Place("SwapV1", "Swap").Configure(Entry).StartAsync();
        await home.ReadyAsync("S");
        home.Handle("S").TryEnter(out var inside).Should().BeTrue();

        home.Place("SwapV2", "Swap");
        await Eventually.BeTrueAsync(() => home.Plugin("Swap").Generation == 2, "generation 2 serves");
        var retained = home.Plugin("Swap").Retained;
        var late = await inside!.Connector.InvokeAsync(new InvokeArgs("S", "", "Version"), CancellationToken.None);
        inside.Exit();
        inside = null;

        late.Value.Should().Be("1");
        retained.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Number = 1, HeldBy = new[] { "connector S" } });
        await Eventually.BeTrueAsync(() => home.Plugin("Swap").Retained.Count == 0, "the old generation goes after its call");
    }

    [TestMethod]
    public async Task A_generation_that_cannot_start_changes_nothing_but_its_status()
    {
        await using var home = await new PluginHome().Place("SwapV1", "Swap").Configure(Entry).StartAsync();
        await home.ReadyAsync("S");
        var serving = home.Handle("S").Current;

        home.Place("SwapV3", "Swap");
        await Eventually.BeTrueAsync(() => home.Plugin("Swap").Status == PluginStatus.Faulted, "the status tells");
        var plugin = home.Plugin("Swap");

        home.Handle("S").Current.Should().BeSameAs(serving);
        plugin.Generation.Should().Be(1);
        plugin.Reason!.En.Should().Contain("generation 1 still serves");
        (await home.CallAsync("S", "Version")).Should().Be("1");
    }

    [TestMethod]
    public async Task A_damaged_file_changes_nothing_and_the_next_good_one_is_taken()
    {
        await using var home = await new PluginHome().Place("SwapV1", "Swap").Configure(Entry).StartAsync();
        await home.ReadyAsync("S");

        await File.WriteAllTextAsync(Path.Combine(home.Plugins, "Swap", "Swap.dll"), "half copied");
        await Eventually.BeTrueAsync(() => home.Plugin("Swap").Status == PluginStatus.Faulted, "the status tells");
        var meanwhile = await home.CallAsync("S", "Version");
        home.Place("SwapV2", "Swap");
        await Eventually.BeTrueAsync(() => home.Plugin("Swap").Status == PluginStatus.Loaded, "the good files serve");

        meanwhile.Should().Be("1");
        (await home.CallAsync("S", "Version")).Should().Be("2");
    }

    [TestMethod]
    public async Task A_classic_connector_is_stopped_before_its_successor_starts_and_calls_wait()
    {
        await using var home = await new PluginHome().Place("Vendor").Configure("""{"id":"V","type":"VendorConnector"}""").StartAsync();
        await home.ReadyAsync("V");
        var handle = home.Handle("V");
        handle.TryEnter(out var inside).Should().BeTrue();

        await File.WriteAllTextAsync(Path.Combine(home.Plugins, "Vendor", "changed.txt"), "a new generation");
        await Eventually.BeTrueAsync(() => handle.State == ConnectorState.Starting, "calls wait while the old one still runs");
        var enteredMeanwhile = handle.TryEnter(out _);
        inside!.Exit();
        inside = null;
        await home.ReadyAsync("V");

        enteredMeanwhile.Should().BeFalse();
        home.Handle("V").Should().BeSameAs(handle);
        home.Plugin("Vendor").Generation.Should().Be(2);
        (await home.CallAsync("V", "AliveAtStart")).Should().Be(1L);
    }

    [TestMethod]
    public async Task Ten_swaps_in_a_row_leave_nothing_behind()
    {
        await using var home = await new PluginHome().Place("SwapV1", "Swap").Configure(Entry).StartAsync();
        await home.ReadyAsync("S");

        for (var generation = 2; generation <= 11; generation++)
        {
            await home.CallAsync("S", "Use");
            home.Place(generation % 2 == 0 ? "SwapV2" : "SwapV1", "Swap");
            await File.WriteAllTextAsync(Path.Combine(home.Plugins, "Swap", "generation.txt"), new string('x', generation));
            await Eventually.BeTrueAsync(() => home.Plugin("Swap").Generation == generation, $"generation {generation} serves");
        }

        await Eventually.BeTrueAsync(() => home.Plugin("Swap").Retained.Count == 0, "no generation is retained");
        await Eventually.BeTrueAsync(() => Directory.GetDirectories(home.Copies, "Swap-*", SearchOption.AllDirectories).Length == 1, "only the copy that serves is left");
    }

    private static async Task<List<string>> CallUntilAsync(PluginHome home, CancellationToken enough)
    {
        var seen = new List<string>();
        bool last;
        do
        {
            // One call begins after the end, so that a caller held up meanwhile meets the new files too.
            last = enough.IsCancellationRequested;
            seen.Add((string)(await home.CallAsync("S", "SlowVersion", ("milliseconds", 2L)))!);
        }
        while (!last);

        return seen;
    }
}
