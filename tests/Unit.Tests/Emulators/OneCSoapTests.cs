using System.Xml.Linq;

namespace Unit.Tests.Emulators;

[TestClass]
public sealed class OneCSoapTests
{
    private const string Gate = "urn:demo:gate", Nil = "xsi:nil=\"true\"";

    [TestMethod]
    [DataRow("ws/TerminalGate?wsdl")]
    [DataRow("ws/terminalgate.1cws?wsdl")]
    [DataRow("ws/TerminalGate?WSDL")]
    public async Task Wsdl_is_found_by_name_and_alias_and_names_an_inner_host(string path)
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await rig.SendAsync("GET", path);

        answer.Text.Should().Contain("location=\"http://srv-1c.local:8080/trade/ws/terminalgate.1cws\"").And.Contain("<port name=\"TerminalGateSoap\"").And.Contain("<port name=\"TerminalGateSoap12\"")
            .And.Contain("soapAction=\"urn:demo:gate#TerminalGate:GetRemains\"").And.Contain("elementFormDefault=\"qualified\"");
        XDocument.Parse(answer.Text).Root!.Name.LocalName.Should().Be("definitions");
    }

    [TestMethod]
    [DataRow(11)]
    [DataRow(12)]
    public async Task Return_comes_first_and_in_out_parameters_after_it(int version)
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await Call(rig, "GetRemains", $"<g:Warehouse>000000007</g:Warehouse><g:OnDate>2026-03-02T00:00:00</g:OnDate><g:Comment {Nil}/>", version);

        answer.Status.Should().Be(200, answer.Text);
        var response = Body(answer.Text);
        response.Elements().Select(one => one.Name.LocalName).Should().Equal("return", "Comment");
        response.Descendants().Where(one => one.Name.LocalName == "Qty").Select(one => one.Value).Should().Equal("12.50", "3.00");
        response.Elements().Last().Value.Should().Be("calculated");
    }

    [TestMethod]
    [DataRow("EchoNil", "<g:Value>а</g:Value>", "а")]
    [DataRow("EchoNil", $"<g:Value {Nil}/>", "")]
    [DataRow("Add", "<g:A>1.5</g:A><g:B>2</g:B>", "3.5")]
    [DataRow("SaveDocument", "<g:Document><g:Number>1</g:Number><g:Date>2026-03-01T00:00:00</g:Date><g:Partner xsi:nil=\"true\"/><g:Rows/></g:Document>", "")]
    [DataRow("SaveDocument", "<g:Document><g:Number>ЗАПРЕТ-1</g:Number><g:Date>2026-03-01T00:00:00</g:Date><g:Partner xsi:nil=\"true\"/><g:Rows/></g:Document>", "Документ ЗАПРЕТ-1: период закрыт")]
    [DataRow("GetStamp", "", "готово")]
    [DataRow("МояФункция", "", "выполнено")]
    public async Task An_operation_returns_its_value(string operation, string parameters, string value)
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await Call(rig, operation, parameters);

        answer.Status.Should().Be(200, answer.Text);
        Body(answer.Text).Elements().First().Value.Should().Be(value);
    }

    [TestMethod]
    public async Task A_procedure_has_no_return_and_nil_stays_nil()
    {
        await using var rig = await OneCRig.StartAsync();

        var notified = Body((await Call(rig, "Notify", "<g:Text>привет</g:Text>")).Text);
        var swapped = Body((await Call(rig, "Swap", $"<g:A>один</g:A><g:B {Nil}/>")).Text);

        notified.HasElements.Should().BeFalse();
        swapped.Elements().Select(one => (one.Value, one.Attributes().Any(attribute => attribute.Name.LocalName == "nil"))).Should().Equal(("", true), ("один", false));
    }

    [TestMethod]
    [DataRow("missing parameter", "GetRemains", "<g:Warehouse>1</g:Warehouse>")]
    [DataRow("other order", "Add", "<g:B>1</g:B><g:A>1</g:A>")]
    [DataRow("unknown parameter", "Ping", "<g:More>1</g:More>")]
    [DataRow("unqualified parameter", "Notify", "<Text>1</Text>")]
    [DataRow("nil where it may not be", "Notify", $"<g:Text {Nil}/>")]
    [DataRow("absent instead of nil", "EchoNil", "")]
    [DataRow("comma in a number", "Add", "<g:A>1,5</g:A><g:B>1</g:B>")]
    [DataRow("upper case in a UUID", "SaveDocument", "<g:Document><g:Number>1</g:Number><g:Date>2026-03-01T00:00:00</g:Date><g:Partner>C1A7E2AA-0000-4000-8000-000000000001</g:Partner><g:Rows/></g:Document>")]
    [DataRow("unknown operation", "Нет", "")]
    public async Task A_message_that_does_not_fit_the_wsdl_is_the_fault_of_the_caller(string mistake, string operation, string parameters)
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await Call(rig, operation, parameters);

        answer.Status.Should().Be(500, mistake);
        Body(answer.Text).Element("faultcode")!.Value.Should().Be("soap:Client");
        rig.Base.Effects.Count.Should().Be(0);
    }

    [TestMethod]
    [DataRow(11, "text/xml", null, 500)]
    [DataRow(11, "text/xml", "urn:demo:gate#TerminalGate:Ping", 200)]
    [DataRow(11, "text/xml", "\"urn:demo:gate#TerminalGate:Ping\"", 200)]
    [DataRow(11, "text/xml", "Ping", 500)]
    [DataRow(12, "application/soap+xml", null, 200)]
    [DataRow(12, "application/soap+xml; action=\"urn:demo:gate#TerminalGate:Ping\"", null, 200)]
    [DataRow(12, "application/soap+xml; action=\"Ping\"", null, 500)]
    [DataRow(12, "text/xml", "urn:demo:gate#TerminalGate:Ping", 500)]
    [DataRow(11, "application/soap+xml", null, 500)]
    [DataRow(11, "application/xml", null, 415)]
    public async Task Version_and_action_must_fit(int version, string type, string? action, int status)
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await rig.SendAsync("POST", "ws/TerminalGate", Envelope("Ping", "", version), type, headers: action is null ? [] : [("SOAPAction", action)]);

        answer.Status.Should().Be(status, answer.Text);
    }

    [TestMethod]
    [DataRow(11, "script", "{WebСервис.TerminalGate.Модуль(42)}: Склад не найден")]
    [DataRow(12, "script", "{WebСервис.TerminalGate.Модуль(42)}: Склад не найден")]
    [DataRow(11, "plain", "Склад не найден")]
    [DataRow(12, "licence", "Не обнаружено свободной лицензии!")]
    public async Task Faults_carry_the_place_in_the_script(int version, string kind, string text)
    {
        await using var rig = await OneCRig.StartAsync();

        var answer = await Call(rig, "Fail", $"<g:Kind>{kind}</g:Kind>", version);

        answer.Status.Should().Be(500);
        Body(answer.Text).Descendants().Single(one => one.Name.LocalName is "faultstring" or "Text").Value.Should().Be(text);
    }

    [TestMethod]
    public async Task Entities_and_headers_that_must_be_understood_are_refused()
    {
        await using var rig = await OneCRig.StartAsync();
        var header = Envelope("Ping", "", 11).Replace("<s:Body>", "<s:Header><w:Security xmlns:w=\"urn:w\" s:mustUnderstand=\"1\"/></s:Header><s:Body>", StringComparison.Ordinal);

        var entity = await rig.SendAsync("POST", "ws/TerminalGate", "<!DOCTYPE a [<!ENTITY b 'c'>]>" + Envelope("Ping", "", 11), "text/xml", headers: ("SOAPAction", "urn:demo:gate#TerminalGate:Ping"));
        var security = await rig.SendAsync("POST", "ws/TerminalGate", header, "text/xml", headers: ("SOAPAction", "urn:demo:gate#TerminalGate:Ping"));

        (entity.Status, security.Status).Should().Be((500, 500));
    }

    [TestMethod]
    public async Task Arrays_and_structures_carry_types()
    {
        await using var rig = await OneCRig.StartAsync();

        var structure = Body((await Call(rig, "Структура", "")).Text);
        var array = Body((await Call(rig, "Массив", "")).Text);

        structure.Elements().Single().Elements().Select(one => (string?)one.Attribute("name")).Should().Equal("Код", "Количество", "Годен", "Дата", "Пусто", "Вложение");
        array.Elements().Single().Elements().Should().HaveCount(4);
    }

    [TestMethod]
    public async Task Versions_of_the_exchange_and_its_operations_answer()
    {
        await using var rig = await OneCRig.StartAsync();
        const string Versions = "http://www.1c.ru/SaaS/1.0/WS", Exchange = "http://www.1c.ru/SSL/Exchange_3_0_2_2";

        var versions = await Call(rig, "GetVersions", "<g:InterfaceName>DataExchange</g:InterfaceName>", 11, "InterfaceVersion", Versions);
        var ping = await Call(rig, "Ping", "", 12, "Exchange_3_0_2_2", Exchange);
        var started = await Call(rig, "UploadData", $"<g:ExchangePlanName>Терминалы</g:ExchangePlanName><g:NodeCode>001</g:NodeCode><g:FileID/><g:ContinuousOperation>false</g:ContinuousOperation><g:Operation {Nil}/><g:ContinuousOperationAllowed>true</g:ContinuousOperationAllowed><g:Zone {Nil}/>", 11, "Exchange_3_0_2_2", Exchange);

        versions.Text.Should().Contain("3.0.2.2");
        Body(ping.Text).Elements().Single().Value.Should().BeEmpty();
        Body(started.Text).Elements().Select(one => one.Name.LocalName).Should().Equal("return", "FileID", "ContinuousOperation", "Operation");
        rig.Base.Operations.All.Should().ContainSingle();
    }

    private static Task<OneCRig.Answer> Call(OneCRig rig, string operation, string parameters, int version = 11, string service = "TerminalGate", string ns = Gate)
    {
        var action = $"{ns}#{service}:{operation}";
        return version == 11
            ? rig.SendAsync("POST", $"ws/{service}", Envelope(operation, parameters, 11, ns), "text/xml; charset=utf-8", headers: ("SOAPAction", action))
            : rig.SendAsync("POST", $"ws/{service}", Envelope(operation, parameters, 12, ns), $"application/soap+xml; charset=utf-8; action=\"{action}\"");
    }

    private static string Envelope(string operation, string parameters, int version, string ns = Gate)
    {
        var envelope = version == 11 ? "http://schemas.xmlsoap.org/soap/envelope/" : "http://www.w3.org/2003/05/soap-envelope";
        return $"<s:Envelope xmlns:s=\"{envelope}\" xmlns:g=\"{ns}\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"><s:Body><g:{operation}>{parameters}</g:{operation}></s:Body></s:Envelope>";
    }

    private static XElement Body(string text) => XDocument.Parse(text).Root!.Elements().Single().Elements().Single();
}
