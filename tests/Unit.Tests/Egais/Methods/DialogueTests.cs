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

    [TestMethod]
    public async Task What_was_not_scanned_becomes_an_act_of_differences_that_the_shipper_confirms()
    {
        await using var rig = await EgaisRig.StartAsync();
        var (sent, received) = await rig.ShipAsync(bottles: 3);
        await rig.CallAsync("EgaisMarks.Scan", ("document", received), ("code", rig.LastMarks[0]));
        await rig.CallAsync("EgaisMarks.Scan", ("document", received), ("code", rig.LastMarks[1]));

        var differences = await rig.RecordAsync("EgaisMarks.Differences", ("document", received));
        var prepared = await rig.PrepareAsync(received, "ConfirmReceiptDifferences", new ConnectorRecord { ["differences"] = differences["differences"] });
        await rig.RunOftenAsync();
        var asked = await rig.StateAsync(sent);
        await rig.PrepareAsync(sent, "ConfirmDifferences");
        await rig.RunOftenAsync();

        prepared["errorText"].Should().Be("");
        asked.Should().Be("DifferencesReceived");
        (await rig.StateAsync(received)).Should().Be("ConfirmedWithDifferences");
        (await rig.StateAsync(sent)).Should().Be("ConfirmedWithDifferences");
        rig.System.Hosts.SelectMany(host => host.OutBox).Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_write_off_is_conducted_and_repealed()
    {
        await using var rig = await EgaisRig.StartAsync();
        var document = await rig.SaveWriteOffAsync();

        await rig.PrepareAsync(document);
        await rig.RunOftenAsync();
        var conducted = await rig.StateAsync(document);
        await rig.PrepareAsync(document, "ЗапроситеОтменуПроведения");
        await rig.RunOftenAsync();

        conducted.Should().Be("Conducted");
        (await rig.StateAsync(document)).Should().Be("Cancelled");
        rig.System.Hosts[0].OutBox.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_restart_at_any_step_loses_and_doubles_nothing()
    {
        await using var rig = await EgaisRig.StartAsync();
        var sent = await rig.SaveWaybillAsync();

        rig.NewConnector();
        await rig.PrepareAsync(sent);
        rig.NewConnector();
        await rig.RunAsync();
        rig.NewConnector();
        await rig.RunOftenAsync();
        await rig.PrepareAsync(await rig.IncomingAsync(), "ConfirmReceiptAccept");
        rig.NewConnector();
        await rig.RunOftenAsync();

        (await rig.StateAsync(sent)).Should().Be("Confirmed");
        rig.System.Judge.Doubles().Should().BeEmpty();
        rig.System.Judge.Posts().Should().HaveCount(2);
    }
}
