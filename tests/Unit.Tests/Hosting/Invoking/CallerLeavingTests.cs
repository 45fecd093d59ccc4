using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Unit.Tests.Hosting.Invoking;

[TestClass]
public sealed class CallerLeavingTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(150);
    private static readonly TableColumn[] Columns = [new("N", ValueKind.Integer)];
    private readonly InvokerRig rig = new();
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [TestMethod]
    [DataRow(MethodSafety.Unsafe, true)]
    [DataRow(MethodSafety.Keyed, true)]
    [DataRow(MethodSafety.Safe, false)]
    public async Task Caller_that_leaves_a_started_call_is_told_whether_it_is_in_doubt(MethodSafety safety, bool inDoubt)
    {
        var probe = Probe.Waiting(release.Task, safety: safety);
        rig.Add(probe);
        using var leaving = new CancellationTokenSource();
        var call = rig.CallAsync(left: leaving.Token);
        await InvokerRig.UntilAsync(() => probe.Calls == 1, "the call has started");
        await leaving.CancelAsync();
        (await call).Error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Cancelled, InDoubt = inDoubt });
        release.SetResult();
    }

    [TestMethod]
    public async Task Caller_that_leaves_the_queue_is_not_in_doubt()
    {
        var handle = rig.Add(Probe.Waiting(release.Task), options => options with { Gate = 1 });
        var running = rig.CallAsync();
        using var leaving = new CancellationTokenSource();
        var call = rig.CallAsync(left: leaving.Token);
        await InvokerRig.UntilAsync(() => handle.Runtime.Gate.Waiting == 1, "the caller waits");
        await leaving.CancelAsync();
        (await call).Error!.InDoubt.Should().BeFalse();
        release.SetResult();
        await running;
    }

    [TestMethod]
    public async Task Caller_that_leaves_a_call_run_by_another_under_the_same_id_is_in_doubt()
    {
        var probe = Probe.Waiting(release.Task);
        rig.Add(probe);
        var first = rig.CallAsync(requestId: "r1");
        await InvokerRig.UntilAsync(() => probe.Calls == 1, "the call has started");
        using var leaving = new CancellationTokenSource();
        var second = rig.CallAsync(requestId: "r1", left: leaving.Token);
        await leaving.CancelAsync();
        (await second).Error!.InDoubt.Should().BeTrue();
        release.SetResult();
        await first;
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Table_that_comes_after_its_caller_left_gives_its_place_back(bool byDeadline)
    {
        var probe = new Probe(async (_, _) =>
        {
            await release.Task;
            return InvokeResult.Ok(ConnectorTable.Stream(Columns, AsyncEnumerable.Empty<object?[]>()));
        });
        var handle = rig.Add(probe);
        using var leaving = new CancellationTokenSource();
        var call = rig.CallAsync(deadline: byDeadline ? Short : null, left: leaving.Token);
        await InvokerRig.UntilAsync(() => probe.Calls == 1, "the call has started");
        if (!byDeadline) await leaving.CancelAsync();
        (await call).IsOk.Should().BeFalse();
        release.SetResult();
        await InvokerRig.UntilAsync(() => handle.Runtime.Gate.Running == 0, "the place of a table nobody reads is free");
    }

    [TestMethod]
    public async Task Safe_call_stopped_by_the_deadline_of_its_caller_runs_anew_under_the_same_id()
    {
        var probe = Probe.Waiting(release.Task, "fresh", MethodSafety.Safe);
        var handle = rig.Add(probe);
        (await rig.CallAsync(requestId: "r1", deadline: Short)).Error!.Code.Should().Be(ConnectorErrorCode.Timeout);
        await InvokerRig.UntilAsync(() => handle.Runtime.Gate.Running == 0, "the stopped call has ended");
        release.SetResult();
        (await rig.CallAsync(requestId: "r1")).Value.Should().Be("fresh");
    }
}
