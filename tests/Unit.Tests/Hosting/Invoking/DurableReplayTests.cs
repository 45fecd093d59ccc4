using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Hosting;

namespace Unit.Tests.Hosting.Invoking;

[TestClass]
public sealed class DurableReplayTests
{
    private const string Key = "3:key|5:TSD-1|r1";
    private readonly FakeReplayStore store = new();
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [TestMethod]
    public async Task Late_result_reaches_the_store_in_place_of_the_time_out()
    {
        var rig = new InvokerRig(store: store);
        rig.Add(Probe.Waiting(release.Task, "late"), options => options with { ReplayInStore = true, Timeout = TimeSpan.FromMilliseconds(150) });
        (await rig.CallAsync(requestId: "r1")).Error!.Code.Should().Be(ConnectorErrorCode.Timeout);
        release.SetResult();

        await InvokerRig.UntilAsync(() => store.Outcomes is [{ } kept] && OutcomeJson.Read(kept).IsOk, "the store has the late result");

        OutcomeJson.Read(store.Outcomes[0]!).Value.Should().Be("late");
    }

    [TestMethod]
    public async Task Outcome_that_could_not_be_kept_is_given_to_its_caller_all_the_same()
    {
        store.FailsToComplete = true;
        var rig = new InvokerRig(store: store);
        var probe = Probe.Returning("done");
        rig.Add(probe, options => options with { ReplayInStore = true });

        (await rig.CallAsync(requestId: "r1")).Value.Should().Be("done");
        (await rig.CallAsync(requestId: "r1")).Value.Should().Be("done");
        probe.Calls.Should().Be(1);
    }

    [TestMethod]
    public async Task Store_that_fails_before_the_call_starts_nothing_and_leaves_no_doubt()
    {
        store.FailsToBegin = true;
        var rig = new InvokerRig(store: store);
        var probe = Probe.Returning("done");
        rig.Add(probe, options => options with { ReplayInStore = true });

        (await rig.CallAsync(requestId: "r1")).Error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Failed, InDoubt = false });

        store.FailsToBegin = false;
        (await rig.CallAsync(requestId: "r1")).Value.Should().Be("done");
    }

    [TestMethod]
    public async Task Call_that_another_node_runs_is_in_doubt_until_its_outcome_is_kept()
    {
        var rig = new InvokerRig(store: store);
        var probe = Probe.Returning("mine");
        rig.Add(probe, options => options with { ReplayInStore = true });
        store.BeginElsewhere(Key);

        (await rig.CallAsync(requestId: "r1")).Error!.InDoubt.Should().BeTrue();

        await store.CompleteAsync(Key, OutcomeJson.Write(InvokeResult.Ok("theirs")));
        (await rig.CallAsync(requestId: "r1")).Value.Should().Be("theirs");
        probe.Calls.Should().Be(0);
    }
}
