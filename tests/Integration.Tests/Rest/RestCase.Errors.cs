namespace Integration.Tests.Rest;

public sealed partial record RestCase
{
    private const string Rules = """ "errors":[{"path":"$.errorCode","value":"17","code":"Conflict","reason":"NO_STOCK","message":"No stock of {item}: {$.error.left} left, {$.error.text}.","messageRu":"Нет товара {item}: осталось {$.error.left}."},{"status":"409,5xx","reason":"ERP_SAYS_NO","code":"Unavailable","message":"{target} says {status}: {$.reasons}.","retryable":true,"retryAfter":"00:00:09"},{"status":"4xx","path":"$.code","unless":"E404","message":"Refused: {$.message}."}] """;

    private static readonly RestCase[] OfErrors =
    [
        new("400 is a refusal in the system's words", """{"path":"/status/400"}""", "[]", 422, """{"code":"Rejected","reason":"HTTP_400","retryable":false,"inDoubt":false}"""),
        new("401 is refused credentials", """{"path":"/status/401"}""", "[]", 502, """{"code":"AccessDenied","reason":"HTTP_401"}"""),
        new("403 is refused credentials", """{"path":"/status/403"}""", "[]", 502, """{"code":"AccessDenied","reason":"HTTP_403"}"""),
        new("404 is a refusal", """{"path":"/status/404"}""", "[]", 422, """{"code":"Rejected","reason":"HTTP_404"}"""),
        new("500 is the system speaking", """{"verb":"POST","path":"/status/500"}""", "[]", 422, """{"code":"Rejected","reason":"HTTP_500","inDoubt":false}"""),
        new("500 with a page after a change is in doubt", """{"verb":"POST","path":"/page/500"}""", "[]", 422, """{"code":"Rejected","reason":"HTTP_500","inDoubt":true}"""),
        new("An error inside a 200 is told by its rule", $$$"""{"path":"/inside/ERROR","query":{"i":"{item}"},{{{Rules}}}}""", """["00001"]""", 409, """{"code":"Conflict","reason":"NO_STOCK","message":"No stock of 00001: 3 left, Нет остатка.","inDoubt":false,"retryable":false}"""),
        new("An error inside a 200 is told in Russian", $$$"""{"path":"/inside/ERROR","query":{"i":"{item}"},{{{Rules}}}}""", """["00001"]""", 409, """{"code":"Conflict","message":"Нет товара 00001: осталось 3."}""") { Language = "ru" },
        new("A success passes the rules", $$$"""{"path":"/inside/OK","query":{"i":"{item}"},"result":"value",{{{Rules}}}}""", """["00001"]""", 200, "42"),
        new("A status has its own rule", $$$"""{"verb":"POST","path":"/status/409","query":{"i":"{item}"},{{{Rules}}}}""", """["1"]""", 503, """{"code":"Unavailable","reason":"ERP_SAYS_NO","message":"{emulator} says 409: первая; вторая.","retryable":true,"inDoubt":false,"retryAfterSeconds":9}"""),
        new("A range of statuses has its own rule", $$$"""{"verb":"POST","path":"/status/504","query":{"i":"{item}"},{{{Rules}}}}""", """["1"]""", 503, """{"code":"Unavailable","reason":"ERP_SAYS_NO","message":"The request may have been carried out; look there before you send it again. {emulator} says 504: первая; вторая.","retryable":false,"inDoubt":true,"retryAfterSeconds":9}"""),
        new("A rule of a read is as certain as the read", $$$"""{"path":"/status/504","query":{"i":"{item}"},{{{Rules}}}}""", """["1"]""", 503, """{"code":"Unavailable","reason":"ERP_SAYS_NO","message":"{emulator} says 504: первая; вторая.","retryable":true,"inDoubt":false}"""),
        new("None of a change in doubt is an error", """{"verb":"POST","path":"/status/504","emptyOn":["504"]}""", "[]", 503, """{"code":"Unavailable","reason":"HTTP_504","inDoubt":true}"""),
        new("Anything but the text of success is an error", $$$"""{"path":"/status/422","query":{"i":"{item}"},{{{Rules}}}}""", """["1"]""", 422, """{"code":"Rejected","reason":null,"message":"Refused: Отказ 422."}"""),
        new("What no rule fits is told as usual", $$$"""{"path":"/status/404","query":{"i":"{item}"},{{{Rules}}}}""", """["1"]""", 422, """{"code":"Rejected","reason":"HTTP_404"}"""),
        new("A page no rule can read is told as usual", $$$"""{"path":"/page/404","query":{"i":"{item}"},{{{Rules}}}}""", """["1"]""", 422, """{"code":"Rejected","reason":"HTTP_404"}"""),
        new("A rule of any telling value fits", """{"path":"/inside/ERROR","errors":[{"path":"$.error","message":"{$.error.text}!","reason":"INSIDE"}]}""", "[]", 422, """{"code":"Rejected","reason":"INSIDE","message":"Нет остатка!"}"""),
        new("A rule of any telling value passes null", """{"path":"/inside/OK","result":"value","errors":[{"path":"$.error","message":"no"},{"path":"$.errorCode","message":"no"}]}""", "[]", 200, "42"),
        new("A rule may leave a change in doubt", """{"verb":"POST","path":"/status/500","errors":[{"status":"500","message":"Half done.","reason":"HALF_DONE","inDoubt":true}]}""", "[]", 422, """{"code":"Rejected","reason":"HALF_DONE","inDoubt":true}"""),
        new("An unknown good is a refusal with its words", """{"path":"/goods/{code}","errors":[{"status":"404","code":"Rejected","reason":"NO_GOOD","message":"There is no {$.good}.","messageRu":"{$.message}."}]}""", """["Ы"]""", 422, """{"code":"Rejected","reason":"NO_GOOD","message":"Товара Ы нет."}""") { Language = "ru-RU" },
    ];
}
