using Cleverence.Connectivity;

namespace Unit.Tests.Egais.Methods;

/// <summary>Whole dialogues of two organisations through the connector.</summary>
[TestClass]
public sealed class DialogueTests
{
    [TestMethod]
    public async Task A_waybill_is_shipped_received_and_accepted()
    {
        await using var rig = await EgaisRig.StartAsync();
        var sent = await rig.SaveWaybillAsync();

        var prepared = await rig.PrepareAsync(sent);
        await rig.RunOftenAsync();
        var received = await rig.IncomingAsync();
        var before = await rig.StateAsync(sent);
        await rig.PrepareAsync(received, "ПодтвердитеПолучение");
        await rig.RunOftenAsync();

        prepared["errorText"].Should().Be("");
        before.Should().Be("ProcessedByClient");
        (await rig.StateAsync(received)).Should().Be("Confirmed");
        (await rig.StateAsync(sent)).Should().Be("Confirmed");
        rig.System.Hosts.SelectMany(host => host.OutBox).Should().BeEmpty();
        rig.System.Judge.Doubles().Should().BeEmpty();
    }
}
