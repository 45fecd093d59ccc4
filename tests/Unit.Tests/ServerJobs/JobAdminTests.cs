using Cleverence.Warehouse;
using ServerJobs;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobAdminTests : IDisposable
{
    private readonly JobBench bench = new();

    [TestMethod]
    public async Task Run_now_uses_the_same_runner_and_leaves_the_schedule_alone()
    {
        bench.Scheduler.Apply([JobBench.Job("Обмен", "1:00:00")], atStart: true);
        var next = bench.Admin.Find("Обмен")!.NextStartAt;

        var reply = bench.Admin.RunNow("обмен", "Иванова");
        await bench.IdleAsync();

        reply.Verdict.Should().Be(JobVerdict.Done);
        bench.Memory.Runs.Should().ContainSingle().Which.Should().BeEquivalentTo(new { Id = reply.RunId, Trigger = JobTrigger.Manual, StartedBy = "Иванова", PlannedAt = (DateTimeOffset?)null, Outcome = JobOutcome.Succeeded });
        bench.Admin.Find("Обмен")!.NextStartAt.Should().Be(next);
    }

    [TestMethod]
    public async Task Run_now_refuses_a_job_that_runs_already_and_says_so()
    {
        var call = new TaskCompletionSource<InvokeResult>();
        bench.Invoker.Answer = (_, _) => new(call.Task);
        bench.Scheduler.Apply([JobBench.Job("a", "1:00:00")], atStart: true);
        bench.Admin.RunNow("a");

        var second = bench.Admin.RunNow("a");
        call.SetResult(InvokeResult.Ok());
        await bench.IdleAsync();

        second.Verdict.Should().Be(JobVerdict.AlreadyRunning);
        second.Message.Should().Contain("'a' is running already");
        second.MessageRu.Should().Contain("уже выполняется");
        bench.Invoker.Calls.Should().ContainSingle();
    }

    [TestMethod]
    public async Task An_unknown_job_is_answered_with_the_known_ones()
    {
        bench.Scheduler.Apply([JobBench.Job("Обмен", "1:00:00"), JobBench.Job("Выгрузка", "1:00:00")], atStart: true);

        var replies = new[] { bench.Admin.RunNow("x"), await bench.Admin.PauseAsync("x", "r", null, default), await bench.Admin.ResumeAsync("x", null, default) };

        replies.Should().AllSatisfy(reply =>
        {
            reply.Verdict.Should().Be(JobVerdict.NotFound);
            reply.Message.Should().Be("There is no job 'x'. Known jobs: Обмен, Выгрузка.");
        });
    }

    [TestMethod]
    public async Task A_paused_job_does_not_start_until_resumed_and_keeps_its_grid()
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")], atStart: true);
        await bench.Admin.PauseAsync("a", "Переучёт", "Петров", default);
        await bench.StepAsync(27);
        var paused = bench.Admin.Find("a")!;
        await bench.Admin.ResumeAsync("a", "Петров", default);
        await bench.StepAsync(6);

        (paused.Pause!.Reason, paused.Pause.By, paused.NextStartAt, paused.Misses).Should().Be(("Переучёт", "Петров", null, 0));
        bench.Memory.Runs.Should().ContainSingle().Which.PlannedAt.Should().Be(bench.Time.GetUtcNow());
    }

    [TestMethod]
    public async Task A_pause_survives_a_change_of_the_file()
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")], atStart: true);
        await bench.Admin.PauseAsync("a", "Переучёт", null, default);

        bench.Scheduler.Apply([]);
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:20")]);
        await bench.StepAsync(60);

        bench.Admin.Find("a")!.Pause.Should().NotBeNull();
        bench.Invoker.Calls.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_store_that_fails_leaves_the_job_unpaused_and_the_caller_told()
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")], atStart: true);
        bench.Memory.Failure = new IOException("disk full");

        var pausing = async () => await bench.Admin.PauseAsync("a", "r", null, default);

        await pausing.Should().ThrowAsync<IOException>();
        bench.Admin.Find("a")!.Pause.Should().BeNull();
    }

    [TestMethod]
    [DataRow("", null, "reason takes a text")]
    [DataRow("  ", null, "reason takes a text")]
    [DataRow("r", "2026-05-31T12:00:00Z", "after now")]
    [DataRow("r", "2020-01-01T00:00:00Z", "after now")]
    [DataRow("r", "3000-01-01T00:00:00Z", "at most 100 years")]
    public async Task A_pause_without_a_reason_or_with_an_end_that_makes_no_sense_is_refused(string reason, string? until, string why)
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")], atStart: true);
        var end = until is null ? (DateTimeOffset?)null : DateTimeOffset.Parse(until, System.Globalization.CultureInfo.InvariantCulture);

        var reply = await bench.Admin.PauseAsync("a", reason, end, "Петров", default);

        reply.Verdict.Should().Be(JobVerdict.Invalid);
        reply.Message.Should().Contain("'a' is not paused").And.Contain(why);
        reply.MessageRu.Should().Contain("«a» не приостановлено");
        bench.Admin.Find("a")!.Pause.Should().BeNull();
    }

    [TestMethod]
    public async Task History_of_a_job_is_found_whatever_the_case_of_its_id()
    {
        bench.Scheduler.Apply([JobBench.Job("Обмен", "0:00:10")], atStart: true);
        await bench.StepAsync(3);

        var runs = await bench.Admin.HistoryAsync(new JobRunQuery(10) { JobId = "ОБМЕН" }, default);

        runs.Should().ContainSingle().Which.JobId.Should().Be("Обмен");
    }

    [TestMethod]
    [DataRow(JobOutcome.Succeeded, "успешно")]
    [DataRow(JobOutcome.TimedOut, "истекло время")]
    [DataRow(JobOutcome.Lost, "аварийно")]
    public async Task A_run_that_has_ended_is_told_in_the_words_of_one_language(JobOutcome outcome, string word)
    {
        await bench.Memory.CompleteAsync(new JobRun("1", "a", "a", "A:B", JobTrigger.Schedule, bench.Time.GetUtcNow()) { Outcome = outcome }, default);

        var reply = await bench.Admin.CancelAsync("1", "Петров", default);

        reply.Message.Should().Contain(outcome.ToString());
        reply.MessageRu.Should().StartWith("Выполнение «1»").And.Contain(word).And.NotContain(outcome.ToString());
    }

    [TestMethod]
    public async Task History_answers_pages()
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")], atStart: true);
        await bench.StepAsync(3);
        await bench.StepAsync(10);

        var newest = await bench.Admin.HistoryAsync(new JobRunQuery(1) { JobId = "a" }, default);
        var older = await bench.Admin.HistoryAsync(new JobRunQuery(1) { JobId = "a", Before = newest[0].Id }, default);

        newest[0].PlannedAt.Should().Be(older[0].PlannedAt!.Value.AddSeconds(10));
    }

    public void Dispose() => bench.Dispose();
}
