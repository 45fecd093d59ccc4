using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;
using ServerJobs;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobNotesTests : IDisposable
{
    private readonly JobBench bench = new();

    [TestMethod]
    public async Task Log_lines_written_during_a_run_are_kept_with_it_also_from_other_threads()
    {
        var plugin = bench.Loggers.CreateLogger("Plugin.Exchange");
        bench.Invoker.Answer = async (_, _) =>
        {
            plugin.LogInformation("Получено {Count}", 3);
            await Task.Yield();
            var thread = new Thread(() => plugin.LogError(new InvalidOperationException("bug"), "Сбой"));
            thread.Start();
            thread.Join();
            plugin.LogDebug("Too fine.");
            bench.Loggers.CreateLogger("ServerJobs.JobRunner").LogInformation("Our own.");
            return InvokeResult.Ok();
        };

        plugin.LogInformation("Before.");
        var run = await RunAsync(JobBench.Job("a", "0:00:10"));
        plugin.LogInformation("After.");

        run.LogLines.Should().HaveCount(2);
        run.LogLines[0].Should().EndWith("Information Plugin.Exchange: Получено 3");
        run.LogLines[1].Should().Contain("Error Plugin.Exchange: Сбой").And.Contain("InvalidOperationException: bug");
    }

    [TestMethod]
    public async Task Of_many_lines_the_last_are_kept_and_long_ones_are_cut()
    {
        var plugin = bench.Loggers.CreateLogger("Plugin");
        bench.Invoker.Answer = (_, _) =>
        {
            Enumerable.Range(1, 250).ToList().ForEach(number => plugin.LogInformation("{Number} {Rest}", number, new string('x', 2000)));
            return ValueTask.FromResult(InvokeResult.Ok());
        };

        var run = await RunAsync(JobBench.Job("a", "0:00:10"));

        run.LogLines.Should().HaveCount(200).And.OnlyContain(line => line.Length == 1000);
        run.LogLines[0].Should().Contain("Plugin: 51 ");
    }

    [TestMethod]
    public async Task A_line_written_after_the_run_belongs_to_no_run()
    {
        var release = new TaskCompletionSource();
        var plugin = bench.Loggers.CreateLogger("Plugin");
        Task later = Task.CompletedTask;
        bench.Invoker.Answer = (_, _) =>
        {
            later = Task.Run(async () =>
            {
                await release.Task;
                plugin.LogInformation("Late.");
            });
            return ValueTask.FromResult(InvokeResult.Ok());
        };
        var run = await RunAsync(JobBench.Job("a", "0:00:10"));

        release.SetResult();
        await later;

        run.LogLines.Should().BeEmpty();
        bench.Logger.Records.Should().Contain(record => record.Text == "Late.");
    }

    [TestMethod]
    public async Task Messages_to_people_are_kept_up_to_a_thousand()
    {
        bench.Invoker.Answer = (args, _) =>
        {
            args.Feedback.IsFollowed.Should().BeTrue();
            args.Feedback.ReportProgress(100, "почти");
            Enumerable.Range(1, 1500).ToList().ForEach(number => args.Feedback.Tell(new UserMessage($"Строка {number}")));
            return ValueTask.FromResult(InvokeResult.Ok());
        };

        var run = await RunAsync(JobBench.Job("a", "0:00:10"));

        run.Messages.Should().HaveCount(1000);
        run.Messages[0].Text.Should().Be("Строка 1");
        run.Messages[^1].Text.Should().Be("501 more messages were not kept.");
    }

    [TestMethod]
    public async Task A_run_says_its_node_key_user_and_end()
    {
        bench.Invoker.Answer = (_, _) =>
        {
            bench.Time.Advance(TimeSpan.FromSeconds(2));
            return ValueTask.FromResult(InvokeResult.Ok());
        };

        var run = await RunAsync(JobBench.Job("a", "0:00:10") with { Key = "к", User = "Обменник" });

        run.Should().BeEquivalentTo(new { Node = "node", Key = "к", StartedBy = "Обменник", EndedAt = run.StartedAt.AddSeconds(2) });
        bench.Invoker.Calls.Should().ContainSingle().Which.Caller.UserId.Should().Be("Обменник");
    }

    [TestMethod]
    public async Task The_arguments_of_the_file_are_given_to_each_call_anew()
    {
        using var document = System.Text.Json.JsonDocument.Parse("""{"Склад":"Главный","Дней":3,"Коды":["a"],"С":{"$type":"dateTime","value":"2026-05-31T14:03:00"}}""");
        var job = JobBench.Job("a", "0:00:10") with { Parameters = JobParameters.Read(document.RootElement) };
        bench.Invoker.Answer = (args, _) =>
        {
            ((List<object?>)args["Коды"]!).Add("b");
            return ValueTask.FromResult(InvokeResult.Ok());
        };
        bench.Scheduler.Apply([job], atStart: true);
        await bench.StepAsync(3);
        await bench.StepAsync(10);

        var second = bench.Invoker.Calls.Last();
        (second["Склад"], second["Дней"], second["С"]).Should().Be(("Главный", 3L, new DateTime(2026, 5, 31, 14, 3, 0)));
        ((List<object?>)second["Коды"]!).Should().Equal("a", "b");
    }

    public void Dispose() => bench.Dispose();

    private async Task<JobRun> RunAsync(ServerJob job)
    {
        bench.Scheduler.Apply([job], atStart: true);
        await bench.StepAsync(3);
        return bench.Memory.Runs.Should().ContainSingle().Subject;
    }
}
