using Cleverence.Connectivity.Marking;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Suz;

[TestClass]
public sealed class FetchLostAnswerTests
{
    private const string Taking = "suz GET codes";

    [TestMethod]
    [DataRow(FaultKind.ResetAfter, 200)]
    [DataRow(FaultKind.HalfBody, 200)]
    [DataRow(FaultKind.HangAfter, 200)]
    [DataRow(FaultKind.StatusAfter, 500)]
    [DataRow(FaultKind.StatusAfter, 503)]
    [DataRow(FaultKind.StatusAfter, 429)]
    public async Task Codes_whose_answer_was_lost_are_read_again_and_never_asked_for_anew(FaultKind kind, int status)
    {
        await using var rig = await SuzRig.StartAsync(settings => settings.Limits.Codes = "00:00:01");
        var order = await rig.OrderAsync(250);
        rig.System.Faults.Add(new Fault(kind, Taking) { After = 1, Status = status });

        var first = await rig.FetchAsync();
        var asked = rig.System.Judge.Requests(Taking);
        var second = await rig.FetchAsync();

        first.Failed.Should().Be(1);
        asked.Should().Be(2);
        second.Recovered.Should().Be(1);
        rig.System.Judge.Requests(Taking).Should().Be(4);
        (await rig.LostAsync(order.OrderId)).Should().BeEmpty();
        rig.Codes.All.Should().HaveCount(250);
        rig.Codes.Conflicts.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow(FaultKind.ResetBefore, 200)]
    [DataRow(FaultKind.Status, 500)]
    [DataRow(FaultKind.Status, 504)]
    [DataRow(FaultKind.Status, 429)]
    public async Task A_request_without_effect_is_given_up_only_after_the_waiting_time(FaultKind kind, int status)
    {
        await using var rig = await SuzRig.StartAsync();
        await rig.OrderAsync(20);
        rig.System.Faults.Add(new Fault(kind, Taking) { Status = status });
        await rig.FetchAsync();

        rig.Time.Move(TimeSpan.FromSeconds(100));
        await rig.FetchAsync();
        var tooSoon = rig.System.Judge.Requests(Taking);
        rig.Time.Move(TimeSpan.FromSeconds(25));
        await rig.FetchAsync();

        tooSoon.Should().Be(1);
        rig.System.Judge.Requests(Taking).Should().Be(2);
        rig.Codes.Closed.Select(one => one.End).Should().Equal(IntentEnd.NoEffect, IntentEnd.Stored);
        rig.Codes.Closed[0].Reason.Should().Contain("0 codes handed out and 0 here");
        rig.Codes.All.Should().HaveCount(20);
    }

    [TestMethod]
    public async Task A_refusal_that_handed_codes_out_all_the_same_is_found_out_by_the_count()
    {
        await using var rig = await SuzRig.StartAsync();
        var order = await rig.OrderAsync(250);
        rig.System.Faults.Add(new Fault(FaultKind.StatusAfter, Taking) { Status = 400 });

        await rig.FetchAsync();
        var report = await rig.FetchAsync();

        rig.Codes.Closed[0].End.Should().Be(IntentEnd.Refused);
        report.Recovered.Should().Be(1);
        rig.Codes.All.Should().HaveCount(250);
        (await rig.LostAsync(order.OrderId)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_spent_token_in_the_middle_is_renewed_and_the_portion_taken_once()
    {
        await using var rig = await SuzRig.StartAsync();
        await rig.OrderAsync(250);
        rig.System.Faults.Add(new Fault(FaultKind.Status, Taking) { After = 1, Status = 401 });

        var report = await rig.FetchAsync();

        report.Failed.Should().Be(0);
        rig.System.Judge.SignIns("suz").Should().Be(2);
        rig.System.World.Blocks.All.Select(block => block.Codes.Count).Should().Equal(100, 100, 20, 30);
        rig.Codes.All.Should().HaveCount(250);
    }

    [TestMethod]
    public async Task A_last_portion_that_is_lost_when_its_order_closes_is_parked_with_its_proof()
    {
        await using var rig = await SuzRig.StartAsync(options: options => options.AutoClose = AutoClose.OnLastCode);
        var order = await rig.OrderAsync(250);
        rig.System.Faults.Add(new Fault(FaultKind.ResetAfter, Taking) { After = 3 });

        await rig.FetchManyAsync(2);

        var block = rig.System.World.Blocks.All[^1];
        var held = await rig.SubOrderAsync(order.OrderId);
        held.Final.Should().BeTrue();
        held.Attention.Should().Contain(block.BlockId).And.Contain("250 codes handed out and 220 here").And.Contain("(30, API)");
        rig.Codes.Closed[^1].Should().Match<(FetchIntent Intent, IntentEnd End, string? Reason)>(one => one.End == IntentEnd.Parked && one.Reason!.Contains(block.BlockId));
        rig.Codes.All.Should().HaveCount(220);
        (await rig.LostAsync(order.OrderId)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Blocks_that_tell_their_time_in_seconds_are_recovered_too()
    {
        await using var rig = await SuzRig.StartAsync(options: options => options.BlockTimesInSeconds = true);
        await rig.OrderAsync(250);
        rig.System.Faults.Add(new Fault(FaultKind.ResetAfter, Taking));
        await rig.FetchAsync();

        var report = await rig.FetchAsync();

        report.Recovered.Should().Be(1);
        rig.Codes.All.Should().HaveCount(250);
    }

    [TestMethod]
    public async Task A_block_that_cannot_be_read_again_is_waited_for_and_read_later()
    {
        await using var rig = await SuzRig.StartAsync();
        await rig.OrderAsync(20);
        rig.System.Faults.Add(new Fault(FaultKind.ResetAfter, Taking));
        rig.System.Faults.Add(new Fault(FaultKind.HalfBody, "suz GET order/codes/retry") { Times = 2 });
        await rig.FetchAsync();

        rig.Time.Move(TimeSpan.FromMinutes(10));
        var second = await rig.FetchAsync();
        var third = await rig.FetchManyAsync(2);

        second.Failed.Should().BeGreaterThan(0);
        third.Failed.Should().Be(0);
        rig.System.Judge.Requests(Taking).Should().Be(1);
        rig.Codes.All.Should().HaveCount(20);
    }
}
