using System.Text;
using System.Text.Json;

namespace Integration.Tests.Jobs;

/// <summary>The runs of all jobs are listed, filtered, paged, shown whole and exported.</summary>
[TestClass]
public sealed class JobHistoryTests
{
    private const string Connectors = """{ "connectors": [ { "id": "Faulty", "type": "Faulty" }, { "id": "Склад", "type": "Складской учёт" }, { "id": "Hanging", "type": "Hanging" } ] }""";

    private const string Jobs = """
        { "jobs": [
            { "id": "удачное", "name": "=Удачное; \"в кавычках\"", "call": "Склад:Привет мир. Кто там", "period": "24:00:00", "enabled": false },
            { "id": "неудачное", "name": "Неудачное", "call": "Faulty:ThrowsDeclared", "period": "24:00:00", "enabled": false },
            { "id": "долгое", "name": "Долгое", "call": "Hanging:WaitForToken", "period": "24:00:00", "enabled": false },
            { "id": "частое", "name": "Частое", "call": "Склад:Привет мир. Кто там", "period": "0:00:01" } ] }
        """;

    private static ServerProcess server = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context)
    {
        server = await ServerProcess.StartAsync(Connectors, Jobs, Built.Plugin("Faulty"), Built.Plugin("Кириллица"), Built.Plugin("Hanging"));
        await RunAsync("удачное");
        await RunAsync("неудачное");
        await Eventually.BecomesAsync(() => ListAsync("job=" + Uri.EscapeDataString("частое")), runs => runs.Count >= 5);
        await Eventually.BecomesAsync(() => ListAsync("outcome=Failed"), runs => runs.Count == 1);
    }

    [ClassCleanup]
    public static async Task StopAsync() => await server.DisposeAsync();

    [TestMethod]
    [DataRow("outcome=Failed", "неудачное")]
    [DataRow("outcome=succeeded&job=удачное", "удачное")]
    [DataRow("text=НЕУДАЧ", "неудачное")]
    [DataRow("text=throwsdeclared", "неудачное")]
    [DataRow("job=удачное&from=2020-01-01&to=2100-01-01T00:00:00+03:00", "удачное")]
    [DataRow("job=удачное&running=false&text=", "удачное")]
    public async Task List_holds_the_runs_asked_for(string query, string job)
    {
        var runs = await ListAsync(query);

        runs.Should().ContainSingle().Which.GetProperty("jobId").GetString().Should().Be(job);
    }

    [TestMethod]
    [DataRow("from=2100-01-01")]
    [DataRow("to=2020-01-01")]
    [DataRow("outcome=Lost")]
    [DataRow("job=нет такого")]
    [DataRow("running=true&job=удачное")]
    public async Task List_is_empty_where_nothing_fits(string query) => (await ListAsync(query)).Should().BeEmpty();

    [TestMethod]
    [DataRow("outcome=7")]
    [DataRow("outcome=Good")]
    [DataRow("from=yesterday")]
    [DataRow("from=2026-01-02&to=2026-01-01")]
    [DataRow("limit=501")]
    [DataRow("colour=red")]
    [DataRow("running=true&outcome=Failed")]
    public async Task Filter_that_means_nothing_is_refused(string query)
    {
        var answer = await server.Client.GetAsync("/api/v1/jobs/runs?" + query);

        (answer.Status, answer.Code).Should().Be((400, "InvalidArguments"));
    }

    [TestMethod]
    public async Task Pages_follow_each_other_without_a_gap_and_without_a_repeat()
    {
        var frequent = "job=" + Uri.EscapeDataString("частое");

        var first = await ListAsync(frequent + "&limit=2");
        var second = await ListAsync($"{frequent}&limit=2&before={first[1].GetProperty("id").GetString()}");
        var together = await ListAsync($"{frequent}&limit=500");

        var newest = together.FindIndex(run => run.GetProperty("id").GetString() == first[0].GetProperty("id").GetString());
        first.Concat(second).Select(run => run.GetProperty("id").GetString()).Should().Equal(together.Skip(newest).Take(4).Select(run => run.GetProperty("id").GetString()));
    }

    [TestMethod]
    public async Task Run_of_a_person_is_titled_as_such_and_leads_to_its_job()
    {
        var run = (await ListAsync("job=удачное"))[0];
        var details = await server.Client.GetAsync($"/api/v1/jobs/runs/{run.GetProperty("id").GetString()}", ("Accept-Language", "ru"));

        run.GetProperty("title").GetString().Should().StartWith("Manual start: =Удачное; \"в кавычках\" (session first, 20");
        (run.GetProperty("state").GetString(), run.GetProperty("trigger").GetString(), run.GetProperty("jobId").GetString()).Should().Be(("Completed", "Manual", "удачное"));
        details.Json.GetProperty("run").GetProperty("title").GetString().Should().StartWith("Ручной запуск: =Удачное");
        details.Json.GetProperty("run").GetProperty("endedAt").ValueKind.Should().Be(JsonValueKind.String);
        details.Json.GetProperty("messages").GetArrayLength().Should().Be(0);
    }

    [TestMethod]
    public async Task Unknown_run_is_not_found()
    {
        var answer = await server.Client.GetAsync("/api/v1/jobs/runs/nothing");

        (answer.Status, answer.Code).Should().Be((404, "NotFound"));
    }

    [TestMethod]
    public async Task Export_for_Excel_has_a_mark_a_head_and_no_formulas()
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Address, "/api/v1/jobs/runs/export?format=csv&job=" + Uri.EscapeDataString("удачное")));
        request.Headers.Add("X-Api-Key", server.Key);
        request.Headers.Add("Accept-Language", "ru");

        using var response = await http.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();

        bytes.Should().StartWith(new byte[] { 0xEF, 0xBB, 0xBF });
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        lines.Should().HaveCount(3);
        lines[0].Should().StartWith("id;title;key;job;call;");
        lines[1].Should().Contain(";\"Ручной запуск: =Удачное; \"\"в кавычках\"\" (сеанс first, ").And.Contain(";Completed;Succeeded;");
        response.Content.Headers.ContentDisposition!.FileName.Should().Contain("runs.csv");
        response.Content.Headers.ContentType!.ToString().Should().Be("text/csv; charset=utf-8");
    }

    [TestMethod]
    public async Task Export_as_a_list_holds_what_the_filter_lets_through()
    {
        var answer = await server.Client.GetAsync("/api/v1/jobs/runs/export?format=json&outcome=Failed");
        var limited = await server.Client.GetAsync("/api/v1/jobs/runs/export?format=json&limit=2");
        var wrong = await server.Client.GetAsync("/api/v1/jobs/runs/export?format=xls");

        answer.Json.EnumerateArray().Should().ContainSingle().Which.GetProperty("message").GetString().Should().Be("The document is closed.");
        limited.Json.GetArrayLength().Should().Be(2);
        wrong.Status.Should().Be(400);
    }

    private static async Task RunAsync(string job)
    {
        var run = (await server.Client.PostAsync($"/api/v1/jobs/{Uri.EscapeDataString(job)}/run", null)).Json.GetProperty("runId").GetString();
        await Eventually.BecomesAsync(() => server.Client.GetAsync("/api/v1/jobs/runs/" + run), answer => answer.Status == 200 && answer.Text.Contains("\"outcome\":\"", StringComparison.Ordinal));
    }

    private static async Task<List<JsonElement>> ListAsync(string query) =>
        [.. (await server.Client.GetAsync("/api/v1/jobs/runs?" + query)).Json.GetProperty("runs").EnumerateArray()];
}
