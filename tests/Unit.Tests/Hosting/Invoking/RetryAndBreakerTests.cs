using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Unit.Tests.Hosting.Invoking;

[TestClass]
public sealed class RetryAndBreakerTests
{
    private readonly InvokerRig rig = new();
    private bool down = true;

    [TestMethod]
    [DataRow(MethodSafety.Safe, 3)]
    [DataRow(MethodSafety.Keyed, 3)]
    [DataRow(MethodSafety.Unsafe, 1)]
    public async Task Only_what_may_be_repeated_is_repeated(MethodSafety safety, int calls)
    {
        var probe = Failing(ConnectorErrorCode.Unavailable, safety);
        rig.Add(probe, options => options with { Retries = 2, RetryDelay = TimeSpan.FromMilliseconds(1), BreakerFailures = 0 });
        (await rig.CallAsync()).Error!.Code.Should().Be(ConnectorErrorCode.Unavailable);
        probe.Calls.Should().Be(calls);
    }

    [TestMethod]
    public async Task Nothing_is_repeated_unless_configured()
    {
        var probe = Failing(ConnectorErrorCode.Unavailable, MethodSafety.Safe);
        rig.Add(probe);
        await rig.CallAsync();
        probe.Calls.Should().Be(1);
    }

    [TestMethod]
    public async Task Breaker_opens_after_three_failures_and_closes_after_a_good_trial()
    {
        var probe = Failing(ConnectorErrorCode.Unavailable);
        var handle = rig.Add(probe, options => options with { BreakerPause = TimeSpan.FromMilliseconds(200) });
        for (var i = 0; i < 3; i++) await rig.CallAsync();
        var refused = (await rig.CallAsync()).Error!;
        refused.Code.Should().Be(ConnectorErrorCode.Unavailable);
        refused.RetryAfter.Should().NotBeNull();
        probe.Calls.Should().Be(3);
        handle.Runtime.Breakers.Open.Should().HaveCount(1);
        down = false;
        await InvokerRig.UntilAsync(() => rig.CallAsync().GetAwaiter().GetResult().IsOk, "the trial call closes the breaker");
        handle.Runtime.Breakers.Open.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Refusals_never_open_the_breaker()
    {
        var probe = Failing(ConnectorErrorCode.Rejected);
        rig.Add(probe);
        for (var i = 0; i < 10; i++) await rig.CallAsync();
        probe.Calls.Should().Be(10);
    }

    [TestMethod]
    public async Task Short_deadline_of_a_caller_never_opens_the_breaker()
    {
        var probe = new Probe(async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return InvokeResult.Ok();
        }, MethodSafety.Safe);
        var handle = rig.Add(probe);
        for (var i = 0; i < 4; i++) await rig.CallAsync(deadline: TimeSpan.FromMilliseconds(30));
        await InvokerRig.UntilAsync(() => handle.Runtime.Gate.Running == 0, "all calls were stopped");
        probe.Calls.Should().Be(4);
        handle.Runtime.Breakers.Open.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Target_known_from_the_error_has_its_own_breaker()
    {
        var probe = Failing(ConnectorErrorCode.Unavailable, target: "erp-a");
        var handle = rig.Add(probe);
        for (var i = 0; i < 5; i++) await rig.CallAsync();
        probe.Calls.Should().Be(3);
        handle.Runtime.Breakers.Open.Should().Equal("erp-a");
    }

    [TestMethod]
    public async Task ReInvoke_uses_the_late_success_of_the_first_attempt()
    {
        var probe = new Probe(async (_, stop) =>
        {
            var limitPassed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = stop.Register(limitPassed.SetResult);
            await limitPassed.Task;
            return InvokeResult.Ok("late");
        });
        rig.Add(probe, options => options with { Timeout = TimeSpan.FromSeconds(1) }, reInvokes: method => method == "Do");
        (await rig.CallAsync()).Value.Should().Be("late");
        probe.Calls.Should().Be(1);
    }

    [TestMethod]
    public async Task ReInvoke_calls_once_more_after_the_first_attempt_has_ended_without_success()
    {
        var attempt = 0;
        var probe = new Probe(async (_, stop) =>
        {
            if (Interlocked.Increment(ref attempt) > 1) return InvokeResult.Ok("second");
            await Task.Delay(Timeout.Infinite, stop);
            return InvokeResult.Ok();
        });
        rig.Add(probe, options => options with { Timeout = TimeSpan.FromMilliseconds(150) }, reInvokes: _ => true);
        (await rig.CallAsync()).Value.Should().Be("second");
        probe.Calls.Should().Be(2);
    }

    [TestMethod]
    public async Task ReInvoke_never_starts_a_second_attempt_beside_a_hung_first()
    {
        var probe = Probe.Waiting(new TaskCompletionSource().Task);
        rig.Add(probe, options => options with { Timeout = TimeSpan.FromMilliseconds(100) }, reInvokes: _ => true);
        (await rig.CallAsync()).Error!.Code.Should().Be(ConnectorErrorCode.Timeout);
        probe.Calls.Should().Be(1);
    }

    [TestMethod]
    public async Task Repeats_of_a_Keyed_call_that_came_without_an_id_carry_one_and_the_same()
    {
        var ids = new List<string?>();
        rig.Add(
            new Probe((args, _) =>
            {
                ids.Add(args.RequestId);
                return new(InvokeResult.Fail(new ConnectorError(ConnectorErrorCode.Unavailable, "Away.") { Retryable = true }));
            }, MethodSafety.Keyed),
            options => options with { Retries = 2, RetryDelay = TimeSpan.FromMilliseconds(1), BreakerFailures = 0 });
        await rig.CallAsync();
        ids.Should().HaveCount(3).And.NotContainNulls();
        ids.Distinct().Should().ContainSingle();
    }

    [TestMethod]
    public async Task Doubt_of_an_earlier_attempt_outlives_a_later_failure()
    {
        var probe = DoubtfulFirst();
        rig.Add(probe, options => options with { Retries = 1, RetryDelay = TimeSpan.FromMilliseconds(1), BreakerFailures = 0 });
        (await rig.CallAsync()).Error!.InDoubt.Should().BeTrue();
        probe.Calls.Should().Be(2);
    }

    [TestMethod]
    public async Task Breaker_that_opens_between_attempts_hides_neither_the_failure_nor_its_doubt()
    {
        var probe = DoubtfulFirst();
        rig.Add(probe, options => options with { Retries = 1, RetryDelay = TimeSpan.FromMilliseconds(1), BreakerFailures = 1 });
        (await rig.CallAsync()).Error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Timeout, InDoubt = true });
        probe.Calls.Should().Be(1);
    }

    private static Probe DoubtfulFirst()
    {
        var attempts = 0;
        return new Probe(
            (_, _) => new(InvokeResult.Fail(attempts++ == 0
                ? new ConnectorError(ConnectorErrorCode.Timeout, "No answer.") { Retryable = true, InDoubt = true }
                : new ConnectorError(ConnectorErrorCode.Unavailable, "Refused."))),
            MethodSafety.Keyed);
    }

    private Probe Failing(ConnectorErrorCode code, MethodSafety safety = MethodSafety.Unsafe, string? target = null) =>
        new((_, _) => down ? throw new ConnectorException(new ConnectorError(code, "Down.") { Retryable = true, Target = target }) : new(InvokeResult.Ok()), safety);
}
