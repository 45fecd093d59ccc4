using System.Text.Json;
using Emulators.OneC;

namespace Integration.Tests.OneC;

/// <summary>The check names cause and next step for what an administrator of 1C can put right.</summary>
[TestClass]
public sealed class OneCCheckOverHttpTests
{
    private const string Http = """ "methods": [ { "method": "Эхо" } ] """;

    [TestMethod]
    public async Task Good_base_is_told_with_its_services_and_clock()
    {
        await using var oneC = await OneCServer.StartAsync($$"""{ "exchange": { "enabled": true }, "odata": { "enabled": true }, "soap": { "services": [ { "name": "TerminalGate" } ] }, {{Http}} }""");

        var report = await CheckAsync(oneC);

        report.GetProperty("ok").GetBoolean().Should().BeTrue(report.GetRawText());
        report.GetProperty("answered").GetString().Should().Contain("HTTP service hs/conn, version 1").And.Contain("TerminalGate").And.Contain("exchange_dsl_1_0_0_1").And.Contain("; OData;").And.Contain("clock of the base");
        report.GetProperty("methods").GetRawText().Should().Contain("GetRemains");
        oneC.Base.Effects.Count.Should().Be(0);
    }

    [TestMethod]
    [DataRow("Unauthorized", "ONEC_SIGN_IN", "auth", "аутентификацией 1С")]
    [DataRow("Forbidden", "ONEC_RIGHTS", "auth.user", "право на использование")]
    [DataRow("NotFound", "ONEC_NOT_PUBLISHED", "httpServices", "rootUrl=\"conn\" enable=\"true\"")]
    [DataRow("NoSession", "ONEC_SESSIONS_BUSY", "maxConcurrency", "poolSize")]
    [DataRow("NoLicence", "ONEC_NO_LICENCE", "sessionMode", "autouse")]
    [DataRow("Html200", "ONEC_HTML_PAGE", "baseAddress", "в браузере")]
    [DataRow("Blocked", "ONEC_UNAVAILABLE", "baseAddress", "заблокированы")]
    [DataRow("ScriptError", "ONEC_ERROR", "httpServices", "журнал регистрации")]
    public async Task What_stands_in_the_way_is_told_with_its_next_step(string fault, string code, string field, string next)
    {
        await using var oneC = await OneCServer.StartAsync($$"""{ "retry": { "count": 0 }, {{Http}} }""");
        oneC.Base.Faults.Add(Enum.Parse<FaultKind>(fault), -1);

        var problem = (await CheckAsync(oneC)).GetProperty("problems")[0];

        problem.GetProperty("code").GetString().Should().Be(code);
        problem.GetProperty("field").GetString().Should().Be(field);
        problem.GetProperty("nextStep").GetString().Should().Contain(next);
        problem.GetRawText().Should().NotContain("пароль 1");
    }

    [TestMethod]
    public async Task Service_published_without_explicit_sessions_is_a_warning()
    {
        await using var oneC = await OneCServer.StartAsync($$"""{ "sessionMode": "explicit", {{Http}} }""");

        var report = await CheckAsync(oneC);

        report.GetProperty("ok").GetBoolean().Should().BeTrue();
        report.GetProperty("problems")[0].GetProperty("code").GetString().Should().Be("SESSIONS_NOT_EXPLICIT");
    }

    [TestMethod]
    public async Task Session_a_check_started_is_ended_by_it()
    {
        await using var oneC = await OneCServer.StartAsync($$"""{ "sessionMode": "explicit", {{Http}} }""", new OneCOptions { HttpServices = new SessionOptions { Reuse = SessionReuse.Use } });

        var report = await CheckAsync(oneC);

        report.GetProperty("answered").GetString().Should().Contain("explicit sessions");
        oneC.Base.Sessions.Finished.Should().Be(1);
    }

    [TestMethod]
    public async Task Web_service_that_is_not_published_and_an_operation_it_lacks_are_told()
    {
        await using var oneC = await OneCServer.StartAsync("""{ "transport": "soap", "soap": { "services": [ { "name": "Нет" }, { "name": "TerminalGate" } ] }, "methods": [ { "method": "А", "name": "TerminalGate.НетТакой" } ] }""");

        var problems = (await CheckAsync(oneC)).GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("code").GetString()).ToList();

        problems.Should().Equal("ONEC_NOT_PUBLISHED", "SOAP_OPERATION_UNKNOWN");
    }

    [TestMethod]
    public async Task OData_without_published_objects_is_told()
    {
        await using var oneC = await OneCServer.StartAsync("""{ "transport": "odata", "odata": { "enabled": true } }""", new OneCOptions { PublishedObjects = new HashSet<string>() });

        var problem = (await CheckAsync(oneC)).GetProperty("problems")[0];

        problem.GetProperty("code").GetString().Should().Be("ODATA_EMPTY");
        problem.GetProperty("nextStep").GetString().Should().Contain("УстановитьСоставСтандартногоИнтерфейсаOData");
    }

    [TestMethod]
    public async Task Base_that_is_away_is_told_once()
    {
        await using var oneC = await OneCServer.StartAsync($$"""{ "retry": { "count": 0 }, "exchange": { "enabled": true }, {{Http}} }""");
        await oneC.Base.DisposeAsync();

        var report = await CheckAsync(oneC);

        report.GetProperty("problems").GetArrayLength().Should().Be(1);
        report.GetProperty("problems")[0].GetProperty("code").GetString().Should().Be("NOT_CONNECTED");
    }

    [TestMethod]
    public async Task Settings_that_cannot_be_used_keep_the_connector_faulted_and_are_shown()
    {
        await using var oneC = await OneCServer.StartAsync("""{ "serverTimeZone": "", "transport": "com", "methods": [] }""");

        var report = await CheckAsync(oneC);

        report.GetProperty("ok").GetBoolean().Should().BeFalse();
        report.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("code").GetString()).Should().BeEquivalentTo("ZONE_MISSING", "COM_NOT_AVAILABLE", "NOTHING_TO_CALL");
    }

    private static async Task<JsonElement> CheckAsync(OneCServer oneC)
    {
        var answer = await oneC.Server.Client.PostAsync($"/api/v1/connectors/{OneCServer.Id}/check", "{}", ("Accept-Language", "ru"));
        answer.Status.Should().Be(200, answer.Text);
        return answer.Json;
    }
}
