using FluentAssertions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ServerJobs;

namespace TestKit;

/// <summary>What every <see cref="IJobClaims"/> must do. A test class inherits it and brings the timetable, with a clock that can be moved on.</summary>
public abstract class JobClaimsContract : JobClaimsCalendarContract
{
    [TestMethod]
    public void Due_job_is_claimed_once()
    {
        Join([Job()], A, B);

        Claims.Claim(A, Terms).Claims.Should().ContainSingle().Which.Should().Match<JobClaim>(claim => claim.JobId == "Обмен" && claim.Trigger == JobTrigger.Schedule && claim.Attempt == 1);
        Claims.Claim(B, Terms).Claims.Should().BeEmpty();
        Claims.Claim(A, Terms).Claims.Should().BeEmpty();
    }

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

    [TestMethod]
    public async Task Claim_writes_the_open_row_of_the_run()
    {
        Join([Job() with { Key = "к" }], A);

        var claim = Claim(A);

        (await RunsAsync()).Should().ContainSingle().Which.Should().Match<JobRun>(run => run.Id == claim.RunId && run.Node == "A" && run.Outcome == null && run.Key == "к" && run.PlannedAt == claim.PlannedAt);
    }

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

    [TestMethod]
    public void Start_within_the_window_of_catching_up_is_made_up()
    {
        Join([Job() with { CatchUp = Hour }], A);
        Free(A, Claim(A));

        Advance(1.5 * Hour);

        Claims.Claim(A, Terms).Claims.Should().ContainSingle();
        Row().Misses.Should().Be(0);
    }

    [TestMethod]
    public void Moment_at_which_the_job_still_runs_is_a_skip()
    {
        Join([Job()], A, B);
        Claim(A);

        Tick(B, 2);

        Row().Skips.Should().Be(2);
        Row().Misses.Should().Be(0);
    }

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
}
