using Emulators.OneC;

namespace Integration.Tests.OneC;

/// <summary>Web services of a base: nil, in-out parameters, procedures, faults of both versions, errors in the return value, functions by name, standard services.</summary>
[TestClass]
public sealed class OneCSoapOverHttpTests
{
    private const string Settings = """
        {
          "transport": "soap", "anyFunction": true, "retry": { "delay": "00:00:00.05" },
          "function": { "name": "TerminalGate.ВызовПроизвольнойФункции", "enabled": true },
          "soap": { "services": [
            { "name": "TerminalGate" }, { "name": "TerminalGate", "class": "Новый", "soap": "1.2", "address": "ws/terminalgate.1cws" },
            { "name": "InterfaceVersion" }, { "name": "Exchange_3_0_2_2", "class": "Обмен" } ] },
          "methods": [
            { "class": "Склад", "method": "Остатки", "name": "TerminalGate.Таблица", "safety": "Safe", "resultType": "ТаблицаЗначений", "parameters": [ { "name": "rows", "aliases": ["Сколько"], "oneC": "Строк", "type": "integer" } ] },
            { "class": "Склад", "method": "Сохранить", "name": "TerminalGate.SaveDocument", "errorInReturn": true, "parameters": [ { "name": "Document", "type": "Структура" } ] },
            { "class": "Склад", "method": "Сохранить как есть", "name": "TerminalGate.SaveDocument", "parameters": [ { "name": "Document", "type": "Структура" } ] },
            { "class": "Склад", "method": "Отказ", "name": "TerminalGate.Fail", "parameters": [ { "name": "Kind" } ] },
            { "class": "Склад", "method": "Прочитать с отказом", "name": "TerminalGate.Fail", "safety": "Safe", "parameters": [ { "name": "Kind" } ] },
            { "class": "Склад", "method": "Сложить", "name": "TerminalGate.Add", "safety": "Safe", "resultType": "Число", "parameters": [ { "name": "A", "type": "Число" }, { "name": "B", "type": "Число" } ] },
            { "class": "Склад", "method": "Соединить", "name": "Соединить", "function": true, "safety": "Safe", "parameters": [ { "name": "первый" }, { "name": "второй", "optional": true } ] },
            { "class": "Склад", "method": "Нет такой", "name": "TerminalGate.НетТакой" } ]
        }
        """;

    private static OneCServer oneC = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) => oneC = await OneCServer.StartAsync(Settings);

    [ClassCleanup]
    public static async Task StopAsync() => await oneC.DisposeAsync();

    [TestMethod]
    [DataRow("TerminalGate|Add", "{\"A\":1.10,\"B\":2.25}", "3.35")]
    [DataRow("TerminalGate|add", "[\"1\",2]", "3.0")]
    [DataRow("Новый|Add", "{\"A\":1.10,\"B\":2.25}", "3.35")]
    [DataRow("TerminalGate|EchoNil", "{\"Value\":null}", "null")]
    [DataRow("TerminalGate|EchoNil", "{\"Value\":\"Ёж \"}", "\"Ёж \"")]
    [DataRow("Новый|EchoNil", "{\"Value\":null}", "null")]
    [DataRow("TerminalGate|Swap", "{\"A\":\"один\",\"B\":null}", "{\"A\":null,\"B\":\"один\"}")]
    [DataRow("TerminalGate|Notify", "{\"Text\":\"Привет\"}", "null")]
    [DataRow("TerminalGate|GetStamp", "{}", "{\"return\":\"готово\",\"Stamp\":{\"$type\":\"dateTime\",\"value\":\"2026-03-01T10:20:30\"},\"Empty\":null}")]
    [DataRow("TerminalGate|МояФункция", "{}", "\"выполнено\"")]
    [DataRow("InterfaceVersion|GetVersions", "{\"InterfaceName\":\"DataExchange\"}", "[\"2.0.1.6\",\"2.1.1.7\",\"3.0.1.1\",\"3.0.2.1\",\"3.0.2.2\"]")]
    [DataRow("Обмен|Ping", "{}", "\"\"")]
    [DataRow("TerminalGate|Структура", "{}", "{\"Код\":\"A-1\",\"Количество\":12.5,\"Годен\":true,\"Дата\":{\"$type\":\"dateTime\",\"value\":\"2026-03-01T10:20:30\"},\"Пусто\":null,\"Вложение\":{\"Ключ\":\"три\"}}")]
    [DataRow("TerminalGate|Массив", "{}", "[\"один\",2.0,null,[\"вложенный\"]]")]
    public async Task Operation_is_called_by_its_service_and_name(string method, string args, string expected)
    {
        var answer = await oneC.CallAsync(method, args);

        answer.Status.Should().Be(200, answer.Text);
        answer.Value.GetRawText().Should().Be(expected);
    }

    [TestMethod]
    public async Task In_out_parameter_comes_back_beside_the_result()
    {
        var answer = await oneC.CallAsync("TerminalGate|GetRemains", """{"Warehouse":"000000007","OnDate":"2026-03-02T00:00:00","Comment":null}""");

        answer.Status.Should().Be(200, answer.Text);
        answer.Value.GetProperty("Comment").GetString().Should().Be("calculated");
        answer.Value.GetProperty("return").GetRawText().Should().Contain("A-1").And.Contain("12.50");
    }

    [TestMethod]
    public async Task Moment_with_an_offset_is_sent_as_local_time_of_the_base()
    {
        var answer = await oneC.CallAsync("TerminalGate|GetRemains", """{"Warehouse":"1","OnDate":{"$type":"dateTimeOffset","value":"2026-03-01T21:00:00+00:00"},"Comment":"к"}""");

        answer.Status.Should().Be(200, answer.Text);
        System.Text.Encoding.UTF8.GetString(oneC.Base.Requests.All.Last(request => request.Path.Contains("TerminalGate", StringComparison.OrdinalIgnoreCase) && System.Text.Encoding.UTF8.GetString(request.Body).Contains("GetRemains", StringComparison.Ordinal) && System.Text.Encoding.UTF8.GetString(request.Body).Contains(">к<", StringComparison.Ordinal)).Body).Should().Contain("2026-03-02T00:00:00<");
    }

    [TestMethod]
    [DataRow("Склад|Сложить", "{\"A\":\"1.5\",\"B\":1}", "2.5")]
    [DataRow("Склад|Соединить", "[\"а\",\"б\"]", "\"а|б|Неопределено|Неопределено|Неопределено|Неопределено|Неопределено|Неопределено|Неопределено|Неопределено\"")]
    [DataRow("ВызовПроизвольнойФункции", "{\"ИмяФункции\":\"Соединить\",\"Параметр3\":\"в\"}", "\"Неопределено|Неопределено|в|Неопределено|Неопределено|Неопределено|Неопределено|Неопределено|Неопределено|Неопределено\"")]
    [DataRow("МояФункция", "{}", "\"выполнено\"")]
    public async Task Declared_methods_and_functions_by_name_go_over_SOAP(string method, string args, string expected)
    {
        var answer = await oneC.CallAsync(method, args);

        answer.Status.Should().Be(200, answer.Text);
        answer.Value.GetRawText().Should().Be(expected);
    }

    [TestMethod]
    [DataRow(3)]
    [DataRow(1)]
    [DataRow(0)]
    public async Task Table_of_a_web_service_is_a_table(int rows)
    {
        var answer = await oneC.CallAsync("Склад|Остатки", $$"""{"Сколько":{{rows}}}""");

        answer.Status.Should().Be(200, answer.Text);
        answer.Json.GetProperty("type").GetString().Should().Be("table");
        answer.Value.GetProperty("rows").GetArrayLength().Should().Be(rows);
    }

    [TestMethod]
    [DataRow("Склад|Отказ", "place", "Rejected ONEC_ERROR False", "1С отказала: Склад не найден")]
    [DataRow("Склад|Отказ", "plain", "Rejected ONEC_ERROR False", "1С отказала: Склад не найден")]
    [DataRow("Склад|Отказ", "nested", "Rejected ONEC_ERROR False", "1С отказала: Ошибка при вызове метода контекста (Записать) по причине: Не удалось записать: «Заказ»!")]
    [DataRow("Склад|Отказ", "licence", "Unavailable ONEC_NO_LICENCE False", "лицензии")]
    [DataRow("Склад|Прочитать с отказом", "place", "Rejected ONEC_ERROR False", "1С отказала: Склад не найден")]
    [DataRow("TerminalGate|Fail", "place", "Rejected ONEC_ERROR False", "1С отказала: Склад не найден")]
    [DataRow("Новый|Fail", "place", "Rejected ONEC_ERROR False", "1С отказала: Склад не найден")]
    [DataRow("Новый|Fail", "licence", "Unavailable ONEC_NO_LICENCE False", "лицензии")]
    public async Task Fault_is_told_without_the_place_in_the_script(string method, string kind, string outcome, string words)
    {
        var answer = await oneC.CallAsync(method, $$"""{"Kind":"{{kind}}"}""", ("Accept-Language", "ru"));

        OneCOutcome.Of(answer).Should().Be(outcome);
        answer.Message.Should().Contain(words).And.NotContain("Модуль(");
    }

    [TestMethod]
    [DataRow("Склад|Сохранить", "ЗАПРЕТ-1", "Rejected ERROR_IN_RETURN False")]
    [DataRow("Склад|Сохранить", "ЦБ-1", "OK \"\"")]
    [DataRow("Склад|Сохранить как есть", "ЗАПРЕТ-2", "OK \"Документ ЗАПРЕТ-2: период закрыт\"")]
    public async Task Text_in_return_is_an_error_where_the_method_says_so(string method, string number, string outcome) =>
        OneCOutcome.Of(await oneC.CallAsync(method, "{\"Document\":{\"Number\":\"" + number + "\",\"Date\":\"2026-03-01T10:00:00\",\"Partner\":null,\"Rows\":{\"Row\":[{\"Code\":\"A-1\",\"Qty\":1.5}]}}}")).Should().Be(outcome);

    [TestMethod]
    [DataRow("TerminalGate|Add", "{\"A\":\"много\",\"B\":1}", 400, "InvalidArguments")]
    [DataRow("TerminalGate|Add", "{\"A\":1}", 400, "InvalidArguments")]
    [DataRow("TerminalGate|Add", "{\"A\":1,\"B\":2,\"C\":3}", 400, "InvalidArguments")]
    [DataRow("TerminalGate|НетТакой", "{}", 404, "MethodNotFound")]
    [DataRow("Склад|Нет такой", "{}", 404, "MethodNotFound")]
    [DataRow("Склад|Сложить", "{\"A\":1,\"B\":2,\"В\":3}", 400, "InvalidArguments")]
    public async Task Wrong_call_is_refused_before_it_is_sent(string method, string args, int status, string code)
    {
        var answer = await oneC.CallAsync(method, args);

        answer.Status.Should().Be(status, answer.Text);
        answer.Code.Should().Be(code);
    }

    [TestMethod]
    [DataRow("Html200", "Safe", "AccessDenied ONEC_HTML_PAGE False", 1)]
    [DataRow("Html200", "Unsafe", "AccessDenied ONEC_HTML_PAGE True", 1)]
    [DataRow("Unauthorized", "Unsafe", "AccessDenied ONEC_SIGN_IN False", 1)]
    [DataRow("NotFound", "Unsafe", "Rejected ONEC_NOT_PUBLISHED False", 1)]
    [DataRow("ScriptError", "Safe", "Rejected ONEC_ERROR False", 1)]
    [DataRow("EmptyError", "Unsafe", "Failed ONEC_BROKEN True", 1)]
    [DataRow("Blocked", "Safe", "Unavailable ONEC_UNAVAILABLE False", 3)]
    [DataRow("Blocked", "Unsafe", "Unavailable ONEC_UNAVAILABLE True", 1)]
    [DataRow("NoLicence", "Safe", "Unavailable ONEC_NO_LICENCE False", 1)]
    [DataRow("BreakAfter", "Unsafe", "Unavailable CONNECTION_LOST True", 1)]
    public async Task Fault_of_the_server_before_1C_is_sorted_as_for_other_transports(string fault, string safety, string outcome, int requests)
    {
        await using var own = await OneCServer.StartAsync($$"""
            { "transport": "soap", "retry": { "delay": "00:00:00.05" }, "soap": { "services": [ { "name": "TerminalGate" } ] },
              "methods": [ { "method": "Пинг", "name": "TerminalGate.Ping" }, { "method": "Сложить", "name": "TerminalGate.Add", "safety": "{{safety}}", "parameters": [ { "name": "A", "type": "number" }, { "name": "B", "type": "number" } ] } ] }
            """);
        (await own.CallAsync("Пинг")).Status.Should().Be(200);
        var before = own.Base.Requests.All.Count;
        own.Base.Faults.Add(Enum.Parse<FaultKind>(fault), -1);

        var answer = await own.CallAsync("Сложить", "[1,2]");

        OneCOutcome.Of(answer).Should().Be(outcome, answer.Text);
        (own.Base.Requests.All.Count - before).Should().Be(requests);
    }

    [TestMethod]
    public async Task Address_in_the_WSDL_is_not_followed()
    {
        (await oneC.CallAsync("TerminalGate|Ping")).Status.Should().Be(200);

        oneC.Base.Options.InternalHost.Should().Be("srv-1c.local:8080");
        oneC.Server.Log.Should().NotContain("NAME_NOT_RESOLVED");
    }

    [TestMethod]
    public async Task Standard_exchange_service_is_reachable_as_plain_calls()
    {
        var answer = await oneC.CallAsync("Обмен|TestConnection", """{"ExchangePlanName":"Терминалы","NodeCode":"001","Result":null,"Zone":null}""");

        answer.Status.Should().Be(200, answer.Text);
        answer.Value.GetProperty("return").GetBoolean().Should().BeTrue();
    }
}
