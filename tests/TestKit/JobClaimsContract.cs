using FluentAssertions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ServerJobs;

namespace TestKit;

/// <summary>What every <see cref="IJobClaims"/> must do. A test class inherits it and brings the timetable, with a clock that can be moved on.</summary>
/// <remarks>Periods are an hour, so that the seconds a real database takes between two calls mean nothing.</remarks>
public abstract class JobClaimsContract
{
    private static readonly TimeSpan Lease = TimeSpan.FromDays(100);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly ClaimTerms Terms = new(100, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));

    /// <summary>One of two servers.</summary>
    protected static JobNode A { get; } = new("a-1", "A");

    /// <summary>The other one.</summary>
    protected static JobNode B { get; } = new("b-1", "B");

    /// <summary>The timetable under test, empty at first.</summary>
    protected abstract IJobClaims Claims { get; }

    /// <summary>The store of runs, pauses and the lock.</summary>
    protected abstract IJobStore Store { get; }

    /// <summary>Moves the clock of the database on, or back.</summary>
    /// <param name="by">How far.</param>
    protected abstract void Advance(TimeSpan by);

    /// <summary>An hourly job whose first start is now.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="hash">The hash of its definition.</param>
    /// <returns>The definition.</returns>
    protected static JobDefinition Job(string id = "Обмен", string hash = "h1") => new(id, hash, id, "One:Run") { Period = Hour };

    /// <summary>A job with a calendar.</summary>
    /// <returns>The definition.</returns>
    protected static JobDefinition Calendar() => Job() with { Period = null };

    /// <summary>Of two claimers only the first gets a job.</summary>
    [TestMethod]
    public void Due_job_is_claimed_once()
    {
        Join([Job()], A, B);

        Claims.Claim(A, Terms).Claims.Should().ContainSingle().Which.Should().Match<JobClaim>(claim => claim.JobId == "Обмен" && claim.Trigger == JobTrigger.Schedule && claim.Attempt == 1);
        Claims.Claim(B, Terms).Claims.Should().BeEmpty();
        Claims.Claim(A, Terms).Claims.Should().BeEmpty();
    }

    /// <summary>Claimers at the same time share the jobs and get none twice.</summary>
    [TestMethod]
    public void Claimers_at_once_get_every_job_and_none_twice()
    {
        Join([.. Enumerable.Range(0, 100).Select(number => Job($"job{number}"))], A, B);
        var few = Terms with { Limit = 3 };

        var claims = Enumerable.Range(0, 80).AsParallel().WithDegreeOfParallelism(8).SelectMany(number => Claims.Claim(number % 2 == 0 ? A : B, few).Claims).ToList();
        claims.AddRange(Claims.Claim(A, Terms).Claims);

        claims.Select(claim => claim.JobId).Should().OnlyHaveUniqueItems().And.HaveCount(100);
        claims.Select(claim => claim.RunId).Should().OnlyHaveUniqueItems();
    }

    /// <summary>The open row is there with the claim.</summary>
    [TestMethod]
    public async Task Claim_writes_the_open_row_of_the_run()
    {
        Join([Job() with { Key = "к" }], A);

        var claim = Claim(A);

        (await RunsAsync()).Should().ContainSingle().Which.Should().Match<JobRun>(run => run.Id == claim.RunId && run.Node == "A" && run.Outcome == null && run.Key == "к" && run.PlannedAt == claim.PlannedAt);
    }

    /// <summary>The next moment is on the grid of the first, and passed ones are counted.</summary>
    [TestMethod]
    public void Moments_stay_on_the_grid_and_those_passed_are_misses()
    {
        Join([Job()], A);
        var first = Claim(A);
        Free(A, first);

        Advance(3 * Hour);
        var second = Claim(A);

        (second.PlannedAt - first.PlannedAt).Should().Be(3 * Hour);
        Row().Misses.Should().Be(2);
        (Row().NextDue - second.PlannedAt).Should().Be(Hour);
    }

    /// <summary>A start that is too late is a miss.</summary>
    [TestMethod]
    public void Start_later_than_the_grace_is_a_miss_and_the_job_waits_for_its_next_moment()
    {
        Join([Job()], A);
        Free(A, Claim(A));

        Advance(1.5 * Hour);
        var late = Claims.Claim(A, Terms).Claims;

        late.Should().BeEmpty();
        Row().Misses.Should().Be(1);
        Advance(0.5 * Hour);
        Claims.Claim(A, Terms).Claims.Should().ContainSingle();
        Row().Misses.Should().Be(1);
    }

    /// <summary>The catch-up window of a job widens the grace.</summary>
    [TestMethod]
    public void Start_within_the_window_of_catching_up_is_made_up()
    {
        Join([Job() with { CatchUp = Hour }], A);
        Free(A, Claim(A));

        Advance(1.5 * Hour);

        Claims.Claim(A, Terms).Claims.Should().ContainSingle();
        Row().Misses.Should().Be(0);
    }

    /// <summary>A moment during the run is skipped and counted.</summary>
    [TestMethod]
    public void Moment_at_which_the_job_still_runs_is_a_skip()
    {
        Join([Job()], A, B);
        Claim(A);

        Tick(B, 2);

        Row().Skips.Should().Be(2);
        Row().Misses.Should().Be(0);
    }

    /// <summary>One start waits, the next ones are skipped.</summary>
    [TestMethod]
    public void Queued_start_follows_the_end_of_the_run_and_further_ones_are_skipped()
    {
        Join([Job() with { Overlap = ClaimOverlap.Queue }], A, B);
        var first = Claim(A);
        Tick(B, 2);

        Claims.Claim(B, Terms).Claims.Should().BeEmpty();
        Free(A, first);
        var queued = Claim(B);

        (queued.PlannedAt - first.PlannedAt).Should().Be(Hour);
        Row().Skips.Should().Be(1);
    }

    /// <summary>The server that runs the job learns that it is to be cancelled.</summary>
    [TestMethod]
    public void Moment_of_a_job_that_cancels_itself_is_told_to_the_server_that_runs_it()
    {
        Join([Job() with { Overlap = ClaimOverlap.Cancel }], A, B);
        var first = Claim(A);
        Tick(B, 1);

        Claims.Claim(B, Terms).Cancels.Should().BeEmpty();
        Claims.Claim(A, Terms).Cancels.Should().Equal(new HeldClaim("Обмен", first.Fence));
        Free(A, first);

        Claim(B).PlannedAt.Should().Be(first.PlannedAt + Hour);
        Claims.Claim(A, Terms).Cancels.Should().BeEmpty();
    }

    /// <summary>A run with the right fence is recorded and the job is free.</summary>
    [TestMethod]
    public async Task End_with_the_fence_of_the_claim_is_recorded()
    {
        Join([Job()], A);
        var claim = Claim(A);

        var refused = Claims.Close(A, [End(claim)]);

        refused.Should().BeEmpty();
        (await RunsAsync()).Should().ContainSingle().Which.Should().Match<JobRun>(run => run.Outcome == JobOutcome.Succeeded && run.EndedAt != null && run.Elapsed == TimeSpan.FromSeconds(2));
        Row().Should().Match<JobClaimState>(row => row.Owner == null && row.LastRun!.Id == claim.RunId && row.LastEndedAt != null);
    }

    /// <summary>A recorded run whose call goes on keeps the job.</summary>
    [TestMethod]
    public void Recorded_run_keeps_its_job_until_it_is_freed()
    {
        Join([Job()], A, B);
        var claim = Claim(A);

        Claims.Close(A, [End(claim) with { Frees = false }]);
        Tick(B, 1);
        var during = Row();
        Claims.Close(A, [new ClaimEnd(claim.JobId, claim.Fence) { Frees = true }]);

        during.Should().Match<JobClaimState>(row => row.Owner == A.Id && row.Skips == 1);
        Row().Should().Match<JobClaimState>(row => row.Owner == null && row.LastRun!.Id == claim.RunId);
    }

    /// <summary>The heart of it: a server that fell silent cannot complete what was taken over.</summary>
    [TestMethod]
    public async Task End_of_a_run_that_was_taken_over_is_refused()
    {
        Join([Job()], A, B);
        var old = Claim(A);
        Silence(A);

        var lost = Claims.TakeOver();
        var refused = Claims.Close(A, [End(old)]);

        lost.Should().Equal(new LostClaim("Обмен", old.RunId, A.Id));
        refused.Should().ContainSingle().Which.Fence.Should().Be(old.Fence);
        (await RunsAsync()).Should().ContainSingle().Which.Should().Match<JobRun>(run => run.Outcome == JobOutcome.Lost && run.InDoubt && run.EndedAt != null);
        Row().Should().Match<JobClaimState>(row => row.Owner == null && row.Fence > old.Fence);
    }

    /// <summary>Nor can it while the job runs elsewhere.</summary>
    [TestMethod]
    public async Task End_of_a_run_whose_job_runs_elsewhere_is_refused()
    {
        Join([Job()], A, B);
        var old = Claim(A);
        Silence(A);
        Claims.TakeOver();
        Advance(Hour - TimeSpan.FromMinutes(2));
        var now = Claim(B);

        Claims.Close(A, [End(old)]).Should().ContainSingle();
        Claims.Close(B, [End(now)]).Should().BeEmpty();

        now.Fence.Should().BeGreaterThan(old.Fence);
        (await RunsAsync()).Select(run => run.Outcome).Should().BeEquivalentTo([JobOutcome.Lost, JobOutcome.Succeeded]);
    }

    /// <summary>A lease that holds is left alone, and so is one that was prolonged after it had run out.</summary>
    [TestMethod]
    public void Lease_that_was_prolonged_before_anybody_took_over_has_held()
    {
        Join([Job()], A, B);
        var claim = Claim(A);
        Claims.TakeOver().Should().BeEmpty();
        Silence(A);

        Claims.Renew(A, Lease).Held.Should().BeTrue();

        Claims.TakeOver().Should().BeEmpty();
        Claims.Held(A).Should().Equal(new HeldClaim("Обмен", claim.Fence));
        Claims.Close(A, [End(claim)]).Should().BeEmpty();
    }

    /// <summary>A server learns at its next word that others took over.</summary>
    [TestMethod]
    public void Server_that_was_taken_over_learns_it_and_holds_nothing()
    {
        Join([Job()], A, B);
        Claim(A);
        Silence(A);
        Claims.TakeOver();

        Claims.Renew(A, Lease).Held.Should().BeFalse();
        Claims.Held(A).Should().BeEmpty();
    }

    /// <summary>A server that is waking up claims nothing before its lease is new.</summary>
    [TestMethod]
    public void Server_whose_lease_has_run_out_claims_nothing()
    {
        Join([Job()], A, B);
        Silence(A);

        Claims.Claim(A, Terms with { Grace = Hour }).Claims.Should().BeEmpty();
        Claims.ClaimNow(A, "Обмен", null).Should().BeNull();
    }

    /// <summary>One server that leaves in order hands over at once.</summary>
    [TestMethod]
    public void Server_that_leaves_hands_over_at_once()
    {
        Join([Job()], A, B);
        var claim = Claim(A);

        Claims.Leave(A);

        Claims.TakeOver().Should().ContainSingle().Which.RunId.Should().Be(claim.RunId);
    }

    /// <summary>Files that differ: only servers that agree with what is in force claim.</summary>
    [TestMethod]
    public void Server_whose_file_differs_claims_nothing_of_that_job()
    {
        Join([Job(), Job("other")], A);
        Claims.Renew(B, Lease);

        var differences = Claims.Register(B, [Job(hash: "h2"), Job("other")]);

        differences.Should().ContainSingle().Which.Should().BeEquivalentTo(new DefinitionDifference("Обмен", ["A"]));
        Claims.Claim(B, Terms).Claims.Select(claim => claim.JobId).Should().Equal("other");
        Claims.ClaimNow(B, "Обмен", null).Should().BeNull();
        Claims.Claim(A, Terms).Claims.Select(claim => claim.JobId).Should().Equal("Обмен");
    }

    /// <summary>A change that reaches one server after the other.</summary>
    [TestMethod]
    public void Changed_definition_counts_once_no_living_server_holds_the_old_one()
    {
        Join([Job()], A, B);
        Claims.Register(B, [Job(hash: "h2")]).Should().ContainSingle();

        var last = Claims.Register(A, [Job(hash: "h2")]);

        last.Should().BeEmpty();
        Claims.Register(B, [Job(hash: "h2")]).Should().BeEmpty();
        Row().Hash.Should().Be("h2");
        Claims.Claim(B, Terms).Claims.Should().ContainSingle();
    }

    /// <summary>A dead server's file counts no more.</summary>
    [TestMethod]
    public void Definition_of_a_silent_server_holds_nobody_up()
    {
        Join([Job()], A, B);
        Claims.Register(B, [Job(hash: "h2")]).Should().ContainSingle();
        Silence(A);

        Claims.Register(B, [Job(hash: "h2")]).Should().BeEmpty();
    }

    /// <summary>A change that leaves the period alone leaves the rhythm alone.</summary>
    [TestMethod]
    public void Change_of_something_else_keeps_the_rhythm()
    {
        Join([Job()], A);
        var claim = Claim(A);

        Claims.Register(A, [Job(hash: "h2") with { Name = "Новое имя" }]);

        Row().NextDue.Should().Be(claim.PlannedAt + Hour);
    }

    /// <summary>A new period goes on from the last start.</summary>
    [TestMethod]
    public void New_period_goes_on_from_the_last_start()
    {
        Join([Job()], A);
        var claim = Claim(A);

        Claims.Register(A, [Job(hash: "h2") with { Period = 2 * Hour }]);

        Row().NextDue.Should().Be(claim.PlannedAt + (2 * Hour));
    }

    /// <summary>A job that was taken out for a while missed nothing.</summary>
    [TestMethod]
    public void Job_taken_out_and_put_back_has_missed_nothing()
    {
        Join([Job()], A);
        Free(A, Claim(A));
        Claims.Register(A, []);
        Advance(10.5 * Hour);

        Claims.Register(A, [Job()]).Should().BeEmpty();

        Claims.Claim(A, Terms).Claims.Should().BeEmpty();
        Row().Misses.Should().Be(0);
        Advance(0.5 * Hour);
        Claims.Claim(A, Terms).Claims.Should().ContainSingle();
    }

    /// <summary>A disabled job rests, but runs by hand.</summary>
    [TestMethod]
    public void Disabled_job_is_claimed_only_by_hand()
    {
        Join([Job() with { Enabled = false }], A);

        Claims.Claim(A, Terms).Claims.Should().BeEmpty();
        Claims.ClaimNow(A, "Обмен", "Иванов").Should().Match<JobClaim>(claim => claim.Trigger == JobTrigger.Manual && claim.PlannedAt == null && claim.StartedBy == "Иванов");
    }

    /// <summary>By hand too a job never runs twice at once.</summary>
    [TestMethod]
    public async Task Run_by_hand_is_refused_while_the_job_runs_anywhere()
    {
        Join([Job()], A, B);
        var claim = Claim(A);

        Claims.ClaimNow(B, "Обмен", null).Should().BeNull();
        Free(A, claim);
        Claims.ClaimNow(B, "Обмен", "Иванов").Should().NotBeNull();

        (await RunsAsync()).Should().Contain(run => run.Trigger == JobTrigger.Manual && run.StartedBy == "Иванов" && run.Node == "B");
    }

    /// <summary>The schedule keeps its own last start.</summary>
    [TestMethod]
    public void Run_by_hand_leaves_the_schedule_as_it_was()
    {
        Join([Job()], A);
        Free(A, Claim(A));
        var before = Row();

        Free(A, Claims.ClaimNow(A, "Обмен", null)!);

        Row().Should().BeEquivalentTo(before, options => options.Excluding(row => row.Fence).Excluding(row => row.LastRun));
    }

    /// <summary>A pause set by one server holds on all, and what passes during it is neither skip nor miss.</summary>
    [TestMethod]
    public async Task Pause_holds_on_every_server_and_counts_nothing()
    {
        Join([Job()], A, B);
        await Store.SavePauseAsync("Обмен", new JobPause("Переучёт", "Сидоров", DateTimeOffset.UtcNow), default);

        Tick(B, 3);
        Claims.Claim(A, Terms).Claims.Should().BeEmpty();
        await Store.SavePauseAsync("Обмен", null, default);

        Claims.Claim(A, Terms).Claims.Should().BeEmpty();
        Row().Should().Match<JobClaimState>(row => row.Misses == 0 && row.Skips == 0);
        Tick(A, 1);
        Row().Owner.Should().Be(A.Id);
    }

    /// <summary>The lock of all jobs holds on every server.</summary>
    [TestMethod]
    public async Task Lock_of_all_jobs_holds_on_every_server()
    {
        Join([Job()], A, B);
        await Store.SaveLockAsync(new JobLock("Обновление", "Сидоров", DateTimeOffset.UtcNow), default);
        Claims.Claim(A, Terms).Claims.Should().BeEmpty();
        Claims.ClaimNow(A, "Обмен", null).Should().NotBeNull("a person may");

        await Store.SaveLockAsync(null, default);
        Free(A, new JobClaim("Обмен", Row().Fence, "", JobTrigger.Manual, null, 1));
        Tick(B, 1);

        Row().Owner.Should().Be(B.Id);
    }

    /// <summary>A repeat is claimed by whoever comes first, for the same moment.</summary>
    [TestMethod]
    public void Repeat_is_due_from_the_end_of_the_failed_run_and_counts_its_attempts()
    {
        Join([Job()], A, B);
        var first = Claim(A);
        Claims.Close(A, [End(first, JobOutcome.Failed) with { RepeatIn = TimeSpan.FromMinutes(5) }]);
        Claims.Claim(B, Terms).Claims.Should().BeEmpty();

        Advance(TimeSpan.FromMinutes(5.5));
        var repeat = Claim(B);

        repeat.Should().Match<JobClaim>(claim => claim.Trigger == JobTrigger.Retry && claim.Attempt == 2 && claim.PlannedAt == first.PlannedAt);
        Free(B, repeat);
        Row().Repeats.Should().Be(0);
    }

    /// <summary>The regular moment takes the place of a repeat and keeps the count.</summary>
    [TestMethod]
    public void Regular_moment_replaces_the_repeat_and_keeps_the_count()
    {
        Join([Job()], A);
        Claims.Close(A, [End(Claim(A), JobOutcome.Failed) with { RepeatIn = TimeSpan.FromMinutes(5) }]);
        Advance(TimeSpan.FromMinutes(5.5));
        Claims.Close(A, [End(Claim(A), JobOutcome.Failed) with { RepeatIn = 2 * Hour }]);

        Advance(TimeSpan.FromMinutes(54.5));
        var regular = Claim(A);

        regular.Should().Match<JobClaim>(claim => claim.Trigger == JobTrigger.Schedule && claim.Attempt == 2);
        Row().RepeatAt.Should().BeNull();
    }

    /// <summary>Two jobs with one call and key never run at once, wherever.</summary>
    [TestMethod]
    public void Job_with_the_call_and_key_of_a_running_one_is_skipped()
    {
        Join([Job("one") with { Key = "k" }, Job("two") with { Key = "k", FirstIn = Hour }], A, B);
        Claim(A);

        Tick(B, 1);
        var rows = Claims.Read().Jobs;

        rows.Single(row => row.JobId == "two").Should().Match<JobClaimState>(row => row.Owner == null && row.Skips == 1);
        Claims.ClaimNow(B, "two", null).Should().BeNull();
    }

    /// <summary>A calendar is asked before the first start and after each run.</summary>
    [TestMethod]
    public void Calendar_job_waits_until_its_start_is_worked_out()
    {
        Join([Calendar()], A, B);
        var round = Claims.Claim(A, Terms);
        round.Claims.Should().BeEmpty();
        var asked = round.Unplanned.Should().ContainSingle().Subject;

        Claims.Plan(A, [new PlannedStart(asked.JobId, asked.Fence, asked.Now, Missed: false)]);
        var claim = Claim(B);
        Claims.Claim(A, Terms).Unplanned.Should().BeEmpty("it runs");
        Free(B, claim);

        claim.PlannedAt.Should().Be(asked.Now);
        Claims.Claim(A, Terms).Unplanned.Should().ContainSingle().Which.Should().Match<UnplannedJob>(job => job.LastStartedAt != null && job.LastEndedAt != null && job.LateSince == null);
    }

    /// <summary>What came too late is asked again, and a miss is counted when the answer is another moment.</summary>
    [TestMethod]
    public void Calendar_start_that_came_too_late_is_worked_out_again()
    {
        Join([Calendar()], A);
        var asked = Claims.Claim(A, Terms).Unplanned.Single();
        Claims.Plan(A, [new PlannedStart(asked.JobId, asked.Fence, asked.Now, Missed: false)]);
        Advance(0.1 * Hour);

        var late = Claims.Claim(A, Terms);
        var again = late.Unplanned.Should().ContainSingle().Subject;
        Claims.Plan(A, [new PlannedStart(again.JobId, again.Fence, null, Missed: true)]);

        late.Claims.Should().BeEmpty();
        again.LateSince.Should().Be(asked.Now);
        Row().Should().Match<JobClaimState>(row => row.Misses == 1 && row.NextDue == null);
        Claims.Claim(A, Terms).Unplanned.Should().BeEmpty("it has no start any more");
    }

    /// <summary>A plan made from an old view is dropped.</summary>
    [TestMethod]
    public void Plan_of_a_job_that_was_claimed_in_the_meantime_is_dropped()
    {
        Join([Calendar()], A, B);
        var asked = Claims.Claim(A, Terms).Unplanned.Single();
        var claim = Claims.ClaimNow(B, "Обмен", null)!;
        Free(B, claim);

        Claims.Plan(A, [new PlannedStart(asked.JobId, asked.Fence, asked.Now, Missed: false)]);

        Row().NextDue.Should().BeNull();
    }

    /// <summary>After the clock was set back no job waits for the old time.</summary>
    [TestMethod]
    public void Clock_set_back_leaves_no_job_waiting()
    {
        Join([Job()], A);
        var before = Claim(A);
        Free(A, before);
        Advance(-30 * Hour);
        Claims.Renew(A, Lease);

        Claims.Claim(A, Terms).Claims.Should().BeEmpty();

        (Row().NextDue - before.PlannedAt).Should().BeLessThan(-28 * Hour);
        (Row().NextDue!.Value - before.PlannedAt!.Value).Ticks.Should().Match(ticks => ticks % Hour.Ticks != 0, "no moment may be one that was there before");
    }

    /// <summary>The next moment is told, so that nobody has to ask often.</summary>
    [TestMethod]
    public void Next_moment_is_told()
    {
        Join([Job(), Job("later") with { FirstIn = 0.5 * Hour }], A);

        var round = Claims.Claim(A, Terms);

        (round.NextDue - round.Now).Should().BeCloseTo(0.5 * Hour, TimeSpan.FromMinutes(1));
    }

    private void Join(IReadOnlyList<JobDefinition> jobs, params JobNode[] nodes)
    {
        Array.ForEach(nodes, node => Claims.Renew(node, Lease).Held.Should().BeFalse());
        Array.ForEach(nodes, node => Claims.Register(node, jobs).Should().BeEmpty());
    }

    private JobClaim Claim(JobNode node) => Claims.Claim(node, Terms).Claims.Should().ContainSingle().Subject;

    private void Free(JobNode node, JobClaim claim) => Claims.Close(node, [new ClaimEnd(claim.JobId, claim.Fence) { Frees = true }]).Should().BeEmpty();

    // Moves on by whole periods, with a round at each.
    private void Tick(JobNode node, int hours)
    {
        for (var hour = 0; hour < hours; hour++)
        {
            Advance(Hour);
            Claims.Claim(node, Terms);
        }
    }

    // The lease of one server runs out, those of the others do not.
    private void Silence(JobNode silent)
    {
        Claims.Renew(silent, TimeSpan.FromMinutes(1));
        Advance(TimeSpan.FromMinutes(2));
    }

    private JobClaimState Row() => Claims.Read().Jobs.Should().ContainSingle().Subject;

    private async Task<IReadOnlyList<JobRun>> RunsAsync() => await Store.ListAsync(new JobRunQuery(1000), default);

    private static ClaimEnd End(JobClaim claim, JobOutcome outcome = JobOutcome.Succeeded) => new(claim.JobId, claim.Fence)
    {
        Frees = true,
        Run = new JobRun(claim.RunId, claim.JobId, claim.JobId, "One:Run", claim.Trigger, DateTimeOffset.UtcNow) { Outcome = outcome, Elapsed = TimeSpan.FromSeconds(2), PlannedAt = claim.PlannedAt },
    };
}
