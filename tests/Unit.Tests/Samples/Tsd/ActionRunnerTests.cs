using Cleverence.Connectivity;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;
using TsdClient;
using Unit.Tests.Transport;

namespace Unit.Tests.Samples.Tsd;

[TestClass]
public sealed class ActionRunnerTests : IDisposable
{
    private const string Rest = """<InvokeMethodAction name="Остаток" connectorId="Stock" className="Stock" methodName="GetRest" sessionVariable="Result" waitingTime="10"><Parameters><InvokeParameter name="item" type="String" value="{scan}" /><InvokeParameter name="количество" type="Decimal" value="1.50" /></Parameters></InvokeMethodAction>""";
    private readonly StringWriter screen = new();
    private TsdOptions options = null!;

    public void Dispose() => screen.Dispose();

    [TestMethod]
    public async Task The_call_carries_everything_the_server_wants()
    {
        await using var server = await TestServer.JsonAsync("""{"ok":true,"type":"null","value":null,"requestId":"r","elapsedMs":1}""");

        var outcome = await RunAsync(server, Rest, "--scan", "4600000000017", "--set", "warehouseId=01", "--lang", "en");

        outcome.Should().Be(RunOutcome.Succeeded);
        var seen = server.Seen.Should().ContainSingle().Subject;
        seen.Target.Should().Be("/api/v1/connectors/Stock/invoke");
        JToken.DeepEquals(JObject.Parse(seen.Body), JObject.Parse("""{"class":"Stock","method":"GetRest","args":{"item":"4600000000017","количество":1.50},"session":{"deviceId":"TSD-1","warehouseId":"01"}}""")).Should().BeTrue(seen.Body);
        seen.Headers.Should().Contain("X-Api-Key", "k").And.Contain("X-Device", "TSD-1").And.Contain("X-Deadline-Ms", "10000").And.Contain("Accept-Language", "en");
        seen.Headers["X-Request-Id"].Should().NotBeEmpty();
    }

    [TestMethod]
    [DataRow("""{"ok":true,"type":"table","value":{"columns":[{"name":"Склад","type":"string"},{"name":"qty","type":"decimal"}],"rows":[["Основной",12.500]]},"requestId":"r","elapsedMs":1}""")]
    [DataRow("""{"requestId":"r","type":"table","columns":[{"name":"Склад","type":"string"},{"name":"qty","type":"decimal"}],"rows":[["Основной",12.500]],"ok":true}""")]
    public async Task A_table_whole_or_streamed_is_drawn_and_kept_in_the_session(string answer)
    {
        await using var server = await TestServer.JsonAsync(answer);

        await RunAsync(server, Rest, "--scan", "1");

        options.Session["result"].Should().BeOfType<ConnectorTable>().Which.Rows[0].Should().Equal("Основной", 12.500m);
        screen.ToString().Should().Contain("│Остаток                     │").And.Contain("│Основной│12.500");
    }

    [TestMethod]
    public async Task A_streamed_table_without_its_end_is_a_failure()
    {
        await using var server = await TestServer.JsonAsync("""{"requestId":"r","type":"table","columns":[{"name":"q","type":"decimal"}],"rows":[[1]]}""");

        var outcome = await RunAsync(server, Rest, "--scan", "1");

        outcome.Should().Be(RunOutcome.Failed);
        options.Session["Result"].Should().BeNull();
    }

    [TestMethod]
    public async Task An_error_is_shown_and_the_error_direction_followed()
    {
        await using var server = await TestServer.StartAsync(context => context.Response.WriteAsync(context.Request.Path.Value!.Contains("Bad", StringComparison.Ordinal)
            ? """{"ok":false,"error":{"code":"Rejected","reason":"X","message":"Товар не найден","retryable":false,"inDoubt":true},"requestId":"r"}"""
            : """{"ok":true,"type":"integer","value":7,"requestId":"r","elapsedMs":1}"""));

        var outcome = await RunAsync(server, """
            <Actions>
              <InvokeMethodAction name="a" connectorId="Bad" methodName="M" errorDirection="ЗАПАСНОЙ" />
              <InvokeMethodAction name="b" connectorId="Never" methodName="M" />
              <InvokeMethodAction name="запасной" connectorId="Good" methodName="M" sessionVariable="Итог" nextDirection="EXIT" />
            </Actions>
            """);

        outcome.Should().Be(RunOutcome.Succeeded);
        server.Seen.Select(seen => seen.Target).Should().Equal("/api/v1/connectors/Bad/invoke", "/api/v1/connectors/Good/invoke");
        screen.ToString().Should().Contain("│ОШИБКА").And.Contain("│Товар не найден").And.Contain("│Возможно, выполнено");
        options.Session["итог"].Should().Be(7L);
    }

    [TestMethod]
    public async Task When_the_waiting_time_passes_its_message_and_direction_are_used()
    {
        await using var server = await TestServer.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));

        var outcome = await RunAsync(server, """
            <Actions>
              <InvokeMethodAction connectorId="C" methodName="Slow" waitingTime="1" timeoutMessage="Долго нет ответа" timeoutDirection="exit" />
              <InvokeMethodAction connectorId="C" methodName="Never" />
            </Actions>
            """);

        outcome.Should().Be(RunOutcome.TimedOut);
        server.Seen.Should().ContainSingle();
        screen.ToString().Should().Contain("│Долго нет ответа");
    }

    [TestMethod]
    public async Task After_a_lost_connection_the_same_request_id_is_sent_again()
    {
        var calls = 0;
        await using var server = await TestServer.StartAsync(context =>
        {
            if (++calls < 3)
            {
                context.Abort();
                return Task.CompletedTask;
            }

            return context.Response.WriteAsync("""{"ok":true,"type":"decimal","value":5,"requestId":"r","elapsedMs":1}""");
        });

        var outcome = await RunAsync(server, Rest, "--scan", "1");

        outcome.Should().Be(RunOutcome.Succeeded);
        server.Seen.Select(seen => seen.Headers["X-Request-Id"]).Distinct().Should().ContainSingle();
        server.Seen.Should().HaveCount(3);
        options.Session["Result"].Should().Be(5m);
    }

    [TestMethod]
    public async Task Without_a_server_the_operator_is_told_to_look_at_the_network()
    {
        var server = await TestServer.JsonAsync("{}");
        var address = server.Address;
        await server.DisposeAsync();

        var outcome = await RunAsync(address, Rest, "--scan", "1");

        outcome.Should().Be(RunOutcome.NoConnection);
        screen.ToString().Should().Contain("Нет связи с сервером");
    }

    [TestMethod]
    public async Task Each_action_that_asks_gets_its_own_scan_and_the_end_of_scans_ends_the_run()
    {
        await using var server = await TestServer.JsonAsync("""{"ok":true,"type":"null","value":null,"requestId":"r","elapsedMs":1}""");

        var outcome = await RunAsync(server, Rest.Replace("waitingTime", "nextDirection=\"home\" waitingTime", StringComparison.Ordinal), "--scan", "1", "--scan", "2");

        outcome.Should().Be(RunOutcome.Cancelled);
        server.Seen.Select(seen => (string?)JObject.Parse(seen.Body)["args"]!["item"]).Should().Equal("1", "2");
    }

    [TestMethod]
    public async Task A_code_typed_at_the_prompt_is_the_scan()
    {
        await using var server = await TestServer.JsonAsync("""{"ok":true,"type":"null","value":null,"requestId":"r","elapsedMs":1}""");

        await RunAsync(server, Rest);

        screen.ToString().Should().Contain("│Сканируйте штрихкод");
        server.Seen.Should().ContainSingle().Which.Body.Should().Contain("\"item\":\"77\"");
    }

    [TestMethod]
    public async Task Only_screens_are_drawn_when_asked_so()
    {
        await using var server = await TestServer.JsonAsync("""{"ok":true,"type":"null","value":null,"requestId":"r","elapsedMs":1}""");

        await RunAsync(server, Rest, "--scan", "1", "--screen-only");

        screen.ToString().TrimEnd().Split('\n').Should().HaveCount(20).And.OnlyContain(line => "┌│├└".Contains(line[0], StringComparison.Ordinal));
    }

    [TestMethod]
    public void Wrong_options_are_listed_together_with_the_usage()
    {
        var parsing = () => TsdOptions.Parse(["--server", "x", "--lang", "de", "--frob", "1", "--device", "ТСД"], _ => null);

        parsing.Should().Throw<TsdMistakeException>().Which.Message.Should().ContainAll("--server 'x'", "--lang 'de'", "'--frob 1'", "'ТСД'", "--key is missing", "--action is missing", "Usage:");
    }

    private Task<RunOutcome> RunAsync(TestServer server, string xml, params string[] more) => RunAsync(server.Address, xml, more);

    private async Task<RunOutcome> RunAsync(Uri address, string xml, params string[] more)
    {
        options = TsdOptions.Parse(["--server", address.ToString(), "--key", "k", "--action", "a.xml", .. more], _ => null);
        using var client = new ServerClient(options.Server, options.Key, options.Language, TimeSpan.Zero);
        using var typed = new StringReader("77\n");
        var runner = new ActionRunner(ActionFile.Parse(xml, "a.xml"), options.Session, client, new Terminal(options, typed, screen));
        return await runner.RunAsync(CancellationToken.None);
    }
}
