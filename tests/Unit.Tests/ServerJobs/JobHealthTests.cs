namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobHealthTests : IDisposable
{
    private readonly JobBench bench = new();

    [TestMethod]
    public async Task A_due_job_that_nobody_fires_is_a_failure_of_health()
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10"), JobBench.Job("off", "0:00:10") with { Enabled = false }], atStart: true);
        bench.Time.Advance(TimeSpan.FromSeconds(8));

        var stuck = bench.Admin.DueButNotFired(TimeSpan.FromSeconds(4));
        var patient = bench.Admin.DueButNotFired(TimeSpan.FromSeconds(6));
        await bench.StepAsync(0);

        stuck.Should().Equal("a");
        patient.Should().BeEmpty();
        bench.Admin.DueButNotFired(TimeSpan.FromSeconds(4)).Should().BeEmpty();
    }

    [TestMethod]
    public void A_run_handed_over_that_never_begins_is_a_failure_of_health()
    {
        bench.Scheduler.Apply([JobBench.Job("a", "1:00:00")], atStart: true);
        bench.Time.Advance(TimeSpan.FromSeconds(3));
        bench.Table.TakeDue();
        bench.Time.Advance(TimeSpan.FromSeconds(10));

        bench.Admin.DueButNotFired(TimeSpan.FromSeconds(5)).Should().Equal("a");
    }

    public void Dispose() => bench.Dispose();
}
