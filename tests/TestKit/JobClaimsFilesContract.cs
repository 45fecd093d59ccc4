using FluentAssertions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ServerJobs;

namespace TestKit;

/// <summary>The part of <see cref="JobClaimsContract"/> on files that differ and change, and on what people ask.</summary>
public abstract class JobClaimsFilesContract : JobClaimsSetting
{
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

    [TestMethod]
    public void Ids_that_differ_in_case_are_one_job()
    {
        Join([Job("Обмен")], A);
        Claims.Renew(B, Lease);

        var differences = Claims.Register(B, [Job("обмен", "h2")]);

        differences.Should().ContainSingle().Which.JobId.Should().Be("Обмен");
        Claims.Claim(B, Terms).Claims.Should().BeEmpty();
        Free(A, Claim(A));
        Row().JobId.Should().Be("Обмен");
    }

    [TestMethod]
    public void Id_in_another_case_counts_once_no_living_server_holds_the_old_one()
    {
        Join([Job("Обмен")], A, B);
        Claims.Register(B, [Job("обмен", "h2")]);
        Claims.Register(A, [Job("обмен", "h2")]).Should().BeEmpty();
        Claims.Register(B, [Job("обмен", "h2")]).Should().BeEmpty();

        var claim = Claim(B);

        claim.JobId.Should().Be("обмен");
        Free(B, claim);
        Claims.ClaimNow(A, "обмен", null).Should().NotBeNull();
        Row().JobId.Should().Be("обмен");
    }

    [TestMethod]
    public void Definition_of_a_silent_server_holds_nobody_up()
    {
        Join([Job()], A, B);
        Claims.Register(B, [Job(hash: "h2")]).Should().ContainSingle();
        Silence(A);

        Claims.Register(B, [Job(hash: "h2")]).Should().BeEmpty();
    }

    [TestMethod]
    public void Change_of_something_else_keeps_the_rhythm()
    {
        Join([Job()], A);
        var claim = Claim(A);

        Claims.Register(A, [Job(hash: "h2") with { Name = "Новое имя" }]);

        Row().NextDue.Should().Be(claim.PlannedAt + Hour);
    }

    [TestMethod]
    public void New_period_goes_on_from_the_last_start()
    {
        Join([Job()], A);
        var claim = Claim(A);

        Claims.Register(A, [Job(hash: "h2") with { Period = 2 * Hour }]);

        Row().NextDue.Should().Be(claim.PlannedAt + (2 * Hour));
    }

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

    [TestMethod]
    public void Disabled_job_is_claimed_only_by_hand()
    {
        Join([Job() with { Enabled = false }], A);

        Claims.Claim(A, Terms).Claims.Should().BeEmpty();
        Claims.ClaimNow(A, "Обмен", "Иванов").Should().Match<JobClaim>(claim => claim.Trigger == JobTrigger.Manual && claim.PlannedAt == null && claim.StartedBy == "Иванов");
    }

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

    [TestMethod]
    public void Run_by_hand_leaves_the_schedule_as_it_was()
    {
        Join([Job()], A);
        Free(A, Claim(A));
        var before = Row();

        Free(A, Claims.ClaimNow(A, "Обмен", null)!);

        Row().Should().BeEquivalentTo(before, options => options.Excluding(row => row.Fence).Excluding(row => row.LastRun));
    }

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
}
