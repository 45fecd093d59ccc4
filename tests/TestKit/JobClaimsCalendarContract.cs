using FluentAssertions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ServerJobs;

namespace TestKit;

/// <summary>The part of <see cref="JobClaimsContract"/> on moments of calendars that come during a run, or pass.</summary>
public abstract class JobClaimsCalendarContract : JobClaimsMomentsContract
{
    [TestMethod]
    public void Calendar_start_that_comes_during_a_run_is_skipped_and_counts_as_a_start()
    {
        Join([Calendar() with { Overlap = ClaimOverlap.Skip }], A, B);
        Plan();
        var claim = Claim(A);

        Plan();
        var skipped = Row();
        Claims.Claim(B, Terms).Claims.Should().BeEmpty();

        skipped.Owner.Should().Be(A.Id);
        Row().Should().Match<JobClaimState>(row => row.Skips == 1 && row.LastStartedAt == skipped.NextDue);
        Claims.Claim(B, Terms).Unplanned.Should().ContainSingle("the next one is worked out during the run").Which.Owner.Should().Be(A.Id);
        Free(A, claim);
        Row().Should().Match<JobClaimState>(row => row.QueuedAt == null && row.Owner == null);
    }

    [TestMethod]
    public void Calendar_start_that_comes_during_a_run_cancels_it_and_follows()
    {
        Join([Calendar() with { Overlap = ClaimOverlap.Cancel }], A, B);
        Plan();
        var claim = Claim(A);
        Plan();
        var planned = Row().NextDue;

        Claims.Claim(A, Terms).Cancels.Should().Equal(new HeldClaim("Обмен", claim.Fence));
        Free(A, claim);

        Claim(B).PlannedAt.Should().Be(planned);
        Row().Skips.Should().Be(0);
    }

    [TestMethod]
    public void Calendar_start_that_queues_is_worked_out_after_the_run()
    {
        Join([Calendar()], A, B);
        Plan();
        var claim = Claim(A);

        Claims.Claim(B, Terms).Unplanned.Should().BeEmpty();
        Free(A, claim);

        Claims.Claim(B, Terms).Unplanned.Should().ContainSingle().Which.Owner.Should().BeNull();
    }

    [TestMethod]
    public void Start_worked_out_during_a_run_is_worked_out_again_at_its_end()
    {
        Join([Calendar() with { Overlap = ClaimOverlap.Skip }], A);
        Plan();
        var claim = Claim(A);
        var during = Claims.Claim(A, Terms).Unplanned.Single();
        Claims.Plan(A, [new PlannedStart(during.JobId, during.Fence, during.Now + Hour, Missed: 0) { Owner = during.Owner }]);

        Free(A, claim);
        Row().NextDue.Should().BeNull();
        Claims.Plan(A, [new PlannedStart(during.JobId, during.Fence, during.Now + Hour, Missed: 0) { Owner = during.Owner }]);

        Row().NextDue.Should().BeNull("that was worked out while it ran");
    }

    [TestMethod]
    public void Calendar_job_whose_key_is_taken_is_skipped_once()
    {
        Join([Job("one") with { Key = "k" }, Calendar() with { Key = "k" }], A);
        Claim(A);
        Plan();
        var planned = Claims.Read().Jobs.Single(row => row.JobId == "Обмен").NextDue;

        Claims.Claim(A, Terms);

        Claims.Read().Jobs.Single(row => row.JobId == "Обмен").Should().Match<JobClaimState>(row => row.Skips == 1 && row.LastStartedAt == planned);
    }

    [TestMethod]
    public void Late_calendar_start_tells_from_when_to_count_misses()
    {
        Join([Calendar()], A);
        Plan();
        var planned = Row().NextDue;
        Advance(TimeSpan.FromSeconds(30));

        Free(A, Claim(A));
        var asked = Claims.Claim(A, Terms).Unplanned.Single();
        Claims.Plan(A, [new PlannedStart(asked.JobId, asked.Fence, null, Missed: 29)]);

        asked.LateSince.Should().Be(planned);
        asked.LastStartedAt.Should().BeAfter(planned!.Value);
        Row().Misses.Should().Be(29);
    }

    [TestMethod]
    public void Calendar_asked_again_knows_the_start_the_clock_went_over()
    {
        Join([Calendar() with { Overlap = ClaimOverlap.Skip }], A);
        Plan();
        var planned = Row().NextDue;
        Advance(2 * Hour);

        Claims.Replan();

        Claims.Claim(A, Terms).Unplanned.Single().LateSince.Should().Be(planned);
    }

    // Its next start is now.
    private void Plan()
    {
        var asked = Claims.Claim(A, Terms).Unplanned.Should().ContainSingle().Subject;
        Claims.Plan(A, [new PlannedStart(asked.JobId, asked.Fence, asked.Now, Missed: 0) { Owner = asked.Owner }]);
    }
}
