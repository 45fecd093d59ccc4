namespace Integration.Tests.Api;

/// <summary>Every wrong request gets a coded answer in the one shape, in the language asked for, and never a type name or a stack.</summary>
[TestClass]
public sealed class ErrorMatrixTests
{
    private static ServerProcess server = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) => server = await ServerProcess.StartAsync(new ServerSetup
    {
        Connectors = """
            { "connectors": [
                { "id": "Wire", "type": "Wire" },
                { "id": "Проводник", "type": "Wire" },
                { "id": "Off", "type": "Wire", "enabled": false },
                { "id": "Ghost", "type": "NoSuchType" } ] }
            """,
        Plugins = [Built.Plugin("Wire")],
        Settings = new Dictionary<string, string> { ["Server:MaxBodyBytes"] = "4096" },
    });

    [ClassCleanup]
    public static async Task StopAsync() => await server.DisposeAsync();

    [TestMethod]
    [DataRow("Wire", "", 400, "InvalidArguments", "line 1, position 1")]
    [DataRow("Wire", "{\"method\":", 400, "InvalidArguments", "line 1, position 11")]
    [DataRow("Wire", "[1]", 400, "InvalidArguments", "must be a JSON object")]
    [DataRow("Wire", "{}", 400, "InvalidArguments", "names no method")]
    [DataRow("Wire", "{\"method\":\"Echo\",\"params\":{}}", 400, "InvalidArguments", "'params' is unknown; known: class, method, args, session")]
    [DataRow("Wire", "{\"method\":\"Echo\",\"args\":{\"value\":1e99}}", 400, "InvalidArguments", "args.value")]
    [DataRow("Wire", "{\"method\":\"Echo\",\"args\":{\"value\":{\"$type\":\"float\",\"value\":1}}}", 400, "InvalidArguments", "'float' is not a type")]
    [DataRow("Wire", "{\"method\":\"Echo\",\"args\":{\"value\":1,\"Value\":2}}", 400, "InvalidArguments", "given twice")]
    [DataRow("Wire", "{\"method\":\"Rows\",\"args\":{\"cuont\":\"x\"}}", 400, "InvalidArguments", "cuont")]
    [DataRow("Wire", "{\"method\":\"Rows\",\"args\":{\"count\":\"много\"}}", 400, "InvalidArguments", "'много' is not a whole number")]
    [DataRow("Wire", "{\"method\":\"Нет такого\"}", 404, "MethodNotFound", "Нет такого")]
    [DataRow("Nobody", "{\"method\":\"Echo\"}", 404, "ConnectorNotFound", "'Nobody'")]
    [DataRow("Нет", "{\"method\":\"Echo\"}", 404, "ConnectorNotFound", "'Нет'")]
    [DataRow("Off", "{\"method\":\"Echo\"}", 503, "ConnectorDisabled", "'Off'")]
    [DataRow("Ghost", "{\"method\":\"Echo\"}", 503, "Unavailable", "Ghost")]
    [DataRow("Wire", "{\"method\":\"BadCell\"}", 502, "InvalidResult", "row 2")]
    [DataRow("Wire", "{\"method\":\"Rows\",\"args\":[100001]}", 413, "TooLarge", "100000")]
    [DataRow("ServerOperationConnector", "{\"method\":\"Нет такой\"}", 404, "MethodNotFound", "Внутренняя операция")]
    public async Task Wrong_body_is_answered_in_the_error_shape(string id, string body, int status, string code, string message)
    {
        var answer = await server.Client.InvokeAsync(id, body);

        ShouldBe(answer, status, code);
        answer.Message.Should().Contain(message);
    }

    [TestMethod]
    [DataRow("X-Api-Key", null, 401, "Unauthorized")]
    [DataRow("X-Api-Key", "ck_wrong", 401, "Unauthorized")]
    [DataRow("X-Api-Key", "", 401, "Unauthorized")]
    [DataRow("X-Request-Id", "", 400, "InvalidArguments")]
    [DataRow("X-Request-Id", "a\tb", 400, "InvalidArguments")]
    [DataRow("X-Request-Id", "LONG", 400, "InvalidArguments")]
    [DataRow("X-Deadline-Ms", "0", 400, "InvalidArguments")]
    [DataRow("X-Deadline-Ms", "-5", 400, "InvalidArguments")]
    [DataRow("X-Deadline-Ms", "1.5", 400, "InvalidArguments")]
    [DataRow("X-Deadline-Ms", "86400001", 400, "InvalidArguments")]
    [DataRow("X-Deadline-Ms", "soon", 400, "InvalidArguments")]
    [DataRow("Content-Type", "text/plain", 415, "UnsupportedMediaType")]
    [DataRow("Content-Type", "application/x-www-form-urlencoded", 415, "UnsupportedMediaType")]
    public async Task Wrong_header_is_answered_in_the_error_shape(string header, string? value, int status, string code)
    {
        var answer = await server.Client.InvokeAsync("Wire", """{"method":"Echo","args":{"value":1}}""", (header, value == "LONG" ? new string('x', 129) : value));

        ShouldBe(answer, status, code);
    }

    [TestMethod]
    [DataRow("GET", "/nowhere", 404, "NotFound")]
    [DataRow("GET", "/api/v1/connectors/Wire/invoke", 405, "MethodNotAllowed")]
    [DataRow("DELETE", "/api/v1/connectors", 405, "MethodNotAllowed")]
    [DataRow("GET", "/api/v1/connectors/Nobody", 404, "ConnectorNotFound")]
    [DataRow("GET", "/api/v1/documents/none", 404, "NotFound")]
    [DataRow("GET", "/api/v1/documents?limit=0", 400, "InvalidArguments")]
    [DataRow("GET", "/api/v1/documents?finished=yes", 400, "InvalidArguments")]
    [DataRow("POST", "/api/v1/jobs/none/run", 404, "NotFound")]
    [DataRow("POST", "/api/v1/jobs/none/pause", 404, "NotFound")]
    [DataRow("GET", "/api/v1/jobs/none/runs?limit=9999", 400, "InvalidArguments")]
    public async Task Wrong_address_or_verb_is_answered_in_the_error_shape(string verb, string path, int status, string code)
    {
        ShouldBe(await server.Client.SendAsync(new HttpMethod(verb), path, null), status, code);
    }

    [TestMethod]
    [DataRow("/api/v1/connectors")]
    [DataRow("/api/v1/connectors/Wire")]
    [DataRow("/api/v1/documents")]
    [DataRow("/api/v1/jobs")]
    [DataRow("/api/v1/plugins")]
    [DataRow("/api/v1/operations")]
    public async Task Nothing_is_shown_without_a_key(string path)
    {
        ShouldBe(await server.Client.GetAsync(path, ("X-Api-Key", null)), 401, "Unauthorized");
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task Body_over_the_limit_is_refused_whole_or_in_chunks(bool chunked)
    {
        var body = $$"""{"method":"Echo","args":["{{new string('я', 4096)}}"]}""";
        var answer = chunked
            ? await server.Client.InvokeAsync("Wire", body, ("Transfer-Encoding", "chunked"))
            : await server.Client.InvokeAsync("Wire", body);

        ShouldBe(answer, 413, "TooLarge");
        answer.Message.Should().Contain("4096");
    }

    [TestMethod]
    [DataRow("Rejected", 422)]
    [DataRow("Timeout", 504)]
    [DataRow("Failed", 500)]
    [DataRow("Conflict", 409)]
    [DataRow("AccessDenied", 502)]
    [DataRow("Cancelled", 499)]
    [DataRow("Busy", 429)]
    public async Task Error_of_a_connector_has_the_status_of_its_code_its_reason_and_its_waiting_time(string code, int status)
    {
        var answer = await server.Client.InvokeAsync("Проводник", $$"""{"method":"Fail","args":["{{code}}"]}""", ("Accept-Language", "ru-RU,ru;q=0.9,en;q=0.8"));

        ShouldBe(answer, status, code);
        answer.Message.Should().Be("Не вышло.");
        answer.Json.GetProperty("error").GetProperty("reason").GetString().Should().Be("WIRE");
        answer.Json.GetProperty("error").GetProperty("retryAfterSeconds").GetInt32().Should().Be(7);
        answer.Headers.RetryAfter!.Delta.Should().Be(TimeSpan.FromSeconds(7));
    }

    private static void ShouldBe(Answer answer, int status, string code)
    {
        answer.Status.Should().Be(status, answer.Text);
        answer.ContentType.Should().Be("application/json; charset=utf-8");
        answer.Json.GetProperty("ok").GetBoolean().Should().BeFalse();
        answer.Code.Should().Be(code);
        answer.Json.GetProperty("requestId").GetString().Should().NotBeNullOrEmpty();
        answer.Message!.Length.Should().BeLessThanOrEqualTo(200);
        answer.Text.Should().NotContainAny("Exception", "   at ", "System.", "Connectors.Hosting", "Server.Api");
    }
}
