namespace Unit.Tests.Egais.Methods;

/// <summary>Who does what before and after a message: the check of goods before a receipt, and the job that sends.</summary>
[TestClass]
public sealed class CheckFirstTests
{
    [TestMethod]
    public async Task A_receipt_is_confirmed_only_after_the_check_where_that_is_wanted()
    {
        await using var rig = await EgaisRig.StartAsync(settings => settings.CheckIncoming = true);
        var (sent, received) = await rig.ShipAsync();
        var before = await ActionsAsync(rig, received);
        var early = await rig.FailAsync("PrepareForTransfer", ("items", received), ("nextAction", "ConfirmReceipt"));

        var noted = await rig.RecordAsync("EgaisExchange.PerformCheck", ("document", received));
        await rig.PrepareAsync(received, "ConfirmReceipt");
        await rig.RunOftenAsync();

        before.Should().Equal("PerformCheck", "RefuseWaybill");
        early.Reason.Should().Be("ACTION_NOT_ALLOWED");
        noted["errorText"].Should().Be("");
        (await rig.StateAsync(received)).Should().Be("Confirmed");
        (await rig.StateAsync(sent)).Should().Be("Confirmed");
    }

    [TestMethod]
    public async Task The_check_is_a_next_action_too_and_noting_it_again_changes_nothing()
    {
        await using var rig = await EgaisRig.StartAsync(settings => settings.CheckIncoming = true);
        var (_, received) = await rig.ShipAsync();

        await rig.PrepareAsync(received, "ВыполнитеПроверку");
        var once = await ActionsAsync(rig, received);
        var again = await rig.RecordAsync("EgaisExchange.ВыполнитьПроверку", ("document", received));

        once.Should().Equal("ConfirmReceipt", "RefuseWaybill");
        again["errorText"].Should().Be("");
        (await ActionsAsync(rig, received)).Should().Equal(once);
    }

    [TestMethod]
    public async Task The_check_outlives_a_restart_and_a_restored_state()
    {
        await using var rig = await EgaisRig.StartAsync(settings => settings.CheckIncoming = true);
        var (_, received) = await rig.ShipAsync();
        await rig.RecordAsync("EgaisExchange.PerformCheck", ("document", received));
        rig.NewConnector();

        await rig.RecordAsync("RestoreStatusFromProtocol", ("document", received));

        (await ActionsAsync(rig, received)).Should().Equal("ConfirmReceipt", "RefuseWaybill");
    }

    [TestMethod]
    public async Task Where_no_check_is_wanted_none_is_taken()
    {
        await using var rig = await EgaisRig.StartAsync();
        var (_, received) = await rig.ShipAsync();

        var refused = await rig.FailAsync("EgaisExchange.PerformCheck", ("document", received));

        (await ActionsAsync(rig, received)).Should().Equal("ConfirmReceipt", "RefuseWaybill");
        refused.Reason.Should().Be("ACTION_NOT_ALLOWED");
    }

    [TestMethod]
    [DataRow(true, "WaitScheduledTransfer")]
    [DataRow(false, "RunExchange")]
    public async Task What_is_prepared_waits_for_the_job_where_one_sends(bool byJob, string action)
    {
        await using var rig = await EgaisRig.StartAsync(settings => settings.Rhythm.ByJob = byJob);
        await rig.System[EgaisRig.A].GoOfflineAsync();
        var document = await rig.SaveWaybillAsync();

        await rig.PrepareAsync(document);

        (await ActionsAsync(rig, document)).Should().Equal(action, "CancelTransfer");
    }

    private static async Task<IReadOnlyList<object?>> ActionsAsync(EgaisRig rig, string document) =>
        (IReadOnlyList<object?>)(await rig.RecordAsync("EgaisExchange.GetDocument", ("document", document)))["nextActions"]!;
}
