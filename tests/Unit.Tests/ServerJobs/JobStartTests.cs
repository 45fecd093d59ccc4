using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

/// <summary>Where starts lie: jitter, catching up, starts at boot.</summary>
[TestClass]
public sealed class JobStartTests : IDisposable
{
    private readonly JobBench bench = new();

    [TestMethod]
    public async Task Each_start_is_put_off_by_the_jitter_and_the_grid_stays()
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10") with { Jitter = TimeSpan.FromSeconds(4) }], atStart: true);
        await bench.StepAsync(3);
        bench.Options.Randomness = () => 0.5;
        await bench.StepAsync(10);
        bench.Options.Randomness = () => 0;

        foreach (var _ in Enumerable.Range(0, 20)) await bench.StepAsync(1);

        bench.Memory.Runs.Select(run => (run.StartedAt - Start).TotalSeconds).Should().Equal(3, 13, 25, 33);
        bench.Memory.Runs.Select(run => (run.PlannedAt!.Value - Start).TotalSeconds).Should().Equal(3, 13, 23, 33);
    }

    [TestMethod]
    [DataRow(10, 1)]
    [DataRow(4, 0)]
    [DataRow(0, 0)]
    public async Task A_start_missed_while_the_server_was_down_is_made_up_for_once_when_it_is_not_too_old(int windowMinutes, int runs)
    {
        bench.Table.Restore([new JobState(new JobProgress("a", Start.AddMinutes(-125), 0, 0), null)], []);
        bench.Scheduler.Apply([JobBench.Job("a", "1:00:00") with { CatchUp = TimeSpan.FromMinutes(windowMinutes) }], atStart: true);

        await bench.StepAsync(60);
        var madeUp = bench.Memory.Runs.Select(run => run.PlannedAt!.Value).ToList();
        await bench.StepAsync(54 * 60);

        madeUp.Should().Equal(Enumerable.Repeat(Start.AddMinutes(-5), runs));
        bench.Memory.Runs[^1].PlannedAt.Should().Be(Start.AddMinutes(55));
    }

    [TestMethod]
    public async Task Nothing_is_made_up_for_when_nothing_was_missed()
    {
        bench.Table.Restore([new JobState(new JobProgress("a", Start.AddMinutes(-5), 0, 0), null)], []);
        bench.Scheduler.Apply([JobBench.Job("a", "1:00:00") with { CatchUp = TimeSpan.FromHours(1) }], atStart: true);

        await bench.StepAsync(60);

        bench.Invoker.Calls.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Run_at_start_forces_a_start_of_a_calendar_too()
    {
        bench.Scheduler.Apply([JobBench.Calendar("a", """{"beginTime":"23:00:00","daysRepeatPeriod":1}""") with { RunAtStart = true }], atStart: true);

        await bench.StepAsync(3);

        bench.Memory.Runs.Should().ContainSingle().Which.Trigger.Should().Be(JobTrigger.Schedule);
        bench.Admin.Find("a")!.NextStartAt.Should().Be(Start.AddHours(8));
    }

    [TestMethod]
    public async Task A_store_that_is_away_slows_one_run_and_not_those_after_it()
    {
        bench.Memory.Failure = new TimeoutException("away");
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:01")], atStart: true);

        await bench.StepAsync(3);
        await bench.StepAsync(1);
        await bench.StepAsync(1);

        bench.Invoker.Calls.Should().HaveCount(3);
        bench.Admin.Find("a")!.LastRun!.Outcome.Should().Be(JobOutcome.Succeeded);
    }

    [TestMethod]
    public void The_loop_shows_when_it_last_looked()
    {
        var before = bench.Admin.SinceLoopLooked;
        bench.Step(1);
        bench.Time.Advance(TimeSpan.FromSeconds(7));

        (before, bench.Admin.SinceLoopLooked).Should().Be((TimeSpan.Zero, TimeSpan.FromSeconds(7)));
    }

    public void Dispose() => bench.Dispose();

    private static DateTimeOffset Start { get; } = new ManualTimeProvider().GetUtcNow();
}
