using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Unit.Tests.Hosting.Invoking;

/// <summary>Work in the background is stopped by whoever owns it, and has a limit of its own.</summary>
[TestClass]
public sealed class StoppedCallTests
{
    [TestMethod]
    [DataRow(MethodSafety.Unsafe, true)]
    [DataRow(MethodSafety.Safe, false)]
    public async Task Started_method_is_stopped_by_its_token_and_waited_for(MethodSafety safety, bool inDoubt)
    {
        var begun = new TaskCompletionSource();
        var ended = false;
        var rig = new InvokerRig();
        rig.Add(new Probe(
            async (_, stop) =>
            {
                begun.TrySetResult();
                await Task.Delay(Timeout.Infinite, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                ended = true;
                stop.ThrowIfCancellationRequested();
                return InvokeResult.Ok();
            },
            safety));
        using var stopping = new CancellationTokenSource();
        var call = rig.Invoker.InvokeAsync(ArgsOf(stopping.Token), CancellationToken.None).AsTask();
        await begun.Task.WaitAsync(TimeSpan.FromSeconds(20));

        await stopping.CancelAsync();
        var result = await call.WaitAsync(TimeSpan.FromSeconds(20));

        ended.Should().BeTrue();
        (result.Error!.Code, result.Error.InDoubt).Should().Be((ConnectorErrorCode.Cancelled, inDoubt));
    }

    [TestMethod]
    public async Task Call_that_waits_for_its_place_is_stopped_and_never_begins()
    {
        var release = new TaskCompletionSource();
        var rig = new InvokerRig();
        var probe = Probe.Waiting(release.Task);
        rig.Add(probe, options => options with { Gate = 1 });
        var first = rig.CallAsync();
        using var stopping = new CancellationTokenSource();
        var second = rig.Invoker.InvokeAsync(ArgsOf(stopping.Token), CancellationToken.None).AsTask();
        var waited = !second.IsCompleted;

        await stopping.CancelAsync();
        var result = await second.WaitAsync(TimeSpan.FromSeconds(20));
        release.SetResult();
        await first;

        waited.Should().BeTrue();
        (result.Error!.Code, result.Error.InDoubt).Should().Be((ConnectorErrorCode.Cancelled, false));
        probe.Calls.Should().Be(1);
    }

    [TestMethod]
    public async Task Long_limit_stands_in_for_the_connectors()
    {
        var release = new TaskCompletionSource();
        var rig = new InvokerRig();
        rig.Add(Probe.Waiting(release.Task, "late"), options => options with { Timeout = TimeSpan.FromMilliseconds(50) });
        var usual = await rig.CallAsync();

        var call = rig.Invoker.InvokeAsync(new InvokeArgs("Test", "", "Do") { LongLimit = TimeSpan.FromMinutes(1) }, CancellationToken.None).AsTask();
        await Task.WhenAny(call, Task.Delay(200));
        var early = call.IsCompleted;
        release.SetResult();

        usual.Error!.Code.Should().Be(ConnectorErrorCode.Timeout);
        early.Should().BeFalse();
        (await call).Value.Should().Be("late");
    }

    private static InvokeArgs ArgsOf(CancellationToken stopping) => new("Test", "", "Do") { Stopping = stopping };
}
