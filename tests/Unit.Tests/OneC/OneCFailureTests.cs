using Cleverence.Connectivity;
using Connectors.OneC;

namespace Unit.Tests.OneC;

/// <summary>The table of error classes, row by row: who speaks, and what it means.</summary>
[TestClass]
public sealed class OneCFailureTests
{
    private const string Page = "<!DOCTYPE html><html><head><title>IIS</title></head><body>Вход</body></html>";
    private const string Exception = """<?xml version="1.0" encoding="UTF-8"?><?xml-stylesheet type="text/xsl" href="x.xsl"?><exception xmlns="http://v8.1c.ru/8.2/virtual-resource-system" reason="{0}"><descr xmlns="http://v8.1c.ru/8.1/data/core"> {1} </descr></exception>""";
    private const string ODataXml = """<?xml version="1.0"?><m:error xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata"><m:code>{0}</m:code><m:message xml:lang="ru">{1}</m:message></m:error>""";

    private static IEnumerable<object?[]> Table =>
    [
        // status, body, in session, code, reason, part of the Russian sentence, retryable for a read
        [401, Page, false, "AccessDenied", "ONEC_SIGN_IN", "auth.user", false],
        [401, OData("20", "Нарушение прав доступа"), false, "AccessDenied", "ONEC_RIGHTS", "Нарушение прав доступа", false],
        [401, Ours("NOT_SIGNED_IN", "Пользователь не опознан"), false, "AccessDenied", "NOT_SIGNED_IN", "Пользователь не опознан", false],
        [403, Page, false, "AccessDenied", "ONEC_RIGHTS", "не хватает прав", false],
        [400, "", true, "Unavailable", "ONEC_SESSION_LOST", "завершила сеанс", true],
        [400, Of(Exception, "400", "Сеанс отсутствует или завершен"), true, "Unavailable", "ONEC_SESSION_LOST", "завершила сеанс", true],
        [400, Of(Exception, "400", "Сеанс отсутствует или завершен"), false, "Rejected", "ONEC_REQUEST_WRONG", "Сеанс отсутствует", false],
        [400, Ours("BAD_ARGUMENT", "Неверное значение"), true, "InvalidArguments", "BAD_ARGUMENT", "Неверное значение", false],
        [400, OData("14", "Опция запроса не разобрана"), true, "Rejected", "ODATA_14", "Опция запроса", false],
        [400, "{\"Message\":\"План обмена не найден\"}", false, "Rejected", "ONEC_REQUEST_WRONG", "План обмена не найден", false],
        [404, Page, false, "Rejected", "ONEC_NOT_PUBLISHED", "default.vrd", false],
        [404, "Не найден подходящий шаблон", false, "Rejected", "ONEC_NOT_PUBLISHED", "default.vrd", false],
        [404, Ours("METHOD_NOT_FOUND", "Метод не найден"), false, "Rejected", "METHOD_NOT_FOUND", "Метод не найден", false],
        [404, OData("9", "Экземпляр сущности не найден"), false, "Rejected", "ODATA_9", "не найден", false],
        [405, Page, false, "Rejected", "ONEC_NOT_PUBLISHED", "405", false],
        [406, Of(Exception, "406", "Нет свободного сеанса"), false, "Busy", "ONEC_SESSIONS_BUSY", "заняты", true],
        [406, "", true, "Busy", "ONEC_SESSIONS_BUSY", "заняты", true],
        [409, Ours("LOCKED", "Документ изменен другим"), false, "Conflict", "LOCKED", "Документ изменен другим", false],
        [412, "", false, "Conflict", "ONEC_CONFLICT", "Прочитайте его заново", false],
        [400, OData("15", "Запись с таким ключом существует"), false, "Conflict", "ONEC_CONFLICT", "существует", false],
        [413, Page, false, "TooLarge", "ONEC_REQUEST_TOO_LARGE", "большой запрос", false],
        [422, Ours("NOT_ENOUGH", "Недостаточно товара"), false, "Rejected", "NOT_ENOUGH", "Недостаточно товара", false],
        [422, "Недостаточно товара", false, "Rejected", "ONEC_REFUSED", "Недостаточно товара", false],
        [500, OData("-1", "Проведение запрещено"), false, "Rejected", "ONEC_REFUSED", "Проведение запрещено", false],
        [500, Of(ODataXml, "-1", "Проведение запрещено"), false, "Rejected", "ONEC_REFUSED", "Проведение запрещено", false],
        [400, Of(ODataXml, "6", "Неверный URL"), false, "Rejected", "ODATA_6", "Неверный URL", false],
        [501, OData("21", "Функция не реализована"), false, "Rejected", "ONEC_NOT_SUPPORTED", "Функция не реализована", false],
        [501, "", false, "Rejected", "ONEC_NOT_SUPPORTED", "не поддерживает", false],
        [500, "{HTTPСервис.conn.Модуль(12)}: Деление на 0", false, "Rejected", "ONEC_ERROR", "1С отказала: Деление на 0", false],
        [500, "{ОбщийМодуль.Обмен.Модуль(7,15)}: Ошибка записи\nпо причине:\n{Документ.Заказ.МодульОбъекта(3)}: Период закрыт", false, "Rejected", "ONEC_ERROR", "1С отказала: Ошибка записи по причине: Период закрыт", false],
        [500, Fault11("{WebСервис.Шлюз.Модуль(12)}: Нет остатка"), false, "Rejected", "ONEC_ERROR", "1С отказала: Нет остатка", false],
        [500, Fault12("{WebСервис.Шлюз.Модуль(12)}: Нет остатка"), false, "Rejected", "ONEC_ERROR", "1С отказала: Нет остатка", false],
        [500, "", false, "Failed", "ONEC_BROKEN", "объяснения нет", true],
        [500, Page, false, "Failed", "ONEC_BROKEN", "объяснения нет", true],
        [502, Page, false, "Unavailable", "ONEC_UNAVAILABLE", "HTTP 502", true],
        [503, Of(Exception, "503", "Сеансы запрещены"), false, "Unavailable", "ONEC_UNAVAILABLE", "Сеансы запрещены", true],
        [503, OData("-1", "Документ не проведен"), false, "Rejected", "ONEC_REFUSED", "Документ не проведен", false],
        [504, "", false, "Unavailable", "ONEC_UNAVAILABLE", "HTTP 504", true],
        [200, Page, false, "AccessDenied", "ONEC_HTML_PAGE", "веб-страницу", false],
        [200, Of(Exception, "406", "Нет свободного сеанса"), false, "Busy", "ONEC_SESSIONS_BUSY", "заняты", true],
        [200, OData("-1", "Проведение запрещено"), false, "Rejected", "ONEC_REFUSED", "Проведение запрещено", false],
        [200, Fault11("Нет остатка"), false, "Rejected", "ONEC_ERROR", "Нет остатка", false],
        [302, "", false, "Rejected", "ONEC_REDIRECTED", "baseAddress", false],
        [500, "Не обнаружено свободной лицензии!", false, "Unavailable", "ONEC_NO_LICENCE", "лицензии", true],
        [500, "Не найдена лицензия. Не обнаружен ключ", false, "Unavailable", "ONEC_NO_LICENCE", "лицензии", true],
        [500, "There are no free licenses for the application", false, "Unavailable", "ONEC_NO_LICENCE", "лицензии", true],
        [406, Of(Exception, "406", "Не обнаружено свободной лицензии!"), false, "Unavailable", "ONEC_NO_LICENCE", "лицензии", true],
        [200, "<html><body>Не обнаружено свободной лицензии!</body></html>", false, "Unavailable", "ONEC_NO_LICENCE", "лицензии", true],
        [200, "Не обнаружено свободной лицензии!", false, "Unavailable", "ONEC_NO_LICENCE", "лицензии", true],
        [500, "{\"Error\":{\"Message\":\"Чужой сервис\"}}", false, "Rejected", "ONEC_ERROR", "Чужой сервис", false],
        [500, "{\"message\":\"Чужой сервис\"}", false, "Rejected", "ONEC_ERROR", "Чужой сервис", false],
        [400, Page, true, "Unavailable", "ONEC_SESSION_LOST", "завершила сеанс", true],
        [400, "<a><b></a>", true, "Rejected", "ONEC_REQUEST_WRONG", "<a>", false],
        [400, "{HTTPСервис.conn.Модуль(3)}: Нет остатка", true, "Rejected", "ONEC_REQUEST_WRONG", "1С отказала: Нет остатка", false],
        [400, Fault11("Нет остатка"), true, "Rejected", "ONEC_REQUEST_WRONG", "Нет остатка", false],
        [429, "", false, "Unavailable", "ONEC_TOO_MANY_REQUESTS", "429", true],
    ];

    [TestMethod]
    [DynamicData(nameof(Table))]
    public void Answer_is_sorted_by_who_speaks_and_what_it_says(int status, string body, bool inSession, string code, string reason, string words, bool retryable)
    {
        var error = OneCFailures.Find(new OneCAnswer("srv1c:80", status, body) { InSession = inSession })!.Error;

        error.Code.ToString().Should().Be(code);
        error.Reason.Should().Be(reason);
        error.MessageRu.Should().Contain(words).And.NotContain("Модуль(");
        error.Message.Length.Should().BeLessThanOrEqualTo(200);
        error.Retryable.Should().Be(retryable);
        error.InDoubt.Should().BeFalse();
        error.Target.Should().Be("srv1c:80");
        error.Detail.Should().StartWith("HTTP ").And.Contain(body.Length == 0 ? "HTTP" : body[..Math.Min(20, body.Length)]);
    }

    [TestMethod]
    [DataRow(200, "{\"result\":\"Не обнаружено свободной лицензии!\"}")]
    [DataRow(200, "{\"result\":\"<html>\"}")]
    [DataRow(200, "[1,2]")]
    [DataRow(200, "1")]
    [DataRow(204, "")]
    [DataRow(200, "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body/></s:Envelope>")]
    public void Good_answer_is_no_failure_whatever_its_data_say(int status, string body) =>
        OneCFailures.Find(new OneCAnswer("srv1c:80", status, body)).Should().BeNull();

    [TestMethod]
    [DataRow(500, "", "Unsafe", true, false)]
    [DataRow(500, "", "Keyed", true, true)]
    [DataRow(503, "", "Unsafe", true, false)]
    [DataRow(503, "", "Keyed", true, true)]
    [DataRow(200, Page, "Unsafe", true, false)]
    [DataRow(500, "Деление на 0", "Unsafe", false, false)]
    [DataRow(406, "", "Unsafe", false, true)]
    [DataRow(429, "", "Unsafe", false, true)]
    [DataRow(401, Page, "Unsafe", false, false)]
    [DataRow(500, "Не найдена лицензия", "Unsafe", false, true)]
    public void Only_an_answer_that_tells_nothing_leaves_a_change_in_doubt(int status, string body, string safety, bool inDoubt, bool retryable)
    {
        var error = OneCFailures.Of(new OneCAnswer("srv1c:80", status, body) { Safety = Enum.Parse<MethodSafety>(safety) }).Error;

        error.InDoubt.Should().Be(inDoubt);
        error.Retryable.Should().Be(retryable);
    }

    [TestMethod]
    public void Licence_is_asked_for_again_no_sooner_than_in_a_minute() =>
        OneCFailures.Of(new OneCAnswer("srv1c:80", 500, "Не найдена лицензия")).Error.RetryAfter.Should().Be(TimeSpan.FromSeconds(60));

    [TestMethod]
    public void External_entities_of_an_error_document_are_not_read()
    {
        var error = OneCFailures.Of(new OneCAnswer("srv1c:80", 500, """<?xml version="1.0"?><!DOCTYPE exception [<!ENTITY x SYSTEM "file:///etc/passwd">]><exception reason="406"><descr>&x;</descr></exception>""")).Error;

        error.Reason.Should().Be("ONEC_BROKEN");
        error.Message.Should().NotContain("root:");
    }

    private static string Of(string text, string code, string message) => text.Replace("{0}", code, StringComparison.Ordinal).Replace("{1}", message, StringComparison.Ordinal);

    private static string OData(string code, string message) => "{\"odata.error\":{\"code\":\"" + code + "\",\"message\":{\"lang\":\"ru\",\"value\":\"" + message + "\"}}}";

    private static string Ours(string code, string message) => "{\"error\":{\"code\":\"" + code + "\",\"message\":\"" + message + "\",\"details\":\"…\"}}";

    private static string Fault11(string text) => $"<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><s:Fault><faultcode>s:Server</faultcode><faultstring>{text}</faultstring></s:Fault></s:Body></s:Envelope>";

    private static string Fault12(string text) => $"<s:Envelope xmlns:s=\"http://www.w3.org/2003/05/soap-envelope\"><s:Body><s:Fault><s:Code><s:Value>s:Receiver</s:Value></s:Code><s:Reason><s:Text xml:lang=\"ru\">{text}</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>";
}
