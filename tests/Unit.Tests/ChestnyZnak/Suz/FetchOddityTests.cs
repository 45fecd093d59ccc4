using Cleverence.Connectivity.Marking;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Suz;

[TestClass]
public sealed class FetchOddityTests
{
    private const string Taking = "suz GET codes";

    [TestMethod]
    public async Task Fewer_codes_than_asked_for_are_taken_as_they_come()
    {
        await using var rig = await SuzRig.StartAsync();
        await rig.OrderAsync(250);
        rig.System.Faults.Add(new Fault(FaultKind.FewerCodes, Taking) { Count = 7 });

        var report = await rig.FetchAsync();

        report.Notes.Should().BeEmpty();
        rig.Codes.All.Should().HaveCount(250);
        (await rig.SubOrders.OpenAsync(rig.Owner.OmsId, CancellationToken.None)).Should().BeEmpty();
    }

    [TestMethod]
    [DataRow(FaultKind.MoreCodes, "where 100 were asked for")]
    [DataRow(FaultKind.ForeignGtin, "1 of 100 codes are of another product")]
    public async Task Odd_codes_are_stored_all_and_a_person_is_called(FaultKind kind, string said)
    {
        await using var rig = await SuzRig.StartAsync();
        var order = await rig.OrderAsync(250);
        rig.System.Faults.Add(new Fault(kind, Taking));

        var report = await rig.FetchAsync();

        var held = await rig.SubOrderAsync(order.OrderId);
        held.Attention.Should().Contain(said);
        report.Notes.Should().Contain(note => note.Code == "SUZ_ATTENTION");
        rig.System.Judge.Requests(Taking).Should().Be(1, "nothing more is fetched until a person has looked");
        rig.Codes.All.Select(code => code.Text).Should().BeEquivalentTo(rig.System.Judge.HandedOut(order.OrderId));
    }

    [TestMethod]
    public async Task A_block_that_comes_twice_is_stored_once()
    {
        await using var rig = await SuzRig.StartAsync();
        var order = await rig.OrderAsync(250);
        rig.System.Faults.Add(new Fault(FaultKind.DuplicateBlock, Taking) { After = 1 });

        var first = await rig.FetchAsync();
        await rig.FetchAsync();

        first.Notes.Should().ContainSingle(note => note.Code == "SUZ_NOTHING_NEW");
        rig.Codes.All.Should().HaveCount(250);
        rig.Codes.Conflicts.Should().BeEmpty();
        (await rig.LostAsync(order.OrderId)).Should().BeEmpty();
        (await rig.SubOrderAsync(order.OrderId)).Final.Should().BeTrue();
    }

    [TestMethod]
    public async Task Codes_that_come_again_under_another_block_are_never_overwritten_and_a_person_is_called()
    {
        await using var rig = await SuzRig.StartAsync();
        var order = await rig.OrderAsync(250);
        rig.System.Faults.Add(new Fault(FaultKind.DuplicateCodes, Taking) { After = 1 });

        await rig.FetchAsync();

        var first = rig.System.World.Blocks.All[0].BlockId;
        rig.Codes.Conflicts.Should().HaveCount(100).And.OnlyContain(one => one.First == first && one.Second != first);
        rig.Codes.All.Should().HaveCount(100).And.OnlyContain(code => code.BlockId == first);
        (await rig.SubOrderAsync(order.OrderId)).Attention.Should().Contain("another block had brought before");
    }

    [TestMethod]
    public async Task An_order_closed_by_somebody_else_ends_with_what_was_taken()
    {
        await using var rig = await SuzRig.StartAsync();
        var order = await rig.OrderAsync(250);
        rig.System.Faults.Add(new Fault(FaultKind.ClosedByOther, Taking) { After = 1 });

        await rig.FetchAsync();
        var report = await rig.FetchAsync();

        rig.Codes.Closed.Select(one => one.End).Should().Equal(IntentEnd.Stored, IntentEnd.Refused);
        report.Notes.Should().ContainSingle(note => note.Code == "SUZ_CLOSED_EARLY" && note.Message.Contains("150 of 250"));
        var held = await rig.SubOrderAsync(order.OrderId);
        held.Final.Should().BeTrue();
        held.Attention.Should().BeNull("nothing that was handed out is missing");
        rig.Codes.All.Should().HaveCount(100);
    }

    [TestMethod]
    public async Task An_order_that_closes_with_its_last_code_ends_well()
    {
        await using var rig = await SuzRig.StartAsync(options: options => options.AutoClose = AutoClose.OnLastCode);
        var order = await rig.OrderAsync(250);

        await rig.FetchManyAsync(2);

        var held = await rig.SubOrderAsync(order.OrderId);
        held.Final.Should().BeTrue();
        held.Attention.Should().BeNull();
        rig.Codes.All.Should().HaveCount(250);
        rig.Closings.Asked.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Codes_taken_in_the_personal_account_stop_the_fetching_until_a_person_says_so()
    {
        await using var rig = await SuzRig.StartAsync();
        var order = await rig.OrderAsync(250);
        var buffer = order.Buffers[0];
        rig.System.World.Orders.Put(order with { Buffers = [buffer with { Passed = 40 }] });

        await rig.FetchAsync();
        var waiting = await rig.SubOrderAsync(order.OrderId);
        rig.Time.Move(TimeSpan.FromMinutes(31));
        await rig.FetchAsync();

        waiting.MissingSince.Should().NotBeNull();
        waiting.Attention.Should().BeNull();
        (await rig.SubOrderAsync(order.OrderId)).Attention.Should().Contain("40 codes handed out that it does not show");
        rig.System.Judge.Requests(Taking).Should().Be(0);
    }
}
