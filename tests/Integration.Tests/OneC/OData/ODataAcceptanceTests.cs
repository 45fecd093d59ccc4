using Emulators.OneC;

namespace Integration.Tests.OneC.OData;

/// <summary>The peculiarities of 1C over OData, one test for each, in the order of the list they are accepted by.</summary>
[TestClass]
public sealed class ODataAcceptanceTests
{
    private const string Order = """{"entity":"Document_ЗаказКлиента","key":"9d2f3c1e-0000-4000-8000-00000000000a"}""";

    private static ODataServer oneC = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) => oneC = await ODataServer.StartAsync();

    [ClassCleanup]
    public static async Task StopAsync() => await oneC.DisposeAsync();

    [TestMethod]
    public async Task Point_7_an_explicit_session_that_was_lost_is_started_again_once()
    {
        await using var server = await ODataServer.StartAsync(options: new OneCOptions { OData = new SessionOptions { Reuse = SessionReuse.Use } }, sessionMode: "explicit");
        const string read = """{"entity":"Catalog_Товары","select":"Code"}""";
        var first = await server.CallAsync("Read", read);
        server.Base.EndSessions();

        var second = await server.CallAsync("Read", read);

        first.Status.Should().Be(200, first.Text);
        second.Status.Should().Be(200, second.Text);
        server.Base.Requests.All.Count(request => request.Status == 400).Should().Be(1);
    }

    [TestMethod]
    public async Task Point_7_a_pool_without_sessions_is_waited_for_and_then_told()
    {
        await using var server = await ODataServer.StartAsync();
        server.Base.Faults.Add(FaultKind.NoSession, 2, "Catalog_Склады");

        var later = await server.CallAsync("Read", """{"entity":"Catalog_Склады","select":"Code"}""");
        server.Base.Faults.Add(FaultKind.NoSession, -1, "Catalog_Валюты");
        var never = await server.CallAsync("Read", """{"entity":"Catalog_Валюты","select":"Code"}""");

        later.Status.Should().Be(200, later.Text);
        ODataServer.Outcome(never).Should().Be("429 Busy ONEC_SESSIONS_BUSY");
        server.Base.Requests.Count("Catalog_Валюты").Should().Be(3);
    }

    [TestMethod]
    public async Task Point_8_a_byte_order_mark_before_a_count() => (await oneC.ValueAsync("Count", """{"entity":"Catalog_Валюты"}""")).GetInt32().Should().Be(2);

    [TestMethod]
    public async Task Point_8_int64_as_text() => (await oneC.RowsAsync("Read", """{"entity":"Catalog_Товары","select":"Остаток","filter":{"Code":"00000000003"}}""")).Should().Be("[[9007199254740993]]");

    [TestMethod]
    [DataRow("ДатаОтгрузки")]
    [DataRow("Партнер_Key")]
    [DataRow("Примечание")]
    public async Task Point_8_empty_date_empty_reference_and_undefined_are_null(string field) => (await oneC.ValueAsync("Get", Order)).GetProperty(field).GetRawText().Should().Be("null");

    [TestMethod]
    public async Task Point_8_an_empty_member_of_an_enumeration_is_an_empty_text() => (await oneC.ValueAsync("Get", Order)).GetProperty("Приоритет").GetString().Should().BeEmpty();

    [TestMethod]
    public async Task Point_8_a_value_of_several_types_has_its_type_beside_it()
    {
        var order = await oneC.ValueAsync("Get", Order);

        order.GetProperty("Основание").GetString().Should().Be("77aa0001-0000-4000-8000-00000000000b");
        order.GetProperty("Основание_Type").GetString().Should().Be("Document_КоммерческоеПредложение");
    }

    [TestMethod]
    public async Task Point_8_an_expanded_value_of_several_types_arrives_under_a_name_of_its_own() =>
        (await oneC.RowsAsync("Read", """{"entity":"Document_ЗаказКлиента","select":"Number","filter":{"Ref_Key":"9d2f3c1e-0000-4000-8000-00000000000a"},"expand":"Основание/Document_КоммерческоеПредложение"}""")).Should().Contain("ЦБ-000003 ");

    [TestMethod]
    public async Task Point_8_links_and_notes_of_the_protocol_are_left_out() =>
        (await oneC.ValueAsync("Get", Order)).EnumerateObject().Select(field => field.Name).Should().NotContain(name => name.Contains('@', StringComparison.Ordinal) || name.StartsWith("odata.", StringComparison.Ordinal));

    [TestMethod]
    [DataRow("Get", """{"entity":"Catalog_Товары","key":"00000000-0000-4000-8000-0000000000ff"}""", "422 Rejected ODATA_9")]
    [DataRow("Read", """{"entity":"Catalog_Закрытый"}""", "502 AccessDenied ONEC_RIGHTS")]
    public async Task Point_8_codes_of_errors_are_told(string method, string args, string outcome) => ODataServer.Outcome(await oneC.CallAsync(method, args)).Should().Be(outcome);

    [TestMethod]
    public async Task Point_8_code_minus_1_is_shown_and_not_repeated()
    {
        var answer = await oneC.CallAsync("Post", """{"entity":"Document_ЗаказКлиента","key":"9d2f3c1e-0000-4000-8000-00000000000d"}""");

        ODataServer.Outcome(answer).Should().Be("422 Rejected ONEC_REFUSED");
        answer.Json.GetProperty("error").GetProperty("retryable").GetBoolean().Should().BeFalse();
        oneC.Base.Requests.Count("00000000000d')/Post").Should().Be(1);
    }

    [TestMethod]
    public async Task Point_10_a_page_in_place_of_json_is_recognised()
    {
        await using var server = await ODataServer.StartAsync();
        server.Base.Faults.Add(FaultKind.Html200, -1, "Catalog_Товары");

        ODataServer.Outcome(await server.CallAsync("Read", """{"entity":"Catalog_Товары"}""")).Should().Be("502 AccessDenied ONEC_HTML_PAGE");
    }

    [TestMethod]
    public async Task Point_11_cyrillic_in_names_of_users_addresses_and_keys()
    {
        await oneC.RowsAsync("Прочитать", """{"Объект":"Справочник.Склады","Отбор":{"Description":"Основной склад"}}""");

        oneC.Base.Requests.All.Should().Contain(request => request.User == "Кладовщик Петров" && request.Path.EndsWith("Catalog_Склады", StringComparison.Ordinal));
        oneC.Base.Requests.All.Should().OnlyContain(request => request.RawTarget.All(char.IsAscii));
    }

    [TestMethod]
    [DataRow(FaultKind.LoginPage, "502 AccessDenied ONEC_HTML_PAGE")]
    [DataRow(FaultKind.NoLicence, "503 Unavailable ONEC_NO_LICENCE")]
    public async Task Point_12_a_login_page_and_a_want_of_licences_do_not_loop(FaultKind fault, string outcome)
    {
        await using var server = await ODataServer.StartAsync();
        server.Base.Faults.Add(fault, -1, "Catalog_Товары");

        var answer = await server.CallAsync("Read", """{"entity":"Catalog_Товары"}""");

        ODataServer.Outcome(answer).Should().Be(outcome);
        server.Base.Requests.Count("Catalog_Товары").Should().Be(1);
    }
}
