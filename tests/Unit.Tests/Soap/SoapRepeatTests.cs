using System.Diagnostics;
using System.Text;
using Cleverence.Connectivity;

namespace Unit.Tests.Soap;

/// <summary>What comes more often than the schema says is kept, and what comes in masses costs no more than its length.</summary>
[TestClass]
public sealed class SoapRepeatTests
{
    private const int Many = 1_000_000;

    [TestMethod]
    [DataRow("terminal-gate.wsdl", "GetRemains", "<m:GetRemainsResponse xmlns:m='urn:demo:gate'><m:return/><m:Comment>a</m:Comment><m:Comment>b</m:Comment><m:Comment>c</m:Comment></m:GetRemainsResponse>", "'Comment':['a','b','c']}", DisplayName = "a text that is declared once")]
    [DataRow("terminal-gate.wsdl", "GetRemains", "<m:GetRemainsResponse xmlns:m='urn:demo:gate'><m:return><m:Row><m:Code>A</m:Code><m:Code>B</m:Code><m:Qty>1</m:Qty></m:Row><m:Row><m:Code>C</m:Code></m:Row></m:return></m:GetRemainsResponse>", "{'return':[{'Code':['A','B'],'Qty':1,'Date':null},{'Code':'C','Qty':null,'Date':null}]}", DisplayName = "a cell that is declared once")]
    [DataRow("groups.wsdl", "Save", "<SaveResponse xmlns='urn:t'><tree><title>a</title></tree><tree><title>b</title></tree><tree><title>c</title></tree></SaveResponse>", "{'tree':{'columns':['title:string','child:table'],'rows':[['a',{'columns':['title:string','child:table'],'rows':[]}],['b',{'columns':['title:string','child:table'],'rows':[]}],['c',{'columns':['title:string','child:table'],'rows':[]}]]}}", DisplayName = "a record that is declared once")]
    [DataRow("groups.wsdl", "Save", "<SaveResponse xmlns='urn:t'><box><w>1</w></box><box xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xsi:nil='true'/></SaveResponse>", "{'box':[{'w':1},null]}", DisplayName = "a record and nil")]
    [DataRow("bare.wsdl", "Find", "<Answer xmlns='urn:t'>42</Answer><Answer xmlns='urn:t'>43</Answer>", "[42,43]", DisplayName = "a bare result")]
    [DataRow("bare.wsdl", "Find", "<Answer xmlns='urn:t'>42</Answer><multiRef>43</multiRef>", "42", DisplayName = "a bare result and something beside it")]
    public void What_comes_again_makes_a_list(string wsdl, string operation, string body, string expected) =>
        Wsdls.Result(wsdl, operation, body).Should().EndWith(expected);

    [TestMethod]
    [DataRow("types.wsdl", "f_string", DisplayName = "a text")]
    [DataRow("types.wsdl", "f_base64Binary", DisplayName = "bytes")]
    [DataRow("types.wsdl", "f_anyType", DisplayName = "anything")]
    [DataRow("types.wsdl", "unknown", DisplayName = "an unknown element")]
    public void Text_in_a_million_pieces_is_put_together_once(string wsdl, string field)
    {
        var pieces = string.Concat(Enumerable.Repeat("AAAA<![CDATA[AAAA]]>", Many / 2));

        var (result, took) = Timed(wsdl, $"<EchoResponse xmlns='urn:t'><{field}>{pieces}</{field}></EchoResponse>");

        (result![field] is byte[] bytes ? bytes.Length / 3 * 4 : ((string)result[field]!).Length).Should().Be(Many * 4);
        took.Should().BeLessThan(TimeSpan.FromSeconds(15));
    }

    [TestMethod]
    [DataRow("", DisplayName = "in a record")]
    [DataRow("f_anyType", DisplayName = "in anything")]
    public void Names_nobody_declared_are_counted(string field)
    {
        string Names(int count) => string.Concat(Enumerable.Range(0, count).Select(at => $"<n{at}/>"));
        string Body(int count) => field.Length == 0 ? $"<EchoResponse xmlns='urn:t'>{Names(count)}</EchoResponse>" : $"<EchoResponse xmlns='urn:t'><{field}>{Names(count)}</{field}></EchoResponse>";

        var whole = Timed("types.wsdl", Body(1_024)).Result!;
        var over = () => Timed("types.wsdl", Body(1_025));

        (field.Length == 0 ? whole : (ConnectorRecord)whole[field]!).Count.Should().Be(1_024);
        over.Should().Throw<ConnectorException>().Which.Error.Reason.Should().Be("XML_LIMIT");
    }

    [TestMethod]
    public void Columns_nobody_declared_are_counted()
    {
        var rows = string.Concat(Enumerable.Range(0, 200_000 / 8).Select(at => $"<r><n{at}/></r>"));

        var read = () => Timed("types.wsdl", $"<EchoResponse xmlns='urn:t'><f_anyType>{rows}</f_anyType></EchoResponse>");

        read.Should().Throw<ConnectorException>().Which.Error.Reason.Should().Be("XML_LIMIT");
    }

    [TestMethod]
    public void Cells_that_nobody_filled_are_not_made_in_masses()
    {
        var names = string.Concat(Enumerable.Range(0, 1_000).Select(at => $"<n{at}/>"));
        var rows = $"<r>{names}</r>{string.Concat(Enumerable.Repeat("<r><n999/></r>", 90_000))}";

        var read = () => Timed("types.wsdl", $"<EchoResponse xmlns='urn:t'><f_anyType>{rows}</f_anyType></EchoResponse>");

        read.Should().Throw<ConnectorException>().Which.Error.Reason.Should().Be("XML_LIMIT");
    }

    private static (ConnectorRecord? Result, TimeSpan Took) Timed(string wsdl, string body)
    {
        var answer = Wsdls.Answer(Encoding.UTF8.GetBytes($"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>{body}</s:Body></s:Envelope>"), "text/xml");
        var started = Stopwatch.GetTimestamp();
        var result = Wsdls.Read(wsdl, "Echo", answer);
        return ((ConnectorRecord?)result, Stopwatch.GetElapsedTime(started));
    }
}
