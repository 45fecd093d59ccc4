namespace Integration.Tests.OneC;

/// <summary>Calls over the HTTP service: every form in which 1C writes values, Cyrillic everywhere, arguments by name and by position.</summary>
[TestClass]
public sealed class OneCValuesOverHttpTests
{
    private const string Settings = """
        {
          "methods": [
            { "class": "Склад", "method": "Остатки", "aliases": ["GetRemains"], "name": "ПолучитьОстатки", "safety": "Safe", "resultType": "ТаблицаЗначений",
              "parameters": [ { "name": "warehouse", "aliases": ["Склад"], "oneC": "Склад", "type": "Ссылка" }, { "name": "onDate", "oneC": "НаДату", "type": "Дата", "optional": true } ] },
            { "method": "Эхо", "safety": "Safe", "parameters": [
                { "name": "Строка", "type": "Строка", "optional": true }, { "name": "Число", "type": "Число", "optional": true }, { "name": "Целое", "type": "integer", "optional": true },
                { "name": "Булево", "type": "Булево", "optional": true }, { "name": "Дата", "type": "Дата", "optional": true }, { "name": "Ссылка", "type": "Ссылка", "optional": true },
                { "name": "Перечисление", "type": "enum", "optional": true }, { "name": "Двоичные", "type": "ДвоичныеДанные", "optional": true }, { "name": "Массив", "type": "Массив", "optional": true },
                { "name": "Структура", "type": "Структура", "optional": true }, { "name": "Таблица", "type": "ТаблицаЗначений", "optional": true }, { "name": "Любое", "type": "any", "optional": true } ] },
            { "method": "ВсеФормы", "safety": "Safe" }, { "method": "JsonКакHtml", "safety": "Safe" }, { "method": "JsonБезТипа", "safety": "Safe" },
            { "method": "JsonСМеткой", "safety": "Safe" }, { "method": "JsonWindows1251", "safety": "Safe" }, { "method": "ПустойОтвет", "safety": "Safe" },
            { "method": "НетСодержимого", "safety": "Safe" }, { "method": "НеJson", "safety": "Safe" }, { "method": "БитыйJson", "safety": "Safe" }, { "method": "БезResult", "safety": "Safe" },
            { "method": "Записать и сломаться", "name": "БитыйJson" },
            { "method": "Контекст", "safety": "Safe" }, { "method": "Кто я", "name": "КтоЯ", "safety": "Safe", "resultType": "Строка" },
            { "method": "Таблица", "safety": "Safe", "resultType": "table", "parameters": [ { "name": "Строк", "type": "integer" } ] },
            { "method": "Таблица числом", "name": "Таблица", "safety": "Safe", "resultType": "Число", "parameters": [ { "name": "Строк", "type": "integer" } ] },
            { "method": "Записать таблицу числом", "name": "Таблица", "resultType": "Число", "parameters": [ { "name": "Строк", "type": "integer" } ] },
            { "method": "БольшойОтвет", "safety": "Safe", "parameters": [ { "name": "Знаков", "type": "integer" } ] },
            { "method": "Файл в ответе", "name": "ФайлВОтвете", "safety": "Safe" },
            { "method": "Нет такого", "name": "НетТакого" } ]
        }
        """;

    private static OneCServer oneC = null!;

    [ClassInitialize]
    public static async Task StartAsync(TestContext context) => oneC = await OneCServer.StartAsync(Settings);

    [ClassCleanup]
    public static async Task StopAsync() => await oneC.DisposeAsync();

    [TestMethod]
    [DataRow("Строка", "\"текст\"")]
    [DataRow("СтрокаФиксированная", "\"ЦБ-000015  \"")]
    [DataRow("ПустаяСтрока", "\"\"")]
    [DataRow("Целое", "7")]
    [DataRow("ЦелоеСтрокой", "\"9007199254740993\"")]
    [DataRow("Дробное", "12.5")]
    [DataRow("ДробноеТочное", "0.1234567890123456789")]
    [DataRow("Отрицательное", "-0.5")]
    [DataRow("Большое", "12345678901234567890123.0")]
    [DataRow("Истина", "true")]
    [DataRow("Дата", "{\"$type\":\"dateTime\",\"value\":\"2026-03-01T10:20:30\"}")]
    [DataRow("ДатаZ", "{\"$type\":\"dateTime\",\"value\":\"2026-03-01T13:20:30\"}")]
    [DataRow("ДатаСоСмещением", "{\"$type\":\"dateTime\",\"value\":\"2026-03-01T10:20:30\"}")]
    [DataRow("ДатаСДолями", "{\"$type\":\"dateTime\",\"value\":\"2026-03-01T10:20:30.123\"}")]
    [DataRow("ДатаMicrosoft", "{\"$type\":\"dateTime\",\"value\":\"2026-03-01T13:20:30\"}")]
    [DataRow("ДатаMicrosoftСоСмещением", "{\"$type\":\"dateTime\",\"value\":\"2026-03-01T13:20:30\"}")]
    [DataRow("ПустаяДата", "null")]
    [DataRow("Ссылка", "\"c1a7e2aa-0000-4000-8000-000000000001\"")]
    [DataRow("ПустаяСсылка", "null")]
    [DataRow("ПустоеПеречисление", "\"\"")]
    [DataRow("НеизвестноеПеречисление", "\"ЧтоТоНовое\"")]
    [DataRow("Неопределено", "null")]
    [DataRow("Массив", "[1,\"два\",null,{\"Ключ\":\"три\"}]")]
    [DataRow("ПустойМассив", "[]")]
    [DataRow("Соответствие", "{\"Ключ с пробелом\":1,\"Вложенное\":{\"Глубже\":[[1,2],[3]]}}")]
    [DataRow("Таблица", "[{\"Код\":\"A-1\",\"Количество\":1},{\"Код\":\"A-2\",\"Количество\":2.5}]")]
    public async Task Every_form_of_a_value_is_read(string name, string expected)
    {
        var answer = await oneC.CallAsync("ВсеФормы");

        answer.Status.Should().Be(200, answer.Text);
        answer.Value.GetProperty(name).GetRawText().Should().Be(expected);
    }

    [TestMethod]
    [DataRow("{\"Строка\":\"Ёж \"}", "{\"Строка\":\"Ёж \"}")]
    [DataRow("{\"Число\":12.50}", "{\"Число\":12.50}")]
    [DataRow("{\"Число\":\"12.50\"}", "{\"Число\":12.50}")]
    [DataRow("{\"Целое\":\"7\"}", "{\"Целое\":7}")]
    [DataRow("{\"Булево\":\"1\"}", "{\"Булево\":true}")]
    [DataRow("{\"Дата\":\"2026-03-01T10:20:30\"}", "{\"Дата\":{\"$type\":\"dateTime\",\"value\":\"2026-03-01T10:20:30\"}}")]
    [DataRow("{\"Дата\":{\"$type\":\"dateTimeOffset\",\"value\":\"2026-03-01T10:20:30.5+00:00\"}}", "{\"Дата\":{\"$type\":\"dateTime\",\"value\":\"2026-03-01T13:20:30\"}}")]
    [DataRow("{\"Дата\":null}", "{\"Дата\":null}")]
    [DataRow("{\"Ссылка\":\"C1A7E2AA-0000-4000-8000-000000000001\"}", "{\"Ссылка\":\"c1a7e2aa-0000-4000-8000-000000000001\"}")]
    [DataRow("{\"Ссылка\":null}", "{\"Ссылка\":null}")]
    [DataRow("{\"Перечисление\":null}", "{\"Перечисление\":\"\"}")]
    [DataRow("{\"Двоичные\":\"AAEC\"}", "{\"Двоичные\":\"AAEC\"}")]
    [DataRow("{\"Массив\":[1,\"два\",null]}", "{\"Массив\":[1,\"два\",null]}")]
    [DataRow("{\"Структура\":{\"Ключ с пробелом\":[1.50]}}", "{\"Структура\":{\"Ключ с пробелом\":[1.50]}}")]
    [DataRow("{\"Таблица\":[{\"Код\":\"A\"}]}", "{\"Таблица\":[{\"Код\":\"A\"}]}")]
    [DataRow("{\"Любое\":{\"$type\":\"dateTimeOffset\",\"value\":\"2026-03-01T10:20:30+05:00\"}}", "{\"Любое\":{\"$type\":\"dateTime\",\"value\":\"2026-03-01T08:20:30\"}}")]
    [DataRow("[\"первый\",2]", "{\"Строка\":\"первый\",\"Число\":2}")]
    [DataRow("{}", "{}")]
    public async Task Argument_travels_to_1C_and_back(string args, string expected)
    {
        var answer = await oneC.CallAsync("Эхо", args);

        answer.Status.Should().Be(200, answer.Text);
        answer.Value.GetRawText().Should().Be(expected);
    }

    [TestMethod]
    [DataRow("{\"Чисоо\":1}", "Чисоо: неизвестен")]
    [DataRow("{\"Число\":\"много\"}", "Число: 'много' — не число")]
    [DataRow("{\"Целое\":1.5}", "Целое: 1.5 — не целое число")]
    [DataRow("{\"Дата\":\"завтра\"}", "Дата: 'завтра' — не дата 1С")]
    [DataRow("{\"Дата\":\"4000-01-01T00:00:00\"}", "Дата: '4000-01-01T00:00:00' — не дата 1С")]
    [DataRow("{\"Ссылка\":\"00001\"}", "Ссылка: '00001' — не идентификатор 1С")]
    public async Task Wrong_argument_is_named_before_anything_is_sent(string args, string words)
    {
        var answer = await oneC.CallAsync("Эхо", args, ("Accept-Language", "ru"));

        answer.Status.Should().Be(400);
        answer.Code.Should().Be("InvalidArguments");
        answer.Message.Should().Contain(words);
    }

    [TestMethod]
    [DataRow("{\"Склад\":\"B1B0C7D2-0000-4000-8000-000000000007\",\"onDate\":\"2026-03-02\"}")]
    [DataRow("[\"b1b0c7d2-0000-4000-8000-000000000007\"]")]
    public async Task Table_of_1C_arrives_as_a_table_with_its_empty_dates_as_null(string args)
    {
        var answer = await oneC.CallAsync("Склад|Остатки", args);

        answer.Text.Should().Contain("\"type\":\"table\"");
        answer.Value.GetProperty("columns").GetRawText().Should().Be("""[{"name":"Номенклатура","type":"string"},{"name":"Количество","type":"decimal"},{"name":"СрокГодности","type":"dateTime"}]""");
        answer.Value.GetProperty("rows").GetRawText().Should().Be("""[["c1a7e2aa-0000-4000-8000-000000000001",12.5,null],["c1a7e2aa-0000-4000-8000-000000000002",3.0,"2027-01-31T00:00:00"]]""");
    }

    [TestMethod]
    public async Task Table_without_rows_is_a_table()
    {
        var answer = await oneC.CallAsync("Склад|GetRemains", """{"Склад":null}""");

        answer.Text.Should().Contain("\"type\":\"table\"");
        answer.Value.GetProperty("rows").GetArrayLength().Should().Be(0);
    }

    [TestMethod]
    [DataRow("JsonКакHtml", 200, "{\"Дата\":{\"$type\":\"dateTime\",\"value\":\"2026-03-01T10:20:30\"}}")]
    [DataRow("JsonБезТипа", 200, "1")]
    [DataRow("JsonСМеткой", 200, "\"после метки\"")]
    [DataRow("JsonWindows1251", 200, "\"Да\"")]
    [DataRow("ПустойОтвет", 200, "null")]
    [DataRow("НетСодержимого", 200, "null")]
    [DataRow("Кто я", 200, "\"Кладовщик Петров\"")]
    [DataRow("Файл в ответе", 200, "{\"Строк\":3}")]
    [DataRow("НеJson", 502, "InvalidResult ONEC_UNREADABLE False")]
    [DataRow("БитыйJson", 502, "InvalidResult ONEC_UNREADABLE False")]
    [DataRow("БезResult", 502, "InvalidResult ONEC_UNREADABLE False")]
    [DataRow("Записать и сломаться", 502, "InvalidResult ONEC_UNREADABLE True")]
    [DataRow("Нет такого", 422, "Rejected METHOD_NOT_FOUND False")]
    public async Task Odd_answer_is_read_or_told(string method, int status, string expected)
    {
        var answer = await oneC.CallAsync(method);

        answer.Status.Should().Be(status, answer.Text);
        (status == 200 ? answer.Value.GetRawText() : OneCOutcome.Of(answer)).Should().Be(expected);
    }

    [TestMethod]
    [DataRow("Таблица числом", "InvalidResult UNEXPECTED_VALUE False")]
    [DataRow("Записать таблицу числом", "InvalidResult UNEXPECTED_VALUE True")]
    public async Task Result_of_another_type_than_declared_is_told(string method, string outcome)
    {
        var answer = await oneC.CallAsync(method, """{"Строк":2}""");

        answer.Status.Should().Be(502);
        OneCOutcome.Of(answer).Should().Be(outcome);
    }

    [TestMethod]
    public async Task Table_of_many_rows_is_whole()
    {
        var answer = await oneC.CallAsync("Таблица", """{"Строк":5000}""");

        answer.Json.GetProperty("ok").GetBoolean().Should().BeTrue();
        answer.Text.Should().Contain("A-5000");
    }

    [TestMethod]
    public async Task Megabytes_of_text_are_read() =>
        (await oneC.CallAsync("БольшойОтвет", """{"Знаков":1000000}""")).Value.GetString().Should().Be(new string('ж', 1_000_000));

    [TestMethod]
    public async Task Body_over_ten_megabytes_goes_as_a_file()
    {
        var sent = oneC.Base.Files.PartsReceived;

        // A table is compact on its way to the server and repeats its names on the way to 1C.
        var rows = string.Join(',', Enumerable.Repeat("[1]", 12_000));
        var table = $$$"""{"$type":"table","value":{"columns":[{"name":"{{{new string('ж', 500)}}}","type":"integer"}],"rows":[{{{rows}}}]}}""";

        var answer = await oneC.CallAsync("Эхо", $$"""{"Таблица":{{table}}}""");

        answer.Status.Should().Be(200, answer.Text[..Math.Min(300, answer.Text.Length)]);
        answer.Value.GetProperty("Таблица").GetArrayLength().Should().Be(12_000);
        oneC.Base.Files.PartsReceived.Should().BeGreaterThan(sent);
    }

    [TestMethod]
    public async Task Session_of_the_caller_is_told_to_1C()
    {
        var answer = await oneC.Server.Client.InvokeAsync(OneCServer.Id, """{"method":"Контекст","session":{"userId":"Иванов И.","deviceId":"ТСД-7","warehouseId":"Главный","documentId":"Д-1","document":{"Название":"Приход"}}}""", ("X-Request-Id", "ctx-1"));

        answer.Value.GetProperty("userId").GetString().Should().Be("Иванов И.");
        answer.Value.GetProperty("warehouseId").GetString().Should().Be("Главный");
        answer.Value.GetProperty("document").GetProperty("Название").GetString().Should().Be("Приход");
        answer.Value.GetProperty("requestId").GetString().Should().Be("ctx-1");
    }

    [TestMethod]
    public async Task Unknown_method_names_those_there_are()
    {
        var answer = await oneC.CallAsync("Остаки");

        answer.Status.Should().Be(404);
        answer.Code.Should().Be("MethodNotFound");
        answer.Message.Should().Contain("Эхо");
    }
}
