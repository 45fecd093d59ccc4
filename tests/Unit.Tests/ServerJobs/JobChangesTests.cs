using Cleverence.Warehouse;
using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobChangesTests : IDisposable
{
    private readonly JobBench bench = new();

    [TestMethod]
    public async Task A_change_of_the_file_leaves_the_rhythm_of_unchanged_jobs_alone()
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10"), JobBench.Job("b", "0:00:10")], atStart: true);
        await bench.StepAsync(3);
        await bench.StepAsync(4);

        bench.Scheduler.Apply([JobBench.Job("b", "0:00:20"), JobBench.Job("c", "0:00:10"), JobBench.Job("a", "0:00:10") with { Name = "Другое имя" }]);

        bench.Admin.List().Select(job => (job.Id, Seconds: (job.NextStartAt!.Value - Start).TotalSeconds)).Should().Equal(("b", 23.0), ("c", 10.0), ("a", 13.0));
        await bench.StepAsync(6);
        bench.Memory.Runs.Last(run => run.JobId == "a").JobName.Should().Be("Другое имя");
    }

    [TestMethod]
    public async Task A_job_taken_out_and_put_back_never_overlaps_its_running_call()
    {
        var call = new TaskCompletionSource<InvokeResult>();
        bench.Invoker.Answer = (_, _) => new(call.Task);
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")], atStart: true);
        bench.Step(3);
        await Eventually.Become(() => bench.Invoker.Calls.Count == 1, "the call");

        bench.Scheduler.Apply([]);
        bench.Step(60);
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")]);
        bench.Step(10);

        bench.Invoker.Calls.Should().ContainSingle();
        bench.Admin.Find("a")!.Skips.Should().Be(1);
        call.SetResult(InvokeResult.Ok());
        await bench.IdleAsync();
        bench.Memory.Runs.Should().ContainSingle().Which.Outcome.Should().Be(JobOutcome.Succeeded);
    }

    [TestMethod]
    public void An_id_whose_case_was_changed_takes_its_newer_state()
    {
        bench.Table.Restore(
            [new JobState(new JobProgress("Обмен", Start, 2, 0), null), new JobState(new JobProgress("обмен", Start.AddHours(-1), 1, 0), null)],
            []);
        bench.Scheduler.Apply([JobBench.Job("ОБМЕН", "1:00:00")], atStart: true);

        bench.Admin.List().Should().ContainSingle().Which.Skips.Should().Be(2);
    }

    [TestMethod]
    public void A_disabled_job_has_no_next_start()
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:01") with { Enabled = false }], atStart: true);
        bench.Step(100);

        bench.Invoker.Calls.Should().BeEmpty();
        bench.Admin.Find("a")!.NextStartAt.Should().BeNull();
        bench.Scheduler.Pump().Should().BeNull();
    }

    public void Dispose() => bench.Dispose();

    private static DateTimeOffset Start { get; } = new ManualTimeProvider().GetUtcNow();
}
