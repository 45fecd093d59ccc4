using Cleverence.Connectivity;
using Cleverence.Warehouse;
using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobSchedulerTests : IDisposable
{
    private readonly JobBench bench = new();

    [TestMethod]
    public async Task A_job_that_never_ran_starts_after_the_first_delay_and_then_on_its_grid()
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")], atStart: true);

        await bench.StepAsync(2.999);
        var early = bench.Invoker.Calls.Count;
        await bench.StepAsync(0.001);
        var first = bench.Invoker.Calls.Count;
        await bench.StepAsync(9.999);
        var between = bench.Invoker.Calls.Count;
        await bench.StepAsync(0.001);

        (early, first, between, bench.Invoker.Calls.Count).Should().Be((0, 1, 1, 2));
        bench.Memory.Runs.Select(run => run.PlannedAt).Should().Equal(Start.AddSeconds(3), Start.AddSeconds(13));
    }

    [TestMethod]
    public async Task A_thousand_seconds_make_exactly_a_hundred_runs_of_ten_seconds()
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")], atStart: true);

        foreach (var _ in Enumerable.Range(0, 200)) await bench.StepAsync(5);

        bench.Memory.Runs.Select(run => run.PlannedAt!.Value).Should().Equal(Enumerable.Range(0, 100).Select(number => Start.AddSeconds(3 + (number * 10))));
        bench.Admin.Find("a")!.Misses.Should().Be(0);
    }

    [TestMethod]
    public async Task The_jitter_scatters_first_runs_and_stays_below_the_period()
    {
        bench.Options.Randomness = () => 1;
        bench.Scheduler.Apply([JobBench.Job("short", "0:00:01"), JobBench.Job("long", "1:00:00")], atStart: true);

        var next = bench.Admin.List().Select(job => job.NextStartAt!.Value - Start).ToList();

        next[0].Should().BeGreaterThan(TimeSpan.FromSeconds(3.9)).And.BeLessThan(TimeSpan.FromSeconds(4));
        next[1].Should().BeGreaterThan(TimeSpan.FromSeconds(7.9)).And.BeLessThan(TimeSpan.FromSeconds(8));
        await bench.StepAsync(4);
        bench.Invoker.Calls.Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_job_that_ran_before_waits_for_the_next_point_of_its_old_grid()
    {
        bench.Table.Restore([new JobState(new JobProgress("a", Start.AddHours(-50), 7, 8), null)], []);
        bench.Scheduler.Apply([JobBench.Job("a", "24:00:00")], atStart: true);

        await bench.StepAsync(22 * 3600 - 1);
        var before = bench.Invoker.Calls.Count;
        await bench.StepAsync(1);

        (before, bench.Invoker.Calls.Count).Should().Be((0, 1));
        bench.Admin.Find("a")!.Skips.Should().Be(7);
        bench.Admin.Find("a")!.Misses.Should().Be(8);
    }

    [TestMethod]
    public void A_last_start_in_the_future_never_waits_more_than_a_period()
    {
        bench.Table.Restore([new JobState(new JobProgress("a", Start.AddYears(3), 0, 0), null)], []);
        bench.Scheduler.Apply([JobBench.Job("a", "1:00:00")], atStart: true);

        bench.Admin.Find("a")!.NextStartAt.Should().BeAfter(Start).And.BeOnOrBefore(Start.AddHours(1));
    }

    [TestMethod]
    public async Task Run_at_start_forces_a_first_run_of_a_job_that_ran_before()
    {
        bench.Table.Restore([new JobState(new JobProgress("a", Start.AddSeconds(-1), 0, 0), null)], []);
        bench.Scheduler.Apply([JobBench.Job("a", "24:00:00") with { RunAtStart = true }], atStart: true);

        await bench.StepAsync(3);

        bench.Invoker.Calls.Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_run_in_progress_is_skipped_and_counted_and_never_started_twice()
    {
        var call = new TaskCompletionSource<InvokeResult>();
        bench.Invoker.Answer = (_, _) => new(call.Task);
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")], atStart: true);
        bench.Step(3);
        await Eventually.Become(() => bench.Invoker.Calls.Count == 1, "the call");

        bench.Step(10);
        bench.Step(10);
        var during = bench.Admin.Find("a")!;
        call.SetResult(InvokeResult.Ok());
        await bench.IdleAsync();
        await bench.StepAsync(10);

        (during.Running, during.Skips).Should().Be((true, 2));
        bench.Invoker.Calls.Should().HaveCount(2);
        bench.Table.Skipped.Should().Be(2);
        (await bench.Memory.ReadStatesAsync(default)).Single().Progress.Skips.Should().Be(2);
    }

    [TestMethod]
    public async Task Moments_missed_by_the_process_are_counted_and_not_replayed()
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")], atStart: true);
        await bench.StepAsync(3);

        await bench.StepAsync(65);
        var afterSleep = bench.Invoker.Calls.Count;
        await bench.StepAsync(5);

        afterSleep.Should().Be(2);
        bench.Invoker.Calls.Should().HaveCount(3);
        bench.Admin.Find("a")!.Misses.Should().Be(5);
        bench.Memory.Runs.Select(run => run.PlannedAt!.Value).Should().Equal(Start.AddSeconds(3), Start.AddSeconds(63), Start.AddSeconds(73));
    }

    [TestMethod]
    [DataRow(-1)]
    [DataRow(1)]
    [DataRow(-8760)]
    [DataRow(8760)]
    public async Task A_jump_of_the_wall_clock_changes_nothing(int hours)
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:01")], atStart: true);
        await bench.StepAsync(3);
        bench.Time.SetUtcNow(bench.Time.GetUtcNow().AddHours(hours));

        foreach (var _ in Enumerable.Range(0, 20)) await bench.StepAsync(1);

        bench.Invoker.Calls.Should().HaveCount(21);
        bench.Admin.Find("a")!.Misses.Should().Be(0);
    }

    [TestMethod]
    public async Task Hung_jobs_hold_only_themselves_whatever_their_number()
    {
        bench.Invoker.Answer = (args, _) => args.Caller.Source!.StartsWith("hung", StringComparison.Ordinal) ? new(new TaskCompletionSource<InvokeResult>().Task) : ValueTask.FromResult(InvokeResult.Ok());
        bench.Scheduler.Apply([.. Enumerable.Range(0, 200).Select(number => JobBench.Job($"hung{number}", "0:00:01")), JobBench.Job("sound", "0:00:01")], atStart: true);

        foreach (var second in Enumerable.Range(1, 10))
        {
            bench.Step(second == 1 ? 3 : 1);
            await Eventually.Become(() => bench.Memory.Runs.Count(run => run.JobId == "sound" && run.Outcome is not null) == second, "the sound run");
            await Eventually.Become(() => !bench.Admin.Find("sound")!.Running, "the sound job's end");
        }

        bench.Invoker.Calls.Count(args => args.Caller.Source!.StartsWith("hung", StringComparison.Ordinal)).Should().Be(200);
        bench.Admin.Find("sound")!.Skips.Should().Be(0);
        bench.Admin.Find("hung7")!.Skips.Should().Be(9);
    }

    [TestMethod]
    public async Task A_job_that_throws_every_second_run_leaves_records_and_does_not_slip()
    {
        var number = 0;
        bench.Invoker.Answer = (_, _) => Interlocked.Increment(ref number) % 2 == 0 ? throw new InvalidOperationException("bug") : ValueTask.FromResult(InvokeResult.Ok());
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:30")], atStart: true);

        await bench.StepAsync(3);
        foreach (var _ in Enumerable.Range(0, 9)) await bench.StepAsync(30);

        bench.Memory.Runs.Select(run => run.PlannedAt!.Value).Should().Equal(Enumerable.Range(0, 10).Select(index => Start.AddSeconds(3 + (index * 30))));
        bench.Memory.Runs.Select(run => run.Outcome).Should().Equal(Enumerable.Range(0, 10).Select(index => (JobOutcome?)(index % 2 == 0 ? JobOutcome.Succeeded : JobOutcome.Failed)));
        bench.Logger.Records.Where(record => record.Id == 3020).Should().HaveCount(5);
    }

    [TestMethod]
    public async Task The_loop_fires_by_a_clock_moved_by_hand()
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")], atStart: true);
        bench.Scheduler.Start();

        bench.Time.Advance(TimeSpan.FromSeconds(3));
        await Eventually.Become(() => bench.Invoker.Calls.Count == 1, "the first call");
        await bench.IdleAsync();
        bench.Time.Advance(TimeSpan.FromSeconds(10));

        await Eventually.Become(() => bench.Invoker.Calls.Count == 2, "the second call");
    }

    public void Dispose() => bench.Dispose();

    private static DateTimeOffset Start { get; } = new ManualTimeProvider().GetUtcNow();
}
