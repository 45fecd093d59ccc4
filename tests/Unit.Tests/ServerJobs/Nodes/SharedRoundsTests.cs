using Cleverence.Connectivity;
using Cleverence.Warehouse;
using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class SharedRoundsTests : IDisposable
{
    private static readonly ServerJob Hourly = JobBench.Job("a", "1:00:00");
    private readonly ManualTimeProvider time = new(new DateTimeOffset(2026, 5, 31, 5, 59, 0, TimeSpan.Zero));
    private readonly MemoryJobStore store = new();
    private readonly MemoryJobClaims claims;
    private readonly NodeBench a;
    private readonly NodeBench b;

    public SharedRoundsTests()
    {
        claims = new MemoryJobClaims(store, time);
        (a, b) = (new NodeBench("A", claims, store, time), new NodeBench("B", claims, store, time));
    }

    [TestMethod]
    public async Task Claim_whose_answer_was_lost_is_recorded_as_not_started_and_the_job_goes_on()
    {
        a.Apply(Hourly);
        Turn(2.5);
        time.Advance(TimeSpan.FromSeconds(0.5));
        claims.AnswerLost = new IOException("The connection was reset.");
        a.Invoking(node => node.Shared.Round()).Should().Throw<IOException>();

        Turn(2);
        a.Ledger.Flush();

        a.Calls.Should().Be(0);
        claims.Read().Jobs.Single().Owner.Should().BeNull();
        store.Runs.Should().ContainSingle().Which.Outcome.Should().Be(JobOutcome.Cancelled);
        a.HasLogged(3131).Should().BeTrue();
        Turn(3600 - 2);
        await a.SettleAsync();
        a.Calls.Should().Be(1);
    }

    [TestMethod]
    public void Run_by_hand_whose_answer_was_lost_is_given_back()
    {
        a.Apply(Hourly);
        Turn(1);
        claims.AnswerLost = new IOException("The connection was reset.");
        a.Admin.Invoking(admin => admin.RunNow("a")).Should().Throw<ConnectorException>();

        Turn(1);
        a.Ledger.Flush();

        claims.Read().Jobs.Single().Owner.Should().BeNull();
    }

    [TestMethod]
    public async Task Claims_are_run_also_when_the_calendars_cannot_be_asked_again()
    {
        a.Apply(Hourly);
        Turn(1);
        claims.ReplanFailure = new IOException("away");
        time.SetUtcNow(time.GetUtcNow().AddSeconds(2));

        a.Invoking(node => node.Shared.Round()).Should().Throw<IOException>();
        await a.SettleAsync();

        a.Calls.Should().Be(1);
        store.Runs.Single().Outcome.Should().Be(JobOutcome.Succeeded);
    }

    [TestMethod]
    public void Run_that_goes_on_is_no_stray()
    {
        HoldUp(a);
        a.Apply(Hourly);
        Turn(3);

        Turn(2);
        a.Ledger.Flush();

        claims.Read().Jobs.Single().Owner.Should().Be(a.Node.Id);
        a.HasLogged(3131).Should().BeFalse();
    }

    [TestMethod]
    public void Server_whose_file_no_longer_names_a_calendar_plans_nothing_for_the_others()
    {
        var daily = JobBench.Calendar("a", """{"beginTime":"09:00:00","daysRepeatPeriod":1}""");
        a.Apply(daily);
        b.Apply(daily);
        b.Table.Apply([]);

        b.Shared.Round().Should().BePositive("it must not ask again at once");
        a.Shared.Round();

        claims.Read().Jobs.Single().NextDue.Should().Be(new DateTimeOffset(2026, 5, 31, 6, 0, 0, TimeSpan.Zero));
    }

    [TestMethod]
    public async Task Each_start_of_a_calendar_that_passed_in_an_outage_is_a_miss()
    {
        a.Apply(JobBench.Calendar("a", """{"beginTime":"09:00:00","daysRepeatPeriod":1,"repeatPeriodInDay":60}"""));
        Turn(30);
        time.Advance(TimeSpan.FromHours(10.01));

        a.Shared.Beat();
        a.Shared.Round();
        await a.TurnAsync();
        await a.TurnAsync();

        // From 9:00 to 19:00 in Moscow; the last one is made late, for its window is open.
        store.Runs.Should().ContainSingle();
        claims.Read().Jobs.Single().Misses.Should().Be(600);
    }

    [TestMethod]
    public async Task Starts_of_a_calendar_between_a_moment_and_its_late_start_are_misses()
    {
        a.Apply(JobBench.Calendar("a", """{"beginTime":"09:00:00","daysRepeatPeriod":1,"repeatPeriodInDay":1}"""));
        Turn(30);
        time.Advance(TimeSpan.FromSeconds(50));

        await a.TurnAsync();
        await a.TurnAsync();

        store.Runs.Should().ContainSingle();
        claims.Read().Jobs.Single().Misses.Should().Be(20);
    }

    [TestMethod]
    public async Task Calendar_that_skips_goes_on_beside_a_long_run()
    {
        var call = HoldUp(a);
        a.Apply(JobBench.Calendar("a", """{"beginTime":"09:00:00","daysRepeatPeriod":1,"repeatPeriodInDay":60}""") with { Overlap = JobOverlap.Skip });
        Turn(30);
        Turn(30);
        Turn(0);
        Turn(60);
        Turn(0);
        Turn(60);

        claims.Read().Jobs.Single().Should().Match<JobClaimState>(row => row.Skips == 2 && row.Owner == a.Node.Id);
        call.SetResult(InvokeResult.Ok());
        await Eventually.Become(() => a.Table.Read(slot => slot.Running).All(running => !running), "the end of the run");
        a.Ledger.Flush();
        Turn(0);
        claims.Read().Jobs.Single().NextDue.Should().Be(new DateTimeOffset(2026, 5, 31, 6, 3, 0, TimeSpan.Zero));
    }

    [TestMethod]
    public async Task Calendar_that_cancels_ends_its_run_and_starts_anew()
    {
        HoldUp(a);
        a.Apply(JobBench.Calendar("a", """{"beginTime":"09:00:00","daysRepeatPeriod":1,"repeatPeriodInDay":60}""") with { Overlap = JobOverlap.Cancel });
        Turn(30);
        Turn(30);
        Turn(0);
        Turn(60);
        Turn(0);
        await Eventually.Become(() => a.Table.Read(slot => slot.Running).All(running => !running), "the end of the cancelled run");
        a.Ledger.Flush();

        await a.TurnAsync();

        a.Calls.Should().Be(2);
        store.Runs.Select(run => run.PlannedAt).Should().Equal(new DateTimeOffset(2026, 5, 31, 6, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 5, 31, 6, 1, 0, TimeSpan.Zero));
    }

    [TestMethod]
    public void Put_off_run_is_given_back_when_the_server_stops()
    {
        a.Options.Randomness = () => 0.5;
        a.Apply(Hourly with { Jitter = TimeSpan.FromMinutes(2) });
        Turn(6);
        claims.Read().Jobs.Single().Owner.Should().Be(a.Node.Id);

        a.Shared.StopClaiming();
        a.Ledger.Flush();

        a.Calls.Should().Be(0);
        claims.Read().Jobs.Single().Owner.Should().BeNull();
        store.Runs.Single().Outcome.Should().Be(JobOutcome.Cancelled);
    }

    [TestMethod]
    public void Repeat_is_taken_before_anybody_else_may_show_another_one()
    {
        a.Apply(Hourly with { Retries = new JobRetries(1, TimeSpan.FromSeconds(10)) });
        (TimeSpan? RepeatIn, long Shown) told = default;
        var launch = a.Table.Take(new JobClaim("a", 1, "r", JobTrigger.Schedule, time.GetUtcNow(), 1), (ended, repeatIn) => told = (repeatIn, a.Table.With(ended.Slot, slot => slot.Again)))!;

        a.Table.Ended(launch, new JobRun("r", "a", "a", "", JobTrigger.Schedule, time.GetUtcNow()) { Outcome = JobOutcome.Failed, EndedAt = time.GetUtcNow() });

        told.Should().Be((TimeSpan.FromSeconds(10), JobSlot.Never));
    }

    public void Dispose()
    {
        a.Dispose();
        b.Dispose();
    }

    private static TaskCompletionSource<InvokeResult> HoldUp(NodeBench node)
    {
        var answer = new TaskCompletionSource<InvokeResult>();
        node.Invoker.Answer = async (args, _) =>
        {
            await using var registration = args.Stopping.Register(() => answer.TrySetCanceled(args.Stopping));
            return await answer.Task;
        };
        return answer;
    }

    private void Turn(double seconds)
    {
        time.Advance(TimeSpan.FromSeconds(seconds));
        a.Shared.Beat();
        a.Shared.Round();
    }
}
