namespace Integration.Tests.Calls;

/// <summary>Whatever a call or a connector does wrong, its caller gets a coded sentence in its language, and the other connectors answer.</summary>
[TestClass]
public sealed class MisbehaviourTests
{
    private static ServerProcess server = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) => server = await ServerProcess.StartAsync(new ServerSetup
    {
        Connectors = """
            { "connectors": [
                { "id": "Good", "type": "Good" },
                { "id": "Off", "type": "Good", "enabled": false },
                { "id": "Faulty", "type": "Faulty" },
                { "id": "Hanging", "type": "Hanging", "timeout": "00:00:00.500", "breaker": { "failures": 0 } },
                { "id": "AtLoad", "type": "ThrowingAtLoad" },
                { "id": "AtStart", "type": "ThrowingConstructor" },
                { "id": "AtFirstTouch", "type": "ThrowingTypeInitializer" } ] }
            """,
        Plugins = [Built.Plugin("Good"), Built.Plugin("Faulty"), Built.Plugin("Hanging"), Built.Plugin("Throwing"), Built.Plugin("ThrowingAtLoad")],
    });

    [ClassCleanup]
    public static async Task StopAsync() => await server.DisposeAsync();

    [TestMethod]
    [DataRow("Nobody", "Ping", "[]", 404, "ConnectorNotFound", "There is no connector 'Nobody'", "Нет коннектора «Nobody»")]
    [DataRow("Off", "Greet", "[]", 503, "ConnectorDisabled", "'Off' is switched off", "«Off» выключен")]
    [DataRow("Good", "Substract", "[]", 404, "MethodNotFound", "no method 'Substract'. It has: Echo, EchoBlocking, Greet, Add, Secret", "нет метода «Substract». Есть: Echo, EchoBlocking, Greet, Add, Secret")]
    [DataRow("Good", "Gret", "[]", 404, "MethodNotFound", "no method 'Gret'. Did you mean 'Greet'? It has: Echo", "нет метода «Gret». Возможно, нужен «Greet». Есть: Echo")]
    [DataRow("Good", "Greet", "{\"nmae\":\"x\"}", 400, "InvalidArguments", "name: missing; nmae: unknown. Known: name", "name: не передан; nmae: неизвестен. Известны: name")]
    [DataRow("Good", "Add", "{\"a\":\"x\",\"c\":1}", 400, "InvalidArguments", "Known: a, b", "Известны: a, b")]
    [DataRow("Good", "Add", "{\"a\":\"x\",\"c\":1}", 400, "InvalidArguments", "a: 'x' is not a number", "a: 'x' — не число")]
    [DataRow("Good", "Add", "{\"a\":\"x\",\"c\":1}", 400, "InvalidArguments", "b: missing", "b: не передан")]
    [DataRow("Good", "Add", "{\"a\":\"x\",\"c\":1}", 400, "InvalidArguments", "c: unknown", "c: неизвестен")]
    [DataRow("Good", "Add", "[1,2,3]", 400, "InvalidArguments", "Known: a, b", "Известны: a, b")]
    [DataRow("Hanging", "HangBeforeAwait", "[]", 504, "Timeout", "'HangBeforeAwait' of 'Hanging' did not end", "«HangBeforeAwait» коннектора «Hanging» не завершился")]
    [DataRow("Hanging", "HangAfterAwait", "[]", 504, "Timeout", "'HangAfterAwait' of 'Hanging' did not end", "«HangAfterAwait» коннектора «Hanging» не завершился")]
    [DataRow("Hanging", "HangBlocking", "[]", 504, "Timeout", "'HangBlocking' of 'Hanging' did not end", "«HangBlocking» коннектора «Hanging» не завершился")]
    [DataRow("Faulty", "Throws", "[]", 500, "Failed", "'Faulty' failed in 'Throws'", "Сбой коннектора «Faulty» в «Throws»")]
    [DataRow("Faulty", "ThrowsAfterAwait", "[]", 500, "Failed", "'Faulty' failed in 'ThrowsAfterAwait'", "Сбой коннектора «Faulty»")]
    [DataRow("Faulty", "ThrowsDeclared", "[]", 422, "Rejected", "The document is closed.", "Документ закрыт.")]
    [DataRow("Faulty", "Cycle", "[]", 502, "InvalidResult", "cannot be passed on", "нельзя передать дальше")]
    [DataRow("Faulty", "UnknownType", "[]", 502, "InvalidResult", "cannot be passed on", "нельзя передать дальше")]
    [DataRow("Faulty", "ManyRows", "[]", 413, "TooLarge", "200000 rows", "слишком много строк (предел 100000)")]
    [DataRow("AtLoad", "Ping", "[]", 503, "Unavailable", "'AtLoad' is of type 'ThrowingAtLoad', which no loaded plugin provides", "которого нет ни в одном загруженном плагине")]
    [DataRow("AtStart", "Ping", "[]", 503, "Unavailable", "'AtStart' could not be started", "«AtStart» не удалось запустить")]
    public async Task Misbehaviour_is_answered_in_one_sentence_and_others_answer(string id, string method, string args, int status, string code, string english, string russian)
    {
        var body = $$"""{"method":"{{method}}","args":{{args}}}""";

        var en = await server.Client.InvokeAsync(id, body, ("Accept-Language", "en"));
        var ru = await server.Client.InvokeAsync(id, body, ("Accept-Language", "ru"));

        ShouldBe(en, status, code, english);
        ShouldBe(ru, status, code, russian);
        await OthersShouldAnswerAsync();
    }

    [TestMethod]
    public async Task Type_initializer_that_throws_is_a_coded_answer_at_the_start_or_at_the_call()
    {
        var answer = await server.Client.InvokeAsync("AtFirstTouch", """{"method":"Get"}""", ("Accept-Language", "ru"));

        new[] { 500, 503 }.Should().Contain(answer.Status);
        ShouldBe(answer, answer.Status, answer.Status == 503 ? "Unavailable" : "Failed", "оннектор");
        await OthersShouldAnswerAsync();
    }

    [TestMethod]
    [DataRow("en", "over the limit of 100000")]
    [DataRow("ru", "больше строк, чем разрешено (100000)")]
    public async Task Streamed_table_over_the_limit_ends_with_its_error_and_others_answer(string language, string message)
    {
        var answer = await server.Client.InvokeAsync("Faulty", """{"method":"ManyRowsStreamed"}""", ("Accept-Language", language));

        answer.Json.GetProperty("rows").GetArrayLength().Should().Be(100_000);
        answer.Json.GetProperty("ok").GetBoolean().Should().BeFalse();
        answer.Code.Should().Be("TooLarge");
        answer.Message.Should().Contain(message);
        await OthersShouldAnswerAsync();
    }

    [TestMethod]
    public async Task Failure_nobody_can_catch_is_logged_and_the_server_goes_on()
    {
        var answer = await server.Client.InvokeAsync("Faulty", """{"method":"ThrowsInAsyncVoid"}""");
        var log = await Eventually.BecomesAsync(() => Task.FromResult(server.Log), text => text.Contains("Nobody can catch this."));

        answer.Value.GetString().Should().Be("started");
        log.Should().Contain("Nobody can catch this.").And.Contain("the server goes on");
        await OthersShouldAnswerAsync();
    }

    private static void ShouldBe(Answer answer, int status, string code, string sentence)
    {
        answer.Status.Should().Be(status, answer.Text);
        answer.Json.GetProperty("ok").GetBoolean().Should().BeFalse();
        answer.Code.Should().Be(code);
        answer.Message.Should().Contain(sentence);
        answer.Message!.Length.Should().BeLessThanOrEqualTo(200);
        answer.Text.Should().NotContainAny("Exception", "   at ", "System.", "FaultyConnector", "secret", "MemoryStream");
    }

    private static async Task OthersShouldAnswerAsync()
    {
        var answer = await server.Client.InvokeAsync("Good", """{"method":"Add","args":["1.5",2]}""");
        answer.Value.GetDecimal().Should().Be(3.5m, answer.Text);
    }
}
