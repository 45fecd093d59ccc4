using System.Text.Json;

namespace Integration.Tests.Api;

/// <summary>Calls over HTTP, Cyrillic everywhere.</summary>
[TestClass]
public sealed class InvokeTests
{
    private static ServerProcess server = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) => server = await ServerProcess.StartAsync(new ServerSetup
    {
        Connectors = """{ "connectors": [ { "id": "Проводник №1", "type": "Wire" }, { "id": "Events", "type": "Wire" } ] }""",
        Jobs = """{ "jobs": [ { "id": "заметка", "name": "Заметка по заданию", "call": "Проводник №1: Документ завершён", "period": "24:00:00" } ] }""",
        Events = """{ "documentCompleted": ["Nobody:Nothing", "Events:Документ завершён"], "addSession": true }""",
        Plugins = [Built.Plugin("Wire")],
    });

    [ClassCleanup]
    public static async Task StopAsync() => await server.DisposeAsync();

    [TestMethod]
    [DataRow("5", "integer", "5")]
    [DataRow("1.50", "decimal", "1.50")]
    [DataRow("{\"$type\":\"decimal\",\"value\":\"5\"}", "decimal", "5.0")]
    [DataRow("79228162514264337593543950335", "decimal", "79228162514264337593543950335.0")]
    [DataRow("\"Ёлка «😀»\"", "string", "\"Ёлка «\\uD83D\\uDE00»\"")]
    [DataRow("{\"$type\":\"dateTime\",\"value\":\"2026-05-31T14:03:00\"}", "dateTime", "\"2026-05-31T14:03:00\"")]
    [DataRow("[{\"$type\":\"binary\",\"value\":\"AQID\"}]", "list", "[{\"$type\":\"binary\",\"value\":\"AQID\"}]")]
    [DataRow("{\"товар\":{\"имя\":null}}", "record", "{\"товар\":{\"имя\":null}}")]
    [DataRow("null", "null", "null")]
    public async Task Value_comes_back_with_its_kind_and_digits(string value, string type, string expected)
    {
        var answer = await server.Client.InvokeAsync("Проводник №1", "{\"method\":\"Вернуть значение\",\"args\":{\"Значение\":" + value + "}}", ("X-Request-Id", $"echo {type} {expected.GetHashCode(StringComparison.Ordinal)}"));

        answer.Status.Should().Be(200, answer.Text);
        answer.ContentType.Should().Be("application/json; charset=utf-8");
        answer.Text.Should().StartWith($$"""{"ok":true,"type":"{{type}}","value":{{expected}},"requestId":"echo """);
    }

    [TestMethod]
    public async Task Long_table_is_streamed_with_ok_at_the_end()
    {
        var answer = await server.Client.InvokeAsync("Проводник №1", """{"method":"Rows","args":[5000]}""");

        answer.Text.Should().EndWith("""],"ok":true}""");
        answer.Json.GetProperty("rows").GetArrayLength().Should().Be(5000);
        answer.Json.GetProperty("rows")[4999].ToString().Should().Be("""[4999,"строка 4999"]""");
    }

    [TestMethod]
    public async Task Table_of_a_single_pass_source_is_streamed_up_to_the_limit()
    {
        var answer = await server.Client.InvokeAsync("Проводник №1", """{"method":"Stream","args":[100000]}""");

        answer.Json.GetProperty("ok").GetBoolean().Should().BeTrue();
        answer.Json.GetProperty("rows").GetArrayLength().Should().Be(100_000);
    }

    [TestMethod]
    [DataRow("[100001]", 100_000, "TooLarge")]
    [DataRow("[5000,2500]", 2500, "Unavailable")]
    public async Task Broken_stream_closes_its_rows_and_ends_with_the_error(string args, int rows, string code)
    {
        var answer = await server.Client.InvokeAsync("Проводник №1", $$"""{"method":"Stream","args":{{args}}}""");

        answer.Status.Should().Be(200);
        answer.Json.GetProperty("ok").GetBoolean().Should().BeFalse();
        answer.Json.GetProperty("rows").GetArrayLength().Should().Be(rows);
        answer.Code.Should().Be(code);
    }

    [TestMethod]
    public async Task Body_of_megabytes_is_read()
    {
        var text = new string('ы', 2_000_000);

        (await server.Client.InvokeAsync("Проводник №1", $$"""{"method":"Echo","args":["{{text}}"]}""")).Value.GetString().Should().Be(text);
    }

    [TestMethod]
    public async Task Finished_document_is_stored_and_calls_every_handler_once()
    {
        const string document = """{"id":"Док 1","documentTypeName":"Приёмка","userId":"Иванов","finished":true,"сумма":10.50,"fields":{"$type":"record","value":{"$type":"x"}}}""";

        var saved = await server.Client.PostAsync("/api/v1/documents", document, ("X-Device", "tsd-7"));
        await server.Client.PostAsync("/api/v1/documents", document, ("X-Device", "tsd-7"));
        var read = await server.Client.GetAsync("/api/v1/documents/" + Uri.EscapeDataString("Док 1"));
        var notes = await Eventually.BecomesAsync(NotesAsync, list => list.GetArrayLength() > 0);

        saved.Value.GetProperty("finished").GetBoolean().Should().BeTrue(saved.Text);
        read.Value.ToString().Should().Contain("\"сумма\":10.50").And.Contain("""{"$type":"record","value":{"$type":"x"}}""");
        var note = notes.EnumerateArray().Should().ContainSingle().Which;
        note.GetProperty("origin").GetString().Should().Be("Event");
        note.GetProperty("values")[0].GetString().Should().Be("Док 1");
        note.GetProperty("values")[1].GetString().Should().Be("Иванов");
        note.GetProperty("values")[2].GetString().Should().StartWith("<DeviceInfo").And.Contain("Приёмка").And.Contain("tsd-7");
        (await Eventually.BecomesAsync(() => Task.FromResult(server.Log), log => log.Contains("Nobody:Nothing"))).Should().Contain("Nobody:Nothing");
    }

    [TestMethod]
    public async Task Document_without_an_id_gets_one_and_is_listed()
    {
        var saved = await server.Client.PostAsync("/api/v1/documents", """{"documentTypeName":"Инвентаризация"}""");

        var id = saved.Value.GetProperty("id").GetString();
        id.Should().NotBeNullOrEmpty();
        (await server.Client.GetAsync("/api/v1/documents?finished=false")).Value.EnumerateArray().Select(item => item.GetProperty("id").GetString()).Should().Contain(id);
    }

    [TestMethod]
    public async Task Job_is_run_paused_and_resumed_by_hand()
    {
        var path = "/api/v1/jobs/" + Uri.EscapeDataString("заметка");
        var started = await server.Client.PostAsync(path + "/run", null);
        var runs = await Eventually.BecomesAsync(() => server.Client.GetAsync(path + "/runs?limit=10"), answer => answer.Text.Contains("Succeeded"));
        var paused = await server.Client.PostAsync(path + "/pause?reason=" + Uri.EscapeDataString("инвентаризация"), null, ("Accept-Language", "ru"));
        var listed = await server.Client.GetAsync("/api/v1/jobs");
        var resumed = await server.Client.PostAsync(path + "/resume", null);

        (started.Status is 200 or 409).Should().BeTrue(started.Text);
        runs.Json.GetProperty("runs")[0].GetProperty("jobId").GetString().Should().Be("заметка");
        paused.Json.GetProperty("message").GetString().Should().Contain("приостановлено");
        listed.Json.GetProperty("jobs")[0].GetProperty("pause").GetProperty("reason").GetString().Should().Be("инвентаризация");
        resumed.Status.Should().Be(200);
    }

    [TestMethod]
    public async Task Connector_is_described_with_methods_and_parameters()
    {
        var answer = await server.Client.GetAsync("/api/v1/connectors/" + Uri.EscapeDataString("Проводник №1"));

        answer.Json.GetProperty("connector").GetProperty("state").GetString().Should().Be("Ready");
        var echo = answer.Json.GetProperty("methods").EnumerateArray().Single(method => method.GetProperty("method").GetString() == "Echo");
        echo.GetProperty("parameters")[0].GetProperty("aliases")[0].GetString().Should().Be("значение");
        echo.GetProperty("safety").GetString().Should().Be("Safe");
    }

    [TestMethod]
    public async Task Plugins_and_operations_are_listed()
    {
        (await server.Client.GetAsync("/api/v1/plugins")).Json.GetProperty("plugins").EnumerateArray()
            .Should().Contain(plugin => plugin.GetProperty("name").GetString() == "Wire" && plugin.GetProperty("status").GetString() == "Loaded");
        (await server.Client.GetAsync("/api/v1/operations")).Json.GetProperty("operations").EnumerateArray()
            .Select(operation => operation.GetProperty("name").GetString()).Should().Contain("Все.сразу");
    }

    [TestMethod]
    public async Task Operation_with_a_dot_in_its_name_calls_another_under_the_lock_of_all()
    {
        var answer = await server.Client.InvokeAsync("ServerOperationConnector", """{"method":"Все.сразу"}""");

        answer.Text.Should().Contain("внутри");
    }

    [TestMethod]
    [DataRow("/health/live")]
    [DataRow("/health/ready")]
    public async Task Health_is_told_without_a_key(string path)
    {
        var answer = await server.Client.GetAsync(path, ("X-Api-Key", null));

        answer.Status.Should().Be(200);
        answer.Text.Should().Be("""{"ok":true,"reason":null}""");
    }

    [TestMethod]
    public async Task Description_of_the_api_is_the_one_checked_in()
    {
        var answer = await server.Client.GetAsync("/openapi/v1.json", ("X-Api-Key", null));
        var file = Path.Combine(Built.Root, "docs", "reference", "openapi.json");
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1") await File.WriteAllTextAsync(file, answer.Text.ReplaceLineEndings("\n").TrimEnd() + "\n");

        answer.Text.ReplaceLineEndings("\n").TrimEnd().Should().Be((await File.ReadAllTextAsync(file)).TrimEnd(), "a change of the API goes into docs/reference/openapi.json (UPDATE_APPROVED=1 writes it) and into the changelog");
    }

    private static async Task<JsonElement> NotesAsync() => (await server.Client.InvokeAsync("Events", """{"method":"Notes"}""")).Value;
}
