using Cleverence.Connectivity;
using Cleverence.Warehouse;
using ServerJobs;
using Unit.Tests.Hosting.Invoking;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobRepeatTests : IDisposable
{
    private readonly JobBench bench = new();

    [TestMethod]
    public async Task A_call_that_outlives_its_time_out_is_recorded_and_keeps_its_job_until_it_ends()
    {
        var call = new TaskCompletionSource<InvokeResult>();
        bench.Invoker.Answer = (_, _) => new(call.Task);
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10") with { Timeout = JobPeriod.Parse("0:00:05", "a"), Retries = new JobRetries(3, TimeSpan.FromSeconds(1)) }], atStart: true);
        bench.Step(3);
        await Eventually.Become(() => bench.Invoker.Calls.Count == 1, "the call");

        await AdvanceUntilAsync(() => bench.Memory.Runs.Single().Outcome is not null);
        bench.Step(10);
        var during = bench.Admin.Find("a")!;
        call.SetResult(InvokeResult.Ok());
        await bench.IdleAsync();

        bench.Memory.Runs.Single().Should().BeEquivalentTo(new { Outcome = JobOutcome.TimedOut, InDoubt = true });
        (during.Running, during.Skips > 0).Should().Be((true, true));
        bench.Invoker.Calls.Should().ContainSingle("a run in doubt is never repeated");
    }

    [TestMethod]
    public async Task A_failed_run_is_repeated_as_often_as_the_job_says_each_a_run_of_its_own()
    {
        bench.Invoker.Answer = (_, _) => ValueTask.FromResult(InvokeResult.Fail(ConnectorErrorCode.Unavailable, "Away."));
        bench.Scheduler.Apply([JobBench.Job("a", "1:00:00") with { Retries = new JobRetries(2, TimeSpan.FromSeconds(10)) }], atStart: true);
        bench.Step(3);

        await AdvanceUntilAsync(() => bench.Memory.Runs.Count(run => run.Outcome is not null) == 3);

        bench.Memory.Runs.Select(run => (run.Attempt, run.Trigger, run.Outcome)).Should().Equal(
            (1, JobTrigger.Schedule, JobOutcome.Failed), (2, JobTrigger.Retry, JobOutcome.Failed), (3, JobTrigger.Retry, JobOutcome.Failed));
    }

    [TestMethod]
    public async Task A_run_in_doubt_is_not_repeated()
    {
        bench.Invoker.Answer = (_, _) => ValueTask.FromResult(InvokeResult.Fail(new ConnectorError(ConnectorErrorCode.Timeout, "Late.") { InDoubt = true }));

        bench.Scheduler.Apply([JobBench.Job("a", "1:00:00") with { Retries = new JobRetries(2, TimeSpan.FromSeconds(10)) }], atStart: true);
        await bench.StepAsync(3);

        bench.Invoker.Calls.Should().ContainSingle();
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task A_job_is_free_again_only_when_its_call_has_really_ended(bool byLimitOfTheConnector)
    {
        var rig = new InvokerRig();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.Add(Probe.Waiting(release.Task), options => byLimitOfTheConnector ? options with { Timeout = TimeSpan.FromMilliseconds(100) } : options);
        var job = new ServerJob("a", "a", new("Test", "Do"), JobPeriod.Parse("0:00:01", "a")) { Timeout = JobPeriod.Parse(byLimitOfTheConnector ? "0:01:00" : "0:00:01", "a") };

        var launch = new JobLaunch(new JobSlot(job, null, null), job, new ActiveRun("1", JobTrigger.Schedule, DateTimeOffset.UnixEpoch, 0));
        var end = await new JobCaller(rig.Invoker, TimeProvider.System).CallAsync(launch);

        end.Outcome.Should().Be(JobOutcome.TimedOut);
        end.Rest.IsCompleted.Should().BeFalse("the method still runs");
        release.SetResult();
        await Eventually.Become(() => end.Rest.IsCompleted, "the end of the method");
    }

    [TestMethod]
    public async Task A_run_is_not_repeated_once_its_job_was_switched_off_or_changed()
    {
        bench.Invoker.Answer = (_, _) => ValueTask.FromResult(InvokeResult.Fail(ConnectorErrorCode.Unavailable, "Away."));
        var job = JobBench.Job("a", "1:00:00") with { Retries = new JobRetries(2, TimeSpan.FromSeconds(10)) };
        bench.Scheduler.Apply([job], atStart: true);
        bench.Step(3);
        await bench.IdleAsync();

        bench.Scheduler.Apply([job with { Enabled = false }]);
        await bench.StepAsync(60);

        bench.Invoker.Calls.Should().ContainSingle();
    }

    public void Dispose() => bench.Dispose();

    private async Task AdvanceUntilAsync(Func<bool> condition) => await Eventually.Become(
        () =>
        {
            bench.Step(0.5);
            return condition();
        },
        "the end");
}
