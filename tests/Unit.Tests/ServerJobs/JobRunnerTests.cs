using System.Diagnostics.Metrics;
using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;
using ServerJobs;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobRunnerTests : IDisposable
{
    private readonly JobBench bench = new();

    [TestMethod]
    [DataRow("ru-RU")]
    [DataRow("tr-TR")]
    public async Task A_job_calls_by_its_address_without_arguments_and_leaves_one_row(string culture)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

        var run = await RunAsync(JobBench.Job("Ночной обмен", "0:00:10"));

        var args = bench.Invoker.Calls.Should().ContainSingle().Subject;
        (args.ConnectorId, args.ClassName, args.MethodName, args.Count, args.RequestId, args.Deadline).Should().Be(("Склад", "", "Получить остатки", 0, null, null));
        (args.Caller.Origin, args.Caller.Source).Should().Be((CallOrigin.Job, "Ночной обмен"));
        run.Should().BeEquivalentTo(new { JobId = "Ночной обмен", JobName = "Имя Ночной обмен", Call = "Склад:Получить остатки", Outcome = JobOutcome.Succeeded, Attempt = 1, Message = (string?)null });
        bench.Logger.Records.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_failed_call_is_one_log_record_and_one_row()
    {
        bench.Invoker.Answer = (_, _) =>
        {
            bench.Time.Advance(TimeSpan.FromMilliseconds(1500));
            return ValueTask.FromResult(InvokeResult.Fail(new ConnectorError(ConnectorErrorCode.Unavailable, "1C is away.") { MessageRu = "1С недоступна.", Detail = "connect refused" }));
        };

        var run = await RunAsync(JobBench.Job("Обмен", "0:00:10"));

        var record = bench.Logger.Records.Should().ContainSingle().Subject;
        (record.Level, record.Id).Should().Be((LogLevel.Error, 3020));
        record.Text.Should().Be($"Job Обмен 'Имя Обмен', call Склад:Получить остатки: Failed after 1500 ms, Unavailable: 1C is away. Correlation {run.CorrelationId}. Detail: connect refused");
        (run.Outcome, run.ErrorCode, run.Message, run.MessageRu, run.Detail, run.Elapsed).Should().Be((JobOutcome.Failed, "Unavailable", "1C is away.", "1С недоступна.", "connect refused", TimeSpan.FromMilliseconds(1500)));
        run.CorrelationId.Should().MatchRegex("^[0-9a-f]{32}$");
    }

    [TestMethod]
    [DataRow(ConnectorErrorCode.Timeout, JobOutcome.TimedOut)]
    [DataRow(ConnectorErrorCode.Cancelled, JobOutcome.Cancelled)]
    [DataRow(ConnectorErrorCode.Busy, JobOutcome.Failed)]
    [DataRow(ConnectorErrorCode.MethodNotFound, JobOutcome.Failed)]
    public async Task The_outcome_follows_from_the_code(ConnectorErrorCode code, JobOutcome outcome)
    {
        bench.Invoker.Answer = (_, _) => ValueTask.FromResult(InvokeResult.Fail(code, "No."));

        (await RunAsync(JobBench.Job("a", "0:00:10"))).Outcome.Should().Be(outcome);
    }

    [TestMethod]
    public async Task A_result_with_warnings_is_a_success_with_warnings()
    {
        bench.Invoker.Answer = (_, _) => ValueTask.FromResult(InvokeResult.Ok(new ConnectorRecord { ["warnings"] = new List<object?> { "ООО Ромашка: нет связи" } }));

        var run = await RunAsync(JobBench.Job("a", "0:00:10"));

        (run.Outcome, run.ErrorCode, run.Detail).Should().Be((JobOutcome.SucceededWithWarnings, null, "ООО Ромашка: нет связи"));
        bench.Logger.Records.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_single_pass_table_in_the_result_is_disposed()
    {
        var disposed = false;
        var table = ConnectorTable.Stream([], AsyncEnumerable.Empty<object?[]>(), () =>
        {
            disposed = true;
            return ValueTask.CompletedTask;
        });
        bench.Invoker.Answer = (_, _) => ValueTask.FromResult(InvokeResult.Ok(table));

        await RunAsync(JobBench.Job("a", "0:00:10"));

        disposed.Should().BeTrue();
    }

    [TestMethod]
    public async Task An_invoker_that_throws_is_a_failed_run()
    {
        bench.Invoker.Answer = (_, _) => throw new InvalidOperationException("broken inside");

        var run = await RunAsync(JobBench.Job("a", "0:00:10"));

        (run.Outcome, run.ErrorCode).Should().Be((JobOutcome.Failed, "Failed"));
        run.Message.Should().NotContain("InvalidOperationException");
        run.Detail.Should().Contain("InvalidOperationException: broken inside");
    }

    [TestMethod]
    public async Task A_store_and_a_log_that_fail_do_not_stop_the_job()
    {
        bench.Memory.Failure = new IOException("disk full");
        bench.Logger.Broken = true;
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")], atStart: true);

        await bench.StepAsync(3);
        await bench.StepAsync(10);
        await bench.StepAsync(10);

        bench.Invoker.Calls.Should().HaveCount(3);
        bench.Admin.Find("a")!.LastRun!.Outcome.Should().Be(JobOutcome.Succeeded);
    }

    [TestMethod]
    public async Task A_time_out_is_the_invokers_deadline()
    {
        var job = JobBench.Job("a", "0:00:10") with { Timeout = JobPeriod.Parse("0:00:05", "a") };

        await RunAsync(job);

        bench.Invoker.Calls.Should().ContainSingle().Which.Deadline.Should().Be(TimeSpan.FromSeconds(5));
    }

    [TestMethod]
    public async Task Runs_are_measured_under_the_rooms_name()
    {
        var measured = new List<(string Name, long Value)>();
        var id = Guid.NewGuid().ToString();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Name == "ServerJobs") self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            if (tags.ToArray().Any(tag => Equals(tag.Value, id))) measured.Add((instrument.Name, value));
        });
        listener.Start();

        await RunAsync(JobBench.Job(id, "0:00:10"));

        measured.Should().Equal(("serverjobs.runs", 1));
    }

    public void Dispose() => bench.Dispose();

    private async Task<JobRun> RunAsync(ServerJob job)
    {
        bench.Scheduler.Apply([job], atStart: true);
        await bench.StepAsync(3);
        return bench.Memory.Runs.Should().ContainSingle().Subject;
    }
}
