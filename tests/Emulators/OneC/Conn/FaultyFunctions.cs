using System.Text.Json.Nodes;

namespace Emulators.OneC;

/// <summary>Methods that fail: «Ошибка» in our form by status, the others as foreign services and script errors do.</summary>
internal static class FaultyFunctions
{
    private static readonly Dictionary<int, (string Code, string Message)> Ours = new()
    {
        [400] = ("BAD_ARGUMENT", "Неверное значение параметра Склад"),
        [401] = ("NOT_SIGNED_IN", "Пользователь не опознан"),
        [403] = ("NO_RIGHTS", "Недостаточно прав на документ"),
        [404] = ("NOT_FOUND", "Объект не найден"),
        [409] = ("LOCKED", "Документ изменен другим пользователем"),
        [412] = ("VERSION", "Версия объекта изменилась"),
        [422] = ("NOT_ENOUGH", "Недостаточно товара на складе"),
        [429] = ("TOO_MANY", "Слишком много запросов"),
        [500] = ("DEFECT", "Внутренняя ошибка расширения"),
        [503] = ("UPDATING", "Выполняется обновление"),
    };

    private static readonly Dictionary<string, (string Type, string Body)> Foreign = new(StringComparer.Ordinal)
    {
        ["message"] = ("application/json", """{"message": "Ошибка чужого сервиса"}"""),
        ["Message"] = ("application/json", """{"Message": "Ошибка чужого сервиса"}"""),
        ["MESSAGE"] = ("text/html", """{"MESSAGE": "Ошибка чужого сервиса"}"""),
        ["error"] = ("application/json", """{"error": "Ошибка чужого сервиса"}"""),
        ["Error"] = ("application/json", """{"Error": {"Message": "Ошибка чужого сервиса"}}"""),
        ["text"] = ("text/plain; charset=utf-8", "Ошибка чужого сервиса"),
        ["script"] = ("text/plain; charset=utf-8", "{HTTPСервис.conn.Модуль(17)}: Поле объекта не обнаружено (Остаток)"),
        ["nested"] = ("text/plain; charset=utf-8", "{ОбщийМодуль.Обмен.Модуль(5)}: Ошибка при вызове метода контекста (Записать)\nпо причине:\nНе удалось записать: «Заказ клиента»!"),
        ["html"] = ("text/html; charset=utf-8", "<html><head><title>Ошибка</title></head><body>Сервис недоступен</body></html>"),
        ["exception"] = ("application/xml", """<exception xmlns="http://v8.1c.ru/8.2/virtual-resource-system" reason="500"><descr xmlns="http://v8.1c.ru/8.1/data/core">Ошибка расширения</descr></exception>"""),
        ["odata"] = ("application/json", """{"odata.error": {"code": "-1", "message": {"lang": "ru", "value": "Проведение запрещено"}}}"""),
        ["licence"] = ("text/plain; charset=utf-8", "Не обнаружено свободной лицензии!"),
        ["bom"] = ("application/json", "\uFEFF{\"error\": {\"code\": \"BOM\", \"message\": \"Ошибка после метки\"}}"),
        ["empty"] = ("text/plain", ""),
    };

    public static void AddTo(OneCFunctions functions)
    {
        functions.AddReply("Ошибка", call =>
        {
            var status = call.Number("Статус", 500);
            var (code, message) = Ours.GetValueOrDefault(status, ("OTHER", $"Ошибка {status}"));
            throw new OneCCallException(status, call.Text("Код") ?? code, call.Text("Текст") ?? message, "Подробности для журнала");
        });
        functions.AddReply("ЧужаяОшибка", call =>
        {
            var (type, body) = Foreign[call.Text("Вид") ?? "text"];
            return Task.FromResult(OneCReply.Text(call.Number("Статус", 500), body, type));
        });
        functions.AddReply("ОшибкаПослеЗаписи", call =>
        {
            call.Base.Effects.Add("Записано до ошибки");
            return Task.FromResult(OneCReply.Text(500, "{HTTPСервис.conn.Модуль(99)}: Деление на 0"));
        });
        functions.Add("ВидыЧужихОшибок", _ => new JsonArray([.. Foreign.Keys.Select(kind => (JsonNode)kind)]));
    }
}
