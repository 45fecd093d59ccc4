using Emulators.OneC;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class OneCConnTests
{
    [TestMethod]
    public async Task The_example_of_remains_answers_rows()
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await rig.CallAsync("GetRemains", """{"Склад": "b1b0c7d2-0000-4000-8000-000000000007", "НаДату": "2026-03-02T00:00:00"}""");

        answer.Json["result"]!.AsArray().Should().HaveCount(2);
        ((string?)answer.Json["result"]![0]!["СрокГодности"]).Should().Be("0001-01-01T00:00:00");
    }

    [TestMethod]
    [DataRow("""{"args": {}""", 400, "BAD_JSON")]
    [DataRow("[]", 400, "BAD_JSON")]
    [DataRow("""{"args": {"А": 1,}}""", 400, "BAD_JSON")]
    [DataRow("""{"args": {} /* */}""", 400, "BAD_JSON")]
    [DataRow("\uFEFF{\"args\": {}}", 400, "BAD_JSON")]
    [DataRow("{}", 400, "BAD_REQUEST")]
    [DataRow("""{"args": []}""", 400, "BAD_REQUEST")]
    [DataRow("""{"args": {}, "arg": 1}""", 400, "BAD_REQUEST")]
    [DataRow("""{"args": {}, "context": 1}""", 400, "BAD_REQUEST")]
    [DataRow("""{"args": {"Дата": "2026-03-01T10:20:30Z"}}""", 400, "BAD_DATE")]
    [DataRow("""{"args": {"Дата": "2026-03-01T10:20:30+03:00"}}""", 400, "BAD_DATE")]
    [DataRow("""{"args": {"Строки": [{"Дата": "2026-03-01T10:20:30.5"}]}}""", 400, "BAD_DATE")]
    [DataRow("""{"args": {"Товар": "C1A7E2AA-0000-4000-8000-000000000001"}}""", 400, "BAD_REFERENCE")]
    [DataRow("""{"file": "нет"}""", 404, "FILE_NOT_FOUND")]
    public async Task A_careless_body_is_refused(string body, int status, string code)
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await rig.SendAsync("POST", "hs/conn/v1/call/Эхо", body);

        (answer.Status, answer.Code).Should().Be((status, code));
    }

    [TestMethod]
    [DataRow("GET", "hs/conn/v1/call/Эхо", 405)]
    [DataRow("PUT", "hs/conn/v1/call/Эхо", 405)]
    [DataRow("POST", "hs/conn/version", 405)]
    [DataRow("POST", "hs/conn/v2/call/Эхо", 404)]
    [DataRow("POST", "hs/conn/v1/call", 404)]
    [DataRow("POST", "hs/conn/v1/call/Нет", 404)]
    public async Task Verbs_and_templates_are_told_apart(string verb, string path, int status)
    {
        await using var rig = await OneCRig.StartAsync();

        (await rig.SendAsync(verb, path, """{"args": {}}""")).Status.Should().Be(status);
    }

    [TestMethod]
    public async Task A_defect_of_a_method_is_500_with_its_text()
    {
        await using var rig = await OneCRig.StartAsync();
        rig.Base.Functions.Add("Дефект", _ => throw new InvalidOperationException("Деление на 0"));

        var answer = await rig.CallAsync("Дефект");

        (answer.Status, answer.Type, answer.Text).Should().Be((500, "text/plain", "{HTTPСервис.conn.Модуль(17)}: Деление на 0"));
    }

    [TestMethod]
    public async Task Json_may_be_labelled_html_and_begin_with_a_mark()
    {
        await using var rig = await OneCRig.StartAsync(new OneCOptions { JsonAsHtml = true, JsonWithBom = true });

        var answer = await rig.CallAsync("Эхо");

        answer.Type.Should().Be("text/html");
        answer.Bytes.Take(3).Should().Equal(0xEF, 0xBB, 0xBF);
    }

    [TestMethod]
    [DataRow(400)]
    [DataRow(401)]
    [DataRow(403)]
    [DataRow(404)]
    [DataRow(409)]
    [DataRow(422)]
    [DataRow(500)]
    public async Task Errors_come_in_our_form_with_any_status(int status)
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await rig.CallAsync("Ошибка", $$"""{"Статус": {{status}}}""");

        answer.Status.Should().Be(status);
        answer.Json["error"]!.AsObject().Select(pair => pair.Key).Should().Equal("code", "message", "details");
    }

    [TestMethod]
    [DataRow("""{"ИмяФункции": "ОстатокТовара", "Параметр1": "A-1", "Параметр2": "07"}""", 200)]
    [DataRow("""{"ИмяФункции": "ОстатокТовара", "Товар": "A-1", "Склад": "07"}""", 500)]
    [DataRow("""{"ИмяФункции": "НетТакой"}""", 500)]
    [DataRow("{}", 500)]
    public async Task Any_function_binds_by_formal_names_only(string args, int status)
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await rig.CallAsync("ВызовПроизвольнойФункции", args);

        (answer.Status, answer.Text.StartsWith("{ОбщийМодуль.", StringComparison.Ordinal)).Should().Be((status, status == 500));
    }

    [TestMethod]
    public async Task All_forms_of_values_keep_their_digits()
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await rig.CallAsync("ВсеФормы");

        answer.Text.Should().Contain("\"ДробноеТочное\": 0.1234567890123456789,").And.Contain("\"Большое\": 12345678901234567890123,");
        answer.Json["result"]!["ПустаяДата"]!.GetValue<string>().Should().Be("0001-01-01T00:00:00");
    }
}
