using Cleverence.Connectivity;
using Cleverence.Warehouse;
using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class SharedSchedulerTests : IDisposable
{
    private static readonly ServerJob Hourly = JobBench.Job("a", "1:00:00");
    private readonly ManualTimeProvider time = new();
    private readonly MemoryJobStore store = new();
    private readonly MemoryJobClaims claims;
    private readonly NodeBench a;
    private readonly NodeBench b;

    public SharedSchedulerTests()
    {
        claims = new MemoryJobClaims(store, time);
        (a, b) = (new NodeBench("A", claims, store, time), new NodeBench("B", claims, store, time));
    }

    [TestMethod]
    public async Task A_due_job_runs_on_one_server_and_its_run_is_recorded_there()
    {
        Start(Hourly);

        await StepAsync(TimeSpan.FromSeconds(3));
        await StepAsync(TimeSpan.FromHours(1), b, a);

        (a.Calls, b.Calls).Should().Be((1, 1));
        store.Runs.Select(run => (run.Node, run.Outcome)).Should().Equal(("A", JobOutcome.Succeeded), ("B", JobOutcome.Succeeded));
        (store.Runs[1].PlannedAt - store.Runs[0].PlannedAt).Should().Be(TimeSpan.FromHours(1));
    }

    [TestMethod]
    public async Task A_job_that_runs_on_one_server_is_skipped_by_all_and_the_list_says_so()
    {
        Start(Hourly);
        var call = HoldUp(a);
        await StepAsync(TimeSpan.FromSeconds(3));
        time.Advance(TimeSpan.FromHours(1));
        a.Shared.Beat();
        await b.TurnAsync();

        b.Calls.Should().Be(0);
        b.Admin.Find("a")!.Skips.Should().Be(1);
        call.SetResult(InvokeResult.Ok());
    }

    [TestMethod]
    public async Task A_server_that_was_silent_for_too_long_cannot_complete_what_was_taken_over_and_its_call_is_cancelled()
    {
        Start(Hourly);
        var cancelled = new TaskCompletionSource();
        HoldUp(a, cancelled);
        await StepAsync(TimeSpan.FromSeconds(3), a);
        await StepAsync(TimeSpan.FromSeconds(4), b);
        var lost = store.Runs.Single();

        a.Shared.Beat();
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await Eventually.Become(() => a.Table.Read(slot => slot.Running).All(running => !running), "the end of the cancelled run");
        a.Ledger.Flush();

        lost.Outcome.Should().Be(JobOutcome.Lost);
        store.Runs.Single().Should().Be(lost);
        a.HasLogged(3123).Should().BeTrue();
        a.HasLogged(3125).Should().BeTrue();
        b.HasLogged(3124).Should().BeTrue();
    }

    [TestMethod]
    public async Task An_end_that_comes_before_the_next_word_is_refused_by_its_fence()
    {
        Start(Hourly);
        var call = HoldUp(a);
        await StepAsync(TimeSpan.FromSeconds(3), a);
        await StepAsync(TimeSpan.FromSeconds(4), b);

        call.SetResult(InvokeResult.Ok());
        await Eventually.Become(() => a.Table.Read(slot => slot.Running).All(running => !running), "the end of the run");
        a.Ledger.Flush();

        store.Runs.Single().Outcome.Should().Be(JobOutcome.Lost);
        a.HasLogged(3125).Should().BeTrue();
        a.Ledger.Count.Should().Be(0);
    }

    [TestMethod]
    public async Task A_job_of_a_silent_server_runs_elsewhere_at_its_next_moment()
    {
        Start(Hourly);
        HoldUp(a);
        await StepAsync(TimeSpan.FromSeconds(3), a);
        await StepAsync(TimeSpan.FromSeconds(4), b);

        await StepAsync(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(4), b);

        b.Calls.Should().Be(1);
        store.Runs.Select(run => run.Outcome).Should().Equal(JobOutcome.Lost, JobOutcome.Succeeded);
    }

    [TestMethod]
    public async Task Ends_wait_while_the_store_is_away_and_are_written_when_it_is_back()
    {
        Start(Hourly);
        var call = HoldUp(a);
        await StepAsync(TimeSpan.FromSeconds(3), a);
        claims.Failure = new IOException("away");
        call.SetResult(InvokeResult.Ok());
        await Eventually.Become(() => a.Table.Read(slot => slot.Running).All(running => !running), "the end of the run");
        a.Ledger.Invoking(ledger => ledger.Flush()).Should().Throw<IOException>();

        claims.Failure = null;
        a.Ledger.Flush();

        store.Runs.Single().Outcome.Should().Be(JobOutcome.Succeeded);
        claims.Read().Jobs.Single().Owner.Should().BeNull();
    }

    [TestMethod]
    public async Task A_due_job_is_a_failure_of_health_while_the_store_is_away()
    {
        Start(Hourly);
        await StepAsync(TimeSpan.FromSeconds(3));
        await StepAsync(TimeSpan.FromSeconds(1));
        claims.Failure = new IOException("away");
        time.Advance(TimeSpan.FromHours(1) + TimeSpan.FromSeconds(6));

        a.Admin.DueButNotFired(TimeSpan.FromSeconds(5)).Should().Equal("a");
        claims.Failure = null;
        await a.TurnAsync();
        await StepAsync(TimeSpan.FromSeconds(1), a);

        a.Admin.DueButNotFired(TimeSpan.FromSeconds(5)).Should().BeEmpty();
    }

    [TestMethod]
    public void A_file_that_differs_is_told_once_and_shown()
    {
        a.Apply(Hourly);
        b.Apply(Hourly with { Name = "Другое" });
        b.Shared.Beat();

        b.Logger.Records.Count(record => record.Id == 3126).Should().Be(1);
        b.Admin.Find("a")!.Problems.Should().ContainSingle().Which.IsWarning.Should().BeTrue();
        a.Apply(Hourly with { Name = "Другое" });
        b.Shared.Beat();
        b.HasLogged(3127).Should().BeTrue();
        b.Admin.Find("a")!.Problems.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_run_by_hand_is_claimed_like_any_other()
    {
        Start(Hourly);
        var call = HoldUp(a);

        var first = a.Admin.RunNow("a", "Иванова");
        var second = b.Admin.RunNow("a");
        call.SetResult(InvokeResult.Ok());
        await Eventually.Become(() => a.Table.Read(slot => slot.Running).All(running => !running), "the end of the run");
        a.Ledger.Flush();

        (first.Verdict, second.Verdict).Should().Be((JobVerdict.Done, JobVerdict.AlreadyRunning));
        store.Runs.Should().ContainSingle().Which.Should().Match<JobRun>(run => run.Id == first.RunId && run.Trigger == JobTrigger.Manual && run.StartedBy == "Иванова" && run.Outcome == JobOutcome.Succeeded);
    }

    [TestMethod]
    public async Task A_run_is_cancelled_on_the_server_it_runs_on_and_another_one_says_which()
    {
        Start(Hourly);
        var call = HoldUp(a);
        var runId = a.Admin.RunNow("a").RunId!;

        var elsewhere = await b.Admin.CancelAsync(runId, "Иванова", default);
        var here = await a.Admin.CancelAsync(runId, "Иванова", default);

        elsewhere.Verdict.Should().Be(JobVerdict.AlreadyRunning);
        elsewhere.Message.Should().Contain("'A'");
        here.Verdict.Should().Be(JobVerdict.Done);
        call.TrySetResult(InvokeResult.Ok());
    }

    [TestMethod]
    public void A_run_by_hand_tells_when_the_store_is_away()
    {
        Start(Hourly);
        claims.Failure = new IOException("away");

        a.Admin.Invoking(admin => admin.RunNow("a")).Should().Throw<ConnectorException>().Which.Error.Code.Should().Be(ConnectorErrorCode.Unavailable);
    }

    [TestMethod]
    public async Task A_failed_run_is_repeated_by_whichever_server_comes_first()
    {
        Start(Hourly with { Retries = new JobRetries(1, TimeSpan.FromSeconds(10)) });
        a.Invoker.Answer = (_, _) => ValueTask.FromResult(InvokeResult.Fail(new ConnectorError(ConnectorErrorCode.Unavailable, "Away.")));
        await StepAsync(TimeSpan.FromSeconds(3), a);
        await StepAsync(TimeSpan.FromSeconds(9), b);
        var before = b.Calls;

        await StepAsync(TimeSpan.FromSeconds(1), b);

        before.Should().Be(0);
        store.Runs.Select(run => (run.Node, run.Attempt, run.Trigger, run.Outcome)).Should().Equal(("A", 1, JobTrigger.Schedule, JobOutcome.Failed), ("B", 2, JobTrigger.Retry, JobOutcome.Succeeded));
    }

    [TestMethod]
    public async Task A_pause_set_on_one_server_holds_on_the_other_and_is_shown_there()
    {
        Start(Hourly);
        await a.Admin.PauseAsync("a", "Переучёт", "Сидоров", default);

        await StepAsync(TimeSpan.FromSeconds(3), b);

        b.Calls.Should().Be(0);
        await Eventually.Become(() => b.Admin.Find("a")!.Pause?.Reason == "Переучёт", "the pause in the list of the other server");
    }

    [TestMethod]
    public async Task A_pause_in_the_file_holds()
    {
        Start(Hourly with { Pause = new FilePause("Ремонт", null) });

        await StepAsync(TimeSpan.FromSeconds(3));
        await StepAsync(TimeSpan.FromHours(1));

        (a.Calls, b.Calls).Should().Be((0, 0));
    }

    [TestMethod]
    public async Task A_job_by_a_calendar_starts_when_its_calendar_says()
    {
        time.SetUtcNow(new DateTimeOffset(2026, 5, 31, 5, 59, 0, TimeSpan.Zero));
        Start(JobBench.Calendar("a", """{"beginTime":"09:00:00","daysRepeatPeriod":1}"""));

        await StepAsync(TimeSpan.FromSeconds(30));
        var early = a.Calls + b.Calls;
        await StepAsync(TimeSpan.FromSeconds(30));
        await StepAsync(TimeSpan.FromSeconds(30));

        early.Should().Be(0);
        store.Runs.Should().ContainSingle().Which.PlannedAt.Should().Be(new DateTimeOffset(2026, 5, 31, 6, 0, 0, TimeSpan.Zero));
        claims.Read().Jobs.Single().NextDue.Should().Be(new DateTimeOffset(2026, 6, 1, 6, 0, 0, TimeSpan.Zero));
    }

    [TestMethod]
    public async Task The_clock_of_a_server_does_not_matter()
    {
        var wrong = new ManualTimeProvider(time.GetUtcNow().AddDays(3));
        using var c = new NodeBench("C", claims, store, wrong);
        c.Apply(Hourly);
        time.Advance(TimeSpan.FromSeconds(2));
        wrong.Advance(TimeSpan.FromSeconds(2));
        await c.TurnAsync();
        var early = c.Calls;
        time.Advance(TimeSpan.FromSeconds(1));
        wrong.Advance(TimeSpan.FromSeconds(1));
        await c.TurnAsync();

        early.Should().Be(0);
        c.Calls.Should().Be(1);
        store.Runs.Single().PlannedAt.Should().Be(time.GetUtcNow());
    }

    [TestMethod]
    public async Task A_jitter_puts_a_claimed_start_off()
    {
        a.Options.Randomness = () => 0.5;
        a.Apply(Hourly with { Jitter = TimeSpan.FromMinutes(2) });
        time.Advance(TimeSpan.FromSeconds(6));
        a.Shared.Beat();
        a.Shared.Round();
        time.Advance(TimeSpan.FromSeconds(50));
        a.Shared.Beat();
        a.Shared.Round();
        var (early, late) = (a.Calls, a.Admin.DueButNotFired(TimeSpan.FromSeconds(5)));
        time.Advance(TimeSpan.FromSeconds(10));
        await a.TurnAsync();

        early.Should().Be(0);
        late.Should().BeEmpty("it is only put off");
        a.Calls.Should().Be(1);
    }

    [TestMethod]
    public async Task A_server_that_leaves_has_written_its_ends()
    {
        Start(Hourly);
        time.Advance(TimeSpan.FromSeconds(3));
        a.Shared.Beat();
        a.Shared.Round();
        await a.Runs.StopAsync(default);

        a.Shared.Leave();

        store.Runs.Single().Outcome.Should().Be(JobOutcome.Succeeded);
        claims.Claim(a.Node, new ClaimTerms(1, TimeSpan.Zero, TimeSpan.Zero)).NextDue.Should().BeNull("it is no member any more");
    }

    public void Dispose()
    {
        a.Dispose();
        b.Dispose();
    }

    private static TaskCompletionSource<InvokeResult> HoldUp(NodeBench node, TaskCompletionSource? cancelled = null)
    {
        var answer = new TaskCompletionSource<InvokeResult>();
        node.Invoker.Answer = async (args, _) =>
        {
            node.Held.UnionWith(node.Table.Read(slot => slot.Active).OfType<ActiveRun>().Select(run => run.Id));
            await using var registration = args.Stopping.Register(() =>
            {
                cancelled?.TrySetResult();
                answer.TrySetCanceled(args.Stopping);
            });
            return await answer.Task;
        };
        return answer;
    }

    private void Start(params ServerJob[] jobs)
    {
        a.Apply(jobs);
        b.Apply(jobs);
    }

    private async Task StepAsync(TimeSpan by, params NodeBench[] nodes)
    {
        time.Advance(by);
        foreach (var node in nodes.Length == 0 ? [a, b] : nodes) await node.TurnAsync();
    }
}
