using Cleverence.Connectivity;
using Connectors.Transport.Soap;

namespace Unit.Tests.Soap;

/// <summary>Faults of both versions, as services really write them.</summary>
[TestClass]
public sealed class SoapFaultTests
{
    private const string Space11 = "http://schemas.xmlsoap.org/soap/envelope/";
    private const string Space12 = "http://www.w3.org/2003/05/soap-envelope";

    [TestMethod]
    [DataRow("{WebСервис.TerminalGate.Модуль(12)}: Товара нет", "Товара нет")]
    [DataRow("{ОбщийМодуль.Обмен.Модуль(1204)}: {Справочник.Товары.Модуль(7)}: Не найден", "Не найден")]
    [DataRow("{HTTPСервис.A.Модуль(12,5)}:Нет", "Нет")]
    [DataRow("Товара {A} нет (1)", "Товара {A} нет (1)")]
    [DataRow("{Модуль(1)}: ", "{Модуль(1)}:")]
    [DataRow("", "")]
    public void The_place_in_the_code_is_taken_away(string text, string expected) => FaultText.WithoutPlace(text).Should().Be(expected);

    [TestMethod]
    [DataRow(Space11, "<faultcode>s:Client</faultcode><faultstring>T</faultstring>", "Client", "", "T", "", DisplayName = "1.1")]
    [DataRow(Space11, "<faultcode>s:Client.Authentication</faultcode><faultstring>T</faultstring><detail><e:Bad xmlns:e='urn:e'><x/></e:Bad></detail>", "Client", "Authentication", "T", "Bad", DisplayName = "1.1 with a dotted code and detail")]
    [DataRow(Space11, "<faultcode xmlns=''>Server</faultcode><faultstring xml:lang='ru'>Т</faultstring>", "Server", "", "Т", "", DisplayName = "1.1 without a prefix")]
    [DataRow(Space11, "<s:faultcode>s:Server</s:faultcode><s:faultstring>T</s:faultstring>", "Server", "", "T", "", DisplayName = "1.1 in the wrong namespace")]
    [DataRow(Space12, "<s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value>m:A</s:Value><s:Subcode><s:Value>m:B</s:Value></s:Subcode></s:Subcode></s:Code><s:Reason><s:Text xml:lang='de'>D</s:Text><s:Text xml:lang='en'>E</s:Text></s:Reason><s:Detail><m:Why xmlns:m='urn:m'/></s:Detail>", "Sender", "B", "E", "Why", DisplayName = "1.2")]
    [DataRow(Space12, "<s:Code><s:Value>s:Receiver</s:Value></s:Code><s:Reason><s:Text>T</s:Text></s:Reason>", "Receiver", "", "T", "", DisplayName = "1.2 without a language")]
    [DataRow(Space11, "", "", "", "", "", DisplayName = "nothing in it")]
    public void A_fault_is_read(string space, string inner, string code, string subcode, string text, string detail)
    {
        var fault = FaultReader.Read($"<s:Fault xmlns:s='{space}' xmlns:m='urn:m'>{inner}</s:Fault>");

        (fault.Code, fault.Subcode, fault.Text, fault.DetailName).Should().Be((code, subcode, text, detail));
    }

    [TestMethod]
    [DataRow("Client", "", ConnectorErrorCode.Rejected, "SOAP_FAULT_CLIENT")]
    [DataRow("Sender", "", ConnectorErrorCode.Rejected, "SOAP_FAULT_CLIENT")]
    [DataRow("Server", "", ConnectorErrorCode.Rejected, "SOAP_FAULT_SERVER")]
    [DataRow("Receiver", "", ConnectorErrorCode.Rejected, "SOAP_FAULT_SERVER")]
    [DataRow("MustUnderstand", "", ConnectorErrorCode.Rejected, "SOAP_FAULT_MUST_UNDERSTAND")]
    [DataRow("VersionMismatch", "", ConnectorErrorCode.Rejected, "SOAP_FAULT_VERSION")]
    [DataRow("Sender", "FailedAuthentication", ConnectorErrorCode.AccessDenied, "SOAP_FAULT_ACCESS")]
    [DataRow("Strange", "", ConnectorErrorCode.Rejected, "SOAP_FAULT")]
    public void A_fault_becomes_a_code(string code, string subcode, ConnectorErrorCode expected, string reason)
    {
        var error = SoapErrors.Fault("erp.local", new SoapFault(code, "Text") { Subcode = subcode });

        (error.Code, error.Reason, error.Message, error.InDoubt, error.Retryable).Should().Be((expected, reason, "Text", false, false));
    }

    [TestMethod]
    public void A_connector_may_sort_faults_itself()
    {
        var answer = Wsdls.Answer($"<s:Envelope xmlns:s='{Space11}'><s:Body><s:Fault><faultcode>s:Server</faultcode><faultstring>Не обнаружено свободной лицензии!</faultstring></s:Fault></s:Body></s:Envelope>", status: 500);
        var options = new SoapClientOptions { SortFault = fault => fault.Text.Contains("лицензии", StringComparison.Ordinal) ? new ConnectorError(ConnectorErrorCode.Unavailable, "No licence.") { Reason = "NO_LICENCE" } : null };

        var read = () => Wsdls.Read("terminal-gate.wsdl", "Ping", answer, options);

        var error = read.Should().Throw<ConnectorException>().Which.Error;
        (error.Code, error.Reason, error.Target).Should().Be((ConnectorErrorCode.Unavailable, "NO_LICENCE", "erp.local"));
        error.Detail.Should().Contain("лицензии");
    }
}
