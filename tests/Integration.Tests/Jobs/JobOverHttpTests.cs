using System.Text.Json;

namespace Integration.Tests.Jobs;

/// <summary>Server jobs call the same connectors as devices do, whatever becomes of their calls.</summary>
[TestClass]
public sealed class JobOverHttpTests
{
    private const string Connectors = """
        { "connectors": [
            { "id": "Faulty", "type": "Faulty" },
            { "id": "Общий", "type": "Faulty" },
            { "id": "Склад 1", "type": "Складской учёт" } ] }
        """;

    private const string Jobs = """
        { "jobs": [
            { "id": "каждую секунду", "name": "Через раз с ошибкой", "call": "Faulty:ThrowsEverySecondTime", "period": "00:00:01" },
            { "id": "привет", "name": "Утренний привет миру", "call": "Склад 1: Привет мир. Кто там", "period": "00:00:01" },
            { "id": "остаток", "name": "Остаток без кода", "call": "Склад 1:Склад.Получить остаток", "period": "00:00:01" },
            { "id": "смена", "name": "Закрытие смены", "call": "ServerOperationConnector:Закрыть смену", "period": "00:00:01" },
            { "id": "общее", "call": "Общий:ThrowsEverySecondTime", "period": "24:00:00", "enabled": false },
            { "id": "по кнопке", "name": "Только по кнопке", "call": "Склад 1:Привет мир. Кто там", "period": "24:00:00", "enabled": false } ] }
        """;

    private static ServerProcess server = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) =>
        server = await ServerProcess.StartAsync(Connectors, Jobs, Built.Plugin("Faulty"), Built.Plugin("Кириллица"));

    [ClassCleanup]
    public static async Task StopAsync() => await server.DisposeAsync();

    [TestMethod]
    public async Task Job_that_fails_every_second_time_leaves_error_rows_and_its_starts_stay_on_the_grid()
    {
        var runs = await Eventually.BecomesAsync(EndedAsync, seen => seen.Count >= 6);
        var planned = runs.Select(run => run.GetProperty("plannedAt").GetDateTimeOffset()).ToList();
        var steps = planned.Select(moment => (moment - planned[^1]).TotalSeconds).ToList();
        var outcomes = runs.Select(run => run.GetProperty("outcome").GetString()).Reverse().ToList();
        var failed = runs.First(run => run.GetProperty("outcome").GetString() == "Failed");

        runs.Count.Should().BeGreaterThanOrEqualTo(6);
        outcomes.Where((_, at) => at % 2 == 0).Should().AllBe("Succeeded");
        outcomes.Where((_, at) => at % 2 == 1).Should().AllBe("Failed");
        steps.Should().AllSatisfy(step => step.Should().BeApproximately(Math.Round(step), 0.25));
        steps.Select(step => Math.Round(step)).Should().OnlyHaveUniqueItems();
        failed.GetProperty("errorCode").GetString().Should().Be("Failed");
        failed.GetProperty("message").GetString().Should().Contain("ThrowsEverySecondTime");
        server.Log.Should().Contain("Every second call fails.");
    }

    [TestMethod]
    public async Task Device_and_job_call_the_same_instance()
    {
        const string call = """{"method":"ThrowsEverySecondTime"}""";

        var first = await server.Client.InvokeAsync("Общий", call);
        await server.Client.PostAsync("/api/v1/jobs/" + Uri.EscapeDataString("общее") + "/run", null);
        var second = await Eventually.BecomesAsync(() => server.Client.RunsAsync("общее"), runs => runs.Any(run => run.GetProperty("outcome").ValueKind == JsonValueKind.String));
        var third = await server.Client.InvokeAsync("Общий", call);

        first.Value.GetString().Should().Be("done");
        second.Should().ContainSingle().Which.GetProperty("outcome").GetString().Should().Be("Failed", "the job's call is the second of the instance");
        third.Value.GetString().Should().Be("done");
    }

    [TestMethod]
    [DataRow("привет", "Утренний привет миру", "Склад 1:Привет мир. Кто там")]
    [DataRow("смена", "Закрытие смены", "ServerOperationConnector:Закрыть смену")]
    public async Task Job_connector_and_method_are_named_in_Cyrillic_with_spaces_and_dots(string id, string name, string call)
    {
        var runs = await Eventually.BecomesAsync(() => server.Client.RunsAsync(id), Succeeded);
        var job = await server.Client.JobAsync(id);

        runs.Should().Contain(run => run.GetProperty("outcome").GetString() == "Succeeded");
        runs[0].GetProperty("trigger").GetString().Should().Be("Schedule");
        job.GetProperty("name").GetString().Should().Be(name);
        job.GetProperty("call").GetString().Should().Be(call);
    }

    [TestMethod]
    public async Task Class_and_method_of_a_job_are_found_and_the_missing_argument_is_named()
    {
        var runs = await Eventually.BecomesAsync(() => server.Client.RunsAsync("остаток"), seen => seen.Any(run => run.GetProperty("errorCode").ValueKind == JsonValueKind.String));
        var failed = runs.First(run => run.GetProperty("errorCode").ValueKind == JsonValueKind.String);

        failed.GetProperty("errorCode").GetString().Should().Be("InvalidArguments");
        failed.GetProperty("message").GetString().Should().Contain("Код товара: missing").And.Contain("Known: Код товара, Количество");
    }

    [TestMethod]
    public async Task Job_that_is_switched_off_runs_by_hand_and_only_then()
    {
        var reply = await server.Client.PostAsync("/api/v1/jobs/" + Uri.EscapeDataString("по кнопке") + "/run", null, ("Accept-Language", "ru"));
        var runs = await Eventually.BecomesAsync(() => server.Client.RunsAsync("по кнопке"), Succeeded);

        reply.Json.GetProperty("message").GetString().Should().Be("Задание «по кнопке» запущено.");
        var run = runs.Should().ContainSingle().Which;
        run.GetProperty("trigger").GetString().Should().Be("Manual");
        run.GetProperty("startedBy").GetString().Should().Be("first");
    }

    private static bool Succeeded(List<JsonElement> runs) => runs.Any(run => run.GetProperty("outcome").GetString() == "Succeeded");

    private static async Task<List<JsonElement>> EndedAsync() =>
        [.. (await server.Client.RunsAsync("каждую секунду")).Where(run => run.GetProperty("outcome").ValueKind == JsonValueKind.String)];
}
