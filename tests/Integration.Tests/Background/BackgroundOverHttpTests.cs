using System.Text.Json;

namespace Integration.Tests.Background;

/// <summary>A handheld starts a call in the background, leaves, and comes back for it.</summary>
[TestClass]
public sealed class BackgroundOverHttpTests
{
    private const string Work = """{"method":"Work","background":true,"wait":0}""";
    private ServerProcess server = null!;

    [TestInitialize]
    public async Task StartAsync() => server = await ServerProcess.StartAsync(BackgroundViews.Connectors, """{ "jobs": [] }""", Built.Plugin("Hanging"));

    [TestCleanup]
    public async Task StopAsync() => await server.DisposeAsync();

    [TestMethod]
    public async Task Started_call_answers_202_outlives_the_limit_of_its_connector_and_its_result_is_read_after_the_end()
    {
        var start = await server.Client.StartAsync("A", """{"method":"Work","args":{"name":"смена"},"background":true,"wait":0,"title":"Закрытие смены"}""");
        var id = start.Json.GetProperty("operationId").GetString()!;
        var early = await server.Client.GetAsync($"/api/v1/background/{id}/result", BackgroundViews.Device("A"));
        var polled = await server.Client.OperationAsync("A", id, "?wait=3");
        await server.Client.InvokeAsync("F", """{"method":"LetGo"}""");
        var ended = await server.Client.OperationAsync("A", id, "?wait=20");
        var result = await server.Client.GetAsync($"/api/v1/background/{id}/result", BackgroundViews.Device("A"));

        start.Status.Should().Be(202, start.Text);
        start.Headers.Location!.ToString().Should().Be($"/api/v1/background/{id}");
        start.Json.GetProperty("title").GetString().Should().Be("Закрытие смены");
        (early.Status, early.Code).Should().Be((409, "Conflict"));
        polled.StatusOf().Should().Be("Running", "3 s is over the connector's 2 s");
        polled.Json.GetProperty("progress").GetProperty("percent").GetInt32().Should().Be(30);
        polled.Json.GetProperty("progress").GetProperty("extra").GetProperty("cell").GetString().Should().Be("А-01");
        ended.StatusOf().Should().Be("Completed");
        ended.Json.GetProperty("messages")[0].GetProperty("text").GetString().Should().Be("смена: ячейка А-01 пуста");
        result.Value.GetString().Should().Be("смена done");
    }

    [TestMethod]
    public async Task Call_that_ends_soon_is_answered_with_its_result_at_once()
    {
        var ok = await server.Client.StartAsync("A", """{"method":"TellBlocking","args":["m"],"background":true,"wait":20}""");
        var failed = await server.Client.StartAsync("A", """{"method":"Nothing","background":true,"wait":20}""");
        var table = await server.Client.StartAsync("A", """{"method":"Rows","args":[3],"background":true,"wait":20}""");
        var directly = await server.Client.InvokeAsync("F", """{"method":"IsFollowedBy"}""");

        (ok.Status, ok.Value.GetBoolean()).Should().Be((200, true), "a blocking method on a thread of its connector is followed too");
        (failed.Status, failed.Code).Should().Be((404, "MethodNotFound"));
        table.Value.GetProperty("rows").GetArrayLength().Should().Be(3);
        directly.Value.GetBoolean().Should().BeFalse();
    }

    [TestMethod]
    public async Task Server_operation_tells_how_far_it_is_too()
    {
        var answer = await server.Client.InvokeAsync("ServerOperationConnector", """{"method":"Пересчитать всё","background":true,"wait":20}""", BackgroundViews.Device("A"));
        var told = await server.Client.ToldAsync("A");

        answer.Value.GetString().Should().Be("followed", answer.Text);
        told.Should().HaveCount(2);
        told[0].GetProperty("result").GetProperty("messages")[0].GetProperty("text").GetString().Should().Be("Пересчитано.");
    }

    [TestMethod]
    public async Task Repeated_request_id_finds_the_same_operation_and_nothing_runs_twice()
    {
        var first = await server.Client.StartAsync("A", Work, "r-1");
        var repeat = await server.Client.StartAsync("A", Work, "r-1");
        var other = await server.Client.StartAsync("A", """{"method":"Work","background":true,"wait":1}""", "r-1");
        await server.Client.InvokeAsync("F", """{"method":"LetGo"}""");
        await server.Client.EndedAsync("A", first.Json.GetProperty("operationId").GetString()!);
        var runs = await server.Client.InvokeAsync("F", """{"method":"CountRuns"}""");

        repeat.Json.GetProperty("operationId").GetString().Should().Be(first.Json.GetProperty("operationId").GetString());
        (other.Status, other.Code).Should().Be((409, "Conflict"));
        runs.Value.GetInt32().Should().Be(1);
    }

    [TestMethod]
    public async Task Second_operation_with_the_key_of_an_active_one_is_a_conflict_in_both_languages()
    {
        const string keyed = """{"method":"Work","background":true,"wait":0,"key":"смена"}""";
        await server.Client.StartedAsync("A", keyed);

        var english = await server.Client.StartAsync("B", keyed);
        var russian = await server.Client.InvokeAsync("F", keyed, ("Accept-Language", "ru"));

        (english.Status, english.Json.GetProperty("error").GetProperty("reason").GetString()).Should().Be((409, "KEY_ALREADY_RUNNING"));
        english.Message.Should().Contain("already running");
        russian.Message.Should().Contain("уже выполняется");
    }

    [TestMethod]
    public async Task Owner_cancels_it_and_an_administrator_cancels_that_of_another()
    {
        var mine = await server.Client.StartedAsync("A");
        var others = await server.Client.StartedAsync("B");

        await server.Client.PostAsync($"/api/v1/background/{mine}/cancel", null, BackgroundViews.Device("A"));
        await server.Client.PostAsync($"/api/v1/background/{others}/cancel", null, BackgroundViews.Device("A"));
        var own = await server.Client.EndedAsync("A", mine);
        var foreign = await server.Client.EndedAsync("B", others);

        (own.StatusOf(), own.Json.GetProperty("state").GetString()).Should().Be(("Canceled", "Canceled"));
        (foreign.StatusOf(), foreign.Json.GetProperty("state").GetString()).Should().Be(("Error", "Canceled"));
        foreign.Json.GetProperty("errorInfo").GetProperty("short").GetString().Should().Contain("cancelled by administrator");
    }

    [TestMethod]
    public async Task Device_sees_only_its_own_operations_and_a_key_without_limits_may_see_all()
    {
        var key = await server.Client.PostAsync("/api/v1/keys", """{"name":"handheld","connectors":["F"]}""");
        var limited = ("X-Api-Key", (string?)key.Json.GetProperty("plain").GetString());
        var id = await server.Client.StartedAsync("A");
        var own = (await server.Client.InvokeAsync("F", Work, limited, BackgroundViews.Device("A"))).Json.GetProperty("operationId").GetString();

        var foreign = await server.Client.GetAsync($"/api/v1/background/{id}", limited, BackgroundViews.Device("A"));
        var foreignResult = await server.Client.PostAsync($"/api/v1/background/{id}/cancel", null, limited, BackgroundViews.Device("A"));
        var listed = await server.Client.GetAsync("/api/v1/background", limited, BackgroundViews.Device("A"));
        var refused = await server.Client.GetAsync("/api/v1/background?all=true", limited);
        var all = await server.Client.GetAsync("/api/v1/background?all=true&state=Active");

        foreign.Status.Should().Be(404);
        foreignResult.Status.Should().Be(404);
        listed.Json.GetProperty("operations").EnumerateArray().Select(operation => operation.GetProperty("operationId").GetString()).Should().Equal(own);
        refused.Status.Should().Be(403);
        all.Json.GetProperty("operations").GetArrayLength().Should().Be(2);
    }

    [TestMethod]
    public async Task Handheld_that_vanishes_in_the_middle_finds_its_operation_and_all_it_was_told()
    {
        using (var gone = new HttpClient { BaseAddress = server.Address })
        using (var leaving = new CancellationTokenSource(TimeSpan.FromSeconds(1)))
        using (var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/connectors/F/invoke"))
        {
            request.Headers.Add("X-Api-Key", server.Key);
            request.Headers.Add("X-Device", "A");
            request.Headers.Add("X-Request-Id", "lost");
            request.Content = new StringContent("""{"method":"Work","background":true,"wait":20}""", System.Text.Encoding.UTF8, "application/json");
            await FluentActions.Awaiting(() => gone.SendAsync(request, leaving.Token)).Should().ThrowAsync<OperationCanceledException>();
        }

        await server.Client.InvokeAsync("F", """{"method":"LetGo"}""");
        var found = await server.Client.StartAsync("A", """{"method":"Work","background":true,"wait":20}""", "lost");
        var told = await server.Client.ToldAsync("A");

        (found.Status, found.Value.GetString()).Should().Be((200, "work done"));
        told.Select(one => one.GetProperty("kind").GetString()![..8]).Should().Equal("0afef160", "14076bb1", "5d0c2b9e", "28e5ab5c");
        (await server.Client.InvokeAsync("F", """{"method":"CountRuns"}""")).Value.GetInt32().Should().Be(1);
    }

    [TestMethod]
    public async Task Envelope_of_the_end_has_the_members_it_is_promised_to_have()
    {
        await server.Client.StartAsync("A", """{"method":"IsFollowedBy","background":true,"wait":20}""");

        var envelope = (await server.Client.ToldAsync("A")).Should().ContainSingle().Which;
        var result = envelope.GetProperty("result");

        envelope.EnumerateObject().Select(member => member.Name).Should().Equal("kind", "operationId", "sentAtUtcMs", "group", "result");
        result.EnumerateObject().Select(member => member.Name).Should().Equal("status", "resultAddress", "messages", "progress", "error");
        envelope.GetProperty("group").GetString().Should().Be(envelope.GetProperty("operationId").GetString());
        result.GetProperty("status").GetString().Should().Be("Completed");
        result.GetProperty("resultAddress").GetString().Should().StartWith("tmp/");
        (result.GetProperty("progress").ValueKind, result.GetProperty("error").ValueKind).Should().Be((JsonValueKind.Null, JsonValueKind.Null));
    }

    [TestMethod]
    public async Task Portions_run_in_threads_and_come_back_by_their_keys()
    {
        var answer = await server.Client.StartAsync("A", """
            {"method":"Portion","background":true,"wait":20,"threads":2,
             "portions":[{"key":"1","args":{"item":"a"}},{"key":"2","args":["twice"]},{"key":"3","args":{"item":"never"}},{"key":"4","args":{"item":"d"}}]}
            """);
        var most = await server.Client.InvokeAsync("F", """{"method":"MostAtOnce"}""");

        answer.Status.Should().Be(200, answer.Text);
        answer.Value.GetProperty("1").GetProperty("value").GetString().Should().Be("a after 1");
        answer.Value.GetProperty("2").GetProperty("value").GetString().Should().Be("twice after 2");
        answer.Value.GetProperty("3").GetProperty("error").GetProperty("code").GetString().Should().Be("Rejected");
        answer.Value.GetProperty("4").GetProperty("status").GetString().Should().Be("Completed");
        most.Value.GetInt32().Should().Be(2);
    }

    [TestMethod]
    [DataRow("""{"method":"Work","background":"yes"}""", "true or false")]
    [DataRow("""{"method":"Work","background":true,"wait":31}""", "from 0 to 30")]
    [DataRow("""{"method":"Work","background":true,"wait":-1}""", "from 0 to 30")]
    [DataRow("""{"method":"Work","background":true,"threads":0,"portions":[{"key":"a"}]}""", "from 1 to 64")]
    [DataRow("""{"method":"Work","background":true,"portions":[]}""", "portions is empty")]
    [DataRow("""{"method":"Work","background":true,"portions":[{"args":{}}]}""", "has no key")]
    [DataRow("""{"method":"Work","background":true,"portions":[{"key":"a"},{"key":"A"}]}""", "given twice")]
    [DataRow("""{"method":"Work","background":true,"portions":[{"key":"a","x":1}]}""", "known: key, args")]
    [DataRow("""{"method":"Work","key":"a"}""", "background")]
    [DataRow("""{"method":"Work","background":false,"title":"a"}""", "background")]
    public async Task Wrong_wish_is_refused_with_what_may_stand_there(string body, string expected)
    {
        var answer = await server.Client.StartAsync("A", body);

        (answer.Status, answer.Code).Should().Be((400, "InvalidArguments"), answer.Text);
        answer.Message.Should().Contain(expected);
    }

    [TestMethod]
    [DataRow("/api/v1/background/none", 404)]
    [DataRow("/api/v1/background/none/result", 404)]
    [DataRow("/api/v1/background/none/portions", 404)]
    [DataRow("/api/v1/background/none/messages", 404)]
    [DataRow("/api/v1/background?state=Hung", 400)]
    [DataRow("/api/v1/background?startedFrom=yesterday", 400)]
    [DataRow("/api/v1/notifications?after=x", 400)]
    [DataRow("/api/v1/notifications/none", 404)]
    [DataRow("/api/v1/notifications/socket", 400)]
    public async Task What_is_not_there_or_not_readable_is_answered_in_the_shape_of_errors(string path, int status)
    {
        var answer = await server.Client.GetAsync(path);

        answer.Status.Should().Be(status, answer.Text);
        answer.Message.Should().NotBeNullOrEmpty();
    }
}
