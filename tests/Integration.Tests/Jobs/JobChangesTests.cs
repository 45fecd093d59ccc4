using System.Text.Json;

namespace Integration.Tests.Jobs;

/// <summary>Jobs are changed in their file and by hand while the server runs, and over its restarts.</summary>
[TestClass]
public sealed class JobChangesTests
{
    private const string Connectors = """{ "connectors": [ { "id": "Склад", "type": "Складской учёт" } ] }""";

    [TestMethod]
    public async Task File_that_is_edited_changes_the_jobs_and_a_broken_one_changes_nothing()
    {
        await using var server = await ServerProcess.StartAsync(Connectors, JobsOf("старое"), Built.Plugin("Кириллица"));
        var file = Path.Combine(server.Home, "config", "jobs.json");

        await File.WriteAllTextAsync(file, JobsOf("новое"));
        var runs = await Eventually.BecomesAsync(() => server.Client.RunsAsync("новое"), seen => seen.Count > 0);
        await File.WriteAllTextAsync(file, "{ \"jobs\": [ ");
        var broken = await Eventually.BecomesAsync(() => server.Client.GetAsync("/api/v1/jobs"), answer => answer.Json.GetProperty("problems").GetArrayLength() > 0);
        var count = (await server.Client.RunsAsync("новое")).Count;
        var more = await Eventually.BecomesAsync(() => server.Client.RunsAsync("новое"), seen => seen.Count > count);

        runs.Should().NotBeEmpty();
        broken.Json.GetProperty("problems")[0].GetString().Should().Contain("jobs.json");
        broken.Json.GetProperty("jobs").EnumerateArray().Select(job => job.GetProperty("id").GetString()).Should().Equal("новое");
        more.Count.Should().BeGreaterThan(count);
    }

    [TestMethod]
    public async Task Pause_outlives_a_restart_a_paused_job_runs_by_hand_and_resuming_outlives_one_too()
    {
        var setup = new ServerSetup { Connectors = Connectors, Jobs = JobsOf("смена"), Plugins = [Built.Plugin("Кириллица")] };
        await using var first = await ServerProcess.StartAsync(setup);
        await first.Client.PostAsync(PathOf("pause") + "?reason=" + Uri.EscapeDataString("учёт закрыт"), null);
        await first.KillAsync();

        await using var second = await ServerProcess.StartAsync(setup with { Home = first.Home, Key = first.Key });
        var paused = await second.Client.JobAsync("смена");
        await second.Client.PostAsync(PathOf("run"), null);
        var byHand = await Eventually.BecomesAsync(() => Succeeded(second, "Manual"), runs => runs.Count > 0);
        var scheduled = await Succeeded(second, "Schedule");
        await second.Client.PostAsync(PathOf("resume"), null);
        await second.KillAsync();

        await using var third = await ServerProcess.StartAsync(setup with { Home = first.Home, Key = first.Key });
        var resumed = await third.Client.JobAsync("смена");
        var again = await Eventually.BecomesAsync(() => Succeeded(third, "Schedule"), runs => runs.Count > scheduled.Count);
        var kept = await Succeeded(third, "Manual");

        paused.GetProperty("pause").GetProperty("reason").GetString().Should().Be("учёт закрыт");
        paused.GetProperty("nextStartAt").ValueKind.Should().Be(JsonValueKind.Null);
        byHand.Should().ContainSingle();
        resumed.GetProperty("pause").ValueKind.Should().Be(JsonValueKind.Null);
        again.Count.Should().BeGreaterThan(scheduled.Count);
        kept.Should().ContainSingle("the history outlives a power cut");
    }

    private static string PathOf(string what) => $"/api/v1/jobs/{Uri.EscapeDataString("смена")}/{what}";

    private static string JobsOf(string id) => $$"""{ "jobs": [ { "id": "{{id}}", "name": "Задание «{{id}}»", "call": "Склад:Привет мир. Кто там", "period": "0:0:1" } ] }""";

    private static async Task<List<JsonElement>> Succeeded(ServerProcess server, string trigger) =>
        [.. (await server.Client.RunsAsync("смена")).Where(run => run.GetProperty("trigger").GetString() == trigger && run.GetProperty("outcome").GetString() == "Succeeded")];
}
