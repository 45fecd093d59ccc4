using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Unit.Tests.Hosting.Invoking;

[TestClass]
public sealed class CallAheadTests
{
    [TestMethod]
    public async Task A_call_that_comes_ahead_of_its_moment_begins_at_it()
    {
        long begun = 0;
        var rig = new InvokerRig();
        rig.Add(new Probe((_, _) =>
        {
            begun = TimeProvider.System.GetTimestamp();
            return ValueTask.FromResult(InvokeResult.Ok());
        }));
        await rig.CallAsync();
        var moment = TimeProvider.System.GetTimestamp() + (TimeProvider.System.TimestampFrequency / 50);

        var result = await rig.Invoker.InvokeAsync(ArgsOf(moment), CancellationToken.None);

        result.IsOk.Should().BeTrue();
        begun.Should().BeGreaterThanOrEqualTo(moment);
    }

    [TestMethod]
    public async Task What_is_refused_is_refused_without_waiting_for_the_moment()
    {
        var rig = new InvokerRig();
        var moment = TimeProvider.System.GetTimestamp() + (TimeProvider.System.TimestampFrequency * 3600);

        var result = await rig.Invoker.InvokeAsync(ArgsOf(moment), CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromSeconds(20));

        result.Error!.Code.Should().Be(ConnectorErrorCode.ConnectorNotFound);
    }

    private static InvokeArgs ArgsOf(long moment) => new("Test", "", "Do") { Caller = new InvokeCaller(CallOrigin.Job) { Source = "job" }, NotBefore = moment };
}
