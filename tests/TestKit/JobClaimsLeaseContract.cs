using FluentAssertions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ServerJobs;

namespace TestKit;

/// <summary>The part of <see cref="JobClaimsContract"/> on leases, fences and takeovers.</summary>
public abstract class JobClaimsLeaseContract : JobClaimsFilesContract
{
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

    [TestMethod]
    public async Task End_whose_texts_hold_half_a_character_or_a_zero_is_recorded()
    {
        Join([Job()], A);
        var end = End(Claim(A), JobOutcome.Failed);

        Claims.Close(A, [end with { Run = end.Run! with { Message = "Обрезано: \uD83D", Detail = "нуль \0", CorrelationId = "\uDE00x" } }]).Should().BeEmpty();

        (await RunsAsync()).Should().ContainSingle().Which.Message.Should().StartWith("Обрезано: ");
    }

    [TestMethod]
    public void Run_by_hand_is_held_like_any_other()
    {
        Join([Job()], A);
        var claim = Claims.ClaimNow(A, "Обмен", null)!;

        Claims.Held(A).Should().ContainSingle().Which.Should().Match<JobClaim>(held => held.RunId == claim.RunId && held.Fence == claim.Fence && held.Trigger == JobTrigger.Manual);
    }

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

    [TestMethod]
    public void Lease_that_was_prolonged_before_anybody_took_over_has_held()
    {
        Join([Job()], A, B);
        var claim = Claim(A);
        Claims.TakeOver().Should().BeEmpty();
        Silence(A);

        Claims.Renew(A, Lease).Held.Should().BeTrue();

        Claims.TakeOver().Should().BeEmpty();
        Claims.Held(A).Should().Equal(claim);
        Claims.Close(A, [End(claim)]).Should().BeEmpty();
    }

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

    [TestMethod]
    public void Server_whose_lease_has_run_out_claims_nothing()
    {
        Join([Job()], A, B);
        Silence(A);

        Claims.Claim(A, Terms with { Grace = Hour }).Claims.Should().BeEmpty();
        Claims.ClaimNow(A, "Обмен", null).Should().BeNull();
    }

    [TestMethod]
    public void Server_that_leaves_hands_over_at_once()
    {
        Join([Job()], A, B);
        var claim = Claim(A);

        Claims.Leave(A);

        Claims.TakeOver().Should().ContainSingle().Which.RunId.Should().Be(claim.RunId);
    }

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
}
