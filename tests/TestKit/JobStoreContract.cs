using Cleverence.Connectivity;
using FluentAssertions;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using ServerJobs;

namespace TestKit;

/// <summary>What every <see cref="IJobStore"/> must do. A test class inherits it and brings the store.</summary>
public abstract class JobStoreContract
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 31, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The store under test, empty.</summary>
    protected abstract IJobStore Store { get; }

    [TestMethod]
    public async Task A_run_comes_back_as_it_was_written()
    {
        var run = Run(1, "Обмен с 1С") with
        {
            PlannedAt = Noon,
            StartedBy = "Иванова",
            Attempt = 2,
            CorrelationId = "abc",
            Key = "склад 1",
            Node = "server-a",
            Outcome = JobOutcome.Failed,
            Elapsed = TimeSpan.FromMilliseconds(1234),
            EndedAt = Noon.AddSeconds(3),
            ErrorCode = "Unavailable",
            Message = "The outside system is away.",
            MessageRu = "Внешняя система недоступна.",
            Detail = "line 1\nline 2",
            InDoubt = true,
        };
        await Store.BeginAsync(run with { Outcome = null, Elapsed = null }, default);
        await Store.CompleteAsync(run, default);

        var kept = await Store.ListAsync(new JobRunQuery(10), default);

        kept.Should().ContainSingle().Which.Should().Be(run);
    }

    [TestMethod]
    public async Task An_open_run_is_listed_without_outcome()
    {
        await Store.BeginAsync(Run(1, "a"), default);

        var kept = await Store.ListAsync(new JobRunQuery(10), default);

        kept.Should().ContainSingle().Which.Outcome.Should().BeNull();
    }

    [TestMethod]
    public async Task A_run_whose_open_row_was_lost_is_kept_when_it_ends()
    {
        await Store.CompleteAsync(Run(1, "a") with { Outcome = JobOutcome.Succeeded }, default);

        var kept = await Store.ListAsync(new JobRunQuery(10), default);

        kept.Should().ContainSingle().Which.Outcome.Should().Be(JobOutcome.Succeeded);
    }

    [TestMethod]
    public async Task Runs_left_open_are_closed_as_lost_and_others_stay()
    {
        await Store.BeginAsync(Run(1, "a"), default);
        await Store.CompleteAsync(Run(2, "a") with { Outcome = JobOutcome.Succeeded }, default);
        await Store.BeginAsync(Run(3, "b"), default);

        var closed = await Store.CloseLostAsync(default);
        var again = await Store.CloseLostAsync(default);

        closed.Should().Be(2);
        again.Should().Be(0);
        var kept = await Store.ListAsync(new JobRunQuery(10), default);
        kept.Select(run => run.Outcome).Should().Equal(JobOutcome.Lost, JobOutcome.Succeeded, JobOutcome.Lost);
        kept[0].InDoubt.Should().BeTrue();
        kept[0].Message.Should().NotBeNullOrEmpty();
        kept.Should().OnlyContain(run => (run.Outcome == JobOutcome.Lost) == (run.EndedAt != null), "a lost run ends when that is found out");
        (await Store.ListAsync(new JobRunQuery(10) { Text = kept[0].Message!.ToUpperInvariant() }, default)).Should().HaveCount(2, "its message is searched like any other");
    }

    [TestMethod]
    public async Task History_is_paged_newest_first()
    {
        foreach (var number in Enumerable.Range(1, 5)) await Store.CompleteAsync(Run(number, "a") with { Outcome = JobOutcome.Succeeded }, default);

        var first = await Store.ListAsync(new JobRunQuery(2), default);
        var second = await Store.ListAsync(new JobRunQuery(2) { Before = first[^1].Id }, default);
        var third = await Store.ListAsync(new JobRunQuery(2) { Before = second[^1].Id }, default);

        first.Concat(second).Concat(third).Select(run => run.Id).Should().Equal(Enumerable.Range(1, 5).Reverse().Select(Id));
    }

    [TestMethod]
    public async Task History_is_filtered_by_job_and_outcome()
    {
        await Store.CompleteAsync(Run(1, "a") with { Outcome = JobOutcome.Succeeded }, default);
        await Store.CompleteAsync(Run(2, "a") with { Outcome = JobOutcome.Failed }, default);
        await Store.CompleteAsync(Run(3, "b") with { Outcome = JobOutcome.Failed }, default);

        var ofJob = await Store.ListAsync(new JobRunQuery(10) { JobId = "a" }, default);
        var failed = await Store.ListAsync(new JobRunQuery(10) { Outcome = JobOutcome.Failed }, default);
        var both = await Store.ListAsync(new JobRunQuery(10) { JobId = "a", Outcome = JobOutcome.Failed }, default);

        ofJob.Select(run => run.Id).Should().Equal(Id(2), Id(1));
        failed.Select(run => run.Id).Should().Equal(Id(3), Id(2));
        both.Select(run => run.Id).Should().Equal(Id(2));
    }

    [TestMethod]
    public async Task The_last_ended_run_of_each_job_is_found()
    {
        await Store.CompleteAsync(Run(1, "a") with { Outcome = JobOutcome.Failed }, default);
        await Store.CompleteAsync(Run(2, "a") with { Outcome = JobOutcome.Succeeded }, default);
        await Store.BeginAsync(Run(3, "a"), default);
        await Store.CompleteAsync(Run(4, "b") with { Outcome = JobOutcome.TimedOut }, default);

        var last = await Store.ListLastAsync(default);

        last.Select(run => run.Id).Should().BeEquivalentTo([Id(2), Id(4)]);
    }

    [TestMethod]
    public async Task A_listing_tells_how_many_messages_and_log_lines_a_run_has_and_finding_it_brings_them()
    {
        var run = Run(1, "a") with
        {
            Outcome = JobOutcome.Succeeded,
            Messages = [new UserMessage("Нет штрихкода") { TargetId = "1", DataKey = "Товар 7", Field = "Штрихкод", DataPath = "Объект" }, new UserMessage("b")],
            LogLines = ["12:00 information: начато", "12:01 warning: \"кавычки\"", "c"],
        };
        await Store.BeginAsync(Run(1, "a"), default);
        await Store.CompleteAsync(run, default);

        var listed = (await Store.ListAsync(new JobRunQuery(10), default)).Single();
        var last = (await Store.ListLastAsync(default)).Single();
        var found = await Store.FindAsync(Id(1), default);

        (listed.Messages.Count, listed.LogLines.Count, listed.MessageCount, listed.LogLineCount).Should().Be((0, 0, 2, 3));
        (last.MessageCount, last.LogLineCount).Should().Be((2, 3));
        found.Should().BeEquivalentTo(run);
        (found!.MessageCount, found.LogLineCount).Should().Be((2, 3));
    }

    [TestMethod]
    public async Task An_unknown_run_is_not_found()
    {
        await Store.BeginAsync(Run(1, "a"), default);

        (await Store.FindAsync(Id(1), default)).Should().Be(Run(1, "a"));
        (await Store.FindAsync(Id(2), default)).Should().BeNull();
    }

    [TestMethod]
    public async Task History_is_filtered_by_period_its_beginning_included_and_its_end_not()
    {
        foreach (var number in Enumerable.Range(1, 6)) await Store.CompleteAsync(Run(number, number % 2 == 0 ? "a" : "b") with { Outcome = JobOutcome.Succeeded }, default);
        var period = new JobRunQuery(2) { From = Noon.AddSeconds(2), To = Noon.AddSeconds(6) };

        var first = await Store.ListAsync(period, default);
        var second = await Store.ListAsync(period with { Before = first[^1].Id }, default);
        var third = await Store.ListAsync(period with { Before = second[^1].Id }, default);
        var ofJob = await Store.ListAsync(period with { JobId = "a" }, default);
        var open = await Store.ListAsync(new JobRunQuery(10) { From = Noon.AddSeconds(5) }, default);

        first.Concat(second).Select(run => run.Id).Should().Equal(Id(5), Id(4), Id(3), Id(2));
        third.Should().BeEmpty();
        ofJob.Select(run => run.Id).Should().Equal(Id(4), Id(2));
        open.Select(run => run.Id).Should().Equal(Id(6), Id(5));
    }

    [TestMethod]
    public async Task A_page_goes_on_after_a_run_that_was_removed_meanwhile()
    {
        foreach (var number in Enumerable.Range(1, 3)) await Store.CompleteAsync(Run(number, "a") with { Outcome = JobOutcome.Succeeded }, default);
        await Store.CompleteAsync(Run(4, "b") with { Outcome = JobOutcome.Succeeded }, default);
        await Store.PruneAsync(Noon, 2, default);

        var rest = await Store.ListAsync(new JobRunQuery(10) { Before = Id(1) }, default);
        var page = await Store.ListAsync(new JobRunQuery(10) { Before = Id(4) }, default);

        rest.Should().BeEmpty();
        page.Select(run => run.Id).Should().Equal(Id(3), Id(2));
    }

    [TestMethod]
    [DataRow("ОБМЕН")]
    [DataRow("склад:получить")]
    [DataRow("КлЮч-7")]
    [DataRow("not in the NETWORK")]
    [DataRow("нет в сети")]
    [DataRow("unavailable")]
    [DataRow("100%_")]
    public async Task History_is_filtered_by_a_text_whatever_its_case(string text)
    {
        await Store.BeginAsync(Run(1, "a") with { JobName = "Имя" }, default);
        await Store.CompleteAsync(
            new JobRun(Id(2), "b", "Ночной обмен 100%_", "Склад:Получить остатки", JobTrigger.Schedule, Noon)
            {
                Key = "ключ-7", Outcome = JobOutcome.Failed, ErrorCode = "Unavailable", Message = "It is not in the network.", MessageRu = "Его нет в сети.",
            },
            default);
        await Store.CompleteAsync(new JobRun(Id(3), "c", "1000 и", "Demo:Ping", JobTrigger.Schedule, Noon) { Outcome = JobOutcome.Succeeded }, default);

        var found = await Store.ListAsync(new JobRunQuery(10) { Text = text, Outcome = JobOutcome.Failed }, default);
        var ofAll = await Store.ListAsync(new JobRunQuery(10) { Text = text, JobId = "b" }, default);
        var none = await Store.ListAsync(new JobRunQuery(10) { Text = text + "?" }, default);

        found.Select(run => run.Id).Should().Equal(Id(2));
        ofAll.Select(run => run.Id).Should().Equal(Id(2));
        none.Should().BeEmpty();
    }

    [TestMethod]
    public async Task History_is_filtered_by_what_still_runs()
    {
        await Store.BeginAsync(Run(1, "a"), default);
        await Store.CompleteAsync(Run(2, "a") with { Outcome = JobOutcome.Succeeded }, default);
        await Store.BeginAsync(Run(3, "b"), default);

        var running = await Store.ListAsync(new JobRunQuery(10) { Running = true }, default);
        var ofJob = await Store.ListAsync(new JobRunQuery(10) { Running = true, JobId = "a" }, default);

        running.Select(run => run.Id).Should().Equal(Id(3), Id(1));
        ofJob.Select(run => run.Id).Should().Equal(Id(1));
    }

    [TestMethod]
    public async Task Old_ended_runs_are_removed_and_open_ones_stay()
    {
        await Store.CompleteAsync(Run(1, "a") with { Outcome = JobOutcome.Succeeded }, default);
        await Store.BeginAsync(Run(2, "a"), default);
        await Store.CompleteAsync(Run(3, "a") with { Outcome = JobOutcome.Succeeded }, default);

        var removed = await Store.PruneAsync(Noon.AddSeconds(3), 10, default);

        removed.Should().Be(1);
        var kept = await Store.ListAsync(new JobRunQuery(10), default);
        kept.Select(run => run.Id).Should().Equal(Id(3), Id(2));
    }

    [TestMethod]
    public async Task Each_job_keeps_its_newest_ended_runs()
    {
        foreach (var number in Enumerable.Range(1, 5)) await Store.CompleteAsync(Run(number, "a") with { Outcome = JobOutcome.Succeeded }, default);
        await Store.CompleteAsync(Run(6, "b") with { Outcome = JobOutcome.Failed }, default);
        await Store.BeginAsync(Run(7, "a"), default);

        var removed = await Store.PruneAsync(Noon, 2, default);

        removed.Should().Be(3);
        var kept = await Store.ListAsync(new JobRunQuery(10), default);
        kept.Select(run => run.Id).Should().Equal(Id(7), Id(6), Id(5), Id(4));
    }

    [TestMethod]
    public async Task Pause_and_progress_are_kept_apart()
    {
        var progress = new JobProgress("Ночной обмен", Noon, 3, 4) { LastStartedAt = Noon.AddSeconds(1), LastEndedAt = Noon.AddSeconds(2), Repeats = 2 };
        var pause = new JobPause("Инвентаризация", "Петров", Noon.AddHours(1)) { Until = Noon.AddHours(2) };
        await Store.SavePauseAsync("Ночной обмен", pause, default);
        await Store.SaveProgressAsync(progress, default);
        var paused = await Store.ReadStatesAsync(default);
        await Store.SavePauseAsync("Ночной обмен", null, default);
        var resumed = await Store.ReadStatesAsync(default);

        paused.Should().ContainSingle().Which.Should().Be(new JobState(progress, pause));
        resumed.Should().ContainSingle().Which.Should().Be(new JobState(progress, null));
    }

    [TestMethod]
    public async Task The_lock_of_all_jobs_is_kept_and_that_it_was_ever_decided_on_too()
    {
        var jobLock = new JobLock("Перенос базы", "Петров", Noon);
        var before = (await Store.HasLockRecordAsync(default), await Store.ReadLockAsync(default));
        await Store.SaveLockAsync(jobLock, default);
        var locked = (await Store.HasLockRecordAsync(default), await Store.ReadLockAsync(default));
        await Store.SaveLockAsync(null, default);
        var unlocked = (await Store.HasLockRecordAsync(default), await Store.ReadLockAsync(default));

        before.Should().Be((false, null));
        locked.Should().Be((true, jobLock));
        unlocked.Should().Be((true, null));
    }

    private static string Id(int number) => $"019718a0-0000-7000-8000-{number:000000000000}";

    private static JobRun Run(int number, string jobId) => new(Id(number), jobId, "Имя с пробелами", "Склад:Получить остатки", JobTrigger.Schedule, Noon.AddSeconds(number));
}
