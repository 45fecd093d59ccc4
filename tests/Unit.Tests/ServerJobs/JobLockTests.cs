using Cleverence.Warehouse;
using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobLockTests : IDisposable
{
    private const string NoJobs = """{"jobs":[]}""";
    private readonly JobBench bench = new();

    [TestMethod]
    public async Task While_locked_nothing_starts_by_its_schedule_and_a_person_is_warned()
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10"), JobBench.Calendar("b", """{"beginTime":"15:00:05","daysRepeatPeriod":1}""")]);
        await bench.Admin.LockAsync("Перенос базы", "Петров", default);

        await bench.StepAsync(20);
        var locked = bench.Admin.List();
        var reply = bench.Admin.RunNow("a", "Иванова");
        await bench.IdleAsync();

        locked.Should().AllSatisfy(job => job.Should().BeEquivalentTo(new { Status = JobStatus.NotScheduled, NextStartAt = (DateTimeOffset?)null, Misses = 0L }));
        reply.Should().BeEquivalentTo(new { Verdict = JobVerdict.Done, Message = "Job 'a' started, although all jobs are locked by Петров: Перенос базы" });
        bench.Memory.Runs.Should().ContainSingle().Which.Trigger.Should().Be(JobTrigger.Manual);
        bench.Admin.DueButNotFired(TimeSpan.Zero).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Unlocked_overdue_calendars_start_while_their_window_is_open_and_periods_wait_for_their_grid()
    {
        bench.Scheduler.Apply(
        [
            JobBench.Job("period", "0:00:30"), JobBench.Calendar("open", """{"beginTime":"15:00:05","daysRepeatPeriod":1}"""),
            JobBench.Calendar("closed", """{"beginTime":"15:00:05","endTime":"15:00:10","daysRepeatPeriod":1}"""),
        ]);
        await bench.Admin.LockAsync("Перенос базы", "Петров", default);
        await bench.StepAsync(40);

        await bench.Admin.UnlockAsync("Петров", default);
        await bench.StepAsync(0);
        var atOnce = bench.Memory.Runs.Select(run => run.JobId).ToList();
        await bench.StepAsync(23);

        atOnce.Should().Equal("open");
        bench.Memory.Runs.Select(run => run.JobId).Should().Equal("open", "period");
        (await bench.Memory.ReadLockAsync(default)).Should().BeNull();
    }

    [TestMethod]
    public async Task A_run_in_progress_goes_on_under_the_lock()
    {
        var call = new TaskCompletionSource<InvokeResult>();
        bench.Invoker.Answer = (_, _) => new(call.Task);
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")], atStart: true);
        bench.Step(3);
        await Eventually.Become(() => bench.Invoker.Calls.Count == 1, "the call");

        await bench.Admin.LockAsync("r", "p", default);
        call.SetResult(InvokeResult.Ok());
        await bench.IdleAsync();

        bench.Memory.Runs.Should().ContainSingle().Which.Outcome.Should().Be(JobOutcome.Succeeded);
    }

    [TestMethod]
    public async Task Only_the_first_start_of_a_base_can_lock_it()
    {
        await File.WriteAllTextAsync(bench.Options.File, NoJobs);
        bench.Options.LockedAtStart = true;
        await bench.Service.StartAsync(default);
        var first = bench.Admin.Lock;
        await bench.Admin.UnlockAsync("Петров", default);
        await bench.Service.StopAsync(default);
        using var second = new JobBench(bench.Store);
        await File.WriteAllTextAsync(second.Options.File, NoJobs);
        second.Options.LockedAtStart = true;
        await second.Service.StartAsync(default);

        first!.By.Should().Be("--jobs-locked");
        second.Admin.Lock.Should().BeNull();
        await second.Service.StopAsync(default);
    }

    [TestMethod]
    public async Task A_base_started_once_without_the_switch_is_not_locked_by_it_later_and_a_lock_survives_a_restart()
    {
        await File.WriteAllTextAsync(bench.Options.File, NoJobs);
        await bench.Service.StartAsync(default);
        var first = bench.Admin.Lock;
        await bench.Admin.LockAsync("Перенос базы", "Петров", default);
        await bench.Service.StopAsync(default);
        using var second = new JobBench(bench.Store);
        await File.WriteAllTextAsync(second.Options.File, NoJobs);
        second.Options.LockedAtStart = true;
        await second.Service.StartAsync(default);

        first.Should().BeNull();
        second.Admin.Lock!.Reason.Should().Be("Перенос базы");
        await second.Service.StopAsync(default);
    }

    [TestMethod]
    public async Task A_pause_with_an_end_ends_by_itself()
    {
        bench.Scheduler.Apply([JobBench.Job("period", "0:00:10"), JobBench.Calendar("calendar", """{"beginTime":"15:00:05","daysRepeatPeriod":1}""")]);
        await bench.Admin.PauseAsync("period", "Переучёт", Start.AddSeconds(25), "Петров", default);
        await bench.Admin.PauseAsync("calendar", "Переучёт", Start.AddSeconds(25), "Петров", default);
        var next = bench.Admin.List().Select(job => job.NextStartAt);

        foreach (var _ in Enumerable.Range(0, 35)) await bench.StepAsync(1);

        next.Should().Equal(Start.AddSeconds(33), Start.AddSeconds(25));
        bench.Memory.Runs.Select(run => (run.JobId, run.StartedAt)).Should().Equal(("calendar", Start.AddSeconds(25)), ("period", Start.AddSeconds(33)));
    }

    [TestMethod]
    public async Task A_pause_written_in_the_file_is_not_lifted_by_a_person()
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10") with { Pause = new FilePause("Ремонт", null) }]);

        await bench.StepAsync(20);
        var reply = await bench.Admin.ResumeAsync("a", "Петров", default);

        bench.Invoker.Calls.Should().BeEmpty();
        bench.Admin.Find("a")!.Pause.Should().BeEquivalentTo(new { Reason = "Ремонт", By = "jobs.json" });
        reply.Verdict.Should().Be(JobVerdict.HeldByFile);
        reply.Message.Should().Contain("jobs.json");
    }

    public void Dispose() => bench.Dispose();

    private static DateTimeOffset Start { get; } = new ManualTimeProvider().GetUtcNow();
}
