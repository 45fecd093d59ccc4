using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.Hosting;
using Microsoft.Extensions.Logging;
using TestKit;

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

    [TestMethod]
    public async Task Where_a_place_is_scarce_none_is_held_while_a_call_waits_for_its_moment()
    {
        if (System.Environment.ProcessorCount == 1) Assert.Inconclusive("With one processor no place is scarcer than it.");
        var clock = new CountingClock();
        var rig = new InvokerRig(time: clock);
        rig.Add(Probe.Returning("done"), options => options with { Gate = 1, Queue = 0 });
        await rig.CallAsync();
        var waiting = Task.Run(() => rig.Invoker.InvokeAsync(ArgsOf(clock.GetTimestamp() + 1000), CancellationToken.None).AsTask());
        await InvokerRig.UntilAsync(() => clock.Looks > 10_000, "the call looks at the clock again and again");

        var beside = await rig.CallAsync();

        var waits = !waiting.IsCompleted;
        clock.Pass(1000);
        (beside.IsOk, waits, (await waiting).IsOk).Should().Be((true, true, true));
    }

    [TestMethod]
    [DataRow(4, 5, "1000.0 ms")]
    [DataRow(4, 3, "0.0 ms")]
    [DataRow(0, 3, "3000.0 ms")]
    public void The_duration_of_a_call_counts_from_its_moment(int momentAfter, int endsAfter, string told)
    {
        var (clock, lines) = (new ManualTimeProvider(), new LogLines());
        using var loggers = LoggerFactory.Create(builder => builder.AddProvider(lines));
        using var telemetry = new InvokeTelemetry(clock, loggers.CreateLogger<InvokeTelemetry>());
        var args = ArgsOf(clock.GetTimestamp() + TimeSpan.FromSeconds(momentAfter).Ticks);

        var scope = telemetry.Begin(args);
        clock.Advance(TimeSpan.FromSeconds(endsAfter));
        telemetry.End(scope, args, InvokeResult.Ok());

        lines.All.Should().ContainSingle().Which.Should().Contain($" in {told},");
    }

    private static InvokeArgs ArgsOf(long moment) => new("Test", "", "Do") { Caller = new InvokeCaller(CallOrigin.Job) { Source = "job" }, NotBefore = moment };

    private sealed class CountingClock : TimeProvider
    {
        private long now = 1;
        private int looks;

        public int Looks => Volatile.Read(ref looks);

        public override long GetTimestamp()
        {
            Interlocked.Increment(ref looks);
            return Volatile.Read(ref now);
        }

        public void Pass(long stamps) => Interlocked.Add(ref now, stamps);
    }
}
