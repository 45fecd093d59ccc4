using Emulators.Utm;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class UtmRepealTests
{
    [TestMethod]
    public async Task A_repeal_that_the_shipper_confirms_puts_the_waybill_on_its_way_again()
    {
        await using var rig = await UtmRig.StartAsync();
        var waybill = await AcceptedAsync(rig);

        await rig.TakenAsync(UtmRig.B, "RequestRepealWB", UtmDocuments.RepealRequest(UtmRig.B, "WB", waybill.RegId));
        var asked = await rig.BodiesAsync(UtmRig.A, "RequestRepealWB");
        await rig.TakenAsync(UtmRig.A, "ConfirmRepealWB", UtmDocuments.ConfirmRepeal(UtmRig.A, waybill.RegId, "Accepted"));

        UtmDocuments.Text(asked.Single(), "WBRegId").Should().Be(waybill.RegId);
        (await rig.VerdictsAsync(UtmRig.A)).Should().Equal("Accepted", $"UnConfirm Accepted {waybill.RegId}");
        (await rig.VerdictsAsync(UtmRig.B)).Should().Equal("Accepted", $"UnConfirm Accepted {waybill.RegId}");
        UtmDocuments.Text((await rig.BodiesAsync(UtmRig.B, "ConfirmRepealWB")).Single(), "IsConfirm").Should().Be("Accepted");
        rig.World.Waybills.Find(waybill.RegId)!.State.Should().Be(WaybillState.Shipped);
        rig.World.Batches.Find(waybill.Positions[0].NewF2)!.Quantity.Should().Be(0);
    }

    [TestMethod]
    public async Task After_a_repeal_the_waybill_is_accepted_anew_and_that_is_no_double()
    {
        await using var rig = await UtmRig.StartAsync();
        var waybill = await AcceptedAsync(rig);
        await rig.TakenAsync(UtmRig.B, "RequestRepealWB", UtmDocuments.RepealRequest(UtmRig.B, "WB", waybill.RegId));
        await rig.TakenAsync(UtmRig.A, "ConfirmRepealWB", UtmDocuments.ConfirmRepeal(UtmRig.A, waybill.RegId, "Accepted"));

        await rig.TakenAsync(UtmRig.B, "WayBillAct_v4", UtmDocuments.Act(UtmRig.B, waybill.RegId, "Accepted", identity: "awb-1-2"));
        rig.System.Advance();

        rig.World.Waybills.Find(waybill.RegId)!.State.Should().Be(WaybillState.Accepted);
        rig.World.Batches.Find(waybill.Positions[0].NewF2)!.Quantity.Should().Be(12);
        rig.System.Judge.Doubles().Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_repeal_that_the_shipper_refuses_changes_nothing()
    {
        await using var rig = await UtmRig.StartAsync();
        var waybill = await AcceptedAsync(rig);

        await rig.TakenAsync(UtmRig.B, "RequestRepealWB", UtmDocuments.RepealRequest(UtmRig.B, "WB", waybill.RegId));
        await rig.TakenAsync(UtmRig.A, "ConfirmRepealWB", UtmDocuments.ConfirmRepeal(UtmRig.A, waybill.RegId, "Rejected"));

        (await rig.VerdictsAsync(UtmRig.A)).Should().Equal("Accepted");
        UtmDocuments.Text((await rig.BodiesAsync(UtmRig.B, "ConfirmRepealWB")).Single(), "IsConfirm").Should().Be("Rejected");
        rig.World.Waybills.Find(waybill.RegId)!.State.Should().Be(WaybillState.Accepted);
        rig.World.Batches.Find(waybill.Positions[0].NewF2)!.Quantity.Should().Be(12);
    }

    [TestMethod]
    public async Task A_repeal_of_goods_that_are_gone_is_not_conducted()
    {
        await using var rig = await UtmRig.StartAsync();
        var waybill = await AcceptedAsync(rig);
        await rig.TakenAsync(UtmRig.B, "ActWriteOff_v4", UtmDocuments.WriteOff(UtmRig.B, waybill.Positions[0].NewF2, 1, [waybill.Positions[0].Marks[0]]));
        await rig.TakenAsync(UtmRig.B, "RequestRepealWB", UtmDocuments.RepealRequest(UtmRig.B, "WB", waybill.RegId));

        await rig.TakenAsync(UtmRig.A, "ConfirmRepealWB", UtmDocuments.ConfirmRepeal(UtmRig.A, waybill.RegId, "Accepted"));

        (await rig.VerdictsAsync(UtmRig.A)).Should().Equal("Accepted", "Confirm Rejected");
        rig.World.Waybills.Find(waybill.RegId)!.State.Should().Be(WaybillState.Accepted);
    }

    [TestMethod]
    public async Task A_refusal_is_repealed_without_the_shipper()
    {
        await using var rig = await UtmRig.StartAsync();
        var (batch, waybill) = await UtmWaybillTests.ShipAsync(rig);
        await rig.TakenAsync(UtmRig.B, "WayBillAct_v4", UtmDocuments.Act(UtmRig.B, waybill.RegId, "Rejected"));

        await rig.TakenAsync(UtmRig.B, "RequestRepealWB", UtmDocuments.RepealRequest(UtmRig.B, "WB", waybill.RegId));

        (await rig.VerdictsAsync(UtmRig.B)).Should().EndWith([$"UnConfirm Accepted {waybill.RegId}"]);
        rig.World.Waybills.Find(waybill.RegId)!.State.Should().Be(WaybillState.Shipped);
        rig.World.Batches.Find(batch.F2)!.Quantity.Should().Be(0);
    }

    [TestMethod]
    public async Task A_wrong_number_can_stand_in_the_ticket_about_the_answer_to_a_repeal()
    {
        await using var rig = await UtmRig.StartAsync();
        var waybill = await AcceptedAsync(rig);
        rig.System[UtmRig.A].Twists.WrongRepealNumbers = true;
        await rig.TakenAsync(UtmRig.B, "RequestRepealWB", UtmDocuments.RepealRequest(UtmRig.B, "WB", waybill.RegId));

        await rig.TakenAsync(UtmRig.A, "ConfirmRepealWB", UtmDocuments.ConfirmRepeal(UtmRig.A, waybill.RegId, "Accepted"));

        (await rig.VerdictsAsync(UtmRig.A)).Should().Equal("Accepted", "UnConfirm Accepted 4711");
    }

    private static async Task<RegisteredWaybill> AcceptedAsync(UtmRig rig)
    {
        var (_, waybill) = await UtmWaybillTests.ShipAsync(rig);
        await rig.TakenAsync(UtmRig.B, "WayBillAct_v4", UtmDocuments.Act(UtmRig.B, waybill.RegId, "Accepted"));
        await rig.EmptyAsync(UtmRig.A);
        await rig.EmptyAsync(UtmRig.B);
        return waybill;
    }
}
