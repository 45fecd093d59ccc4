using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Unit.Tests.Hosting.Invoking;

[TestClass]
public sealed class GateAndLimitTests
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(150);
    private readonly InvokerRig rig = new();
    private readonly TaskCompletionSource release = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [TestMethod]
    public async Task Timed_out_call_keeps_its_slot_until_it_ends()
    {
        var handle = rig.Add(Probe.Waiting(release.Task), options => options with { Timeout = Short, Gate = 1, Queue = 0 });
        var first = await rig.CallAsync();
        first.Error!.Code.Should().Be(ConnectorErrorCode.Timeout);
        first.Error.InDoubt.Should().BeTrue();
        handle.Runtime.Gate.Running.Should().Be(1);
        (await rig.CallAsync()).Error!.Code.Should().Be(ConnectorErrorCode.Busy);
        release.SetResult();
        await InvokerRig.UntilAsync(() => handle.Runtime.Gate.Running == 0, "the place is given back when the method ends");
    }

    [TestMethod]
    public async Task Full_gate_and_full_queue_answer_Busy_at_once()
    {
        var probe = Probe.Waiting(release.Task);
        var handle = rig.Add(probe, options => options with { Gate = 2, Queue = 1 });
        var running = Enumerable.Range(0, 3).Select(_ => rig.CallAsync()).ToList();
        await InvokerRig.UntilAsync(() => handle.Runtime.Gate is { Running: 2, Waiting: 1 }, "two run and one waits");
        var busy = await rig.CallAsync();
        busy.Error!.Code.Should().Be(ConnectorErrorCode.Busy);
        busy.Error.RetryAfter.Should().NotBeNull();
        release.SetResult();
        (await Task.WhenAll(running)).Should().OnlyContain(result => result.IsOk);
        probe.Calls.Should().Be(3);
    }

    [TestMethod]
    public async Task A_method_is_given_what_its_wait_has_left_of_the_deadline()
    {
        TimeSpan? given = null;
        rig.Add(new Probe(async (args, _) =>
        {
            given = args.Deadline;
            await release.Task;
            return InvokeResult.Ok();
        }), options => options with { Gate = 1 });
        var running = rig.CallAsync();
        var waiting = rig.CallAsync(deadline: TimeSpan.FromSeconds(60));
        await Task.Delay(300);
        given.Should().BeNull();
        release.SetResult();
        await Task.WhenAll(running, waiting);
        given.Should().BeCloseTo(TimeSpan.FromSeconds(55), TimeSpan.FromSeconds(4.8));
    }

    [TestMethod]
    public async Task Caller_that_leaves_the_queue_is_never_run()
    {
        var probe = Probe.Waiting(release.Task);
        var handle = rig.Add(probe, options => options with { Gate = 1 });
        var running = rig.CallAsync();
        using var leaving = new CancellationTokenSource();
        var waiting = rig.CallAsync(left: leaving.Token);
        await InvokerRig.UntilAsync(() => handle.Runtime.Gate.Waiting == 1, "the second call waits");
        await leaving.CancelAsync();
        (await waiting).Error!.Code.Should().Be(ConnectorErrorCode.Cancelled);
        await InvokerRig.UntilAsync(() => handle.Runtime.Gate.Waiting == 0, "the queue is left");
        release.SetResult();
        await running;
        probe.Calls.Should().Be(1);
    }

    [TestMethod]
    public async Task Deadline_that_passes_in_the_queue_does_nothing_and_says_so()
    {
        var probe = Probe.Waiting(release.Task);
        rig.Add(probe, options => options with { Gate = 1 });
        var running = rig.CallAsync();
        var error = (await rig.CallAsync(deadline: Short)).Error!;
        error.Code.Should().Be(ConnectorErrorCode.Timeout);
        error.InDoubt.Should().BeFalse();
        release.SetResult();
        await running;
        probe.Calls.Should().Be(1);
    }

    [TestMethod]
    public async Task Deadline_cancels_a_Safe_call_that_has_started()
    {
        var stopped = new TaskCompletionSource();
        rig.Add(new Probe(async (_, stop) =>
        {
            try
            {
                await release.Task.WaitAsync(stop);
                return InvokeResult.Ok();
            }
            finally
            {
                stopped.SetResult();
            }
        }, MethodSafety.Safe));
        var error = (await rig.CallAsync(deadline: Short)).Error!;
        error.Code.Should().Be(ConnectorErrorCode.Timeout);
        error.InDoubt.Should().BeFalse();
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [TestMethod]
    public async Task Limit_cancels_the_token_of_the_method()
    {
        var stopped = new TaskCompletionSource();
        rig.Add(new Probe(async (_, stop) =>
        {
            await using var registration = stop.Register(stopped.SetResult);
            await release.Task;
            return InvokeResult.Ok();
        }), options => options with { Timeout = Short });
        (await rig.CallAsync()).Error!.Code.Should().Be(ConnectorErrorCode.Timeout);
        await stopped.Task.WaitAsync(TimeSpan.FromSeconds(10));
        release.SetResult();
    }

    [TestMethod]
    public async Task Method_that_blocks_before_its_first_await_is_answered_at_its_limit()
    {
        using var gate = new ManualResetEventSlim();
        rig.Add(new Probe((_, _) =>
        {
            gate.Wait(TimeSpan.FromSeconds(30));
            return new(InvokeResult.Ok());
        }), options => options with { Timeout = Short });
        (await rig.CallAsync()).Error!.Code.Should().Be(ConnectorErrorCode.Timeout);
        gate.Set();
    }

    [TestMethod]
    public async Task Method_that_begins_to_block_is_moved_to_threads_of_its_connector()
    {
        using var gate = new ManualResetEventSlim(initialState: true);
        var probe = new Probe((args, _) =>
        {
            if (args.Count > 0) gate.Wait(TimeSpan.FromMilliseconds(300));
            return new(InvokeResult.Ok(Thread.CurrentThread.Name));
        });
        rig.Add(probe);
        await rig.CallAsync();
        (await rig.CallAsync()).Value.Should().NotBe("connector Test");
        gate.Reset();
        await rig.CallAsync(args: new InvokeArg("", 1L));
        (await rig.CallAsync()).Value.Should().Be("connector Test");
    }

    [TestMethod]
    public async Task Blocking_method_runs_on_a_thread_of_its_connector()
    {
        rig.Add(new Probe((_, _) => new(InvokeResult.Ok(Thread.CurrentThread.Name)), blocking: true));
        (await rig.CallAsync()).Value.Should().Be("connector Test");
        (await rig.CallAsync()).Value.Should().Be("connector Test");
    }

    [TestMethod]
    public async Task Caller_context_flows_to_the_threads_of_a_connector()
    {
        var local = new AsyncLocal<string>();
        rig.Add(new Probe((_, _) => new(InvokeResult.Ok(local.Value)), blocking: true));
        local.Value = "trace";
        (await rig.CallAsync()).Value.Should().Be("trace");
    }

    [TestMethod]
    public async Task Connector_without_a_limit_is_waited_for()
    {
        rig.Add(Probe.Waiting(release.Task, "done"), options => options with { Timeout = null });
        var call = rig.CallAsync();
        release.SetResult();
        (await call).Value.Should().Be("done");
    }
}
