using Cleverence.Connectivity;
using Connectors.Soap;
using Microsoft.Extensions.Configuration;

namespace Unit.Tests.Soap;

/// <summary>Every misconfiguration is told with its field, its cause and the next step, in both languages, and without secrets.</summary>
[TestClass]
public sealed class SoapSettingsTests
{
    private const string Secret = "s3cr3t-value";

    [TestMethod]
    [DataRow("{'baseAddress':''}", "baseAddress", "ADDRESS_MISSING", DisplayName = "no address")]
    [DataRow("{'baseAddress':'ftp://a'}", "baseAddress", "ADDRESS_SCHEME", DisplayName = "a scheme that is no http")]
    [DataRow("{'baseAddress':'http://u:s3cr3t-value@a'}", "baseAddress", "ADDRESS_HAS_USER", DisplayName = "a user in the address")]
    [DataRow("{'wsdl':' '}", "wsdl", "WSDL_MISSING", DisplayName = "no WSDL")]
    [DataRow("{'wsdl':'no/such.wsdl'}", "wsdl", "FILE_NOT_FOUND", DisplayName = "no such file")]
    [DataRow("{'wsdl':'http://other/a?wsdl'}", "wsdl", "WSDL_HOST_NOT_ALLOWED", DisplayName = "a WSDL on a host that is not allowed")]
    [DataRow("{'wsdl':'ftp://a/b'}", "wsdl", "WSDL_ADDRESS_UNREADABLE", DisplayName = "a WSDL at another scheme")]
    [DataRow("{'wsdl':'http://u:s3cr3t-value@erp.local/b'}", "wsdl", "WSDL_ADDRESS_UNREADABLE", DisplayName = "a user in the WSDL's address")]
    [DataRow("{'wsdl':'@rpc-encoded.wsdl'}", "wsdl", "RPC_ENCODED_NOT_SUPPORTED", DisplayName = "rpc/encoded")]
    [DataRow("{'wsdl':'@split/schemas/types.xsd'}", "wsdl", "WSDL_UNKNOWN", DisplayName = "a schema in place of a WSDL")]
    [DataRow("{'wsdl':'@../SoapSettingsTests.cs'}", "wsdl", "WSDL_NOT_XML", DisplayName = "no XML")]
    [DataRow("{'service':'Nobody'}", "service", "SERVICE_UNKNOWN", DisplayName = "an unknown service")]
    [DataRow("{'port':'Nobody'}", "port", "PORT_UNKNOWN", DisplayName = "an unknown port")]
    [DataRow("{'version':'1.3'}", "version", "CHOICE_UNKNOWN", DisplayName = "an unknown version")]
    [DataRow("{'wsdl':'@one-way.wsdl','version':'1.2'}", "version", "VERSION_UNKNOWN", DisplayName = "a version the WSDL lacks")]
    [DataRow("{'useAddressOfWsdl':true}", "useAddressOfWsdl", "WSDL_HOST_NOT_ALLOWED", DisplayName = "the WSDL's address is not allowed")]
    [DataRow("{'operations':[{'operation':''}]}", "operations[0].operation", "OPERATION_MISSING", DisplayName = "an operation without a name")]
    [DataRow("{'operations':[{'operation':'Ping'},{'operation':'Pong'}]}", "operations[1].operation", "OPERATION_UNKNOWN", DisplayName = "an unknown operation")]
    [DataRow("{'operations':[{'class':'Other','operation':'Ping'}]}", "operations[0].operation", "OPERATION_UNKNOWN", DisplayName = "an operation of an unknown class")]
    [DataRow("{'operations':[{'operation':'Ping'},{'operation':'ping'}]}", "operations[1].operation", "OPERATION_TWICE", DisplayName = "an operation twice")]
    [DataRow("{'operations':[{'operation':'Ping','aliases':['A']},{'operation':'GetRemains','aliases':['a']}]}", "operations[1].aliases", "ALIAS_TWICE", DisplayName = "a name twice")]
    [DataRow("{'operations':[{'operation':'Ping','safety':'Sure'}]}", "operations[0].safety", "CHOICE_UNKNOWN", DisplayName = "an unknown safety")]
    [DataRow("{'operations':[{'operation':'Ping','timeLimit':'5'}]}", "operations[0].timeLimit", "DURATION_UNREADABLE", DisplayName = "a bare number for a limit")]
    [DataRow("{'operations':[{'operation':'GetRemains','result':'return..Row'}]}", "operations[0].result", "RESULT_PATH_UNREADABLE", DisplayName = "a path with a gap")]
    [DataRow("{'soapHeaders':[{}]}", "soapHeaders[0]", "SOAP_HEADER_UNCLEAR", DisplayName = "a header without anything")]
    [DataRow("{'soapHeaders':[{'xml':'<a/>','name':'b'}]}", "soapHeaders[0]", "SOAP_HEADER_UNCLEAR", DisplayName = "a header with both")]
    [DataRow("{'soapHeaders':[{'name':'a b'}]}", "soapHeaders[0].name", "SOAP_HEADER_NAME", DisplayName = "a header's name with a space")]
    [DataRow("{'soapHeaders':[{'xml':'<a>s3cr3t-value'}]}", "soapHeaders[0].xml", "SOAP_HEADER_XML", DisplayName = "a header that is not closed")]
    [DataRow("{'soapHeaders':[{'xml':'<p:a/>'}]}", "soapHeaders[0].xml", "SOAP_HEADER_XML", DisplayName = "a header's prefix nobody declared")]
    [DataRow("{'soapHeaders':[{'xml':'<!DOCTYPE a><a/>'}]}", "soapHeaders[0].xml", "SOAP_HEADER_XML", DisplayName = "a header with a document type")]
    [DataRow("{'faults':[{'fault':''}]}", "faults[0].fault", "FAULT_MISSING", DisplayName = "a fault without a name")]
    [DataRow("{'faults':[{'fault':'A','code':'Timeout'}]}", "faults[0].code", "CHOICE_UNKNOWN", DisplayName = "a code that settings cannot give")]
    [DataRow("{'faults':[{'fault':'A','reason':'no stock'}]}", "faults[0].reason", "REASON_UNREADABLE", DisplayName = "a reason in small letters")]
    [DataRow("{'timeout':'25'}", "timeout", "DURATION_UNREADABLE", DisplayName = "a bare number for the limit of a call")]
    [DataRow("{'auth':{'type':'basic','password':'s3cr3t-value'}}", "auth.user", "AUTH_USER_MISSING", DisplayName = "Basic without a user")]
    public void A_misconfiguration_is_told(string json, string field, string? code)
    {
        var make = () => new SoapConnector(Settings(json));

        var problems = make.Should().Throw<ConnectorSettingsException>().Which.Problems;
        var problem = problems.Should().ContainSingle(one => one.Field == field && (code == null || one.Code == code)).Which;
        string?[] texts = [problem.Message, problem.MessageRu, problem.NextStep, problem.NextStepRu];
        texts.Should().NotContainNulls().And.OnlyHaveUniqueItems().And.NotContain(text => text!.Contains(Secret, StringComparison.Ordinal));
        problem.MessageRu.Should().MatchRegex("[а-яё]");
        problem.Code.Should().MatchRegex("^[A-Z][A-Z0-9_]+$");
    }

    [TestMethod]
    public void All_problems_are_told_together()
    {
        var make = () => new SoapConnector(Settings("{'timeout':'x','version':'9','operations':[{'operation':'Pong'}]}"));

        make.Should().Throw<ConnectorSettingsException>().Which.Problems.Select(problem => problem.Field).Should().BeEquivalentTo("timeout", "version", "operations[0].operation");
    }

    [TestMethod]
    [DataRow("{}", "/Ping|/GetRemains|/Записать|TerminalGate/Ping|TerminalGate/GetRemains|TerminalGate/Записать|TerminalGateSoap/Ping|TerminalGateSoap/GetRemains|TerminalGateSoap/Записать|TerminalGateSoap12/Ping|TerminalGateSoap12/GetRemains|TerminalGateSoap12/Записать", DisplayName = "one service")]
    [DataRow("{'port':'TerminalGateSoap12'}", "/Ping|/GetRemains|/Записать|TerminalGate/Ping|TerminalGate/GetRemains|TerminalGate/Записать|TerminalGateSoap12/Ping|TerminalGateSoap12/GetRemains|TerminalGateSoap12/Записать", DisplayName = "one port")]
    [DataRow("{'wsdl':'@two-services.wsdl'}", "/OnlyGoods|Goods/Get|Goods/OnlyGoods|Clients/Get|GoodsPort/Get|GoodsPort/OnlyGoods|ClientsPort/Get", DisplayName = "a name of two services needs a class")]
    [DataRow("{'wsdl':'@two-services.wsdl','service':'Clients'}", "/Get|Clients/Get|ClientsPort/Get", DisplayName = "one of two services")]
    public void Methods_are_listed_under_all_their_classes(string json, string expected)
    {
        using var connector = new SoapConnector(Settings(json));

        connector.Methods.Select(method => $"{method.ClassName}/{method.MethodName}").Should().BeEquivalentTo(expected.Split('|'));
    }

    [TestMethod]
    public void A_method_tells_its_parameters_and_what_the_settings_add()
    {
        using var connector = new SoapConnector(Settings("{'soapHeaders':[{'name':'Token','value':'{token}'}],'operations':[{'operation':'GetRemains','aliases':['Остатки'],'safety':'Safe','timeLimit':'00:01:00'}]}"));

        var method = connector.Methods.First(one => one.MethodName == "GetRemains");
        method.Parameters.Select(one => $"{one.Name}:{one.Type}:{one.Optional}").Should().Equal("Warehouse:String:False", "OnDate:DateTime:False", "Comment:String:True", "token:String:True");
        (method.Safety, method.TimeLimit, method.ResultKind, method.Target, method.Description).Should().Be((MethodSafety.Safe, TimeSpan.FromMinutes(1), ValueKind.Record, "erp.local", "Stock of a warehouse."));
        method.Aliases.Should().Equal("Остатки");
    }

    internal static SoapSettings Settings(string json)
    {
        var text = json.Replace('\'', '"').Replace("\"@", "\"" + Path.GetDirectoryName(Wsdls.PathOf("asmx.wsdl")) + "/", StringComparison.Ordinal);
        using var stream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text));
        var given = new ConfigurationBuilder().AddJsonStream(stream).Build();
        var defaults = new Dictionary<string, string?>();
        if (!json.Contains("baseAddress", StringComparison.Ordinal)) defaults["baseAddress"] = "http://erp.local/trade/ws/gate";
        if (!json.Contains("'wsdl'", StringComparison.Ordinal)) defaults["wsdl"] = Wsdls.PathOf("terminal-gate.wsdl");
        return new ConfigurationBuilder().AddInMemoryCollection(defaults).AddConfiguration(given).Build().Get<SoapSettings>()!;
    }
}
