using Connectors.Transport.Soap;

namespace Unit.Tests.Soap;

/// <summary>WSDLs of many hands are understood.</summary>
[TestClass]
public sealed class WsdlDocumentTests
{
    [TestMethod]
    [DataRow("terminal-gate.wsdl", "TerminalGate/TerminalGateSoap/Soap11(GetRemains,Ping,Записать)|TerminalGate/TerminalGateSoap12/Soap12(GetRemains,Ping,Записать)", DisplayName = "1C, two versions")]
    [DataRow("asmx.wsdl", "Store/StoreSoap/Soap11(GetItems,GetData)", DisplayName = "ASMX with an HTTP binding beside")]
    [DataRow("split/service.wsdl", "Split/SplitPort/Soap11(Order)", DisplayName = "in several files")]
    [DataRow("bare.wsdl", "S/P/Soap11(Find,Place,Ask,Both)", DisplayName = "document/literal bare")]
    [DataRow("rpc.wsdl", "S/P/Soap11(Move,Divide,Path)", DisplayName = "rpc/literal")]
    [DataRow("jaxws.wsdl", "S/P/Soap12(list)", DisplayName = "JAX-WS, SOAP 1.2 only")]
    [DataRow("inheritance.wsdl", "S/P/Soap11(Draw,Lend)", DisplayName = "derived types")]
    [DataRow("groups.wsdl", "S/P/Soap11(Save)", DisplayName = "groups")]
    [DataRow("types.wsdl", "S/P/Soap11(Echo)", DisplayName = "simple types")]
    [DataRow("one-way.wsdl", "S/P/Soap11(Notify,Void)", DisplayName = "one way")]
    [DataRow("attachments.wsdl", "S/P/Soap11(Get)", DisplayName = "schemas nobody brought along")]
    [DataRow("two-services.wsdl", "Goods/GoodsPort/Soap11(Get,OnlyGoods)|Clients/ClientsPort/Soap11(Get)", DisplayName = "two services")]
    public void Services_ports_and_operations_are_found(string wsdl, string expected)
    {
        var document = Wsdls.Load(wsdl);

        string.Join('|', document.Ports.Select(port => $"{port.Service}/{port.Name}/{port.Version}({string.Join(',', port.Operations.Select(operation => operation.Name))})")).Should().Be(expected);
        document.Warnings.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("terminal-gate.wsdl", "GetRemains", "Warehouse:String, OnDate:DateTime, Comment:String?", DisplayName = "wrapped")]
    [DataRow("terminal-gate.wsdl", "Записать", "Документ:Table?", DisplayName = "a list that may be empty")]
    [DataRow("asmx.wsdl", "GetItems", "codes:List?, limit:Integer, AuthHeader:Record?", DisplayName = "a header of the WSDL")]
    [DataRow("bare.wsdl", "Place", "Order:Record", DisplayName = "bare with attributes")]
    [DataRow("bare.wsdl", "Find", "Code:String", DisplayName = "bare and simple")]
    [DataRow("rpc.wsdl", "Move", "from:Record, by:Decimal", DisplayName = "rpc")]
    [DataRow("groups.wsdl", "Save", "contact:Record?, box:Record?, tree:Record?, text:Record?, log:Record?, pairs:Record?, three:List?", DisplayName = "optional records")]
    [DataRow("inheritance.wsdl", "Lend", "item:String?, book:String?, film:String?", DisplayName = "a substitution group")]
    public void Parameters_are_told(string wsdl, string operation, string expected)
    {
        var parameters = Wsdls.Load(wsdl).Ports[0].Operations.First(one => one.Name == operation).Parameters;

        string.Join(", ", parameters.Select(one => $"{one.Name}:{one.Type}{(one.Optional ? "?" : "")}")).Should().Be(expected);
    }

    [TestMethod]
    public void A_header_of_the_WSDL_is_sent_when_it_is_given()
    {
        var document = Wsdls.Load("asmx.wsdl");

        var envelope = Wsdls.Envelope(document, Wsdls.Call(document, "GetItems", "{limit:1,AuthHeader:{User:'a',Password:'b'}}"));

        Wsdls.Inner(envelope, "Header").Should().Be("<AuthHeader xmlns=\"http://tempuri.org/\"><User>a</User><Password>b</Password></AuthHeader>");
        Wsdls.Inner(envelope, "Body").Should().Be("<GetItems xmlns=\"http://tempuri.org/\"><limit>1</limit></GetItems>");
    }

    [TestMethod]
    public void An_old_encoding_is_refused_by_its_name()
    {
        var load = () => Wsdls.Load("rpc-encoded.wsdl");

        load.Should().Throw<WsdlException>().Which.Problem.Code.Should().Be("RPC_ENCODED_NOT_SUPPORTED");
    }

    [TestMethod]
    [DataRow("element=\"t:Echo\"", "element=\"t:Nothing\"", "WSDL_INCOMPLETE", "Nothing", DisplayName = "an element that is not there")]
    [DataRow("message=\"t:EchoIn\"", "message=\"t:Gone\"", "WSDL_INCOMPLETE", "Gone", DisplayName = "a message that is not there")]
    [DataRow("type=\"t:PType\"", "type=\"t:Lost\"", "WSDL_INCOMPLETE", "Lost", DisplayName = "a port type that is not there")]
    [DataRow("type=\"xs:int\" minOccurs", "type=\"t:Unknown\" minOccurs", "WSDL_SCHEMA_INVALID", "Unknown", DisplayName = "a type that is not there")]
    public void A_WSDL_with_a_part_missing_names_it(string from, string to, string code, string name)
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("a.wsdl", File.ReadAllText(Wsdls.PathOf("types.wsdl")).Replace(from, to, StringComparison.Ordinal));

        var load = () => WsdlDocument.LoadAsync(new WsdlFileSource(path), CancellationToken.None).AsTask().GetAwaiter().GetResult();

        var problem = load.Should().Throw<WsdlException>().Which.Problem;
        problem.Code.Should().Be(code);
        problem.Message.Should().Contain(name);
    }
}
