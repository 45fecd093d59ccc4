namespace Integration.Tests.Sql;

/// <summary>What a caller over HTTP may rely on, the same on SQLite and on PostgreSQL.</summary>
[TestClass]
public sealed class SqlOverHttpTests
{
    private static SqlHome home = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) => home = await SqlHome.StartAsync();

    [ClassCleanup]
    public static async Task EndAsync() => await home.DisposeAsync();

    [TestMethod]
    [DataRow("Остаток", """{"item":"apple"}""", "5")]
    [DataRow("Rest", """{"ITEM":"pear"}""", "7")]
    [DataRow("остаток", """["pear"]""", "7")]
    [DataRow("Rest", """{"item":"nothing"}""", "null")]
    [DataRow("Card", """{"item":"pear"}""", """{"item":"pear","qty":7,"price":2.25,"note":"мягкая"}""")]
    [DataRow("Card", """{"item":"nothing"}""", "null")]
    [DataRow("Card", """{"item":null}""", "null")]
    [DataRow("Text", """{"value":"' OR 1=1 --"}""", "refused 400 InvalidArguments")]
    [DataRow("Text", """{"value":"';--😀"}""", "\"';--\\uD83D\\uDE00\"")]
    [DataRow("Text", """{"value":"a\u0000b"}""", "refused 400 InvalidArguments")]
    [DataRow("Text", """{"value":true}""", "\"true\"")]
    [DataRow("Text", "{}", "refused 400 InvalidArguments")]
    [DataRow("Text", """{"value":"a","more":1}""", "refused 400 InvalidArguments")]
    [DataRow("Integer", """{"value":9223372036854775807}""", "9223372036854775807")]
    [DataRow("Integer", """{"value":"12"}""", "12")]
    [DataRow("Integer", """{"value":1.5}""", "refused 400 InvalidArguments")]
    [DataRow("Integer", """{"value":"1; DROP TABLE stock"}""", "refused 400 InvalidArguments")]
    [DataRow("Decimal", """{"value":0.1}""", "0.1")]
    [DataRow("Decimal", """{"value":123456789012.125}""", "123456789012.125")]
    [DataRow("Decimal", """{"value":"x"}""", "refused 400 InvalidArguments")]
    [DataRow("Binary", """{"value":"AP8n"}""", "\"AP8n\"")]
    [DataRow("Flag", """{"value":true}""", """{"value":true}""")]
    [DataRow("Flag", """{"value":null}""", """{"value":null}""")]
    [DataRow("Moment", """{"value":"2026-05-31T14:03:00.123"}""", """{"value":{"$type":"dateTime","value":"2026-05-31T14:03:00.123"}}""")]
    [DataRow("Moment", """{"value":"0001-01-01T00:00:00"}""", """{"value":{"$type":"dateTime","value":"0001-01-01T00:00:00"}}""")]
    [DataRow("Moment", """{"value":"yesterday"}""", "refused 400 InvalidArguments")]
    [DataRow("Echo", """{"value":"x'y"}""", "\"x'y\"")]
    [DataRow("Echo", """{"value":42}""", "42")]
    [DataRow("Echo", """{"value":null}""", "null")]
    [DataRow("Sum", """{"values":[1,2,39]}""", "42")]
    [DataRow("Sum", """{"values":"1,2"}""", "refused 400 InvalidArguments")]
    [DataRow("Rows", """{"rows":[{"qty":1},{"qty":41}]}""", "42")]
    [DataRow("Quiet", """{"item":"nothing","note":"x"}""", "null")]
    [DataRow("Add", """{"item":"apple","qty":1}""", "refused 409 Conflict DUPLICATE")]
    [DataRow("Add", """{"item":"plum","qty":-1}""", "refused 422 Rejected CHECK")]
    [DataRow("Add", """{"item":"plum","qty":null}""", "refused 422 Rejected NOT_NULL")]
    [DataRow("Orphan", """{"item":"nothing"}""", "refused 409 Conflict FOREIGN_KEY")]
    [DataRow("Broken", "{}", "refused 500 Failed STATEMENT_WRONG")]
    [DataRow("Nothing", "{}", "refused 404 MethodNotFound")]
    [DataRow("Few", "{}", "streamed TooLarge RESULT_TOO_LARGE")]
    [DataRow("Slow", "{}", "refused 504 Timeout TIME_LIMIT")]
    [DataRow("SlowWrite", "{}", "refused 504 Timeout TIME_LIMIT")]
    public async Task A_call_is_answered_alike_on_both_databases(string method, string args, string expected)
    {
        foreach (var connector in new[] { "Lite", "Post" }) Shown(await home.CallAsync(connector, method, args)).Should().Be(expected, connector);
    }

    [TestMethod]
    [DataRow("Lite")]
    [DataRow("Post")]
    public async Task A_row_is_added_changed_and_given_back(string connector)
    {
        (await home.CallAsync(connector, "Add", """{"item":"kiwi","qty":3,"price":0.75,"note":"é ' \" \\"}""")).Value.GetInt64().Should().Be(1);
        (await home.CallAsync(connector, "Quiet", """{"item":"kiwi","note":"new"}""")).Status.Should().Be(200);
        var table = (await home.CallAsync(connector, "Returning", """{"item":"kiwi","note":"newer"}""")).Value;

        table.GetProperty("rows").GetRawText().Should().Be("""[["kiwi","newer"]]""");
        (await home.CallAsync(connector, "Rest", """{"item":"kiwi"}""")).Value.GetInt64().Should().Be(3);
    }

    [TestMethod]
    [DataRow("Lite")]
    [DataRow("Post")]
    public async Task A_table_has_typed_columns_and_its_rows(string connector)
    {
        var answer = (await home.CallAsync(connector, "All")).Json;

        answer.GetProperty("columns").GetRawText().Should().Be("""[{"name":"item","type":"string"},{"name":"qty","type":"integer"},{"name":"price","type":"decimal"},{"name":"note","type":"string"}]""");
        answer.GetProperty("rows").EnumerateArray().Select(row => row[0].GetString()).Should().Equal("apple", "pear");
        answer.GetProperty("rows")[1][3].GetString().Should().Be("мягкая");
        answer.GetProperty("ok").GetBoolean().Should().BeTrue();
    }

    [TestMethod]
    [DataRow("Lite")]
    [DataRow("Post")]
    public async Task A_hundred_thousand_rows_arrive_as_a_stream(string connector)
    {
        var answer = (await home.CallAsync(connector, "Numbers")).Json;

        answer.GetProperty("rows").GetArrayLength().Should().Be(100_000);
        answer.GetProperty("rows")[99_999][0].GetInt64().Should().Be(100_000);
        answer.GetProperty("ok").GetBoolean().Should().BeTrue();
    }

    [TestMethod]
    [DataRow("Lite")]
    [DataRow("Post")]
    public async Task Several_sets_are_a_record_of_tables(string connector)
    {
        var value = (await home.CallAsync(connector, "Both")).Value;

        value.GetProperty("table1").GetProperty("value").GetProperty("rows").GetArrayLength().Should().Be(2);
        value.GetProperty("table2").GetProperty("value").GetProperty("rows")[0][0].GetInt64().Should().Be(42);
    }

    [TestMethod]
    [DataRow("Lite")]
    [DataRow("Post")]
    public async Task A_Keyed_call_made_twice_under_one_id_has_its_effect_once(string connector)
    {
        var id = $"move-{connector}";
        const string body = """{"method":"Move","args":{"item":"apple"}}""";

        var first = await home.Server.Client.InvokeAsync(connector, body, ("X-Request-Id", id));
        var second = await home.Server.Client.InvokeAsync(connector, body, ("X-Request-Id", id));

        first.Value.GetInt64().Should().Be(1);
        second.Value.GetInt64().Should().Be(1, "it is the first outcome");
        (await home.CallAsync(connector, "MovesOf", """{"item":"apple"}""")).Value.GetInt64().Should().Be(1);
    }

    [TestMethod]
    [DataRow("Lite")]
    [DataRow("Post")]
    public async Task Statements_that_fail_half_way_leave_nothing(string connector)
    {
        var answer = await home.CallAsync(connector, "MoveTwice", """{"id":"twice"}""");

        Shown(answer).Should().Be("refused 409 Conflict DUPLICATE");
        answer.Json.GetProperty("error").GetProperty("inDoubt").GetBoolean().Should().BeFalse();
        (await home.CallAsync(connector, "Moves", """{"id":"twice"}""")).Value.GetInt64().Should().Be(0);
    }

    [TestMethod]
    [DataRow("%p%", 2)]
    [DataRow("p%", 1)]
    [DataRow("_ear", 1)]
    [DataRow("%' OR '%'='", 0)]
    public async Task A_mask_is_a_mask_and_nothing_more(string mask, int count)
    {
        foreach (var connector in new[] { "Lite", "Post" })
        {
            (await home.CallAsync(connector, "Find", $$"""{"mask":"{{mask}}"}""")).Json.GetProperty("rows").GetArrayLength().Should().Be(count, connector);
        }
    }

    [TestMethod]
    public async Task A_procedure_of_PostgreSQL_gives_its_out_parameters_back_and_its_refusal_in_its_own_words()
    {
        var taken = await home.CallAsync("Post", "Take", """{"which":"pear","amount":3}""");
        var refused = await home.CallAsync("Post", "Take", """{"which":"apple","amount":300}""");
        var wrong = await home.CallAsync("Post", "Take", """{"item":"apple"}""");

        taken.Value.GetRawText().Should().Be("""{"amount":3,"rest":4}""");
        Shown(refused).Should().Be("refused 422 Rejected RAISED");
        refused.Message.Should().Be("Недостаточно остатка: 5");
        wrong.Message.Should().Contain("item: unknown").And.Contain("which: missing").And.Contain("amount: missing");
    }

    [TestMethod]
    public async Task A_function_of_PostgreSQL_gives_a_table()
    {
        var answer = (await home.CallAsync("Post", "Dear", """{"lowest":2}""")).Json;

        answer.GetProperty("rows").GetRawText().Should().Be("""[["pear",2.25]]""");
    }

    [TestMethod]
    public async Task A_deadline_of_the_caller_stops_a_Safe_call_in_the_server()
    {
        var answer = await home.Server.Client.InvokeAsync("Post", """{"method":"Waiting"}""", ("X-Deadline-Ms", "700"));

        answer.Status.Should().Be(504);
        (await Eventually.BecomesAsync(() => home.PostgresAsync("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT pg_sleep(20)%' AND pid <> pg_backend_pid()"), count => count is 0L)).Should().Be(0L);
    }

    [TestMethod]
    [DataRow("Lite", "SQLite")]
    [DataRow("Post", "PostgreSQL")]
    public async Task A_check_tells_what_answered_the_wrong_statement_and_what_the_database_has(string connector, string answered)
    {
        var answer = (await home.Server.Client.PostAsync($"/api/v1/connectors/{connector}/check", "{}", ("Accept-Language", "ru"))).Json;

        answer.GetProperty("answered").GetString().Should().StartWith(answered);
        var problem = answer.GetProperty("problems").EnumerateArray().Should().ContainSingle().Which;
        problem.GetProperty("code").GetString().Should().Be("STATEMENT_WRONG");
        problem.GetProperty("nextStep").GetString().Should().Contain("Исправьте");
        answer.GetProperty("methods").EnumerateArray().Select(method => method.GetProperty("class").GetString()).Should().Contain("table");
    }

    [TestMethod]
    public async Task A_dead_database_opens_the_breaker_and_is_told_without_its_password()
    {
        await using var dead = await SqlHome.StartAsync(_ => [SqlHome.Connector("Dead", "postgresql", "Host=127.0.0.1;Port=1;Database=d;Username=u;Password=geheim-9", SqlMethods.Common("postgresql"))]);

        var answers = new List<Answer>();
        for (var call = 0; call < 4; call++) answers.Add(await dead.CallAsync("Dead", "Rest", """{"item":"a"}"""));

        answers.Should().OnlyContain(answer => answer.Status == 503 && answer.Code == "Unavailable");
        Shown(answers[0]).Should().Be("refused 503 Unavailable REFUSED");
        answers[3].Text.Should().NotContain("REFUSED", "the breaker is open");
        (string.Concat(answers.Select(answer => answer.Text)) + dead.Server.Log).Should().NotContain("geheim-9");
    }

    private static string Shown(Answer answer)
    {
        if (answer.Status == 200 && answer.Json.TryGetProperty("rows", out _) && !answer.Json.GetProperty("ok").GetBoolean()) return $"streamed {answer.Code} {Reason(answer)}";
        return answer.Status == 200 ? answer.Value.GetRawText() : $"refused {answer.Status} {answer.Code} {Reason(answer)}".TrimEnd();
    }

    private static string? Reason(Answer answer) => answer.Json.GetProperty("error").TryGetProperty("reason", out var reason) ? reason.GetString() : null;
}
