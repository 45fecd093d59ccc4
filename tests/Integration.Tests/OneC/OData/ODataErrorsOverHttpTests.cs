using Emulators.OneC;

namespace Integration.Tests.OneC.OData;

/// <summary>What stands in the way of answers: each fault has a base of its own, so that its requests can be counted.</summary>
[TestClass]
public sealed class ODataErrorsOverHttpTests
{
    private const string Read = """{"entity":"Catalog_Товары","select":"Code"}""";
    private const string Create = """{"entity":"Catalog_Контрагенты","fields":{"Description":"x"}}""";

    // The fault, the method, the outcome and the requests that reach the base while the fault stays.
    private static readonly (FaultKind Fault, string Method, string Outcome, int Requests)[] Faults =
    [
        (FaultKind.Html200, "Read", "502 AccessDenied ONEC_HTML_PAGE", 1),
        (FaultKind.Html200, "Create", "502 AccessDenied ONEC_HTML_PAGE in doubt", 1),
        (FaultKind.LoginPage, "Read", "502 AccessDenied ONEC_HTML_PAGE", 1),
        (FaultKind.LoginPage, "Count", "502 AccessDenied ONEC_HTML_PAGE", 1),
        (FaultKind.Unauthorized, "Read", "502 AccessDenied ONEC_SIGN_IN", 1),
        (FaultKind.Forbidden, "Read", "502 AccessDenied ONEC_RIGHTS", 1),
        (FaultKind.NotFound, "Read", "422 Rejected ONEC_NOT_PUBLISHED", 1),
        (FaultKind.MethodNotAllowed, "Create", "422 Rejected ONEC_NOT_PUBLISHED", 1),
        (FaultKind.NoSession, "Read", "429 Busy ONEC_SESSIONS_BUSY", 3),
        (FaultKind.NoSession, "Create", "429 Busy ONEC_SESSIONS_BUSY", 1),
        (FaultKind.EmptyError, "Read", "500 Failed ONEC_BROKEN", 2),
        (FaultKind.EmptyError, "Create", "500 Failed ONEC_BROKEN in doubt", 1),
        (FaultKind.HtmlError, "Create", "500 Failed ONEC_BROKEN in doubt", 1),
        (FaultKind.BadGateway, "Read", "503 Unavailable ONEC_UNAVAILABLE", 3),
        (FaultKind.BadGateway, "Create", "503 Unavailable ONEC_UNAVAILABLE in doubt", 1),
        (FaultKind.Blocked, "Read", "503 Unavailable ONEC_UNAVAILABLE", 3),
        (FaultKind.GatewayTimeout, "Create", "503 Unavailable ONEC_UNAVAILABLE in doubt", 1),
        (FaultKind.NoLicence, "Read", "503 Unavailable ONEC_NO_LICENCE", 1),
        (FaultKind.NoLicence, "Create", "503 Unavailable ONEC_NO_LICENCE", 1),
        (FaultKind.ODataRefusal, "Read", "422 Rejected ONEC_REFUSED", 1),
        (FaultKind.ODataRefusal, "Create", "422 Rejected ONEC_REFUSED", 1),
        (FaultKind.BreakBefore, "Read", "503 Unavailable CONNECTION_LOST", 3),
        (FaultKind.BreakBefore, "Create", "503 Unavailable CONNECTION_LOST in doubt", 1),
        (FaultKind.BreakAfter, "Create", "503 Unavailable CONNECTION_LOST in doubt", 1),
    ];

    private static ODataServer oneC = null!;

    private static IEnumerable<object[]> FaultCases => Faults.Select((fault, at) => new object[] { at, fault.Fault.ToString(), fault.Method });

    [ClassInitialize]
    public static async Task StartAsync(TestContext context)
    {
        var bases = Faults.Select((_, at) => ($"F{at}", "\"enabled\":true", new OneCOptions())).ToList();
        bases.Add(("Xml", "\"enabled\":true,\"allowDelete\":true", new OneCOptions { ODataErrorsAsXml = true }));
        bases.Add(("Json", "\"enabled\":true,\"allowDelete\":true", new OneCOptions()));
        bases.Add(("Query", "\"enabled\":true", new OneCOptions { VirtualTables = VirtualTableForm.Query }));
        bases.Add(("Empty", "\"enabled\":true", new OneCOptions { PublishedObjects = new HashSet<string>() }));
        bases.Add(("Licences", "\"enabled\":true", new OneCOptions { Licences = 0 }));
        bases.Add(("Careful", "\"enabled\":true", new OneCOptions()));
        oneC = await ODataServer.StartAsync(bases);
        for (var at = 0; at < Faults.Length; at++) oneC.BaseOf($"F{at}").Faults.Add(Faults[at].Fault, -1, Faults[at].Method == "Create" ? "Catalog_Контрагенты" : "Catalog_Товары");
    }

    [ClassCleanup]
    public static async Task StopAsync() => await oneC.DisposeAsync();

    [TestMethod]
    [DynamicData(nameof(FaultCases))]
    public async Task Fault_has_its_code_and_a_change_leaves_once(int at, string fault, string method)
    {
        var answer = await oneC.CallAsync(method, method switch { "Create" => Create, "Count" => """{"entity":"Catalog_Товары"}""", _ => Read }, $"F{at}");

        ODataServer.Outcome(answer).Should().Be(Faults[at].Outcome, $"{fault} {method}: {answer.Text}");
        oneC.BaseOf($"F{at}").Requests.Count(method == "Create" ? "Catalog_Контрагенты" : "Catalog_Товары").Should().Be(Faults[at].Requests);
    }

    [TestMethod]
    [DataRow("Get", """{"entity":"Catalog_Товары","key":"00000000-0000-4000-8000-0000000000ff"}""", "422 Rejected ODATA_9")]
    [DataRow("Create", """{"entity":"Catalog_Товары","fields":{"Description":"ЗАПРЕТ"}}""", "422 Rejected ONEC_REFUSED")]
    [DataRow("Create", """{"entity":"Catalog_Товары","fields":{"Ref_Key":"c1a7e2aa-0000-4000-8000-000000000001","Description":"x"}}""", "409 Conflict ONEC_CONFLICT")]
    [DataRow("Create", """{"entity":"Catalog_Большой","fields":{"Description":"x"}}""", "422 Rejected ODATA_19")]
    [DataRow("Create", """{"entity":"Catalog_Большой","fields":{"Description":"x"},"dataLoad":true}""", "422 Rejected ONEC_NOT_SUPPORTED")]
    [DataRow("GetFile", """{"entity":"Catalog_Товары","key":"c1a7e2aa-0000-4000-8000-000000000001","field":"Настройка"}""", "422 Rejected ONEC_NOT_SUPPORTED")]
    [DataRow("Read", """{"entity":"Catalog_Закрытый"}""", "502 AccessDenied ONEC_RIGHTS")]
    [DataRow("ReadTable", """{"entity":"AccumulationRegister_ТоварыНаСкладах","table":"NoSuchTable"}""", "422 Rejected ODATA_11")]
    [DataRow("Delete", """{"entity":"Constant_ВалютаУчета","key":"00000000-0000-0000-0000-000000000000"}""", "422 Rejected ODATA_19")]
    public async Task Code_of_1C_is_sorted_the_same_in_json_and_in_xml(string method, string args, string outcome)
    {
        var json = await oneC.CallAsync(method, args, "Json");
        var xml = await oneC.CallAsync(method, args, "Xml");

        ODataServer.Outcome(json).Should().Be(outcome, json.Text);
        ODataServer.Outcome(xml).Should().Be(outcome, xml.Text);
        xml.Message.Should().Be(json.Message);
    }

    [TestMethod]
    public async Task Base_that_takes_arguments_of_virtual_tables_in_the_query_is_asked_so()
    {
        const string args = """{"entity":"AccumulationRegister_ТоварыНаСкладах","table":"Balance","arguments":{"Period":"2026-04-01"},"select":"КоличествоBalance"}""";

        var first = await oneC.CallAsync("ReadTable", args, "Query");
        var second = await oneC.CallAsync("ReadTable", args, "Query");

        first.Text.Should().Contain("41.75");
        second.Text.Should().Contain("41.75");
        oneC.BaseOf("Query").Requests.Count("/Balance(").Should().Be(3);
    }

    [TestMethod]
    public async Task Base_that_publishes_nothing_names_what_its_administrator_runs()
    {
        var answer = await oneC.CallAsync("Read", Read, "Empty");

        ODataServer.Outcome(answer).Should().Be("400 InvalidArguments ENTITY_UNKNOWN");
        answer.Message.Should().Contain("УстановитьСоставСтандартногоИнтерфейсаOData");
    }

    [TestMethod]
    public async Task Want_of_licences_is_told_with_a_pause_and_asked_for_once()
    {
        var answer = await oneC.CallAsync("Read", Read, "Licences");

        ODataServer.Outcome(answer).Should().Be("503 Unavailable ONEC_NO_LICENCE");
        answer.Json.GetProperty("error").GetProperty("retryAfterSeconds").GetInt32().Should().Be(60);
        oneC.BaseOf("Licences").Requests.All.Should().ContainSingle();
    }

    [TestMethod]
    public async Task Deletion_for_good_that_is_not_allowed_never_leaves()
    {
        var answer = await oneC.CallAsync("Delete", """{"entity":"Catalog_Товары","key":"c1a7e2aa-0000-4000-8000-000000000001"}""", "Careful");

        ODataServer.Outcome(answer).Should().Be("422 Rejected DELETE_NOT_ALLOWED");
        oneC.BaseOf("Careful").Requests.All.Should().OnlyContain(request => request.Verb == "GET");
    }
}
