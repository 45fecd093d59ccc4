using System.Diagnostics;
using System.Text;
using Cleverence.Connectivity;
using Connectors.Transport.Soap;

namespace Unit.Tests.Soap;

/// <summary>Rows, digits, encodings and schemas at their limits.</summary>
[TestClass]
public sealed class SoapLimitTests
{
    private const string Space = "http://schemas.xmlsoap.org/soap/envelope/";

    [TestMethod]
    public void A_table_over_the_limit_is_refused_and_one_at_it_is_read()
    {
        string Rows(int count) => $"<s:Envelope xmlns:s='{Space}'><s:Body><m:GetRemainsResponse xmlns:m='urn:demo:gate'><m:return>{string.Concat(Enumerable.Repeat("<m:Row/>", count))}</m:return></m:GetRemainsResponse></s:Body></s:Envelope>";

        var whole = (ConnectorRecord)Wsdls.Read("terminal-gate.wsdl", "GetRemains", Wsdls.Answer(Rows(ConnectorTable.MaxRows)))!;
        var over = () => Wsdls.Read("terminal-gate.wsdl", "GetRemains", Wsdls.Answer(Rows(ConnectorTable.MaxRows + 1)));

        ((ConnectorTable)whole["return"]!).Rows.Should().HaveCount(ConnectorTable.MaxRows);
        var error = over.Should().Throw<ConnectorException>().Which.Error;
        (error.Code, error.Reason, error.Target, error.InDoubt).Should().Be((ConnectorErrorCode.TooLarge, "TOO_MANY_ROWS", "erp.local", true));
    }

    [TestMethod]
    [DataRow("79228162514264337593543950335.5", "'79228162514264337593543950335.5'", DisplayName = "more digits than can be kept stay text")]
    [DataRow("0.1234567890123456789012345678", "'0.1234567890123456789012345678'", DisplayName = "29 digits")]
    [DataRow("0.123456789012345678901234567", "0.123456789012345678901234567", DisplayName = "28 digits")]
    public void Digits_are_never_rounded(string text, string expected) =>
        Wsdls.Result("types.wsdl", "Echo", $"<EchoResponse xmlns='urn:t'><f_decimal>{text}</f_decimal></EchoResponse>").Should().Be($"{{'f_decimal':{expected}}}");

    [TestMethod]
    [DataRow("text/xml; charset=utf-8", "", "utf-8", false, DisplayName = "utf-8")]
    [DataRow("text/xml; charset=\"UTF-8\"", "", "utf-8", true, DisplayName = "utf-8 with a mark")]
    [DataRow("text/xml", "utf-16", "utf-16", true, DisplayName = "utf-16 with a mark")]
    [DataRow("text/xml", "utf-16", "utf-16BE", true, DisplayName = "utf-16 of the other order")]
    [DataRow("text/xml", "koi8-r", "koi8-r", false, DisplayName = "koi8-r by the declaration")]
    [DataRow("text/xml; charset=windows-1251", "utf-8", "windows-1251", false, DisplayName = "the header before the declaration")]
    [DataRow("text/xml; charset=cp866", "", "cp866", false, DisplayName = "cp866")]
    [DataRow("text/xml", "utf-16", "utf-8", false, DisplayName = "a declaration that is not true any more")]
    public void Answers_are_read_in_their_encoding(string type, string declared, string encoding, bool mark)
    {
        var text = $"{(declared.Length > 0 ? $"<?xml version='1.0' encoding='{declared}'?>" : "")}<s:Envelope xmlns:s='{Space}'><s:Body><EchoResponse xmlns='urn:t'><f_string>Ёж</f_string></EchoResponse></s:Body></s:Envelope>";
        var chosen = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        byte[] bytes = [.. mark ? chosen.GetPreamble() : [], .. chosen.GetBytes(text)];

        Wsdls.Shown(Wsdls.Read("types.wsdl", "Echo", Wsdls.Answer(bytes, type))).Should().Be("{'f_string':'Ёж'}");
    }

    [TestMethod]
    [DataRow("text/xml; charset=klingon", DisplayName = "an encoding nobody knows")]
    [DataRow("text/xml; charset=utf-8", DisplayName = "bytes that are not of their encoding")]
    public void Bytes_that_cannot_be_read_are_told(string type)
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes($"<s:Envelope xmlns:s='{Space}'><s:Body><EchoResponse xmlns='urn:t'><f_string>"), 0xFF, 0xFE, 0x80, .. Encoding.ASCII.GetBytes("</f_string></EchoResponse></s:Body></s:Envelope>")];

        var read = () => Wsdls.Read("types.wsdl", "Echo", Wsdls.Answer(bytes, type));

        read.Should().Throw<ConnectorException>().Which.Error.Reason.Should().Be("XML_BROKEN");
    }

    [TestMethod]
    public void Elements_nobody_declared_that_repeat_become_a_list_or_a_table()
    {
        const string Body = "<ЗаписатьResponse xmlns='urn:demo:gate'><return/></ЗаписатьResponse>";
        const string Rows = "<m:GetRemainsResponse xmlns:m='urn:demo:gate'><m:return/><m:n>1</m:n><m:n>2</m:n><m:n>3</m:n><m:r><m:a>x</m:a></m:r><m:r><m:a>y</m:a></m:r></m:GetRemainsResponse>";

        Wsdls.Result("terminal-gate.wsdl", "Записать", Body).Should().Be("''");
        Wsdls.Result("terminal-gate.wsdl", "GetRemains", Rows).Should().EndWith("'n':['1','2','3'],'r':{'columns':['a:string'],'rows':[['x'],['y']]}}");
    }

    [TestMethod]
    [DataRow("maxOccurs=\"100000\"", "", DisplayName = "a large number of elements")]
    [DataRow("minOccurs=\"5000\" maxOccurs=\"100000\"", "maxOccurs=\"100000\"", DisplayName = "large numbers in each other")]
    public async Task Large_counts_in_a_schema_cost_nothing(string element, string group)
    {
        using var folder = new TemporaryFolder();
        var inner = $"<xs:complexType><xs:sequence {group}><xs:element name=\"a\" type=\"xs:int\" {element}/><xs:element name=\"b\" type=\"xs:int\" {element}/></xs:sequence></xs:complexType>";
        var path = folder.Write("a.wsdl", File.ReadAllText(Wsdls.PathOf("one-way.wsdl")).Replace("<xs:element name=\"VoidResponse\"><xs:complexType/></xs:element>", $"<xs:element name=\"VoidResponse\">{inner}</xs:element>", StringComparison.Ordinal));
        var started = Stopwatch.GetTimestamp();
        var before = GC.GetAllocatedBytesForCurrentThread();

        var document = await WsdlDocument.LoadAsync(new WsdlFileSource(path), CancellationToken.None);

        document.Ports.Should().ContainSingle();
        Stopwatch.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(10));
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(64 * 1024 * 1024);
    }
}
