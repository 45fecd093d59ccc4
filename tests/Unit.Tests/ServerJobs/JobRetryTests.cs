using Cleverence.Connectivity;
using Cleverence.Warehouse;
using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobRetryTests : IDisposable
{
    private readonly JobBench bench = new();

    [TestMethod]
    public async Task A_run_of_a_second_that_fails_is_repeated_ten_seconds_after_each_end()
    {
        FailAfter(TimeSpan.FromSeconds(1));
        bench.Scheduler.Apply([JobBench.Job("a", "1:00:00") with { Retries = new JobRetries(3, TimeSpan.FromSeconds(10)) }], atStart: true);

        await bench.StepAsync(3);
        foreach (var _ in Enumerable.Range(0, 120)) await bench.StepAsync(0.5);

        bench.Memory.Runs.Select(run => (run.StartedAt - Start).TotalSeconds).Should().Equal(3, 14, 25, 36);
        bench.Memory.Runs.Select(run => run.Attempt).Should().Equal(1, 2, 3, 4);
        bench.Memory.Runs.Skip(1).Select(run => run.Trigger).Should().AllBeEquivalentTo(JobTrigger.Retry);
        bench.Admin.Find("a")!.Should().BeEquivalentTo(new { Repeats = 0, Status = JobStatus.Scheduled, NextStartAt = Start.AddSeconds(3603) });
    }

    [TestMethod]
    public async Task A_regular_moment_replaces_the_repeat_and_keeps_its_number()
    {
        FailAfter(TimeSpan.Zero);
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:30") with { Retries = new JobRetries(5, TimeSpan.FromSeconds(100)) }], atStart: true);

        await bench.StepAsync(3);
        foreach (var _ in Enumerable.Range(0, 6)) await bench.StepAsync(30);

        bench.Memory.Runs.Select(run => run.Attempt).Should().Equal(1, 2, 3, 4, 5, 6, 1);
        bench.Memory.Runs.Select(run => run.Trigger).Should().AllBeEquivalentTo(JobTrigger.Schedule);
    }

    [TestMethod]
    public async Task A_success_sets_the_number_of_repeats_back()
    {
        FailAfter(TimeSpan.Zero);
        bench.Scheduler.Apply([JobBench.Job("a", "1:00:00") with { Retries = new JobRetries(3, TimeSpan.FromSeconds(10)) }], atStart: true);
        await bench.StepAsync(3);
        var waiting = bench.Admin.Find("a")!;
        bench.Invoker.Answer = (_, _) => ValueTask.FromResult(InvokeResult.Ok());
        await bench.StepAsync(10);

        waiting.Should().BeEquivalentTo(new { Status = JobStatus.ExecutionError, Repeats = 1, NextStartAt = Start.AddSeconds(13) });
        bench.Admin.Find("a")!.Should().BeEquivalentTo(new { Status = JobStatus.Scheduled, Repeats = 0 });
    }

    [TestMethod]
    public async Task A_job_without_retries_written_is_not_repeated()
    {
        FailAfter(TimeSpan.Zero);
        bench.Scheduler.Apply([JobBench.Job("a", "1:00:00")], atStart: true);

        await bench.StepAsync(3);
        await bench.StepAsync(600);

        bench.Invoker.Calls.Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_run_by_hand_is_not_repeated_and_does_not_move_the_schedule()
    {
        FailAfter(TimeSpan.Zero);
        bench.Scheduler.Apply([JobBench.Job("a", "1:00:00") with { Retries = new JobRetries(3, TimeSpan.FromSeconds(10)) }], atStart: true);

        bench.Admin.RunNow("a", "Иванова");
        await bench.IdleAsync();

        bench.Admin.Find("a")!.Should().BeEquivalentTo(new { Repeats = 0, NextStartAt = Start.AddSeconds(3) });
    }

    [TestMethod]
    public async Task A_repeat_that_waited_when_the_server_stopped_is_made_after_the_restart()
    {
        var progress = new JobProgress("a", Start.AddSeconds(-60), 0, 0) { LastStartedAt = Start.AddSeconds(-6), LastEndedAt = Start.AddSeconds(-5), Repeats = 2 };
        bench.Table.Restore([new JobState(progress, null)], []);
        bench.Scheduler.Apply([JobBench.Job("a", "24:00:00") with { Retries = new JobRetries(3, TimeSpan.FromSeconds(10)) }], atStart: true);

        await bench.StepAsync(4.999);
        var early = bench.Memory.Runs.Count;
        await bench.StepAsync(0.001);

        early.Should().Be(0);
        bench.Memory.Runs.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Attempt = 3, Trigger = JobTrigger.Retry });
    }

    [TestMethod]
    public async Task A_repeat_is_kept_in_the_store_before_it_is_made()
    {
        FailAfter(TimeSpan.Zero);
        bench.Scheduler.Apply([JobBench.Job("a", "1:00:00") with { Retries = new JobRetries(3, TimeSpan.FromSeconds(10)) }], atStart: true);
        await bench.StepAsync(3);

        await Eventually.Become(() => bench.Memory.ReadStatesAsync(default).AsTask().Result is [{ Progress: { Repeats: 1, LastEndedAt: not null } }], "the progress in the store");
    }

    [TestMethod]
    public async Task A_repeat_may_lie_outside_the_window_but_not_after_the_completion_time()
    {
        FailAfter(TimeSpan.FromSeconds(1));
        bench.Scheduler.Apply([JobBench.Calendar("a", """{"beginTime":"15:00:10","endTime":"15:00:15","completionTime":"15:00:40","daysRepeatPeriod":1}""") with { Retries = new JobRetries(9, TimeSpan.FromSeconds(10)) }]);

        foreach (var _ in Enumerable.Range(0, 120)) await bench.StepAsync(1);

        bench.Memory.Runs.Select(run => (run.StartedAt - Start).TotalSeconds).Should().Equal(10, 21, 32);
    }

    [TestMethod]
    public async Task The_distance_of_a_calendar_counts_from_the_repeat()
    {
        FailAfter(TimeSpan.Zero);
        bench.Scheduler.Apply([JobBench.Calendar("a", """{"repeatPeriodInDay":600,"daysRepeatPeriod":1}""") with { Retries = new JobRetries(1, TimeSpan.FromSeconds(300)) }]);

        foreach (var _ in Enumerable.Range(0, 10)) await bench.StepAsync(100);

        bench.Memory.Runs.Select(run => (run.StartedAt - Start).TotalSeconds).Should().Equal(100, 400, 1000);
        bench.Admin.Find("a")!.Misses.Should().Be(0);
    }

    [TestMethod]
    public async Task A_job_of_one_day_is_over_after_its_success()
    {
        bench.Scheduler.Apply([JobBench.Calendar("a", """{"beginDate":"2026-05-31","beginTime":"15:00:10"}""")]);
        var before = bench.Admin.Find("a")!.Status;

        foreach (var _ in Enumerable.Range(0, 30)) await bench.StepAsync(7200);

        (before, bench.Admin.Find("a")!.Status).Should().Be((JobStatus.Scheduled, JobStatus.NotActive));
        bench.Invoker.Calls.Should().ContainSingle();
        bench.Logger.Records.Should().NotContain(record => record.Id == 3045);
    }

    [TestMethod]
    public async Task A_job_of_one_day_whose_repeats_all_failed_is_over_with_an_alert()
    {
        FailAfter(TimeSpan.Zero);
        bench.Scheduler.Apply([JobBench.Calendar("a", """{"beginDate":"2026-05-31","beginTime":"15:00:10"}""") with { Retries = new JobRetries(1, TimeSpan.FromSeconds(10)) }]);

        foreach (var _ in Enumerable.Range(0, 10)) await bench.StepAsync(10);
        await Eventually.Become(() => bench.Logger.Records.Any(record => record.Id == 3045), "the alert");

        bench.Invoker.Calls.Should().HaveCount(2);
        bench.Admin.Find("a")!.Status.Should().Be(JobStatus.NotActive);
    }

    public void Dispose() => bench.Dispose();

    private static DateTimeOffset Start { get; } = new ManualTimeProvider().GetUtcNow();

    private void FailAfter(TimeSpan length) => bench.Invoker.Answer = (_, _) =>
    {
        bench.Time.Advance(length);
        return ValueTask.FromResult(InvokeResult.Fail(ConnectorErrorCode.Unavailable, "Away."));
    };
}
