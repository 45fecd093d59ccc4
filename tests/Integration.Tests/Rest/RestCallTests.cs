using System.Globalization;
using Emulators.Rest;
using Newtonsoft.Json.Linq;

namespace Integration.Tests.Rest;

/// <summary>What a table of cases cannot show: repeats, deadlines, devices, long tables and the check.</summary>
[TestClass]
public sealed class RestCallTests
{
    private static RestEmulator emulator = null!;
    private static ServerProcess server = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context)
    {
        emulator = await RestEmulator.StartAsync();
        JObject[] templates =
        [
            JObject.Parse("""{"method":"Post","verb":"POST","path":"/echo/key","safety":"Keyed","result":"headers"}"""),
            JObject.Parse("""{"method":"Unsafe","verb":"POST","path":"/echo/unsafe","result":"headers"}"""),
            JObject.Parse("""{"method":"Broken","verb":"POST","path":"/status/503"}"""),
            JObject.Parse("""{"method":"BrokenSafe","path":"/status/502"}"""),
            JObject.Parse("""{"method":"BrokenByRule","path":"/status/504","errors":[{"status":"5xx","code":"Rejected","message":"Closed."}]}"""),
            JObject.Parse("""{"class":"Goods","method":"All","path":"/pages/number","query":{"size":"1000","count":"{count}"},"result":"$.data.rows","columns":[{"name":"code"},{"name":"price","type":"decimal"}],"paging":{"kind":"page","parameter":"page","size":1000},"parameters":[{"name":"count","type":"integer"}]}"""),
            JObject.Parse("""{"class":"Goods","method":"One","description":"One of the goods.","path":"/goods/{code}","parameters":[{"name":"code","default":"00001","aliases":["Товар"]}],"resultType":"record"}"""),
        ];
        var good = RestServer.Connector("Erp", emulator, templates);
        good["settings"]!["check"] = "Goods.One";
        good["settings"]!["keyHeader"] = "Idempotency-Key";
        var dead = RestServer.Connector("Dead", emulator, [JObject.Parse("""{"method":"M","path":"/"}""")]);
        dead["settings"]!["baseAddress"] = "http://127.0.0.1:9";
        var failing = RestServer.Connector("Failing", emulator, [JObject.Parse("""{"method":"M","path":"/status/500"}""")]);
        failing["settings"]!["check"] = "M";
        var wrong = RestServer.Connector("Wrong", emulator, [JObject.Parse("""{"method":"M","verb":"FETCH","path":"a?b"}""")]);
        wrong["settings"]!["auth"] = JObject.Parse("""{"type":"basic","password":"SECRET-1"}""");
        server = await RestServer.StartAsync([good, dead, failing, wrong]);
    }

    [ClassCleanup]
    public static async Task StopAsync()
    {
        await server.DisposeAsync();
        await emulator.DisposeAsync();
    }

    [TestMethod]
    public async Task One_request_id_of_two_devices_is_two_keys_and_of_one_device_one()
    {
        var first = await KeyAsync("1", "TSD-1");
        var other = await KeyAsync("1", "TSD-2");
        var next = await KeyAsync("2", "TSD-1");

        new[] { first, other, next }.Should().OnlyHaveUniqueItems().And.OnlyContain(key => Guid.Parse(key).Version == 8);
        (await KeyAsync("1", "TSD-1")).Should().Be(first);
    }

    [TestMethod]
    public async Task A_call_without_a_request_id_has_a_key_of_its_own()
    {
        var one = await KeyAsync(null, "TSD-1");
        var other = await KeyAsync(null, "TSD-1");

        one.Should().NotBe(other);
        Guid.TryParse(one, out _).Should().BeTrue();
    }

    [TestMethod]
    public async Task The_deadline_goes_on_shorter_than_it_came()
    {
        var answer = await server.Client.InvokeAsync("Erp", """{"method":"Unsafe"}""", ("X-Deadline-Ms", "9000"));

        long.Parse(answer.Value.GetProperty("X-Deadline-Ms").GetString()!, CultureInfo.InvariantCulture).Should().BeInRange(1, 9000);
        answer.Value.TryGetProperty("Idempotency-Key", out _).Should().BeFalse();
    }

    [TestMethod]
    public async Task A_change_that_failed_left_once_and_a_read_was_repeated()
    {
        var change = await server.Client.InvokeAsync("Erp", """{"method":"Broken"}""");
        var read = await server.Client.InvokeAsync("Erp", """{"method":"BrokenSafe"}""", ("X-Deadline-Ms", "20000"));
        var ruled = await server.Client.InvokeAsync("Erp", """{"method":"BrokenByRule"}""", ("X-Deadline-Ms", "20000"));

        (change.Status, change.Code, read.Status, read.Code).Should().Be((503, "Unavailable", 503, "Unavailable"));
        emulator.Seen("/status/503").Should().Be(1);
        emulator.Seen("/status/502").Should().Be(3);
        (ruled.Status, ruled.Code).Should().Be((422, "Rejected"));
        emulator.Seen("/status/504").Should().Be(3);
    }

    [TestMethod]
    public async Task Fifty_thousand_rows_come_as_a_stream()
    {
        var answer = await server.Client.InvokeAsync("Erp", """{"class":"Goods","method":"All","args":[50000]}""");

        answer.Json.GetProperty("ok").GetBoolean().Should().BeTrue();
        answer.Json.GetProperty("rows").GetArrayLength().Should().Be(50_000);
        answer.Json.GetProperty("rows")[49_999].ToString().Should().Be("""["50000",50000.50]""");
    }

    [TestMethod]
    public async Task Rows_over_the_limit_end_with_the_error_and_are_not_cut_in_silence()
    {
        var answer = await server.Client.InvokeAsync("Erp", """{"class":"Goods","method":"All","args":[100001]}""");

        answer.Json.GetProperty("ok").GetBoolean().Should().BeFalse();
        answer.Json.GetProperty("error").GetProperty("code").GetString().Should().Be("TooLarge");
        answer.Json.GetProperty("rows").GetArrayLength().Should().Be(100_000);
    }

    [TestMethod]
    public async Task A_check_of_a_good_connector_tells_what_answered_and_the_methods()
    {
        var json = (await server.Client.PostAsync("/api/v1/connectors/Erp/check", "")).Json;

        json.GetProperty("ok").GetBoolean().Should().BeTrue(json.ToString());
        json.GetProperty("target").GetString().Should().Be(emulator.Address.Authority);
        json.GetProperty("answered").GetString().Should().Be("HTTP 200 application/json");
        var method = json.GetProperty("methods").EnumerateArray().Single(one => one.GetProperty("method").GetString() == "One");
        method.GetProperty("parameters")[0].ToString().Should().Contain("\"code\"").And.Contain("Товар").And.Contain("string");
    }

    [TestMethod]
    public async Task A_check_of_a_dead_address_tells_the_cause()
    {
        var json = (await server.Client.PostAsync("/api/v1/connectors/Dead/check", "", ("Accept-Language", "ru"))).Json;

        json.GetProperty("ok").GetBoolean().Should().BeFalse();
        var problem = json.GetProperty("problems")[0];
        (problem.GetProperty("code").GetString(), problem.GetProperty("field").GetString()).Should().Be(("NOT_CONNECTED", "baseAddress"));
        problem.GetProperty("message").GetString().Should().Contain("127.0.0.1:9");
    }

    [TestMethod]
    public async Task A_check_whose_method_fails_tells_how()
    {
        var json = (await server.Client.PostAsync("/api/v1/connectors/Failing/check", "")).Json;

        var problem = json.GetProperty("problems")[0];
        (problem.GetProperty("code").GetString(), problem.GetProperty("field").GetString()).Should().Be(("HTTP_500", "check"));
        problem.GetProperty("message").GetString().Should().EndWith("refused: Отказ 500");
    }

    [TestMethod]
    public async Task Wrong_settings_are_told_by_the_check_and_calls_are_refused()
    {
        var check = await server.Client.PostAsync("/api/v1/connectors/Wrong/check", "", ("Accept-Language", "ru"));
        var call = await server.Client.InvokeAsync("Wrong", """{"method":"M"}""");

        check.Json.GetProperty("problems").EnumerateArray().Select(problem => $"{problem.GetProperty("field").GetString()} {problem.GetProperty("code").GetString()}")
            .Should().BeEquivalentTo("auth.user AUTH_USER_MISSING", "templates[0].verb CHOICE_UNKNOWN", "templates[0].path PATH_HAS_QUERY");
        check.Text.Should().Contain("В пути есть запрос").And.NotContain("SECRET");
        (call.Status, call.Code).Should().Be((503, "Unavailable"));
    }

    private static async Task<string> KeyAsync(string? requestId, string device)
    {
        var answer = await server.Client.InvokeAsync("Erp", """{"method":"Post"}""", ("X-Request-Id", requestId), ("X-Device", device));
        return answer.Value.GetProperty("Idempotency-Key").GetString()!;
    }
}
