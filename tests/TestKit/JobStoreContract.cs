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
            Outcome = JobOutcome.Failed,
            Elapsed = TimeSpan.FromMilliseconds(1234),
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
    public async Task Old_ended_runs_are_removed_and_open_ones_stay()
    {
        await Store.CompleteAsync(Run(1, "a") with { Outcome = JobOutcome.Succeeded }, default);
        await Store.BeginAsync(Run(2, "a"), default);
        await Store.CompleteAsync(Run(3, "a") with { Outcome = JobOutcome.Succeeded }, default);

        var removed = await Store.RemoveAsync(Noon.AddSeconds(3), default);

        removed.Should().Be(1);
        var kept = await Store.ListAsync(new JobRunQuery(10), default);
        kept.Select(run => run.Id).Should().Equal(Id(3), Id(2));
    }

    [TestMethod]
    public async Task Pause_and_progress_are_kept_apart()
    {
        var progress = new JobProgress("Ночной обмен", Noon, 3, 4);
        var pause = new JobPause("Инвентаризация", "Петров", Noon.AddHours(1));
        await Store.SavePauseAsync("Ночной обмен", pause, default);
        await Store.SaveProgressAsync(progress, default);
        var paused = await Store.ReadStatesAsync(default);
        await Store.SavePauseAsync("Ночной обмен", null, default);
        var resumed = await Store.ReadStatesAsync(default);

        paused.Should().ContainSingle().Which.Should().Be(new JobState(progress, pause));
        resumed.Should().ContainSingle().Which.Should().Be(new JobState(progress, null));
    }

    private static string Id(int number) => $"019718a0-0000-7000-8000-{number:000000000000}";

    private static JobRun Run(int number, string jobId) => new(Id(number), jobId, "Имя с пробелами", "Склад:Получить остатки", JobTrigger.Schedule, Noon.AddSeconds(number));
}
