using System.Text;

namespace Integration.Tests.Soap;

/// <summary>What the emulator answers, by path.</summary>
internal static class SoapEmulatorAnswers
{
    private const string Space11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private const string Space12 = "http://www.w3.org/2003/05/soap-envelope";
    private const string Xml = "text/xml; charset=utf-8";

    public static (int Status, string Type, byte[] Body) Of(SeenCall call, int count) => call.Path switch
    {
        "/gate" => Strict(call),
        "/fault11" => Fault("<faultcode>s:Server</faultcode><faultstring>{WebСервис.TerminalGate.Модуль(12)}: Недостаточно товара на складе</faultstring><detail><ex>стек</ex></detail>", 500),
        "/fault12" => (500, "application/soap+xml; charset=utf-8", Utf8($"<s:Envelope xmlns:s='{Space12}'><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>s:NoStock</s:Value></s:Subcode></s:Code><s:Reason><s:Text xml:lang='en'>Not enough</s:Text><s:Text xml:lang='ru'>{{Module(1)}}: Мало товара</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>")),
        "/fault200" => Fault("<faultcode>s:Client</faultcode><faultstring>Bad request</faultstring>", 200),
        "/fault400" => Fault("<faultcode>s:Client</faultcode><faultstring>Bad element</faultstring>", 400),
        "/fault-must" => Fault("<faultcode>s:MustUnderstand</faultcode><faultstring>Header unknown</faultstring>", 500),
        "/fault-version" => Fault("<faultcode>s:VersionMismatch</faultcode><faultstring>Wrong version</faultstring>", 500),
        "/fault-access" => Fault("<faultcode>wsse:FailedAuthentication</faultcode><faultstring>Who are you</faultstring>", 500),
        "/fault-empty" => Fault("<faultcode>s:Server</faultcode><faultstring/>", 500),
        "/html200" => (200, "text/html; charset=utf-8", Utf8("<!DOCTYPE html><html><body>Sign in</body></html>")),
        "/html500" => (500, "text/html", Utf8("<html><body>IIS error</body></html>")),
        "/text" => (200, "text/plain", Utf8("OK")),
        "/empty" => (200, Xml, []),
        "/empty500" => (500, "", []),
        "/broken" => (200, Xml, Utf8($"<s:Envelope xmlns:s='{Space11}'><s:Body><PingResponse>")),
        "/dtd" => (200, Xml, Utf8($"<!DOCTYPE s [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><s:Envelope xmlns:s='{Space11}'><s:Body><m:PingResponse xmlns:m='urn:demo:gate'><m:return>&x;</m:return></m:PingResponse></s:Body></s:Envelope>")),
        "/deep" => (200, Xml, Utf8($"<s:Envelope xmlns:s='{Space11}'><s:Body>{string.Concat(Enumerable.Repeat("<a>", 2000))}{string.Concat(Enumerable.Repeat("</a>", 2000))}</s:Body></s:Envelope>")),
        "/exception" => (200, "application/xml", Utf8("<exception xmlns='http://v8.1c.ru/8.2/virtual-resource-system' reason='406'><descr>Нет сеанса</descr></exception>")),
        "/windows-1251" => (200, "text/xml; charset=windows-1251", CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(Remains("Склад №1"))),
        "/declared-1251" => (200, "text/xml", CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("<?xml version='1.0' encoding='windows-1251'?>" + Remains("Ёлка"))),
        "/utf-16" => (200, "text/xml; charset=utf-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("<?xml version='1.0' encoding='utf-16'?>" + Remains("Шина"))]),
        "/in-return" => (200, Xml, Utf8($"<s:Envelope xmlns:s='{Space11}'><s:Body><ЗаписатьResponse xmlns='urn:demo:gate'><return>{{Модуль(3)}}: Документ заблокирован</return></ЗаписатьResponse></s:Body></s:Envelope>")),
        "/headers" => (200, Xml, Utf8($"<s:Envelope xmlns:s='{Space11}'><s:Header><t:Session xmlns:t='urn:x'>1</t:Session></s:Header><s:Body><m:PingResponse xmlns:m='urn:demo:gate'><m:return>1</m:return></m:PingResponse></s:Body></s:Envelope>")),
        "/mtom" => (200, "multipart/related; type=\"application/xop+xml\"; start=\"<root@x>\"; start-info=\"text/xml\"; boundary=\"b1\"", Mtom()),
        "/swa" => (200, "multipart/related; type=\"text/xml\"; boundary=b2", Swa()),
        "/mtom-cut" => (200, "multipart/related; type=\"application/xop+xml\"; boundary=b1", Mtom()[..300]),
        "/mtom-lost" => (200, "multipart/related; type=\"application/xop+xml\"; boundary=\"b1\"", Utf8("--b1\r\nContent-Type: application/xop+xml\r\n\r\n" + Attached("<plain><x:Include xmlns:x='http://www.w3.org/2004/08/xop/include' href='cid:gone'/></plain>") + "\r\n--b1--")),
        "/one-way" => (202, "", []),
        "/401" => (401, "text/plain", Utf8("no")),
        "/403" => (403, Xml, Utf8("<a/>")),
        "/404" => (404, "text/html", Utf8("<html/>")),
        "/429" => (429, "text/plain", Utf8("slow down")),
        "/503" => (503, "text/plain", Utf8("later")),
        "/503-once" or "/503-first" => count == 1 ? (503, "text/plain", Utf8("later")) : Ping(),
        "/keyed" => count == 1 ? (503, "text/plain", Utf8("later")) : Ping(),
        "/basic" => call.Authorization == "Basic " + Convert.ToBase64String(Utf8("Иван:пароль")) ? Ping() : (401, "text/plain", Utf8("no")),
        _ => (404, "text/plain", Utf8("not here")),
    };

    // As 1C does: the version by the envelope, the action by the book, the parameters in their order.
    private static (int Status, string Type, byte[] Body) Strict(SeenCall call)
    {
        var isNew = call.Body.Contains(Space12, StringComparison.Ordinal);
        var space = isNew ? Space12 : Space11;
        var action = isNew ? call.ContentType : call.Action;
        if (call.Verb != "POST" || !call.ContentType.StartsWith(isNew ? "application/soap+xml; charset=utf-8" : "text/xml; charset=utf-8", StringComparison.OrdinalIgnoreCase)) return (415, "", []);
        if (!action.Contains("urn:demo:gate#TerminalGate:", StringComparison.Ordinal)) return (400, "", []);
        var result = call.Body switch
        {
            { } body when body.Contains("<Ping xmlns=\"urn:demo:gate\" />", StringComparison.Ordinal) => "<m:PingResponse><m:return>true</m:return></m:PingResponse>",
            { } body when body.Contains("<GetRemains xmlns=\"urn:demo:gate\"><Warehouse>", StringComparison.Ordinal) => "<m:GetRemainsResponse><m:return><m:Row><m:Code>A-1</m:Code><m:Qty>12.50</m:Qty></m:Row></m:return><m:Comment>calculated</m:Comment></m:GetRemainsResponse>",
            { } body when body.Contains("<Записать xmlns=\"urn:demo:gate\"><Документ><Row>", StringComparison.Ordinal) => "<m:ЗаписатьResponse><m:return/></m:ЗаписатьResponse>",
            _ => "<s:Fault><faultcode>s:Client</faultcode><faultstring>Unknown body</faultstring></s:Fault>",
        };
        return (200, isNew ? "application/soap+xml; charset=utf-8" : Xml, Utf8($"<?xml version='1.0' encoding='UTF-8'?><s:Envelope xmlns:s='{space}' xmlns:m='urn:demo:gate'><s:Body>{result}</s:Body></s:Envelope>"));
    }

    private static (int Status, string Type, byte[] Body) Ping() => (200, Xml, Utf8($"<s:Envelope xmlns:s='{Space11}'><s:Body><m:PingResponse xmlns:m='urn:demo:gate'><m:return>true</m:return></m:PingResponse></s:Body></s:Envelope>"));

    private static (int Status, string Type, byte[] Body) Fault(string inner, int status) => (status, Xml, Utf8($"<s:Envelope xmlns:s='{Space11}' xmlns:wsse='urn:wsse'><s:Body><s:Fault>{inner}</s:Fault></s:Body></s:Envelope>"));

    private static string Remains(string comment) =>
        $"<s:Envelope xmlns:s='{Space11}'><s:Body><m:GetRemainsResponse xmlns:m='urn:demo:gate'><m:return/><m:Comment>{comment}</m:Comment></m:GetRemainsResponse></s:Body></s:Envelope>";

    private static string Attached(string inner) => $"<s:Envelope xmlns:s='{Space11}'><s:Body><GetResponse xmlns='urn:t'><name>n</name>{inner}</GetResponse></s:Body></s:Envelope>";

    private static byte[] Mtom() =>
    [
        .. Utf8("--b1\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\nContent-Transfer-Encoding: 8bit\r\nContent-ID: <root@x>\r\n\r\n"),
        .. Utf8(Attached("<plain><x:Include xmlns:x='http://www.w3.org/2004/08/xop/include' href='cid:one%40x'/></plain><typed m:contentType='image/png' xmlns:m='http://www.w3.org/2005/05/xmlmime'>AAEC</typed>")),
        .. Utf8("\r\n--b1\r\nContent-Type: application/octet-stream\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <one@x>\r\n\r\n"),
        0x00, 0xFF, 0x0D, 0x0A, 0x2D, 0x2D, 0x62,
        .. Utf8("\r\n--b1--\r\n"),
    ];

    private static byte[] Swa() =>
        Utf8("--b2\r\nContent-Type: text/xml; charset=utf-8\r\n\r\n" + Attached("<linked>cid:two</linked>") + "\r\n--b2\r\nContent-ID: <two>\r\nContent-Transfer-Encoding: base64\r\n\r\nAQID\r\n--b2--\r\n");

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
