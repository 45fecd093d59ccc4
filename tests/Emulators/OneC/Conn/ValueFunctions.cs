using System.Text.Json.Nodes;

namespace Emulators.OneC;

/// <summary>Every form in which code of 1C writes values into JSON.</summary>
internal static class ValueFunctions
{
    private const string Forms = """
        {
          "Строка": "текст", "СтрокаФиксированная": "ЦБ-000015  ", "ПустаяСтрока": "",
          "Целое": 7, "ЦелоеСтрокой": "9007199254740993", "Дробное": 12.5, "ДробноеСтрокой": "12.50", "ДробноеТочное": 0.1234567890123456789,
          "ДробноеСПробелами": "1 234,56", "Отрицательное": -0.5, "Большое": 12345678901234567890123,
          "Истина": true, "Ложь": false,
          "Дата": "2026-03-01T10:20:30", "ДатаZ": "2026-03-01T10:20:30Z", "ДатаСоСмещением": "2026-03-01T10:20:30+03:00",
          "ДатаСДолями": "2026-03-01T10:20:30.123", "ДатаMicrosoft": "/Date(1772360430000)/", "ДатаMicrosoftСоСмещением": "/Date(1772360430000+0300)/",
          "ПустаяДата": "0001-01-01T00:00:00", "КонецВремен": "3999-12-31T23:59:59",
          "Ссылка": "c1a7e2aa-0000-4000-8000-000000000001", "ПустаяСсылка": "00000000-0000-0000-0000-000000000000",
          "Перечисление": "Высокий", "ПустоеПеречисление": "", "НеизвестноеПеречисление": "ЧтоТоНовое",
          "Неопределено": null, "ДвоичныеДанные": "AAEC/f7/",
          "Массив": [1, "два", null, {"Ключ": "три"}], "ПустойМассив": [], "Соответствие": {"Ключ с пробелом": 1, "Вложенное": {"Глубже": [[1, 2], [3]]}},
          "Таблица": [{"Код": "A-1", "Количество": 1}, {"Код": "A-2", "Количество": 2.5}]
        }
        """;

    public static void AddTo(OneCFunctions functions)
    {
        // Text, not nodes: the digits of a number must reach the wire as they stand.
        functions.AddReply("ВсеФормы", _ => Raw("{\"result\": " + Forms + "}"));
        functions.AddReply("JsonКакHtml", _ => Raw("{\"result\": {\"Дата\": \"2026-03-01T10:20:30\"}}", "text/html; charset=utf-8"));
        functions.AddReply("JsonБезТипа", _ => Raw("{\"result\": 1}", null));
        functions.AddReply("JsonСМеткой", _ => Raw("\uFEFF{\"result\": \"после метки\"}"));
        functions.AddReply("JsonWindows1251", _ => Task.FromResult(new OneCReply(200, "application/json; charset=windows-1251", (byte[])[.. "{\"result\":\""u8, 0xC4, 0xE0, .. "\"}"u8])));
        functions.AddReply("ПустойОтвет", _ => Task.FromResult(OneCReply.Empty(200)));
        functions.AddReply("НетСодержимого", _ => Task.FromResult(OneCReply.Empty(204)));
        functions.AddReply("НеJson", _ => Raw("OK"));
        functions.AddReply("БитыйJson", _ => Raw("{\"result\": [1, 2"));
        functions.AddReply("БезResult", _ => Raw("{\"Остаток\": 5}"));
        functions.Add("Таблица", call => new JsonArray([.. Enumerable.Range(1, call.Number("Строк", 3))
            .Select(row => (JsonNode)new JsonObject { ["НомерСтроки"] = row, ["Код"] = $"A-{row}", ["Цена"] = row * 10.25m })]));
    }

    private static Task<OneCReply> Raw(string text, string? type = "application/json; charset=utf-8") =>
        Task.FromResult(OneCReply.Text(200, text) with { ContentType = type });
}
