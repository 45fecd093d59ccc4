using System.Text.Json;

namespace Integration.Tests.Soap;

/// <summary>The check of SOAP connectors over HTTP, and what their requests carry.</summary>
[TestClass]
public sealed class SoapCheckTests
{
    private static SoapRig rig = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext _) => rig = await SoapRig.StartAsync();

    [ClassCleanup]
    public static async Task EndAsync() => await rig.DisposeAsync();

    [TestMethod]
    [DataRow("away", "NOT_CONNECTED", "baseAddress", DisplayName = "nobody there")]
    [DataRow("noWsdl", "WSDL_NOT_AT_ADDRESS", "wsdl", DisplayName = "no WSDL at the address")]
    [DataRow("pageWsdl", "WSDL_NOT_XML", "wsdl", DisplayName = "a page where the WSDL should be")]
    [DataRow("deniedWsdl", "HTTP_401", "auth", DisplayName = "sign-in refused")]
    [DataRow("401", "HTTP_401", "auth", DisplayName = "sign-in refused, WSDL in a file")]
    [DataRow("wrongSettings", "CHOICE_UNKNOWN", "version", DisplayName = "settings, a version")]
    [DataRow("wrongSettings", "OPERATION_UNKNOWN", "operations[0].operation", DisplayName = "settings, an operation")]
    [DataRow("wrongWsdl", "RPC_ENCODED_NOT_SUPPORTED", "wsdl", DisplayName = "settings, rpc/encoded")]
    public async Task A_check_names_the_cause_and_the_next_step(string id, string code, string field)
    {
        var english = await ProblemAsync(id, "en", code);
        var russian = await ProblemAsync(id, "ru", code);

        english.GetProperty("field").GetString().Should().EndWith(field);
        english.GetProperty("message").GetString().Should().NotBeNullOrEmpty().And.NotBe(russian.GetProperty("message").GetString());
        russian.GetProperty("nextStep").GetString().Should().MatchRegex("[а-яё]").And.NotBe(english.GetProperty("nextStep").GetString());
    }

    [TestMethod]
    public async Task A_check_of_a_WSDL_at_an_address_lists_what_it_found()
    {
        rig.Php.Require();

        var report = (await rig.Server.Client.PostAsync("/api/v1/connectors/shop/check", null)).Json;

        report.GetProperty("ok").GetBoolean().Should().BeTrue(report.GetRawText());
        report.GetProperty("answered").GetString().Should().Be("WSDL: ShopSoap, ShopSoap12");
        var total = report.GetProperty("methods").EnumerateArray().First(method => method.GetRawText().Contains("\"Total\"", StringComparison.Ordinal));
        total.GetRawText().Should().Contain("\"items\"");
    }

    [TestMethod]
    public async Task A_check_of_a_WSDL_in_a_file_asks_the_service_whether_it_is_there()
    {
        var report = (await rig.Server.Client.PostAsync("/api/v1/connectors/gate/check", null)).Json;

        report.GetProperty("ok").GetBoolean().Should().BeTrue(report.GetRawText());
        report.GetProperty("target").GetString().Should().Be($"127.0.0.1:{rig.Emulator.Port}");
        report.GetProperty("methods").GetArrayLength().Should().Be(12);
    }

    [TestMethod]
    public async Task An_operation_that_the_WSDL_lacks_is_told_by_the_check()
    {
        rig.Npm.Require();

        var problem = await ProblemAsync("wrongOperation", "en", "OPERATION_UNKNOWN");

        problem.GetProperty("nextStep").GetString().Should().Be("Write one of: GetStock, Describe, Refuse, Later.");
    }

    [TestMethod]
    public async Task Headers_of_the_settings_are_sent_with_their_places_filled()
    {
        var with = await rig.Server.Client.InvokeAsync("headed", """{"method":"Ping","args":{"token":"a<b"}}""");
        var without = await rig.Server.Client.InvokeAsync("headed", """{"method":"Ping"}""");

        (with.Status, without.Status).Should().Be((200, 200), with.Text);
        var seen = rig.Emulator.Seen("/headers").Where(call => call.Verb == "POST").ToList();
        seen[0].Body.Should().MatchRegex("<soap:Header><Token soap:mustUnderstand=\"1\"[^>]* xmlns=\"urn:auth\">a&lt;b</Token><a:Site xmlns:a=\"urn:a\">north</a:Site></soap:Header>");
        seen[1].Body.Should().NotContain("Token").And.Contain("north");
    }

    [TestMethod]
    public async Task A_keyed_call_is_repeated_under_one_id_that_is_not_the_bare_one()
    {
        var answer = await rig.Server.Client.InvokeAsync("keyed", """{"method":"Ping"}""", ("X-Request-Id", "17"));

        answer.Status.Should().Be(200, answer.Text);
        var ids = rig.Emulator.Seen("/keyed").Select(call => call.RequestId).ToList();
        ids.Should().HaveCount(2).And.OnlyContain(id => id.Length == 36);
        ids.Distinct().Should().ContainSingle();
    }

    [TestMethod]
    public async Task The_action_travels_as_its_version_wants_and_in_plain_letters()
    {
        await rig.Server.Client.InvokeAsync("gate", """{"method":"Записать","args":[[{"Code":"a","Qty":1}]]}""");
        await rig.Server.Client.InvokeAsync("gate12", """{"method":"Ping"}""");

        var seen = rig.Emulator.Seen("/gate").Where(call => call.Verb == "POST").ToList();
        seen.Should().Contain(call => call.ContentType == "text/xml; charset=utf-8" && call.Action == "\"urn:demo:gate#TerminalGate:%D0%97%D0%B0%D0%BF%D0%B8%D1%81%D0%B0%D1%82%D1%8C\"");
        seen.Should().Contain(call => call.ContentType == "application/soap+xml; charset=utf-8; action=\"urn:demo:gate#TerminalGate:Ping\"" && call.Action.Length == 0);
    }

    private static async Task<JsonElement> ProblemAsync(string id, string language, string code)
    {
        var answer = await rig.Server.Client.PostAsync($"/api/v1/connectors/{id}/check", null, ("Accept-Language", language));
        answer.Status.Should().Be(200, answer.Text);
        answer.Json.GetProperty("ok").GetBoolean().Should().BeFalse();
        return answer.Json.GetProperty("problems").EnumerateArray().Should().ContainSingle(problem => problem.GetProperty("code").GetString() == code, answer.Text).Which;
    }
}
