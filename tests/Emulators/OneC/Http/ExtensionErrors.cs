using System.Net;
using System.Security;

namespace Emulators.OneC;

/// <summary>What the web server and the 1C web extension answer themselves, before any code of the base runs.</summary>
internal static class ExtensionErrors
{
    /// <summary>The error document of the web extension.</summary>
    public static OneCReply Exception(int reason, string text) => OneCReply.Text(reason, $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <?xml-stylesheet type="text/xsl" href="e1csys/mngsrv/exception.xsl"?>
        <exception xmlns="http://v8.1c.ru/8.2/virtual-resource-system" clsid="00000000-0000-0000-0000-000000000000" reason="{reason}">
          <descr xmlns="http://v8.1c.ru/8.1/data/core">
            {SecurityElement.Escape(text)}
          </descr>
        </exception>
        """, "application/xml; charset=utf-8");

    /// <summary>A page of the web server.</summary>
    public static OneCReply Page(int status, string? title = null)
    {
        title ??= $"{status} - {(HttpStatusCode)status}";
        return OneCReply.Text(status, $"<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\">\r\n<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>", "text/html; charset=utf-8");
    }

    public static OneCReply LoginPage() => Page(200, "Вход в систему");

    public static OneCReply Unauthorized() => Page(401, "401 - Неавторизован: доступ запрещен").With("WWW-Authenticate", "Basic realm=\"1C:Enterprise 8.3\"");

    public static OneCReply NoLicence(LicenceAnswer form) => form switch
    {
        LicenceAnswer.NotFound => OneCReply.Text(500, "Не найдена лицензия. Не обнаружен ключ защиты программы"),
        LicenceAnswer.English => OneCReply.Text(500, "There are no free licenses for the application"),
        LicenceAnswer.Exception => Exception(406, "Не обнаружено свободной лицензии!"),
        LicenceAnswer.Page => Page(200, "Не обнаружено свободной лицензии!"),
        _ => OneCReply.Text(500, "Не обнаружено свободной лицензии!"),
    };
}
