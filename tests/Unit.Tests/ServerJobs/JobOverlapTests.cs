using Cleverence.Connectivity;
using Cleverence.Warehouse;
using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobOverlapTests : IDisposable
{
    private readonly JobBench bench = new();
    private readonly TaskCompletionSource<InvokeResult> call = new();

    [TestMethod]
    public async Task Queue_makes_one_run_at_the_end_of_the_one_that_goes_and_counts_the_others()
    {
        bench.Invoker.Answer = (_, _) => new(call.Task);
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10") with { Overlap = JobOverlap.Queue }], atStart: true);
        await BeginAsync();
        bench.Step(10);
        bench.Step(10);
        var during = (bench.Invoker.Calls.Count, bench.Admin.Find("a")!.Skips);

        call.SetResult(InvokeResult.Ok());
        await bench.IdleAsync();
        await bench.StepAsync(0);

        during.Should().Be((1, 1));
        bench.Memory.Runs.Select(run => run.PlannedAt).Should().Equal(Start.AddSeconds(3), Start.AddSeconds(13));
    }

    [TestMethod]
    public async Task Cancel_stops_the_run_that_goes_and_starts_at_its_end()
    {
        bench.Invoker.Answer = async (args, _) =>
        {
            await Task.Delay(Timeout.Infinite, args.Stopping);
            return InvokeResult.Ok();
        };
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10") with { Overlap = JobOverlap.Cancel }], atStart: true);
        await BeginAsync();
        bench.Invoker.Answer = (_, _) => ValueTask.FromResult(InvokeResult.Ok());

        bench.Step(10);
        await bench.IdleAsync();
        await bench.StepAsync(0);

        bench.Memory.Runs.Select(run => run.Outcome).Should().Equal(JobOutcome.Cancelled, JobOutcome.Succeeded);
        bench.Memory.Runs[0].Message.Should().Contain("overlap");
        bench.Admin.Find("a")!.Skips.Should().Be(0);
    }

    [TestMethod]
    public async Task Two_jobs_with_one_call_and_key_never_run_side_by_side()
    {
        bench.Invoker.Answer = (args, _) => args.Caller.Source == "a" ? new(call.Task) : ValueTask.FromResult(InvokeResult.Ok());
        bench.Scheduler.Apply(
        [
            JobBench.Job("a", "1:00:00") with { Key = "склад 1" }, JobBench.Job("b", "0:00:10") with { Key = "Склад 1" },
            JobBench.Job("other key", "0:00:10") with { Key = "склад 2" }, JobBench.Job("no key", "0:00:10"),
        ]);
        bench.Admin.RunNow("a");
        await Eventually.Become(() => bench.Invoker.Calls.Count == 1, "the call");

        bench.Step(3);
        await Eventually.Become(() => bench.Memory.Runs.Count(run => run.Outcome is not null) == 2, "the runs of the others");
        var refused = bench.Admin.RunNow("b");
        call.SetResult(InvokeResult.Ok());
        await bench.IdleAsync();
        await bench.StepAsync(10);

        refused.Verdict.Should().Be(JobVerdict.AlreadyRunning);
        refused.Message.Should().Contain("'a'").And.Contain("'Склад 1'");
        bench.Admin.Find("b")!.Skips.Should().Be(1);
        bench.Memory.Runs.Should().Contain(run => run.JobId == "b" && run.Key == "Склад 1");
    }

    [TestMethod]
    public async Task A_person_cancels_a_run_and_the_method_heeds_it()
    {
        bench.Invoker.Answer = async (args, _) =>
        {
            await Task.Delay(Timeout.Infinite, args.Stopping);
            return InvokeResult.Ok();
        };
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10") with { Retries = new JobRetries(3, TimeSpan.FromSeconds(1)) }], atStart: true);
        await BeginAsync();

        var reply = await bench.Admin.CancelAsync(bench.Admin.Find("a")!.RunId!, "Иванова", default);
        await bench.IdleAsync();
        var again = await bench.Admin.CancelAsync(bench.Memory.Runs[0].Id, "Иванова", default);
        var unknown = await bench.Admin.CancelAsync("x", "Иванова", default);

        (reply.Verdict, again.Verdict, unknown.Verdict).Should().Be((JobVerdict.Done, JobVerdict.AlreadyEnded, JobVerdict.NotFound));
        bench.Memory.Runs.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Outcome = JobOutcome.Cancelled, Message = "Cancelled by Иванова.", MessageRu = "Отменено: Иванова." });
        bench.Admin.Find("a")!.Repeats.Should().Be(0, "a cancelled run is no failure");
    }

    [TestMethod]
    public async Task A_cancelled_run_whose_call_goes_on_is_recorded_and_keeps_its_job()
    {
        bench.Invoker.Answer = (_, _) => new(call.Task);
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")], atStart: true);
        await BeginAsync();

        await bench.Admin.CancelAsync(bench.Admin.Find("a")!.RunId!, "Иванова", default);
        await Eventually.Become(
            () =>
            {
                bench.Step(0.5);
                return bench.Memory.Runs[0].Outcome is not null;
            },
            "the record");
        bench.Step(10);
        var during = bench.Admin.Find("a")!;
        call.SetResult(InvokeResult.Ok());
        await bench.IdleAsync();

        bench.Memory.Runs.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Outcome = JobOutcome.Cancelled, InDoubt = true });
        during.Running.Should().BeTrue();
        during.Skips.Should().BePositive();
    }

    [TestMethod]
    public async Task A_method_that_fails_after_it_was_cancelled_insists_on_its_failure()
    {
        bench.Invoker.Answer = async (args, _) =>
        {
            await Task.Delay(Timeout.Infinite, args.Stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return InvokeResult.Fail(ConnectorErrorCode.Rejected, "Half of it is done.");
        };
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")], atStart: true);
        await BeginAsync();

        await bench.Admin.CancelAsync(bench.Admin.Find("a")!.RunId!, null, default);
        await bench.IdleAsync();

        bench.Memory.Runs.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Outcome = JobOutcome.Failed, Message = "Half of it is done." });
    }

    public void Dispose() => bench.Dispose();

    private static DateTimeOffset Start { get; } = new ManualTimeProvider().GetUtcNow();

    private async Task BeginAsync()
    {
        bench.Step(3);
        await Eventually.Become(() => bench.Invoker.Calls.Count == 1, "the call");
    }
}
