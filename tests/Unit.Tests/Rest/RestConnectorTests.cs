using System.Globalization;
using Cleverence.Connectivity;
using Microsoft.AspNetCore.Http;
using Unit.Tests.Transport;

namespace Unit.Tests.Rest;

[TestClass]
public sealed class RestConnectorTests
{
    private const string GetRest = """{"class":"Stock","method":"GetRest","path":"/stock/{item}","query":{"warehouse":"{warehouse}"},"parameters":[{"name":"item","aliases":["Товар"]},{"name":"warehouse","optional":true}],"result":"$.data.rows","resultType":"table"}""";
    private const string Rows = """{"data":{"rows":[{"Склад":"Основной","Остаток":12.500},{"Склад":"Витрина","Остаток":3}]}}""";

    [TestMethod]
    public async Task A_template_becomes_a_request_and_its_answer_a_table()
    {
        await using var server = await TestServer.JsonAsync(Rows);
        using var connector = RestFixture.Connector(server, GetRest);

        var value = await connector.ValueAsync(RestFixture.Call("Stock", "GetRest", ("item", "4600/17 Ж"), ("warehouse", "1&2")));

        server.Seen[0].Target.Should().Be("/stock/4600%2F17%20%D0%96?warehouse=1%262");
        var table = value.Should().BeOfType<ConnectorTable>().Subject;
        table.Columns.Should().Equal(new TableColumn("Склад", ValueKind.String), new TableColumn("Остаток", ValueKind.Decimal));
        ((decimal)table.Rows[0][1]!).ToString(CultureInfo.InvariantCulture).Should().Be("12.500");
        table.Rows[1][1].Should().Be(3m);
    }

    [TestMethod]
    public async Task Arguments_are_taken_by_position_too()
    {
        await using var server = await TestServer.JsonAsync(Rows);
        using var connector = RestFixture.Connector(server, GetRest);

        await connector.ValueAsync(RestFixture.Call("stock", "GETREST", ("", "A"), ("", "01")));

        server.Seen[0].Target.Should().Be("/stock/A?warehouse=01");
    }

    [TestMethod]
    public async Task An_alias_names_the_argument_and_an_optional_one_is_left_out_of_the_query()
    {
        await using var server = await TestServer.JsonAsync(Rows);
        using var connector = RestFixture.Connector(server, GetRest);

        await connector.ValueAsync(RestFixture.Call("Stock", "GetRest", ("товар", "A")));

        server.Seen[0].Target.Should().Be("/stock/A");
    }

    [TestMethod]
    public async Task Unknown_missing_and_badly_typed_arguments_are_reported_together()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var connector = RestFixture.Connector(server, """{"method":"Move","verb":"POST","path":"/m/{item}","body":{"qty":"{qty}","at":"{at}"},"parameters":[{"name":"qty","type":"decimal"},{"name":"at","type":"dateTime"}]}""");

        var error = await connector.ErrorAsync(RestFixture.Call("", "Move", ("qty", "1,5"), ("склад", "01"), ("at", "2026-05-31T10:00:00")));

        error.Code.Should().Be(ConnectorErrorCode.InvalidArguments);
        error.Offenders.Should().Equal("qty: '1,5' is not a number", "склад: unknown", "item: missing");
        error.Detail.Should().Contain("Known: qty, at, item");
        server.Seen.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Cyrillic_class_method_and_parameter_names_with_spaces_work()
    {
        await using var server = await TestServer.JsonAsync("\"ок\"");
        using var connector = RestFixture.Connector(server, """{"class":"Учёт товаров","method":"Получить остаток","aliases":["Остаток"],"path":"/o","query":{"товар":"{код товара}"}}""");

        var value = await connector.ValueAsync(RestFixture.Call("УЧЁТ ТОВАРОВ", "остаток", ("Код Товара", "Ы 1")));

        value.Should().Be("ок");
        server.Seen[0].Target.Should().Be("/o?%D1%82%D0%BE%D0%B2%D0%B0%D1%80=%D0%AB%201");
    }

    [TestMethod]
    [DataRow("ru-RU")]
    [DataRow("tr-TR")]
    public async Task Culture_changes_nothing(string culture)
    {
        CultureInfo.CurrentCulture = new CultureInfo(culture);
        await using var server = await TestServer.JsonAsync("""{"price":1.50}""");
        using var connector = RestFixture.Connector(server, """{"class":"Items","method":"GetPrice","path":"/p","query":{"min":"{min}"},"parameters":[{"name":"min","type":"decimal"}],"result":"price"}""");

        var value = await connector.ValueAsync(RestFixture.Call("ITEMS", "GETPRICE", ("MIN", 0.5m)));

        server.Seen[0].Target.Should().Be("/p?min=0.5");
        value.Should().Be(1.50m);
    }

    [TestMethod]
    public async Task A_keyed_method_sends_the_request_id_and_the_deadline()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var connector = RestFixture.Connector(server, """{"method":"Post","verb":"POST","path":"/m","safety":"Keyed"}""");
        var call = new Cleverence.Warehouse.InvokeArgs("Erp", "", "Post") { RequestId = "r-1", Deadline = TimeSpan.FromSeconds(7) };

        await connector.ValueAsync(call);

        Guid.TryParse(server.Seen[0].Headers["X-Request-Id"], out _).Should().BeTrue();
        long.Parse(server.Seen[0].Headers["X-Deadline-Ms"], CultureInfo.InvariantCulture).Should().BeInRange(1, 7000);
    }

    [TestMethod]
    public async Task An_unsafe_method_without_deadline_sends_neither()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var connector = RestFixture.Connector(server, """{"method":"Post","verb":"POST","path":"/m"}""");

        await connector.ValueAsync(new Cleverence.Warehouse.InvokeArgs("Erp", "", "Post") { RequestId = "r-1" });

        server.Seen[0].Headers.Should().NotContainKeys("X-Request-Id", "X-Deadline-Ms");
    }

    [TestMethod]
    public async Task A_search_by_post_that_is_marked_safe_is_never_in_doubt()
    {
        await using var server = await TestServer.JsonAsync("{}", 503);
        using var connector = RestFixture.Connector(server, """{"method":"Find","verb":"POST","path":"/find","safety":"Safe"}""");

        var error = await connector.ErrorAsync(RestFixture.Call("", "Find"));

        error.InDoubt.Should().BeFalse();
        error.Retryable.Should().BeTrue();
    }

    [TestMethod]
    [DataRow("""{"method":"M","path":"/","headers":{"X-Token":"SECRET-1"},"errors":[{"status":"200","message":"Refused: {$.said}.","reason":"NO"}]}""")]
    [DataRow("""{"method":"M","path":"/","headers":{"X-Token":"SECRET-1"},"result":"$.rows"}""")]
    [DataRow("""{"method":"M","path":"/","headers":{"X-Token":"SECRET-1"},"result":"$.list","columns":[{"name":"said","type":"integer"}],"paging":{"kind":"link","next":"$.next"}}""")]
    public async Task A_secret_that_the_answer_repeats_is_not_told_on(string template)
    {
        await using var server = await TestServer.JsonAsync("""{"said":"SECRET-1","list":[{"said":"SECRET-1"}]}""");
        using var connector = RestFixture.Connector(server, template);

        var error = await connector.ErrorAsync(RestFixture.Call("", "M"));

        $"{error.Message} {error.MessageRu} {error.Detail}".Should().NotContain("SECRET-1").And.Contain("***");
    }

    [TestMethod]
    public async Task The_methods_own_limit_ends_the_exchange()
    {
        await using var server = await TestServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var connector = RestFixture.Connector(server, """{"method":"Slow","path":"/","timeLimit":"00:00:01"}""");

        var error = await connector.ErrorAsync(RestFixture.Call("", "Slow"));

        error.Should().BeEquivalentTo(new { Code = ConnectorErrorCode.Timeout, Reason = "NO_ANSWER", Target = server.Authority });
    }

    [TestMethod]
    [DataRow("00:00:01", 750)]
    [DataRow("00:00:04", 3000)]
    [DataRow("00:01:00", 59_000)]
    public void The_exchange_ends_before_the_servers_limit_of_the_method_so_that_the_failure_names_the_address(string limit, int expected)
    {
        var (_, templates, _) = Connectors.Rest.SettingsReader.Read(RestFixture.Settings($$"""{"baseAddress":"http://erp.local","templates":[{"method":"M","path":"/","timeLimit":"{{limit}}"}]}"""));

        templates[0].Limit.Should().Be(TimeSpan.FromMilliseconds(expected));
        templates[0].Info.TimeLimit.Should().Be(TimeSpan.Parse(limit, CultureInfo.InvariantCulture));
    }

    [TestMethod]
    public async Task An_unknown_method_lists_the_known_ones()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var connector = RestFixture.Connector(server, GetRest);

        var error = await connector.ErrorAsync(RestFixture.Call("Stock", "Нет такого"));

        error.Code.Should().Be(ConnectorErrorCode.MethodNotFound);
        error.Message.Should().Contain("Stock.GetRest");
    }

    [TestMethod]
    public async Task Methods_tell_parameters_safety_limit_kind_and_target()
    {
        await using var server = await TestServer.JsonAsync("{}");
        using var connector = RestFixture.Connector(server, """{"class":"Stock","method":"GetRest","path":"/{item}","query":{"w":"{w}"},"timeLimit":"00:02:00","resultType":"table","parameters":[{"name":"w","type":"integer","optional":true}]}""");

        var method = connector.Methods.Should().ContainSingle().Subject;

        method.Should().BeEquivalentTo(new { FullName = "Stock.GetRest", Safety = MethodSafety.Safe, TimeLimit = TimeSpan.FromMinutes(2), ResultKind = ValueKind.Table, Target = server.Authority, Blocking = false, NeverBlocks = true });
        method.Parameters.Select(parameter => (parameter.Name, parameter.Type, parameter.Optional)).Should().Equal(("w", ValueKind.Integer, true), ("item", ValueKind.String, false));
    }
}
