using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;
using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobFaultTests : IDisposable
{
    private readonly JobBench bench = new();

    [TestMethod]
    [DataRow("3000-01-01T00:00:00Z")]
    [DataRow("9999-12-31T23:59:59Z")]
    public async Task A_pause_kept_until_a_far_year_holds_its_job_and_no_other(string until)
    {
        var progress = new JobProgress("calendar", null, 0, 0);
        var pause = new JobPause("r", "p", Start) { Until = DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture) };
        bench.Table.Restore([new JobState(progress, pause), new JobState(progress with { JobId = "period" }, pause)], []);
        bench.Scheduler.Apply([JobBench.Calendar("calendar", Minutely), JobBench.Job("period", "0:00:10"), JobBench.Job("other", "0:00:10")]);

        await bench.StepAsync(3);
        await bench.StepAsync(60);

        bench.Memory.Runs.Select(run => run.JobId).Should().Equal("other", "other");
        bench.Admin.List().Select(job => job.NextStartAt is null).Should().Equal(true, true, false);
    }

    [TestMethod]
    public async Task A_pause_of_ninety_nine_years_is_shown_with_the_start_after_it()
    {
        bench.Scheduler.Apply([JobBench.Job("period", "999:00:00"), JobBench.Calendar("calendar", Minutely)]);
        var until = Start.AddYears(99);
        await bench.Admin.PauseAsync("period", "r", until, "p", default);
        await bench.Admin.PauseAsync("calendar", "r", until, "p", default);

        await bench.StepAsync(60);

        bench.Invoker.Calls.Should().BeEmpty();
        bench.Admin.Find("period")!.NextStartAt.Should().BeOnOrAfter(until).And.BeBefore(until.AddHours(1000));
        bench.Admin.Find("calendar")!.NextStartAt.Should().Be(until);
    }

    [TestMethod]
    public void A_length_beyond_the_timestamps_is_cut_and_stays_before_never()
    {
        var timing = new JobTiming(bench.Options, TimeProvider.System);

        var farthest = timing.ToTimestamp(TimeSpan.MaxValue);

        farthest.Should().BePositive();
        (TimeProvider.System.GetTimestamp() + farthest).Should().BePositive().And.BeLessThan(JobSlot.Never);
        timing.ToTimestamp(TimeSpan.MinValue).Should().BeNegative();
    }

    [TestMethod]
    public async Task A_fault_at_the_moment_of_one_job_costs_the_others_nothing_and_it_starts_a_second_later()
    {
        bench.Scheduler.Apply([JobBench.Job("before", "0:00:10"), JobBench.Job("faulty", "0:00:10") with { Jitter = TimeSpan.FromSeconds(1) }, JobBench.Job("after", "0:00:10")]);
        bench.Options.Randomness = () => throw new InvalidOperationException("no luck");
        await bench.StepAsync(3);
        var during = bench.Memory.Runs.Select(run => run.JobId).Order().ToList();
        bench.Options.Randomness = () => 0;

        await bench.StepAsync(1);
        await Eventually.Become(() => bench.Logger.Records.Any(record => record.Id == 3049), "the record of the fault");

        during.Should().Equal("after", "before");
        bench.Memory.Runs.Select(run => run.JobId).Order().Should().Equal("after", "before", "faulty");
        bench.Admin.List().Should().OnlyContain(job => !job.Running);
        bench.Logger.Records.Should().Contain(record => record.Id == 3049 && record.Level == LogLevel.Error && record.Text.Contains("Job faulty"));
    }

    [TestMethod]
    public async Task A_calendar_whose_arithmetic_faulted_is_planned_again()
    {
        bench.Options.Randomness = () => throw new InvalidOperationException("no luck");
        bench.Scheduler.Apply([JobBench.Calendar("faulty", Minutely) with { Jitter = TimeSpan.FromSeconds(1) }, JobBench.Job("other", "0:00:10") with { RunAtStart = true }]);
        bench.Options.Randomness = () => 0;

        await bench.StepAsync(1);
        await bench.StepAsync(1);

        bench.Memory.Runs.Should().Contain(run => run.JobId == "faulty");
    }

    [TestMethod]
    public async Task A_look_takes_one_moment_of_a_job()
    {
        // The repeat and the regular moment of "a" have both come when the loop looks again.
        bench.Invoker.Answer = (_, _) => ValueTask.FromResult(InvokeResult.Fail(ConnectorErrorCode.Unavailable, "Away."));
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10") with { Retries = new JobRetries(3, TimeSpan.FromSeconds(5)) }]);
        await bench.StepAsync(3);

        bench.Time.Advance(TimeSpan.FromSeconds(20));
        var first = bench.Table.TakeDue();
        var second = bench.Table.TakeDue();

        first.Should().ContainSingle();
        second.Should().BeEmpty();
        bench.Table.NextDue().Should().BeGreaterThan(bench.Time.GetTimestamp());
    }

    [TestMethod]
    public void A_run_the_pool_refuses_waits_for_a_thread_of_its_own()
    {
        var queue = new LaunchQueue(bench.Time, _ => throw new InsufficientMemoryException()) { Run = _ => { } };
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")]);

        queue.Put(bench.Table.Claim(bench.Table.Find("a")!, null, out _)!);
        queue.Ask();

        queue.Watch().Should().BeTrue();
    }

    [TestMethod]
    public async Task A_run_that_could_not_be_handed_over_leaves_its_job_free()
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")]);
        var launch = bench.Table.Claim(bench.Table.Find("a")!, null, out _)!;

        bench.Runs.Abandon(launch);
        await bench.StepAsync(3);

        bench.Memory.Runs.Should().ContainSingle();
    }

    [TestMethod]
    public async Task The_longest_time_limit_of_a_calendar_is_one_a_timer_can_wait()
    {
        var waits = () => TimeProvider.System.CreateTimer(_ => { }, null, Waits.AtMost(TimeSpan.FromSeconds(9_999_999)), Timeout.InfiniteTimeSpan).Dispose();
        bench.Scheduler.Apply([JobBench.Calendar("c", """{"daysRepeatPeriod":1,"repeatPeriodInDay":60,"completionInterval":2592000}""")]);

        await bench.StepAsync(0);

        waits.Should().NotThrow();
        bench.Memory.Runs.Should().ContainSingle().Which.Outcome.Should().Be(JobOutcome.Succeeded);
    }

    [TestMethod]
    public async Task A_time_out_longer_than_a_wait_can_be_is_cut_and_the_run_succeeds()
    {
        var invoker = new FakeInvoker();
        var caller = new JobCaller(invoker, TimeProvider.System);
        invoker.Answer = async (_, _) =>
        {
            await Task.Yield();
            return InvokeResult.Ok();
        };

        var end = await caller.CallAsync(Launch(JobBench.Job("a", "0:00:10") with { Timeout = new JobPeriod(TimeSpan.FromDays(60)) }));

        end.Outcome.Should().Be(JobOutcome.Succeeded);
        invoker.Calls.Should().ContainSingle().Which.Deadline.Should().Be(Waits.Longest);
    }

    [TestMethod]
    public async Task What_outlives_a_call_that_threw_is_still_waited_for()
    {
        var goesOn = new TaskCompletionSource();
        var invoker = new FakeInvoker((args, _) =>
        {
            args.Outlived!(goesOn.Task);
            throw new InvalidOperationException("broken");
        });

        var end = await new JobCaller(invoker, TimeProvider.System).CallAsync(Launch(JobBench.Job("a", "0:00:10")));
        var before = end.Rest.IsCompleted;
        goesOn.SetResult();
        await end.Rest;

        (end.Outcome, before).Should().Be((JobOutcome.Failed, false));
    }

    public void Dispose() => bench.Dispose();

    private const string Minutely = """{"daysRepeatPeriod":1,"repeatPeriodInDay":60}""";

    private static DateTimeOffset Start { get; } = new ManualTimeProvider().GetUtcNow();

    private static JobLaunch Launch(ServerJob job) => new(new JobSlot(job, null, null), job, new ActiveRun("1", JobTrigger.Schedule, DateTimeOffset.UnixEpoch, 0));
}
