using System.Text.Json;

namespace Integration.Tests.Jobs;

/// <summary>All jobs are locked and unlocked, and a run is cancelled, over HTTP.</summary>
[TestClass]
public sealed class JobLockTests
{
    private const string Connectors = """{ "connectors": [ { "id": "Склад", "type": "Складской учёт" }, { "id": "Hanging", "type": "Hanging" } ] }""";

    private const string Jobs = """
        { "jobs": [
            { "id": "частое", "name": "Частое", "call": "Склад:Привет мир. Кто там", "period": "0:00:01" },
            { "id": "долгое", "name": "Долгое", "call": "Hanging:WaitForToken", "period": "24:00:00", "enabled": false } ] }
        """;

    [TestMethod]
    public async Task Locked_jobs_start_by_hand_only_and_with_a_warning_over_a_restart_too()
    {
        var setup = new ServerSetup { Connectors = Connectors, Jobs = Jobs, Plugins = [Built.Plugin("Кириллица"), Built.Plugin("Hanging")] };
        await using var first = await ServerProcess.StartAsync(setup);
        await Eventually.BecomesAsync(() => first.Client.RunsAsync("частое"), runs => runs.Count > 0);
        await first.Client.PostAsync("/api/v1/jobs/lock?reason=" + Uri.EscapeDataString("перенос"), null);
        await first.KillAsync();

        await using var second = await ServerProcess.StartAsync(setup with { Home = first.Home, Key = first.Key });
        var seen = await second.Client.GetAsync("/api/v1/jobs/lock");
        var list = await second.Client.GetAsync("/api/v1/jobs");
        var before = await ScheduledAsync(second);
        var byHand = await second.Client.PostAsync(PathOf("частое") + "/run", null, ("Accept-Language", "ru"));
        var manual = await Eventually.BecomesAsync(() => second.Client.RunsAsync("частое"), runs => runs.Any(run => run.GetProperty("trigger").GetString() == "Manual" && run.GetProperty("state").GetString() == "Completed"));
        var after = await ScheduledAsync(second);
        await second.Client.PostAsync("/api/v1/jobs/unlock", null);
        var unlocked = await Eventually.BecomesAsync(() => ScheduledAsync(second), count => count > after);

        seen.Json.GetProperty("lock").GetProperty("reason").GetString().Should().Be("перенос");
        seen.Json.GetProperty("lock").GetProperty("by").GetString().Should().Be("first");
        list.Json.GetProperty("jobs")[0].GetProperty("status").GetString().Should().Be("NotScheduled");
        list.Json.GetProperty("jobs")[0].GetProperty("nextStartAt").ValueKind.Should().Be(JsonValueKind.Null);
        byHand.Json.GetProperty("message").GetString().Should().Contain("перенос");
        manual.Should().Contain(run => run.GetProperty("trigger").GetString() == "Manual");
        after.Should().Be(before, "nothing starts by its schedule");
        unlocked.Should().BeGreaterThan(after);
    }

    [TestMethod]
    public async Task Run_that_is_cancelled_is_shown_as_running_until_it_ends_as_cancelled()
    {
        await using var server = await ServerProcess.StartAsync(Connectors, Jobs, Built.Plugin("Кириллица"), Built.Plugin("Hanging"));
        var run = (await server.Client.PostAsync(PathOf("долгое") + "/run", null)).Json.GetProperty("runId").GetString();
        var active = await Eventually.BecomesAsync(() => server.Client.JobAsync("долгое"), job => job.GetProperty("runId").ValueKind == JsonValueKind.String);
        var running = await Eventually.BecomesAsync(() => server.Client.GetAsync("/api/v1/jobs/runs?running=true&job=" + Uri.EscapeDataString("долгое")), answer => answer.Json.GetProperty("runs").GetArrayLength() == 1);

        var cancelled = await server.Client.PostAsync($"/api/v1/jobs/runs/{run}/cancel", null);
        var ended = await Eventually.BecomesAsync(() => server.Client.GetAsync("/api/v1/jobs/runs/" + run), answer => answer.Text.Contains("\"Cancelled\"", StringComparison.Ordinal));
        var again = await server.Client.PostAsync($"/api/v1/jobs/runs/{run}/cancel", null);
        var unknown = await server.Client.PostAsync("/api/v1/jobs/runs/nothing/cancel", null);

        active.GetProperty("lastRun").GetProperty("id").GetString().Should().Be(run, "the run in progress is the last one");
        active.GetProperty("status").GetString().Should().Be("Running");
        running.Json.GetProperty("runs")[0].GetProperty("state").GetString().Should().Be("Active");
        cancelled.Status.Should().Be(200, cancelled.Text);
        ended.Json.GetProperty("run").GetProperty("state").GetString().Should().Be("Canceled");
        (again.Status, again.Code, unknown.Status).Should().Be((409, "Conflict", 404));
    }

    private static string PathOf(string job) => "/api/v1/jobs/" + Uri.EscapeDataString(job);

    private static async Task<int> ScheduledAsync(ServerProcess server) => (await server.Client.RunsAsync("частое")).Count(run => run.GetProperty("trigger").GetString() == "Schedule");
}
