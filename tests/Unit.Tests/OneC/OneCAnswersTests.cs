using System.Text;
using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Connectors.OneC;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Unit.Tests.Transport;

namespace Unit.Tests.OneC;

/// <summary>What callers are told of answers that say yes and no at once, and of what fails after the yes.</summary>
[TestClass]
public sealed class OneCAnswersTests
{
    private const string Methods = """
        "methods":[{"method":"Считать","safety":"Safe","resultType":"number"},{"method":"Провести","resultType":"number"},{"method":"Записать","safety":"Keyed","resultType":"number"}]
        """;

    private const string Exchange = """ "exchange":{"enabled":true,"version":"1"} """;

    [TestMethod]
    [DataRow("""{"result":7,"error":null}""")]
    [DataRow("""{"error":null,"result":7,"operation":null}""")]
    [DataRow("""{"error":null,"operation":{"id":"1","state":"Completed"},"result":7}""")]
    [DataRow("""{"result":7,"error":{"code":"NOTE","message":"и это тоже"}}""")]
    public async Task Fields_that_are_null_say_nothing(string answer)
    {
        await using var server = await TestServer.JsonAsync(answer);
        await using var connector = Connector(server, Methods);

        (await CallAsync(connector, "", "Считать")).Should().Be(7m);
    }

    [TestMethod]
    [DataRow("""{"result":null,"error":{"code":"NO_RIGHT","message":"нет прав"}}""")]
    [DataRow("""{"error":{"code":"NO_RIGHT","message":"нет прав"}}""")]
    public async Task Error_under_200_is_an_error(string answer)
    {
        await using var server = await TestServer.JsonAsync(answer);
        await using var connector = Connector(server, Methods);

        var error = await ErrorAsync(connector, "", "Провести");

        (error.Code, error.Reason, error.InDoubt).Should().Be((ConnectorErrorCode.Rejected, "NO_RIGHT", false));
        error.MessageRu.Should().Contain("нет прав");
    }

    [TestMethod]
    [DataRow("Считать", false, true)]
    [DataRow("Провести", true, false)]
    [DataRow("Записать", true, true)]
    public async Task Result_file_that_does_not_arrive_leaves_a_change_in_doubt(string method, bool inDoubt, bool retryable)
    {
        await using var server = await TestServer.StartAsync(context => context.Request.Path.Value!.Contains("/call/", StringComparison.Ordinal) ? Json(context, """{"file":{"id":"f1"}}""") : Json(context, "", 503));
        await using var connector = Connector(server, Methods);

        var error = await ErrorAsync(connector, "", method);

        (error.Code, error.InDoubt, error.Retryable).Should().Be((ConnectorErrorCode.Unavailable, inDoubt, retryable));
    }

    [TestMethod]
    [DataRow("Считать", false)]
    [DataRow("Провести", true)]
    [DataRow("Записать", true)]
    public async Task Result_of_another_type_leaves_a_change_in_doubt(string method, bool inDoubt)
    {
        await using var server = await TestServer.JsonAsync("""{"result":"много"}""");
        await using var connector = Connector(server, Methods);

        var error = await ErrorAsync(connector, "", method);

        (error.Code, error.Reason, error.InDoubt).Should().Be((ConnectorErrorCode.InvalidResult, "UNEXPECTED_VALUE", inDoubt));
    }

    [TestMethod]
    public async Task Strange_version_before_anything_was_sent_leaves_nothing_in_doubt()
    {
        await using var server = await TestServer.JsonAsync(new string('x', 100));
        await using var connector = Connector(server, """ "exchange":{"enabled":true} """);

        var error = await ErrorAsync(connector, "Exchange", "RemoveExchangeNode", ("ExchangePlanName", "П"), ("NodeCode", "1"));

        (error.Code, error.InDoubt).Should().Be((ConnectorErrorCode.InvalidResult, false));
        server.Seen.Should().ContainSingle();
    }

    [TestMethod]
    public async Task Long_operation_without_its_id_is_not_taken_for_finished()
    {
        await using var server = await TestServer.StartAsync(context => Json(context, context.Request.Path.Value!.EndsWith("DownloadData", StringComparison.Ordinal) ? """{"TimeConsumingOperation":true}""" : """{"FileID":"f1"}"""));
        await using var connector = Connector(server, Exchange);

        var error = await ErrorAsync(connector, "Exchange", "Load", ("ExchangePlanName", "П"), ("NodeCode", "1"), ("Content", new byte[] { 1 }));

        (error.Code, error.Reason, error.InDoubt).Should().Be((ConnectorErrorCode.InvalidResult, "ONEC_UNREADABLE", true));
    }

    [TestMethod]
    public async Task Message_that_was_unloaded_and_not_fetched_leaves_the_exchange_in_doubt()
    {
        await using var server = await TestServer.StartAsync(context => context.Request.Path.Value!.EndsWith("UploadData", StringComparison.Ordinal) ? Json(context, """{"TimeConsumingOperation":false,"FileID":"f1"}""") : Json(context, "", 503));
        await using var connector = Connector(server, Exchange);

        var error = await ErrorAsync(connector, "Exchange", "Unload", ("ExchangePlanName", "П"), ("NodeCode", "1"));

        (error.Code, error.InDoubt, error.Retryable).Should().Be((ConnectorErrorCode.Unavailable, true, false));
    }

    [TestMethod]
    [DataRow(2_000_000_000, 0)]
    [DataRow(50, 300_000)]
    public async Task File_in_parts_has_a_limit(int parts, int size)
    {
        var part = new byte[size];
        await using var server = await TestServer.StartAsync(context => context.Request.Path.Value!.EndsWith("GetFilePart", StringComparison.Ordinal) ? context.Response.Body.WriteAsync(part).AsTask() : Json(context, $$"""{"SessionID":"s1","PartCount":{{parts}}}"""));
        await using var connector = Connector(server, $"{Exchange},\"maxStreamBytes\":1048576");

        var error = await ErrorAsync(connector, "Exchange", "FetchFile", ("FileID", "f1"));

        (error.Code, error.Reason).Should().Be((ConnectorErrorCode.TooLarge, "ONEC_FILE_TOO_LARGE"));
        server.Seen.Count.Should().BeLessThan(10);
        server.Seen[^1].Verb.Should().Be("DELETE");
    }

    [TestMethod]
    [DataRow("Провести")]
    [DataRow("Записать")]
    public async Task Request_id_of_the_caller_reaches_1C_for_keyed_methods_only(string method)
    {
        await using var server = await TestServer.JsonAsync("""{"result":1}""");
        await using var connector = Connector(server, Methods);

        await CallAsync(connector, "", method);
        await CallAsync(connector, "", method);

        server.Seen.Select(seen => seen.Headers["X-Operation-Id"]).Distinct().Should().HaveCount(method == "Записать" ? 1 : 2);
    }

    [TestMethod]
    [DataRow("", 60, 62)]
    [DataRow("\"timeLimit\":\"00:00:10\",", 10, 12)]
    public void Limit_of_the_server_stands_behind_that_of_the_method(string limit, int own, int told)
    {
        var plan = OneCPlan.Read(Settings("http://srv1c/", "\"methods\":[{" + limit + "\"method\":\"М\"}]"));

        (plan.Declared[0].Limit ?? plan.Options.Http.Timeout).Should().Be(TimeSpan.FromSeconds(own));
        plan.Declared[0].Info.TimeLimit.Should().Be(TimeSpan.FromSeconds(told));
    }

    [TestMethod]
    public async Task Step_of_a_check_that_breaks_is_a_problem_and_no_crash()
    {
        await using var server = await TestServer.JsonAsync("1");
        var time = new BrokenTime();
        await using var connector = new OneCConnector(Settings(server.Address.AbsoluteUri, Methods), timeProvider: time);
        time.IsBroken = true;

        var report = await connector.CheckAsync(CancellationToken.None);

        report.Problems.Should().ContainSingle(problem => problem.Code == "CHECK_BROKEN" && problem.Field == "httpServices");
        time.IsBroken = false;
    }

    [TestMethod]
    public async Task Check_calls_Ping_of_a_web_service_that_has_it()
    {
        await using var oneC = await global::Emulators.OneC.OneCBase.StartAsync(null);
        await using var connector = new OneCConnector(Settings($"{oneC.Address}/".Replace("trade/", "", StringComparison.Ordinal), """ "auth":{"type":"basic","user":"Пользователь","password":"secret"},"soap":{"services":[{"name":"Exchange_3_0_2_2"}]} """));

        var report = await connector.CheckAsync(CancellationToken.None);

        report.Answered.Should().Contain("Exchange_3_0_2_2").And.Contain(", Ping");
    }

    private sealed class BrokenTime : TimeProvider
    {
        public bool IsBroken { get; set; }

        public override long GetTimestamp() => IsBroken ? throw new InvalidOperationException("The clock is broken.") : base.GetTimestamp();
    }

    private static Task Json(HttpContext context, string json, int status = 200)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json);
    }

    private static OneCConnector Connector(TestServer server, string settings) => new(Settings(server.Address.AbsoluteUri, settings));

    private static OneCSettings Settings(string address, string settings)
    {
        var json = $$"""{"baseAddress":"{{address}}trade","serverTimeZone":"Europe/Moscow","retry":{"count":0},{{settings}} }""";
        return new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().Get<OneCSettings>()!;
    }

    private static async Task<object?> CallAsync(OneCConnector connector, string className, string method, params (string Name, object? Value)[] arguments) =>
        (await connector.InvokeAsync(new InvokeArgs("1C", className, method, [.. arguments.Select(argument => new InvokeArg(argument.Name, argument.Value))]) { RequestId = "1" }, CancellationToken.None)).Value;

    private static async Task<ConnectorError> ErrorAsync(OneCConnector connector, string className, string method, params (string Name, object? Value)[] arguments) =>
        (await FluentActions.Awaiting(() => CallAsync(connector, className, method, arguments)).Should().ThrowAsync<ConnectorException>()).Which.Error;
}
