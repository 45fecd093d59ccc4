using Cleverence.Warehouse;
using ServerJobs;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobKeyTests : IDisposable
{
    private const string Daily = """{"beginTime":"15:00:10","daysRepeatPeriod":1}""";
    private readonly JobBench bench = new();
    private readonly TaskCompletionSource<InvokeResult> call = new();

    [TestMethod]
    public async Task A_daily_calendar_waits_for_the_end_of_another_job_with_its_key_and_keeps_its_day()
    {
        bench.Invoker.Answer = (args, _) => args.Caller.Source == "holder" ? new(call.Task) : ValueTask.FromResult(InvokeResult.Ok());
        bench.Scheduler.Apply([JobBench.Job("holder", "100:00:00") with { Key = "к" }, JobBench.Calendar("daily", Daily) with { Key = "К" }]);
        bench.Admin.RunNow("holder");
        await Eventually.Become(() => bench.Invoker.Calls.Count == 1, "the call of the holder");
        bench.Step(10);
        bench.Step(600);
        var during = (bench.Invoker.Calls.Count, bench.Admin.Find("daily")!.Skips);

        call.SetResult(InvokeResult.Ok());
        await bench.IdleAsync();
        await bench.StepAsync(0);

        during.Should().Be((1, 0));
        bench.Memory.Runs.Select(run => run.JobId).Should().Equal("holder", "daily");
        bench.Admin.Find("daily")!.NextStartAt.Should().Be(bench.Time.GetUtcNow().AddSeconds(-600).AddDays(1));
    }

    [TestMethod]
    public async Task A_period_that_queues_waits_for_the_key_too_and_one_that_skips_does_not()
    {
        bench.Invoker.Answer = (args, _) => args.Caller.Source == "holder" ? new(call.Task) : ValueTask.FromResult(InvokeResult.Ok());
        bench.Scheduler.Apply(
        [
            JobBench.Job("holder", "100:00:00") with { Key = "к" }, JobBench.Job("queues", "1:00:00") with { Key = "к", Overlap = JobOverlap.Queue },
            JobBench.Job("skips", "1:00:00") with { Key = "к" },
        ]);
        bench.Admin.RunNow("holder");
        await Eventually.Become(() => bench.Invoker.Calls.Count == 1, "the call of the holder");
        bench.Step(3);

        call.SetResult(InvokeResult.Ok());
        await bench.IdleAsync();
        await bench.StepAsync(0);

        bench.Memory.Runs.Select(run => run.JobId).Should().Equal("holder", "queues");
        bench.Admin.Find("skips")!.Skips.Should().Be(1);
    }

    [TestMethod]
    public async Task A_background_operation_keeps_a_job_with_its_call_and_key_out_and_its_end_lets_it_in()
    {
        var key = CallKeys.Of("склад:получить остатки", "К")!;
        bench.Scheduler.Apply([JobBench.Calendar("daily", Daily) with { Key = "к" }, JobBench.Job("other", "1:00:00") with { Key = "другой" }]);
        bench.Keys.TakeForOperation(key);
        await bench.StepAsync(10);
        var during = bench.Memory.Runs.Select(run => run.JobId).ToList();
        var refused = bench.Admin.RunNow("daily");

        bench.Keys.FreeOperation(key);
        await bench.StepAsync(1);

        during.Should().Equal("other");
        refused.Verdict.Should().Be(JobVerdict.AlreadyRunning);
        refused.Message.Should().Contain("a background operation").And.Contain("'к'");
        bench.Memory.Runs.Select(run => run.JobId).Should().Equal("other", "daily");
    }

    [TestMethod]
    public async Task A_job_that_waits_for_a_key_and_is_given_another_waits_no_more()
    {
        bench.Keys.TakeForOperation(CallKeys.Of("Склад:Получить остатки", "к")!);
        bench.Scheduler.Apply([JobBench.Calendar("daily", Daily) with { Key = "к" }]);
        await bench.StepAsync(10);

        bench.Scheduler.Apply([JobBench.Calendar("daily", Daily) with { Key = "" }]);
        await bench.StepAsync(0);

        bench.Memory.Runs.Should().ContainSingle();
    }

    public void Dispose() => bench.Dispose();
}
