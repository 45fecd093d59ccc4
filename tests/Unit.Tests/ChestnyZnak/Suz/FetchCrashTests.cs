using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak.Suz;

[TestClass]
public sealed class FetchCrashTests
{
    private const string Taking = "suz GET codes";

    [TestMethod]
    public async Task A_process_may_end_at_any_call_and_no_code_is_lost()
    {
        await using var rig = await SuzRig.StartAsync(Small);

        var (points, lost) = await Crashes.EverywhereAsync(rig);

        points.Should().BeGreaterThan(40);
        lost.Should().BeEmpty();
        rig.Codes.Conflicts.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_process_may_end_at_any_call_after_an_answer_was_lost_and_no_code_is_lost()
    {
        await using var rig = await SuzRig.StartAsync(Small);

        var (points, lost) = await Crashes.EverywhereAsync(rig, _ => rig.System.Faults.Add(new Fault(FaultKind.ResetAfter, Taking)), async _ => await rig.FetchAsync());

        points.Should().BeGreaterThan(40);
        lost.Should().BeEmpty();
        rig.Codes.Conflicts.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_process_may_end_at_any_call_while_orders_close_with_their_last_code_and_what_is_lost_is_proven()
    {
        await using var rig = await SuzRig.StartAsync(Small, options => options.AutoClose = AutoClose.OnLastCode);

        var (points, lost) = await Crashes.EverywhereAsync(rig);

        points.Should().BeGreaterThan(30);
        lost.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_process_may_end_at_any_call_around_a_loss_that_cannot_be_mended_and_the_proof_is_kept()
    {
        await using var rig = await SuzRig.StartAsync(Small, options => options.AutoClose = AutoClose.OnLastCode);

        // The last portion's answer is lost, and the order closes at once.
        var (points, lost) = await Crashes.EverywhereAsync(rig, _ => rig.System.Faults.Add(new Fault(FaultKind.ResetAfter, Taking) { After = 2 }), async _ => await rig.FetchAsync());

        points.Should().BeGreaterThan(10);
        lost.Should().BeEmpty();
        rig.Codes.Closed.Should().Contain(one => one.End == Cleverence.Connectivity.Marking.IntentEnd.Parked);
    }

    private static void Small(Connectors.ChestnyZnak.ZnakSettings settings) => (settings.Suz.Batch, settings.Suz.LastPortion) = (40, 10);
}
