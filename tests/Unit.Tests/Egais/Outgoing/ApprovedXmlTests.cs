using System.Text;
using System.Xml.Linq;
using Connectors.Egais;
using Unit.Tests.Egais.Outgoing.Support;
using Unit.Tests.House;

namespace Unit.Tests.Egais.Outgoing;

[TestClass]
public sealed class ApprovedXmlTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Unit.Tests", "Egais", "Approved");

    public static IEnumerable<object[]> Names => OutgoingSamples.All.Keys.Select(name => new object[] { name });

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Generated_xml_is_the_approved_one(string name)
    {
        var result = Orders.Build(OutgoingSamples.All[name]);
        result.Problems.Should().BeEmpty();
        var shown = Shown(result);
        var file = Path.Combine(Folder, $"{name}.xml");
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1") File.WriteAllText(file, shown);

        shown.Should().Be(File.ReadAllText(file), "a change of what is sent to the registry is seen first (UPDATE_APPROVED=1 writes it)");
    }

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Xml_is_utf8_without_a_mark_and_with_a_declaration_and_names_its_sender(string name)
    {
        var result = Orders.Build(OutgoingSamples.All[name]);

        Encoding.UTF8.GetString(result.Xml).Should().StartWith("""<?xml version="1.0" encoding="utf-8"?><ns:Documents Version="1.0" """);
        XDocument.Parse(Encoding.UTF8.GetString(result.Xml)).Root!.Element(EgaisXml.Envelope + "Owner")!.Value.Should().Be(Payloads.Own);
        XDocument.Parse(Encoding.UTF8.GetString(result.Xml)).Root!.Element(EgaisXml.Envelope + "Document")!.Elements().Should().ContainSingle().Which.Name.LocalName.Should().Be(result.Element);
    }

    [TestMethod]
    public void Every_type_and_generation_has_an_approved_file() =>
        DocumentFormats.All.SelectMany(pair => pair.Value).Select(format => format.Element).Distinct()
            .Except(OutgoingSamples.All.Keys.Select(name => name.Split('.')[0])).Should().BeEmpty();

    [TestMethod]
    public void Every_approved_file_has_a_sample() => Directory.EnumerateFiles(Folder).Select(Path.GetFileNameWithoutExtension).Should().BeEquivalentTo(OutgoingSamples.All.Keys);

    // As it is sent but for the line breaks, which a reader needs.
    private static string Shown(BuildResult result) => $"<!-- POST {(result.UrlType.StartsWith("xml", StringComparison.Ordinal) ? "/" : "/opt/in/")}{result.UrlType} -->\n{XDocument.Parse(Encoding.UTF8.GetString(result.Xml))}\n".ReplaceLineEndings("\n");
}
