using Microsoft.Extensions.Logging;
using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobJournalTests : IDisposable
{
    private readonly HeldJobStore store = new();
    private readonly JobBench bench;

    public JobJournalTests() => bench = new JobBench(store);

    [TestMethod]
    public async Task A_store_that_never_answers_delays_no_run()
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")]);

        await bench.StepAsync(3);
        await bench.StepAsync(10);

        bench.Invoker.Calls.Should().HaveCount(2);
        bench.Admin.Find("a")!.Should().BeEquivalentTo(new { Running = false, Skips = 0L });
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_store_that_fails_delays_no_run_and_each_failure_is_logged(bool atOnce)
    {
        store.Failure = new IOException("disk full");
        store.ThrowsAtOnce = atOnce;
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")]);

        await bench.StepAsync(3);
        await Eventually.Become(() => bench.Logger.Records.Count(record => record.Id == 3030) >= 3, "the records of what was not kept");

        bench.Invoker.Calls.Should().ContainSingle();
        bench.Admin.Find("a")!.LastRun!.Outcome.Should().Be(JobOutcome.Succeeded);
        bench.Logger.Records.Where(record => record.Id == 3030).Should().OnlyContain(record => record.Level == LogLevel.Error)
            .And.Contain(record => record.Text.Contains("'begin'")).And.Contain(record => record.Text.Contains("'complete'")).And.Contain(record => record.Text.Contains("'progress'"));
    }

    [TestMethod]
    public async Task An_orderly_stop_waits_for_all_that_was_handed_over_in_whatever_order_it_is_kept()
    {
        var run = new JobRun("1", "a", "a", "A:B", JobTrigger.Schedule, DateTimeOffset.UnixEpoch);
        bench.Journal.Begin(run);
        bench.Journal.Complete(run with { Outcome = JobOutcome.Succeeded });
        bench.Journal.SaveProgress(new JobProgress("a", null, 0, 0));

        var kept = bench.Journal.KeptAsync();
        store.Answer(2);
        store.Answer(1);
        var early = kept.IsCompleted;
        store.Answer(0);
        await kept.WaitAsync(TimeSpan.FromSeconds(20));

        early.Should().BeFalse("the open row is not kept yet");
    }

    [TestMethod]
    public async Task A_stop_does_not_wait_for_ever_for_a_store_that_never_answers()
    {
        bench.Journal.SaveProgress(new JobProgress("a", null, 0, 0));

        var kept = bench.Journal.KeptAsync();
        var early = kept.IsCompleted;
        bench.Time.Advance(bench.Options.StoreWait);
        await kept.WaitAsync(TimeSpan.FromSeconds(20));

        early.Should().BeFalse();
    }

    [TestMethod]
    public async Task With_nothing_on_its_way_a_stop_waits_for_nothing()
    {
        store.Answers = true;
        bench.Journal.SaveProgress(new JobProgress("a", null, 0, 0));

        await bench.Journal.KeptAsync().WaitAsync(TimeSpan.FromSeconds(20));

        store.Asked.Should().Be(1);
    }

    public void Dispose() => bench.Dispose();
}
