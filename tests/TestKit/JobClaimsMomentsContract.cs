using FluentAssertions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ServerJobs;

namespace TestKit;

/// <summary>The part of <see cref="JobClaimsContract"/> on calendars, repeats and keys.</summary>
public abstract class JobClaimsMomentsContract : JobClaimsLeaseContract
{
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

    [TestMethod]
    public void Calendar_job_waits_until_its_start_is_worked_out()
    {
        Join([Calendar()], A, B);
        var round = Claims.Claim(A, Terms);
        round.Claims.Should().BeEmpty();
        var asked = round.Unplanned.Should().ContainSingle().Subject;

        Claims.Plan(A, [new PlannedStart(asked.JobId, asked.Fence, asked.Now, Missed: 0)]);
        var claim = Claim(B);
        Claims.Claim(A, Terms).Unplanned.Should().BeEmpty("it runs");
        Free(B, claim);

        claim.PlannedAt.Should().Be(asked.Now);
        Claims.Claim(A, Terms).Unplanned.Should().ContainSingle().Which.Should().Match<UnplannedJob>(job => job.LastStartedAt != null && job.LastEndedAt != null && job.LateSince == null);
    }

    [TestMethod]
    public void Calendar_start_that_came_too_late_is_worked_out_again()
    {
        Join([Calendar()], A);
        var asked = Claims.Claim(A, Terms).Unplanned.Single();
        Claims.Plan(A, [new PlannedStart(asked.JobId, asked.Fence, asked.Now, Missed: 0)]);
        Advance(0.1 * Hour);

        var late = Claims.Claim(A, Terms);
        var again = late.Unplanned.Should().ContainSingle().Subject;
        Claims.Plan(A, [new PlannedStart(again.JobId, again.Fence, null, Missed: 1)]);

        late.Claims.Should().BeEmpty();
        again.LateSince.Should().Be(asked.Now);
        Row().Should().Match<JobClaimState>(row => row.Misses == 1 && row.NextDue == null);
        Claims.Claim(A, Terms).Unplanned.Should().BeEmpty("it has no start any more");
    }

    [TestMethod]
    public void Plan_of_a_job_that_was_claimed_in_the_meantime_is_dropped()
    {
        Join([Calendar()], A, B);
        var asked = Claims.Claim(A, Terms).Unplanned.Single();
        var claim = Claims.ClaimNow(B, "Обмен", null)!;
        Free(B, claim);

        Claims.Plan(A, [new PlannedStart(asked.JobId, asked.Fence, asked.Now, Missed: 0)]);

        Row().NextDue.Should().BeNull();
    }

    [TestMethod]
    public void Next_moment_is_told()
    {
        Join([Job(), Job("later") with { FirstIn = 0.5 * Hour }], A);

        var round = Claims.Claim(A, Terms);

        (round.NextDue - round.Now).Should().BeCloseTo(0.5 * Hour, TimeSpan.FromMinutes(1));
    }
}
