using Cleverence.Connectivity;
using Cleverence.Warehouse;
using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

/// <summary>Calendars in the scheduler; their arithmetic is tested by itself. The clock begins at 15:00 in Moscow.</summary>
[TestClass]
public sealed class JobCalendarTests : IDisposable
{
    private const string EveryTenMinutes = """{"repeatPeriodInDay":600,"daysRepeatPeriod":1}""";
    private readonly JobBench bench = new();

    [TestMethod]
    public async Task Runs_longer_than_their_period_start_at_the_end_of_the_run_before()
    {
        bench.Invoker.Answer = (_, _) =>
        {
            bench.Time.Advance(TimeSpan.FromSeconds(1000));
            return ValueTask.FromResult(InvokeResult.Ok());
        };
        bench.Scheduler.Apply([JobBench.Calendar("a", EveryTenMinutes)]);

        foreach (var _ in Enumerable.Range(0, 3)) await bench.StepAsync(0);

        bench.Memory.Runs.Select(run => (run.StartedAt - Start).TotalSeconds).Should().Equal(0, 1000, 2000);
        bench.Admin.Find("a")!.Should().BeEquivalentTo(new { Skips = 0L, Misses = 0L });
    }

    [TestMethod]
    public async Task A_start_once_a_day_is_made_at_its_local_time()
    {
        bench.Scheduler.Apply([JobBench.Calendar("a", """{"beginTime":"03:00:00","completionTime":"04:00:00","daysRepeatPeriod":1}""")]);

        foreach (var _ in Enumerable.Range(0, 48 * 6)) await bench.StepAsync(600);

        bench.Memory.Runs.Select(run => run.PlannedAt!.Value.UtcDateTime).Should().Equal(new DateTime(2026, 6, 1, 0, 0, 0), new DateTime(2026, 6, 2, 0, 0, 0));
    }

    [TestMethod]
    public async Task A_window_that_closed_while_the_process_stood_still_is_a_miss_and_not_made_up_for()
    {
        bench.Scheduler.Apply([JobBench.Calendar("a", """{"beginTime":"16:00:00","endTime":"17:00:00","daysRepeatPeriod":1}""")]);

        await bench.StepAsync(3 * 3600);

        bench.Invoker.Calls.Should().BeEmpty();
        bench.Admin.Find("a")!.Should().BeEquivalentTo(new { Misses = 1L, NextStartAt = Start.AddHours(25) });
    }

    [TestMethod]
    public async Task Starts_that_passed_in_a_window_still_open_make_one_late_start()
    {
        bench.Scheduler.Apply([JobBench.Calendar("a", EveryTenMinutes)]);
        await bench.StepAsync(0);

        await bench.StepAsync(3600);

        bench.Invoker.Calls.Should().HaveCount(2);
        bench.Admin.Find("a")!.Misses.Should().Be(5);
    }

    [TestMethod]
    [DataRow(-1)]
    [DataRow(1)]
    [DataRow(-87600)]
    public async Task A_wall_clock_that_is_set_does_not_change_the_distance_of_starts(int hours)
    {
        bench.Scheduler.Apply([JobBench.Calendar("a", EveryTenMinutes)]);
        await bench.StepAsync(0);
        await bench.StepAsync(5);
        bench.Time.SetUtcNow(bench.Time.GetUtcNow().AddHours(hours));

        foreach (var _ in Enumerable.Range(0, 594)) await bench.StepAsync(1);
        var before = bench.Invoker.Calls.Count;
        await bench.StepAsync(1);

        (before, bench.Invoker.Calls.Count).Should().Be((1, 2));
    }

    [TestMethod]
    public async Task A_daily_start_that_was_made_is_not_made_again_when_the_wall_clock_is_set_back_over_it()
    {
        bench.Scheduler.Apply([JobBench.Calendar("a", """{"beginTime":"15:00:10","daysRepeatPeriod":1}""")]);
        await bench.StepAsync(20);
        bench.Time.SetUtcNow(bench.Time.GetUtcNow().AddHours(-1));

        foreach (var _ in Enumerable.Range(0, 12)) await bench.StepAsync(600);

        bench.Invoker.Calls.Should().ContainSingle();
        bench.Admin.Find("a")!.NextStartAt.Should().Be(Start.AddSeconds(10).AddDays(1));
    }

    [TestMethod]
    public async Task A_wall_clock_set_forward_over_a_start_makes_it_late()
    {
        bench.Scheduler.Apply([JobBench.Calendar("a", """{"beginTime":"18:00:00","daysRepeatPeriod":1}""")]);
        await bench.StepAsync(1);
        bench.Time.SetUtcNow(Start.AddHours(4));

        await bench.StepAsync(1);

        bench.Invoker.Calls.Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_run_is_cancelled_at_the_limit_of_its_schedule_and_that_is_no_failure()
    {
        bench.Invoker.Answer = async (args, _) =>
        {
            await Task.Delay(Timeout.Infinite, args.Stopping);
            return InvokeResult.Ok();
        };
        bench.Scheduler.Apply([JobBench.Calendar("a", """{"beginTime":"15:00:10","completionInterval":60,"daysRepeatPeriod":1}""") with { Retries = new JobRetries(3, TimeSpan.FromSeconds(1)) }]);
        bench.Step(10);
        await Eventually.Become(() => bench.Invoker.Calls.Count == 1, "the call");

        bench.Step(59);
        var before = bench.Admin.Find("a")!.Running;
        bench.Step(1);
        await bench.IdleAsync();
        await bench.StepAsync(60);

        before.Should().BeTrue();
        bench.Memory.Runs.Should().ContainSingle().Which.Outcome.Should().Be(JobOutcome.Cancelled);
        bench.Memory.Runs[0].Message.Should().Contain("time limit");
        bench.Admin.Find("a")!.Repeats.Should().Be(0);
    }

    [TestMethod]
    public async Task A_restart_keeps_the_last_start_of_a_calendar()
    {
        var progress = new JobProgress("a", Start.AddMinutes(-10), 0, 0) { LastStartedAt = Start.AddMinutes(-10), LastEndedAt = Start.AddMinutes(-9) };
        bench.Table.Restore([new JobState(progress, null)], []);
        bench.Scheduler.Apply([JobBench.Calendar("a", """{"beginTime":"14:30:00","daysRepeatPeriod":1}""")], atStart: true);

        await bench.StepAsync(60);

        bench.Invoker.Calls.Should().BeEmpty("it has run today");
        bench.Admin.Find("a")!.NextStartAt.Should().Be(Start.AddMinutes(-30).AddDays(1));
    }

    [TestMethod]
    public async Task An_overdue_calendar_of_a_server_that_starts_waits_a_few_seconds_for_the_connectors()
    {
        bench.Scheduler.Apply([JobBench.Calendar("a", """{"beginTime":"14:30:00","daysRepeatPeriod":1}""")], atStart: true);

        await bench.StepAsync(2.9);
        var early = bench.Invoker.Calls.Count;
        await bench.StepAsync(0.1);

        (early, bench.Invoker.Calls.Count).Should().Be((0, 1));
    }

    [TestMethod]
    public async Task A_skipped_start_of_a_day_is_not_made_up_for_at_the_end_of_the_run()
    {
        var call = new TaskCompletionSource<InvokeResult>();
        bench.Invoker.Answer = (_, _) => new(call.Task);
        bench.Scheduler.Apply([JobBench.Calendar("a", """{"beginTime":"15:00:10","daysRepeatPeriod":1}""") with { Overlap = JobOverlap.Skip }]);
        bench.Step(10);
        await Eventually.Become(() => bench.Invoker.Calls.Count == 1, "the call");

        bench.Step(86400);
        call.SetResult(InvokeResult.Ok());
        await bench.IdleAsync();
        await bench.StepAsync(3600);

        bench.Invoker.Calls.Should().ContainSingle();
        bench.Admin.Find("a")!.Should().BeEquivalentTo(new { Skips = 1L, NextStartAt = Start.AddSeconds(10).AddDays(2) });
    }

    public void Dispose() => bench.Dispose();

    private static DateTimeOffset Start { get; } = new ManualTimeProvider().GetUtcNow();
}
