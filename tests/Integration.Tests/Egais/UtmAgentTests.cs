using Emulators.Utm;

namespace Integration.Tests.Egais;

/// <summary>The agent of a workplace and the built server as processes: B's UTM is reached by the agent only.</summary>
[TestClass]
public sealed class UtmAgentTests
{
    [TestMethod]
    public async Task A_waybill_arrives_through_the_agent_and_its_act_leaves_by_it()
    {
        await using var world = await AgentWorld.StartAsync();
        var sent = await world.ShipAsync();
        (await world.StateOnServerAsync(sent, "ProcessedByClient")).Should().Be("ProcessedByClient");

        var received = await world.RoundsAsync(world.ReceivedAsync, document => document is not null);
        await ConfirmAsync(world, received!);
        var state = await world.RoundsAsync(() => world.StateAsync(received!), state => state == "Confirmed");

        state.Should().Be("Confirmed");
        (await world.StateOnServerAsync(sent, "Confirmed")).Should().Be("Confirmed");
        world.Acts.Should().ContainSingle();
        world.System.Judge.Doubles().Should().BeEmpty();
        world.System.Hosts.SelectMany(host => host.OutBox).Should().BeEmpty();
    }

    [TestMethod]
    public async Task An_agent_that_dies_after_its_post_sends_nothing_twice_and_loses_nothing()
    {
        await using var world = await AgentWorld.StartAsync();
        var sent = await world.ShipAsync();
        await world.StateOnServerAsync(sent, "ProcessedByClient");
        var received = await world.RoundsAsync(world.ReceivedAsync, document => document is not null);
        await ConfirmAsync(world, received!);

        // The UTM has the act, and the agent hears nothing of it before it dies.
        world.System[AgentWorld.B].Faults.Add(new Fault(FaultKind.HangAfter, "POST /opt/in/*"));
        using (var dying = AgentProcess.Start(world.Server, "--every", "20"))
        {
            (await Eventually.BecomesAsync(() => Task.FromResult(world.Acts.Count), acts => acts > 0, TimeSpan.FromSeconds(60))).Should().Be(1);
            (await dying.KillAsync()).Should().NotContain("WayBillAct", "it must have died before it could report");
        }

        var state = await world.RoundsAsync(() => world.StateAsync(received!), state => state == "Confirmed");

        state.Should().Be("Confirmed");
        (await world.StateOnServerAsync(sent, "Confirmed")).Should().Be("Confirmed");
        world.Acts.Should().ContainSingle();
        world.System.Judge.Doubles().Should().BeEmpty();
        world.System.Hosts.SelectMany(host => host.OutBox).Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_replaced_plugin_leaves_no_generation_in_memory()
    {
        await using var world = await AgentWorld.StartAsync();
        var sent = await world.ShipAsync();
        await world.StateOnServerAsync(sent, "ProcessedByClient");
        await world.RoundsAsync(world.ReceivedAsync, document => document is not null);

        await File.WriteAllTextAsync(Path.Combine(world.Server.Home, "plugins", "Connectors.Egais", "touched.txt"), "2");
        var swapped = await Eventually.BecomesAsync(() => world.Server.Client.PluginAsync("Connectors.Egais"), plugin => plugin.GetProperty("generation").GetInt32() == 2);
        var settled = await Eventually.BecomesAsync(() => world.Server.Client.PluginAsync("Connectors.Egais"), plugin => plugin.GetProperty("retained").GetArrayLength() == 0, TimeSpan.FromSeconds(60));

        swapped.GetProperty("generation").GetInt32().Should().Be(2);
        settled.GetProperty("retained").GetRawText().Should().Be("[]");
        (await world.StateAsync(sent)).Should().Be("ProcessedByClient");
    }

    // A handheld serves no UTM: its message waits for the agent.
    private static Task ConfirmAsync(AgentWorld world, string document) => world.ExchangeAsync("PrepareForTransfer", new { items = document, nextAction = "ConfirmReceiptAccept", handOut = false });
}
