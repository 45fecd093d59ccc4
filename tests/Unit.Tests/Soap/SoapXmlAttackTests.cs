using System.Net;
using System.Net.Sockets;
using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport;
using Connectors.Transport.Soap;

namespace Unit.Tests.Soap;

/// <summary>Foreign XML fetches nothing, expands nothing and is limited; a canary listens for what should never come.</summary>
[TestClass]
public sealed class SoapXmlAttackTests
{
    private const string Space = "http://schemas.xmlsoap.org/soap/envelope/";
    private static readonly TcpListener Canary = new(IPAddress.Loopback, 0);
    private static int visits;

    private static int Port => ((IPEndPoint)Canary.LocalEndpoint).Port;

    [ClassInitialize]
    public static void Listen(TestContext context)
    {
        Canary.Start();
        _ = CountAsync();
    }

    [ClassCleanup]
    public static void End() => Canary.Stop();

    [TestMethod]
    [DataRow("<!DOCTYPE s [<!ENTITY x SYSTEM 'http://127.0.0.1:PORT/x'>]>", "&x;", "XML_DTD_REFUSED", DisplayName = "an external entity")]
    [DataRow("<!DOCTYPE s [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", "&x;", "XML_DTD_REFUSED", DisplayName = "an entity of a file")]
    [DataRow("<!DOCTYPE s [<!ENTITY % x SYSTEM 'http://127.0.0.1:PORT/x'> %x;]>", "1", "XML_DTD_REFUSED", DisplayName = "a parameter entity")]
    [DataRow("<!DOCTYPE s SYSTEM 'http://127.0.0.1:PORT/x.dtd'>", "1", "XML_DTD_REFUSED", DisplayName = "an external document type")]
    [DataRow("<!DOCTYPE s PUBLIC '-//X//Y' 'http://127.0.0.1:PORT/x.dtd'>", "1", "XML_DTD_REFUSED", DisplayName = "a public document type")]
    [DataRow("<!DOCTYPE s [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>]>", "&c;", "XML_DTD_REFUSED", DisplayName = "a bomb of entities")]
    [DataRow("<!DOCTYPE s [<!ENTITY a '&b;'><!ENTITY b '&a;'>]>", "&a;", "XML_DTD_REFUSED", DisplayName = "a ring of entities")]
    [DataRow("", "&x;", "XML_BROKEN", DisplayName = "an entity nobody declared")]
    [DataRow("", "\u0001", "XML_BROKEN", DisplayName = "a character that is none")]
    public void An_answer_with_a_document_type_is_refused(string declaration, string text, string reason)
    {
        var answer = Wsdls.Answer($"{Filled(declaration)}<s:Envelope xmlns:s='{Space}'><s:Body><m:PingResponse xmlns:m='urn:demo:gate'><m:return>{text}</m:return></m:PingResponse></s:Body></s:Envelope>");

        Refused(() => Wsdls.Read("terminal-gate.wsdl", "Ping", answer), reason);
    }

    [TestMethod]
    [DataRow("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='http://127.0.0.1:PORT/x'/>", DisplayName = "an inclusion")]
    [DataRow("<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd' parse='text'/>", DisplayName = "an inclusion of a file")]
    [DataRow("<?xml-stylesheet href='http://127.0.0.1:PORT/x'?><a/>", DisplayName = "a style sheet")]
    [DataRow("<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:schemaLocation='urn:x http://127.0.0.1:PORT/x.xsd' xsi:noNamespaceSchemaLocation='http://127.0.0.1:PORT/y.xsd'/>", DisplayName = "a place of a schema")]
    [DataRow("<a href='http://127.0.0.1:PORT/x'/>", DisplayName = "a link")]
    public void Nothing_an_answer_points_to_is_fetched(string inner)
    {
        var answer = Wsdls.Answer($"<s:Envelope xmlns:s='{Space}'><s:Body><m:EchoResponse xmlns:m='urn:t'><m:f_anyType>{Filled(inner)}</m:f_anyType></m:EchoResponse></s:Body></s:Envelope>");

        var value = Wsdls.Shown(Wsdls.Read("types.wsdl", "Echo", answer));

        value.Should().StartWith("{'f_anyType':").And.NotContain("root:");
        visits.Should().Be(0);
    }

    [TestMethod]
    [DataRow(73, "", "XML_LIMIT", DisplayName = "one level too deep")]
    [DataRow(100_000, "", "XML_LIMIT", DisplayName = "far too deep")]
    [DataRow(1, "attributes", "XML_LIMIT", DisplayName = "too many attributes")]
    public void Depth_and_attributes_are_limited(int depth, string kind, string reason)
    {
        var attributes = kind.Length == 0 ? "" : string.Concat(Enumerable.Range(0, 300).Select(at => $" a{at}=''"));
        var inner = string.Concat(Enumerable.Repeat($"<a{attributes}>", depth)) + string.Concat(Enumerable.Repeat("</a>", depth));
        string[] places = [$"<m:EchoResponse xmlns:m='urn:t'><m:f_anyType>{inner}</m:f_anyType></m:EchoResponse>", $"<m:EchoResponse xmlns:m='urn:t'><m:f_string>{inner}</m:f_string></m:EchoResponse>", $"<s:Fault><faultcode>s:Client</faultcode><detail>{inner}</detail></s:Fault>"];

        var reads = places.Select(place => new Func<object?>(() => Wsdls.Read("types.wsdl", "Echo", Wsdls.Answer($"<s:Envelope xmlns:s='{Space}'><s:Header><h>{inner}</h></s:Header><s:Body>{place}</s:Body></s:Envelope>")))).ToList();

        reads.Should().AllSatisfy(read => Refused(read, reason));
    }

    [TestMethod]
    public void A_huge_attribute_is_read_as_it_is_and_not_multiplied()
    {
        var answer = Wsdls.Answer($"<s:Envelope xmlns:s='{Space}'><s:Body><m:EchoResponse xmlns:m='urn:t' a='{new string('x', 4_000_000)}'><m:f_int>5</m:f_int></m:EchoResponse></s:Body></s:Envelope>");

        ((ConnectorRecord)Wsdls.Read("types.wsdl", "Echo", answer)!)["f_int"].Should().Be(5L);
    }

    [TestMethod]
    [DataRow("<!DOCTYPE d SYSTEM 'http://127.0.0.1:PORT/x.dtd'><definitions xmlns='http://schemas.xmlsoap.org/wsdl/'/>", "XML_DTD_REFUSED", DisplayName = "an external document type")]
    [DataRow("<!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><definitions xmlns='http://schemas.xmlsoap.org/wsdl/'>&x;</definitions>", "XML_DTD_REFUSED", DisplayName = "an external entity")]
    [DataRow("<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><definitions xmlns='http://schemas.xmlsoap.org/wsdl/'>&b;</definitions>", "XML_DTD_REFUSED", DisplayName = "a bomb of entities")]
    [DataRow("<html><body>Sign in</body></html>", "WSDL_UNKNOWN", DisplayName = "a page")]
    [DataRow("<description xmlns='http://www.w3.org/ns/wsdl'/>", "WSDL_UNKNOWN", DisplayName = "WSDL 2.0")]
    [DataRow("{\"error\":1}", "WSDL_NOT_XML", DisplayName = "JSON")]
    [DataRow("<definitions xmlns='http://schemas.xmlsoap.org/wsdl/'>", "WSDL_NOT_XML", DisplayName = "cut off")]
    [DataRow("DEEP", "WSDL_TOO_LARGE", DisplayName = "too deep")]
    [DataRow("<definitions xmlns='http://schemas.xmlsoap.org/wsdl/'/>", "WSDL_NO_SOAP_PORT", DisplayName = "no service")]
    public async Task A_WSDL_that_cannot_be_used_says_why(string text, string code)
    {
        using var folder = new TemporaryFolder();
        text = text == "DEEP" ? string.Concat(Enumerable.Repeat("<a>", 500)) + string.Concat(Enumerable.Repeat("</a>", 500)) : Filled(text);
        var path = folder.Write("a.wsdl", text);

        var load = async () => await WsdlDocument.LoadAsync(new WsdlFileSource(path), CancellationToken.None);

        var problem = (await load.Should().ThrowAsync<WsdlException>()).Which.Problem;
        problem.Code.Should().Be(code);
        (problem.MessageRu, problem.NextStepRu).Should().NotBe((null, null));
        problem.Message.Should().NotContain("root:");
        visits.Should().Be(0);
    }

    [TestMethod]
    [DataRow("<import namespace='urn:x' location='http://127.0.0.1:PORT/x.wsdl'/>", "", DisplayName = "an import of a WSDL elsewhere")]
    [DataRow("", "<xs:import namespace='urn:x' schemaLocation='http://127.0.0.1:PORT/x.xsd'/>", DisplayName = "an import of a schema elsewhere")]
    [DataRow("", "<xs:include schemaLocation='http://127.0.0.1:PORT/x.xsd'/>", DisplayName = "an include from elsewhere")]
    [DataRow("", "<xs:redefine schemaLocation='http://127.0.0.1:PORT/x.xsd'/>", DisplayName = "a redefinition of one elsewhere")]
    [DataRow("<import namespace='urn:x' location='../outside.wsdl'/>", "", DisplayName = "a WSDL outside the folder")]
    [DataRow("", "<xs:import namespace='urn:x' schemaLocation='/etc/passwd'/>", DisplayName = "a file of the system")]
    [DataRow("", "<xs:include schemaLocation='file:///etc/passwd'/>", DisplayName = "a file of the system by its address")]
    [DataRow("", "<xs:import namespace='urn:x' schemaLocation='sub/../../outside.xsd'/>", DisplayName = "dots in the path")]
    [DataRow("", "<xs:import namespace='urn:x' schemaLocation='%2e%2e/outside.xsd'/>", DisplayName = "dots that are escaped")]
    [DataRow("", "<xs:import namespace='urn:x' schemaLocation='link.xsd'/>", DisplayName = "a link out of the folder")]
    [DataRow("", "<xs:import namespace='urn:x' schemaLocation='ftp://127.0.0.1:PORT/x.xsd'/>", DisplayName = "another scheme")]
    public async Task Imports_from_outside_are_not_followed_and_told(string import, string schema)
    {
        using var folder = new TemporaryFolder();
        folder.Write("outside.xsd", "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:x'/>");
        folder.Write("outside.wsdl", "<definitions xmlns='http://schemas.xmlsoap.org/wsdl/'/>");
        var inside = folder.Folder("inside");
        File.CreateSymbolicLink(Path.Combine(inside, "link.xsd"), folder.PathOf("outside.xsd"));
        var text = File.ReadAllText(Wsdls.PathOf("one-way.wsdl"))
            .Replace("  <types>", $"  {Filled(import)}<types>", StringComparison.Ordinal)
            .Replace("elementFormDefault=\"qualified\">", $"elementFormDefault=\"qualified\">{Filled(schema)}", StringComparison.Ordinal);
        var path = folder.Write("inside/a.wsdl", text);

        var document = await WsdlDocument.LoadAsync(new WsdlFileSource(path), CancellationToken.None);

        var warning = document.Warnings.Should().ContainSingle().Which;
        (warning.Code, warning.IsWarning, warning.Field).Should().Be(("IMPORT_NOT_FOLLOWED", true, "wsdl"));
        document.Ports.Should().ContainSingle();
        visits.Should().Be(0);
    }

    private static string Filled(string text) => text.Replace("PORT", $"{Port}", StringComparison.Ordinal);

    private static void Refused(Func<object?> read, string reason)
    {
        var error = read.Should().Throw<ConnectorException>().Which.Error;
        (error.Code, error.Reason, error.Target, error.InDoubt).Should().Be((ConnectorErrorCode.InvalidResult, reason, "erp.local", true));
        error.MessageRu.Should().NotBeNullOrEmpty();
        error.Detail.Should().NotContain("root:");
        visits.Should().Be(0);
    }

    private static async Task CountAsync()
    {
        while (true)
        {
            try
            {
                using var visitor = await Canary.AcceptTcpClientAsync();
                Interlocked.Increment(ref visits);
            }
            catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }
}
