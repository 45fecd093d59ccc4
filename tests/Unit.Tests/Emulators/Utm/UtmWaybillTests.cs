using Emulators.Utm;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class UtmWaybillTests
{
    [TestMethod]
    public async Task A_waybill_is_registered_for_its_shipper_and_reaches_its_consignee()
    {
        await using var rig = await UtmRig.StartAsync();
        var batch = rig.Stock();
        var marks = rig.Seed.MarksOf(batch.F2);

        var request = await rig.TakenAsync(UtmRig.A, "WayBill_v4", UtmDocuments.WayBill(UtmRig.A, UtmRig.B, batch, 12, marks));

        var waybill = await OnlyAsync(rig);
        (await rig.VerdictsAsync(UtmRig.A)).Should().Equal("Accepted", $"Confirm Accepted {waybill.RegId}");
        (await rig.GetAsync(UtmRig.A, "opt/out")).Urls.Select(one => one.Attribute("replyId")?.Value).Should().HaveCount(3).And.AllBe(request);
        (await rig.GetAsync(UtmRig.B, "opt/out")).Urls.Select(one => one.Attribute("replyId")).Should().HaveCount(3).And.AllBeEquivalentTo((object?)null);
        var (arrived, notice) = ((await rig.BodiesAsync(UtmRig.B, "WayBill_v4")).Single(), (await rig.BodiesAsync(UtmRig.B, "FORM2REGINFO")).Single());
        arrived.Descendants().Where(one => one.Name.LocalName == "amc").Select(one => one.Value).Should().Equal(marks);
        (UtmDocuments.Text(notice, "WBRegId"), UtmDocuments.Text(notice, "InformF2RegId"), UtmDocuments.Text(notice, "WBNUMBER")).Should().Be((waybill.RegId, waybill.Positions[0].NewF2, "1"));
        rig.World.Batches.Find(batch.F2)!.Quantity.Should().Be(0);
        rig.Seed.MarksOf(batch.F2).Should().BeEmpty();
    }

    [TestMethod]
    public async Task An_accepted_waybill_is_on_the_consignees_warehouse_and_the_shipper_gets_the_act()
    {
        await using var rig = await UtmRig.StartAsync();
        var (batch, waybill) = await ShipAsync(rig);
        var marks = waybill.Positions[0].Marks;

        await rig.TakenAsync(UtmRig.B, "WayBillAct_v4", UtmDocuments.Act(UtmRig.B, waybill.RegId, "Accepted"));

        (await rig.VerdictsAsync(UtmRig.B)).Should().Equal("Accepted", $"Confirm Accepted {waybill.RegId}");
        UtmDocuments.Text((await rig.BodiesAsync(UtmRig.A, "WayBillAct_v4")).Single(), "IsAccept").Should().Be("Accepted");
        rig.World.Batches.Find(waybill.Positions[0].NewF2).Should().BeEquivalentTo(new { FsrarId = UtmRig.B, Quantity = 12m, batch.F1, Parent = batch.F2 });
        rig.Seed.MarksOf(waybill.Positions[0].NewF2).Should().Equal(marks);
        rig.World.Waybills.Find(waybill.RegId)!.State.Should().Be(WaybillState.Accepted);
    }

    [TestMethod]
    [DataRow(false, "Confirm")]
    [DataRow(true, "UnConfirm")]
    public async Task A_refused_waybill_returns_to_its_shipper(bool unconfirm, string name)
    {
        await using var rig = await UtmRig.StartAsync(new UtmOptions { RefusalsUnConfirm = unconfirm });
        var (batch, waybill) = await ShipAsync(rig);

        await rig.TakenAsync(UtmRig.B, "WayBillAct_v4", UtmDocuments.Act(UtmRig.B, waybill.RegId, "Rejected"));

        (await rig.VerdictsAsync(UtmRig.B)).Should().Equal("Accepted", $"{name} Accepted {waybill.RegId}");
        rig.World.Batches.Find(batch.F2)!.Quantity.Should().Be(12);
        rig.Seed.MarksOf(batch.F2).Should().HaveCount(12);
        rig.World.Batches.Find(waybill.Positions[0].NewF2).Should().BeNull();
    }

    [TestMethod]
    [DataRow("Accepted", "Confirm", WaybillState.AcceptedWithDifferences, 11, 1)]
    [DataRow("Rejected", "UnConfirm", WaybillState.Refused, 0, 12)]
    public async Task Differences_wait_for_the_shippers_answer(string answer, string name, WaybillState state, int accepted, int returned)
    {
        await using var rig = await UtmRig.StartAsync();
        var (batch, waybill) = await ShipAsync(rig);
        var position = waybill.Positions[0];

        await rig.TakenAsync(UtmRig.B, "WayBillAct_v4", UtmDocuments.Act(UtmRig.B, waybill.RegId, "Differences", UtmDocuments.Difference(position, 11, [position.Marks[3]])));
        var before = await rig.VerdictsAsync(UtmRig.B);
        await rig.TakenAsync(UtmRig.A, "WayBillTicket", UtmDocuments.ConfirmTicket(UtmRig.A, waybill.RegId, answer));

        before.Should().Equal("Accepted");
        (await rig.VerdictsAsync(UtmRig.A)).Should().Equal("Accepted");
        (await rig.VerdictsAsync(UtmRig.B)).Should().Equal("Accepted", $"{name} Accepted {waybill.RegId}");
        UtmDocuments.Text((await rig.BodiesAsync(UtmRig.B, "WayBillTicket")).Single(), "IsConfirm").Should().Be(answer);
        rig.World.Waybills.Find(waybill.RegId)!.State.Should().Be(state);
        (rig.World.Batches.Find(position.NewF2)?.Quantity ?? 0).Should().Be(accepted);
        rig.World.Batches.Find(batch.F2)!.Quantity.Should().Be(returned);
        rig.Seed.MarksOf(batch.F2).Should().HaveCount(returned).And.Contain(position.Marks[3]);
    }

    [TestMethod]
    public async Task A_second_act_for_one_waybill_is_rejected()
    {
        await using var rig = await UtmRig.StartAsync();
        var (_, waybill) = await ShipAsync(rig);

        await rig.TakenAsync(UtmRig.B, "WayBillAct_v4", UtmDocuments.Act(UtmRig.B, waybill.RegId, "Accepted"));
        await rig.TakenAsync(UtmRig.B, "WayBillAct_v4", UtmDocuments.Act(UtmRig.B, waybill.RegId, "Accepted", identity: "awb-1-2"));

        var tickets = await rig.BodiesAsync(UtmRig.B, "Ticket");
        tickets.Select(UtmDocuments.Verdict).Should().Equal("Accepted", $"Confirm Accepted {waybill.RegId}", "Rejected");
        UtmDocuments.Text(tickets[2], "Comments").Should().Be("Акт для данной накладной уже зарегистрирован");
        rig.System.Judge.Doubles().Should().ContainSingle().Which.What.Should().Be($"act {waybill.RegId}");
    }

    [TestMethod]
    [DataRow(13, 0)]
    [DataRow(11, 0)]
    [DataRow(11, 1)]
    public async Task A_difference_that_cannot_be_is_not_conducted(int real, int foreignMarks)
    {
        await using var rig = await UtmRig.StartAsync();
        var (_, waybill) = await ShipAsync(rig);
        IReadOnlyList<string> refused = [.. Enumerable.Range(900, foreignMarks).Select(number => ExciseMarks.Make(number))];

        await rig.TakenAsync(UtmRig.B, "WayBillAct_v4", UtmDocuments.Act(UtmRig.B, waybill.RegId, "Differences", UtmDocuments.Difference(waybill.Positions[0], real, refused)));

        (await rig.VerdictsAsync(UtmRig.B)).Should().Equal("Accepted", "Confirm Rejected");
        rig.World.Waybills.Find(waybill.RegId)!.State.Should().Be(WaybillState.Shipped);
    }

    [TestMethod]
    public async Task The_shipper_takes_a_waybill_back_and_the_consignee_hears_of_it_unasked()
    {
        await using var rig = await UtmRig.StartAsync();
        var (batch, waybill) = await ShipAsync(rig);

        await rig.TakenAsync(UtmRig.A, "WayBillAct_v4", UtmDocuments.Act(UtmRig.A, waybill.RegId, "Rejected"));

        (await rig.VerdictsAsync(UtmRig.A)).Should().Equal("Accepted", $"Confirm Accepted {waybill.RegId}");
        (await rig.VerdictsAsync(UtmRig.B)).Should().Equal($"UnConfirm Accepted {waybill.RegId}");
        (await rig.GetAsync(UtmRig.B, "opt/out/Ticket")).Urls.Single().Attribute("replyId").Should().BeNull();
        rig.World.Batches.Find(batch.F2)!.Quantity.Should().Be(12);
    }

    [TestMethod]
    public async Task What_the_shipper_does_not_have_is_not_conducted()
    {
        await using var rig = await UtmRig.StartAsync();
        var batch = rig.Stock(2);

        await rig.TakenAsync(UtmRig.A, "WayBill_v4", UtmDocuments.WayBill(UtmRig.A, UtmRig.B, batch, 3));

        var tickets = await rig.BodiesAsync(UtmRig.A, "Ticket");
        tickets.Select(UtmDocuments.Verdict).Should().Equal("Accepted", "Confirm Rejected");
        UtmDocuments.Text(tickets[1], "OperationComment").Should().Contain("превышает остаток");
        rig.System[UtmRig.B].OutBox.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_consignee_that_reads_the_third_generation_gets_it()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.Seed.Organisation(UtmRig.B, version: "WayBill_v3");

        await ShipAsync(rig, keep: true);

        var body = (await rig.BodiesAsync(UtmRig.B, "WayBill_v3")).Single();
        body.Elements().First().Name.NamespaceName.Should().Be("http://fsrar.ru/WEGAIS/TTNSingle_v3");
    }

    internal static async Task<(Batch Batch, RegisteredWaybill Waybill)> ShipAsync(UtmRig rig, bool keep = false)
    {
        var batch = rig.Stock();
        await rig.TakenAsync(UtmRig.A, "WayBill_v4", UtmDocuments.WayBill(UtmRig.A, UtmRig.B, batch, 12, rig.Seed.MarksOf(batch.F2)));
        var waybill = await OnlyAsync(rig);
        if (keep) return (batch, waybill);
        await rig.EmptyAsync(UtmRig.A);
        await rig.EmptyAsync(UtmRig.B);
        return (batch, waybill);
    }

    private static Task<RegisteredWaybill> OnlyAsync(UtmRig rig)
    {
        rig.System.Advance();
        return Task.FromResult(rig.World.Waybills.All.Single());
    }
}
