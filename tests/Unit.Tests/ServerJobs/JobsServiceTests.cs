using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobsServiceTests : IDisposable
{
    private const string OneJob = """{"jobs":[{"id":"Обмен","call":"Склад: Получить остатки","period":"0:00:10"}]}""";
    private readonly JobBench bench = new();

    [TestMethod]
    public async Task A_start_closes_lost_runs_restores_pauses_and_follows_the_file()
    {
        var pause = new JobPause("Переучёт", "Петров", bench.Time.GetUtcNow());
        await bench.Memory.BeginAsync(new JobRun("1", "Обмен", "Обмен", "A:B", JobTrigger.Schedule, bench.Time.GetUtcNow()), default);
        await bench.Memory.SavePauseAsync("Обмен", pause, default);
        await File.WriteAllTextAsync(bench.Options.File, OneJob);

        await bench.Service.StartAsync(default);
        await File.WriteAllTextAsync(bench.Options.File, """{"jobs":[{"id":"Второе","call":"A:B","period":"1:00:00"},{"id":"Обмен","call":"A:B","period":"wrong"}]}""");
        var first = bench.Admin.List();
        bench.File.Reload();

        bench.Memory.Runs.Single().Outcome.Should().Be(JobOutcome.Lost);
        first.Should().ContainSingle(job => job.Id == "Обмен" && job.Pause == pause && job.LastRun!.Outcome == JobOutcome.Lost);
        bench.Admin.List().Select(job => job.Id).Should().Equal("Второе");
        bench.Admin.Problems.Should().ContainSingle(problem => problem.JobId == "Обмен");
        await bench.Service.StopAsync(default);
    }

    [TestMethod]
    [DataRow("""{"beginDate":"2026-05-31","beginTime":"14:30:00"}""", 1)]
    [DataRow("""{"daysRepeatPeriod":1,"beginTime":"14:30:00"}""", 0)]
    public async Task A_job_of_one_day_lost_in_a_crash_is_told_of_and_one_that_comes_again_is_not(string schedule, int alerts)
    {
        var started = bench.Time.GetUtcNow().AddMinutes(-10);
        await bench.Memory.BeginAsync(new JobRun("1", "Обмен", "Обмен", "A:B", JobTrigger.Schedule, started), default);
        await bench.Memory.SaveProgressAsync(new JobProgress("Обмен", started, 0, 0) { LastStartedAt = started }, default);
        await File.WriteAllTextAsync(bench.Options.File, $$"""{"timeZone":"Europe/Moscow","jobs":[{"id":"обмен","call":"A:B","schedule":{{schedule}}}]}""");

        await bench.Service.StartAsync(default);
        await bench.Service.StopAsync(default);

        bench.Logger.Records.Count(record => record.Id == 3045 && record.Text.StartsWith("ALERT: job обмен", StringComparison.Ordinal)).Should().Be(alerts);
    }

    [TestMethod]
    public async Task A_stop_waits_for_runs_that_end_in_time()
    {
        var call = new TaskCompletionSource<InvokeResult>();
        await StartRunningAsync(call);

        var stopping = bench.Service.StopAsync(default);
        call.SetResult(InvokeResult.Ok());
        await stopping;

        bench.Memory.Runs.Single().Outcome.Should().Be(JobOutcome.Succeeded);
        bench.Admin.RunNow("Обмен").Verdict.Should().Be(JobVerdict.Stopping);
    }

    [TestMethod]
    public async Task A_stop_cancels_and_records_a_run_that_does_not_end()
    {
        await StartRunningAsync(new TaskCompletionSource<InvokeResult>());

        var stopping = bench.Service.StopAsync(default);
        await Eventually.Become(
            () =>
            {
                bench.Time.Advance(TimeSpan.FromSeconds(1));
                return stopping.IsCompleted;
            },
            "the stop");

        bench.Memory.Runs.Single().Should().BeEquivalentTo(new { Outcome = JobOutcome.Cancelled, InDoubt = true });
    }

    [TestMethod]
    public async Task A_missing_file_stops_the_start()
    {
        await bench.Service.Awaiting(service => service.StartAsync(default)).Should().ThrowAsync<JobsConfigException>();
    }

    [TestMethod]
    public async Task Services_run_a_job_on_the_real_clock()
    {
        await File.WriteAllTextAsync(bench.Options.File, """{"jobs":[{"id":"a","call":"A:B","period":"0:00:01"}]}""");
        var services = new ServiceCollection();
        services.AddSingleton(typeof(ILogger<>), typeof(NullLogger<>));
        services.AddSingleton<IConnectorInvoker>(bench.Invoker);
        services.AddSingleton<IJobStore>(bench.Memory);
        services.AddServerJobs(options =>
        {
            options.File = bench.Options.File;
            options.FirstRunDelay = TimeSpan.FromMilliseconds(20);
            options.MaxJitter = TimeSpan.FromMilliseconds(10);
        });
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        var service = provider.GetServices<IHostedService>().Single();

        await service.StartAsync(default);
        await Eventually.Become(() => bench.Memory.Runs.Count(run => run.Outcome == JobOutcome.Succeeded) >= 2, "two runs");
        await service.StopAsync(default);

        provider.GetRequiredService<JobAdmin>().Find("a")!.LastRun.Should().NotBeNull();
    }

    public void Dispose() => bench.Dispose();

    private async Task StartRunningAsync(TaskCompletionSource<InvokeResult> call)
    {
        bench.Invoker.Answer = (_, _) => new(call.Task);
        await File.WriteAllTextAsync(bench.Options.File, OneJob);
        await bench.Service.StartAsync(default);
        bench.Admin.RunNow("Обмен");
        await Eventually.Become(() => !bench.Invoker.Calls.IsEmpty, "the call");
    }
}
