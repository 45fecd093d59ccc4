namespace Emulators.OneC;

/// <summary>The answer of each fault.</summary>
internal static class FaultReplies
{
    public static OneCReply? Of(FaultKind kind, OneCOptions options) => kind switch
    {
        FaultKind.Html200 => ExtensionErrors.Page(200, "IIS Windows Server"),
        FaultKind.LoginPage => ExtensionErrors.LoginPage(),
        FaultKind.Unauthorized => ExtensionErrors.Unauthorized(),
        FaultKind.Forbidden => ExtensionErrors.Page(403),
        FaultKind.NotFound => ExtensionErrors.Page(404),
        FaultKind.MethodNotAllowed => ExtensionErrors.Page(405),
        FaultKind.NoSession => ExtensionErrors.Exception(406, "Превышено время ожидания свободного сеанса"),
        FaultKind.SessionLost => ExtensionErrors.Exception(400, "Сеанс отсутствует или завершен"),
        FaultKind.ScriptError => OneCReply.Text(500, "{HTTPСервис.conn.Модуль(42)}: Значение не является значением объектного типа (Ссылка)"),
        FaultKind.EmptyError => OneCReply.Empty(500),
        FaultKind.HtmlError => ExtensionErrors.Page(500),
        FaultKind.BadGateway => ExtensionErrors.Page(502),
        FaultKind.Blocked => ExtensionErrors.Exception(503, "Начало сеанса с информационной базой запрещено. Обновление конфигурации"),
        FaultKind.GatewayTimeout => ExtensionErrors.Page(504),
        FaultKind.NoLicence => ExtensionErrors.NoLicence(options.LicenceAnswer),
        FaultKind.ODataRefusal => ODataErrors.Reply(new ODataException(-1, "Проведение запрещено: период закрыт"), options.ODataErrorsAsXml),
        _ => null,
    };
}
