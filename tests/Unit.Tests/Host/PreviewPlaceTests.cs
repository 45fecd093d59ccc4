using Cleverence.Connectivity;
using Server.Api;
using ServerJobs;

namespace Unit.Tests.Host;

[TestClass]
public sealed class PreviewPlaceTests
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 31, 12, 0, 0, TimeSpan.Zero);
    private static readonly JobPeriod Hour = new(TimeSpan.FromHours(1));
    private static readonly JobSummary Job = new(new ServerJob("job", "Job", new ConnectorCall("A", "B"), Hour));

    [TestMethod]
    public void The_next_start_of_the_scheduler_comes_first()
    {
        var (from, last) = PreviewPlace.Of(Job with { Status = JobStatus.Scheduled, NextStartAt = Noon.AddMinutes(7), LastRun = Run(JobTrigger.Schedule) }, Hour, Noon);

        from.Should().Be(Noon.AddMinutes(7));
        last.Should().Be((null, null));
    }

    [TestMethod]
    public void A_waiting_repeat_is_no_start_of_the_grid() =>
        PreviewPlace.Of(Job with { Status = JobStatus.ExecutionError, NextStartAt = Noon.AddSeconds(10), LastRun = Run(JobTrigger.Retry) }, Hour, Noon).From.Should().Be(Noon.AddMinutes(55));

    [TestMethod]
    public void A_calendar_without_a_next_start_looks_from_now_with_its_last_run()
    {
        var (from, last) = PreviewPlace.Of(Job with { LastRun = Run(JobTrigger.Schedule) }, null, Noon);

        from.Should().Be(Noon);
        last.Should().Be((Noon.AddMinutes(-64), Noon.AddMinutes(-63)));
    }

    [TestMethod]
    public void A_run_by_hand_is_no_run_of_the_schedule() => PreviewPlace.Of(Job with { LastRun = Run(JobTrigger.Manual) }, null, Noon).Last.Should().Be((null, null));

    [TestMethod]
    public void A_job_that_is_not_in_force_looks_from_now() => PreviewPlace.Of(null, Hour, Noon).From.Should().Be(Noon);

    private static JobRun Run(JobTrigger trigger) =>
        new("r", "job", "Job", "A:B", trigger, Noon.AddMinutes(-64)) { PlannedAt = Noon.AddMinutes(-65), EndedAt = Noon.AddMinutes(-63), Outcome = JobOutcome.Failed };
}
