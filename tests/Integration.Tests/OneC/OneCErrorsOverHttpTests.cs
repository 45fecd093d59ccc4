using Emulators.OneC;

namespace Integration.Tests.OneC;

/// <summary>Every documented error of a base has its code; what 1C refused in its own words, and a want of licences, is never sent again.</summary>
[TestClass]
public sealed class OneCErrorsOverHttpTests
{
    private const string Settings = """
        {
          "maxConcurrency": 9, "poolTimeout": "00:00:00.2", "retry": { "count": 2, "delay": "00:00:00.05" },
          "methods": [
            { "method": "Ошибка", "parameters": [ { "name": "Статус", "type": "integer" }, { "name": "Код", "optional": true }, { "name": "Текст", "optional": true } ] },
            { "method": "Прочитать с ошибкой", "name": "Ошибка", "safety": "Safe", "parameters": [ { "name": "Статус", "type": "integer" } ] },
            { "method": "ЧужаяОшибка", "parameters": [ { "name": "Вид" }, { "name": "Статус", "type": "integer", "optional": true } ] },
            { "method": "Прочитать с чужой ошибкой", "name": "ЧужаяОшибка", "safety": "Safe", "parameters": [ { "name": "Вид" }, { "name": "Статус", "type": "integer", "optional": true } ] },
            { "method": "ОшибкаПослеЗаписи" }
            METHODS
          ]
        }
        """;

    // fault, safety, code with reason and doubt, requests that reach the base when the fault stays
    private static readonly (FaultKind Kind, string Safety, string Outcome, int Requests)[] Faults =
    [
        (FaultKind.Html200, "Safe", "AccessDenied ONEC_HTML_PAGE False", 1),
        (FaultKind.Html200, "Unsafe", "AccessDenied ONEC_HTML_PAGE True", 1),
        (FaultKind.LoginPage, "Safe", "AccessDenied ONEC_HTML_PAGE False", 1),
        (FaultKind.Unauthorized, "Safe", "AccessDenied ONEC_SIGN_IN False", 1),
        (FaultKind.Unauthorized, "Keyed", "AccessDenied ONEC_SIGN_IN False", 1),
        (FaultKind.Forbidden, "Unsafe", "AccessDenied ONEC_RIGHTS False", 1),
        (FaultKind.NotFound, "Safe", "Rejected ONEC_NOT_PUBLISHED False", 1),
        (FaultKind.MethodNotAllowed, "Unsafe", "Rejected ONEC_NOT_PUBLISHED False", 1),
        (FaultKind.NoSession, "Safe", "Busy ONEC_SESSIONS_BUSY False", 3),
        (FaultKind.NoSession, "Keyed", "Busy ONEC_SESSIONS_BUSY False", 3),
        (FaultKind.NoSession, "Unsafe", "Busy ONEC_SESSIONS_BUSY False", 1),
        (FaultKind.ScriptError, "Safe", "Rejected ONEC_ERROR False", 1),
        (FaultKind.ScriptError, "Keyed", "Rejected ONEC_ERROR False", 1),
        (FaultKind.ScriptError, "Unsafe", "Rejected ONEC_ERROR False", 1),
        (FaultKind.EmptyError, "Safe", "Failed ONEC_BROKEN False", 2),
        (FaultKind.EmptyError, "Unsafe", "Failed ONEC_BROKEN True", 1),
        (FaultKind.HtmlError, "Unsafe", "Failed ONEC_BROKEN True", 1),
        (FaultKind.BadGateway, "Safe", "Unavailable ONEC_UNAVAILABLE False", 3),
        (FaultKind.BadGateway, "Keyed", "Unavailable ONEC_UNAVAILABLE True", 3),
        (FaultKind.BadGateway, "Unsafe", "Unavailable ONEC_UNAVAILABLE True", 1),
        (FaultKind.Blocked, "Safe", "Unavailable ONEC_UNAVAILABLE False", 3),
        (FaultKind.Blocked, "Unsafe", "Unavailable ONEC_UNAVAILABLE True", 1),
        (FaultKind.GatewayTimeout, "Unsafe", "Unavailable ONEC_UNAVAILABLE True", 1),
        (FaultKind.NoLicence, "Safe", "Unavailable ONEC_NO_LICENCE False", 1),
        (FaultKind.NoLicence, "Keyed", "Unavailable ONEC_NO_LICENCE False", 1),
        (FaultKind.NoLicence, "Unsafe", "Unavailable ONEC_NO_LICENCE False", 1),
        (FaultKind.ODataRefusal, "Safe", "Rejected ONEC_REFUSED False", 1),
        (FaultKind.ODataRefusal, "Keyed", "Rejected ONEC_REFUSED False", 1),
        (FaultKind.ODataRefusal, "Unsafe", "Rejected ONEC_REFUSED False", 1),
        (FaultKind.BreakBefore, "Safe", "Unavailable CONNECTION_LOST False", 3),
        (FaultKind.BreakBefore, "Keyed", "Unavailable CONNECTION_LOST True", 3),
        (FaultKind.BreakBefore, "Unsafe", "Unavailable CONNECTION_LOST True", 1),
        (FaultKind.BreakAfter, "Unsafe", "Unavailable CONNECTION_LOST True", 1),
    ];

    private static OneCServer oneC = null!;

    private static IEnumerable<object[]> FaultCases => Faults.Select((fault, at) => new object[] { at, fault.Kind.ToString(), fault.Safety });

    [ClassInitialize]
    public static async Task StartAsync(TestContext context)
    {
        var methods = string.Concat(Faults.Select((fault, at) => $$""", { "class": "{{at}}", "method": "Сбой", "name": "Сбой_{{at}}_", "safety": "{{fault.Safety}}" }"""));
        oneC = await OneCServer.StartAsync(Settings.Replace("METHODS", methods, StringComparison.Ordinal));
        for (var at = 0; at < Faults.Length; at++)
        {
            oneC.Base.Functions.Add($"Сбой_{at}_", _ => "без сбоя");
            oneC.Base.Faults.Add(Faults[at].Kind, -1, $"Сбой_{at}_");
        }
    }

    [ClassCleanup]
    public static async Task StopAsync() => await oneC.DisposeAsync();

    [TestMethod]
    [DynamicData(nameof(FaultCases))]
    public async Task Fault_has_its_code_and_no_more_requests_than_its_safety_allows(int at, string kind, string safety)
    {
        var answer = await oneC.CallAsync($"{at}|Сбой");

        OneCOutcome.Of(answer).Should().Be(Faults[at].Outcome, $"{kind} {safety}: {answer.Text}");
        oneC.Base.Requests.Count($"Сбой_{at}_").Should().Be(Faults[at].Requests);
        answer.Message!.Length.Should().BeLessThanOrEqualTo(200);
    }

    [TestMethod]
    [DataRow(400, 400, "InvalidArguments BAD_ARGUMENT False")]
    [DataRow(401, 502, "AccessDenied NOT_SIGNED_IN False")]
    [DataRow(403, 502, "AccessDenied NO_RIGHTS False")]
    [DataRow(404, 422, "Rejected NOT_FOUND False")]
    [DataRow(409, 409, "Conflict LOCKED False")]
    [DataRow(412, 409, "Conflict VERSION False")]
    [DataRow(422, 422, "Rejected NOT_ENOUGH False")]
    [DataRow(429, 503, "Unavailable ONEC_TOO_MANY_REQUESTS False")]
    [DataRow(500, 422, "Rejected DEFECT False")]
    [DataRow(503, 503, "Unavailable ONEC_UNAVAILABLE True")]
    public async Task Error_of_our_convention_has_the_code_of_its_status(int status, int expectedStatus, string outcome)
    {
        var answer = await oneC.CallAsync("Ошибка", $$"""{"Статус":{{status}}}""");

        answer.Status.Should().Be(expectedStatus, answer.Text);
        OneCOutcome.Of(answer).Should().Be(outcome);
    }

    [TestMethod]
    [DataRow("message")]
    [DataRow("Message")]
    [DataRow("MESSAGE")]
    [DataRow("error")]
    [DataRow("Error")]
    [DataRow("text")]
    public async Task Error_of_a_foreign_service_is_read_whatever_its_shape(string kind)
    {
        var answer = await oneC.CallAsync("ЧужаяОшибка", $$"""{"Вид":"{{kind}}"}""", ("Accept-Language", "ru"));

        OneCOutcome.Of(answer).Should().Be("Rejected ONEC_ERROR False");
        answer.Message.Should().Be("1С отказала: Ошибка чужого сервиса");
    }

    [TestMethod]
    [DataRow("script", "1С отказала: Поле объекта не обнаружено (Остаток)")]
    [DataRow("nested", "1С отказала: Ошибка при вызове метода контекста (Записать) по причине: Не удалось записать: «Заказ клиента»!")]
    public async Task Place_in_the_script_is_not_shown(string kind, string message) =>
        (await oneC.CallAsync("ЧужаяОшибка", $$"""{"Вид":"{{kind}}"}""", ("Accept-Language", "ru"))).Message.Should().Be(message);

    [TestMethod]
    [DataRow("html", 500, "Failed ONEC_BROKEN True")]
    [DataRow("html", 200, "AccessDenied ONEC_HTML_PAGE True")]
    [DataRow("html", 404, "Rejected ONEC_NOT_PUBLISHED False")]
    [DataRow("exception", 500, "Rejected ONEC_ERROR False")]
    [DataRow("exception", 200, "Rejected ONEC_ERROR False")]
    [DataRow("odata", 500, "Rejected ONEC_REFUSED False")]
    [DataRow("odata", 503, "Rejected ONEC_REFUSED False")]
    [DataRow("licence", 500, "Unavailable ONEC_NO_LICENCE False")]
    [DataRow("licence", 200, "Unavailable ONEC_NO_LICENCE False")]
    [DataRow("bom", 422, "Rejected BOM False")]
    [DataRow("empty", 500, "Failed ONEC_BROKEN True")]
    [DataRow("text", 422, "Rejected ONEC_REFUSED False")]
    [DataRow("text", 405, "Rejected ONEC_NOT_PUBLISHED False")]
    public async Task Who_speaks_decides_before_the_status(string kind, int status, string outcome) =>
        OneCOutcome.Of(await oneC.CallAsync("ЧужаяОшибка", $$"""{"Вид":"{{kind}}","Статус":{{status}}}""")).Should().Be(outcome);

    [TestMethod]
    public async Task Message_of_a_code_that_is_not_capitals_keeps_our_reason()
    {
        var answer = await oneC.CallAsync("Ошибка", """{"Статус":422,"Код":"не хватает","Текст":"Не хватает пяти штук"}""", ("Accept-Language", "ru"));

        OneCOutcome.Of(answer).Should().Be("Rejected ONEC_REFUSED False");
        answer.Message.Should().Be("1С отказала: Не хватает пяти штук");
    }

    [TestMethod]
    public async Task Failure_after_a_write_in_1C_happens_once_and_is_told()
    {
        var answer = await oneC.CallAsync("ОшибкаПослеЗаписи");

        OneCOutcome.Of(answer).Should().Be("Rejected ONEC_ERROR False");
        oneC.Base.Effects.All.Count(effect => effect == "Записано до ошибки").Should().Be(1);
    }

    [TestMethod]
    public async Task Password_is_in_no_answer_and_not_in_the_log()
    {
        await oneC.CallAsync("Ошибка", """{"Статус":401}""");

        oneC.Server.Log.Should().NotContain("пароль 1").And.NotContain(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes("Кладовщик Петров:пароль 1")));
    }
}
