using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Unit.Tests.Hosting.Invoking;

[TestClass]
public sealed class ReplayTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(150);
    private readonly InvokerRig rig = new();
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [TestMethod]
    public async Task Same_request_id_runs_once_one_after_another()
    {
        var probe = Probe.Returning("stored");
        rig.Add(probe);
        await rig.CallAsync(requestId: "r1");
        (await rig.CallAsync(requestId: "r1")).Value.Should().Be("stored");
        probe.Calls.Should().Be(1);
    }

    [TestMethod]
    public async Task Same_request_id_runs_once_side_by_side()
    {
        var probe = Probe.Waiting(release.Task, "once");
        rig.Add(probe);
        var calls = Enumerable.Range(0, 20).Select(_ => rig.CallAsync(requestId: "r1")).ToList();
        await InvokerRig.UntilAsync(() => probe.Calls == 1, "the call runs");
        release.SetResult();
        (await Task.WhenAll(calls)).Should().OnlyContain(result => Equals(result.Value, "once"));
        probe.Calls.Should().Be(1);
    }

    [TestMethod]
    public async Task Same_request_id_with_other_arguments_is_a_conflict()
    {
        rig.Add(Probe.Returning(null));
        await rig.CallAsync(requestId: "r1", args: new InvokeArg("qty", 1L));
        (await rig.CallAsync(requestId: "r1", args: new InvokeArg("qty", 2L))).Error!.Code.Should().Be(ConnectorErrorCode.Conflict);
    }

    [TestMethod]
    public async Task Same_request_id_of_another_device_is_another_call()
    {
        var probe = Probe.Returning(null);
        rig.Add(probe);
        await rig.CallAsync(requestId: "r1", device: "A");
        await rig.CallAsync(requestId: "r1", device: "B");
        probe.Calls.Should().Be(2);
    }

    [TestMethod]
    public async Task Busy_is_not_kept_under_the_request_id()
    {
        var probe = Probe.Waiting(release.Task, "later");
        var handle = rig.Add(probe, options => options with { Gate = 1, Queue = 0 });
        var running = rig.CallAsync();
        (await rig.CallAsync(requestId: "r1")).Error!.Code.Should().Be(ConnectorErrorCode.Busy);
        release.SetResult();
        await running;
        await InvokerRig.UntilAsync(() => handle.Runtime.Gate.Running == 0, "the place is free");
        (await rig.CallAsync(requestId: "r1")).Value.Should().Be("later");
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Unsafe_call_whose_caller_left_runs_to_its_end_once_and_a_repeat_gets_its_result(bool byDeadline)
    {
        var probe = Probe.Waiting(release.Task, "done");
        rig.Add(probe);
        using var leaving = new CancellationTokenSource();
        var call = rig.CallAsync(requestId: "r1", deadline: byDeadline ? Short : null, left: leaving.Token);
        await InvokerRig.UntilAsync(() => probe.Calls == 1, "the call has started");
        if (!byDeadline) await leaving.CancelAsync();
        (await call).Error!.Code.Should().Be(byDeadline ? ConnectorErrorCode.Timeout : ConnectorErrorCode.Cancelled);
        var repeat = rig.CallAsync(requestId: "r1");
        release.SetResult();
        (await repeat).Value.Should().Be("done");
        probe.Calls.Should().Be(1);
    }

    [TestMethod]
    public async Task Late_result_replaces_the_time_out_under_the_request_id()
    {
        var probe = Probe.Waiting(release.Task, "late");
        var handle = rig.Add(probe, options => options with { Timeout = Short });
        (await rig.CallAsync(requestId: "r1")).Error!.Code.Should().Be(ConnectorErrorCode.Timeout);
        release.SetResult();
        await InvokerRig.UntilAsync(() => handle.Runtime.Gate.Running == 0, "the method has ended");
        object? value = null;
        await InvokerRig.UntilAsync(() => (value = rig.CallAsync(requestId: "r1").GetAwaiter().GetResult().Value) is not null, "the late result is kept");
        value.Should().Be("late");
        probe.Calls.Should().Be(1);
    }

    [TestMethod]
    public async Task Repeat_whose_first_caller_left_in_the_queue_takes_its_turn()
    {
        var probe = Probe.Waiting(release.Task, "mine");
        var handle = rig.Add(probe, options => options with { Gate = 1 });
        var running = rig.CallAsync();
        using var leaving = new CancellationTokenSource();
        var first = rig.CallAsync(requestId: "r1", left: leaving.Token);
        await InvokerRig.UntilAsync(() => handle.Runtime.Gate.Waiting == 1, "the first caller waits");
        var second = rig.CallAsync(requestId: "r1");
        await leaving.CancelAsync();
        (await first).Error!.Code.Should().Be(ConnectorErrorCode.Cancelled);
        release.SetResult();
        (await second).Value.Should().Be("mine");
        await running;
        probe.Calls.Should().Be(2);
    }

    [TestMethod]
    public async Task Oldest_outcomes_go_when_the_memory_is_full()
    {
        var small = new InvokerRig(replayBytes: 20_000);
        var probe = Probe.Returning(new string('x', 2_000));
        small.Add(probe);
        for (var i = 0; i < 50; i++) await small.CallAsync(requestId: $"r{i}");
        small.Replay.Bytes.Should().BeLessThanOrEqualTo(20_000);
        await small.CallAsync(requestId: "r49");
        probe.Calls.Should().Be(50);
        await small.CallAsync(requestId: "r0");
        probe.Calls.Should().Be(51);
    }
}
