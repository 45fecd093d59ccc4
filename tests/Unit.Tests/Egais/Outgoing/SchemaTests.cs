using Connectors.Egais;
using Unit.Tests.Egais.Outgoing.Support;

namespace Unit.Tests.Egais.Outgoing;

/// <summary>Every generated document against the official schemas, whose folder EGAIS_XSD names: they are not ours to ship.</summary>
[TestClass]
public sealed class SchemaTests
{
    private const string Variable = "EGAIS_XSD";
    private const string Tiny = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:ns="http://fsrar.ru/WEGAIS/WB_DOC_SINGLE_01" xmlns:v="http://fsrar.ru/WEGAIS/InfoVersionTTN" targetNamespace="http://fsrar.ru/WEGAIS/WB_DOC_SINGLE_01" elementFormDefault="qualified">
          <xs:import namespace="http://fsrar.ru/WEGAIS/InfoVersionTTN" schemaLocation="InfoVersionTTN.xsd"/>
          <xs:element name="Documents"><xs:complexType><xs:sequence>
            <xs:element name="Owner"><xs:complexType><xs:sequence><xs:element name="FSRAR_ID" type="xs:string"/></xs:sequence></xs:complexType></xs:element>
            <xs:element name="Document"><xs:complexType><xs:choice><xs:element name="InfoVersionTTN" type="v:InfoVersionTTN"/></xs:choice></xs:complexType></xs:element>
          </xs:sequence><xs:attribute name="Version"/></xs:complexType></xs:element>
        </xs:schema>
        """;

    private const string TinyBody = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://fsrar.ru/WEGAIS/InfoVersionTTN" elementFormDefault="qualified">
          <xs:complexType name="InfoVersionTTN"><xs:sequence><xs:element name="ClientId" type="xs:string"/><xs:element name="WBTypeUsed" type="xs:string"/></xs:sequence></xs:complexType>
        </xs:schema>
        """;

    [TestMethod]
    [TestCategory("OfficialSchemas")]
    public void Every_generated_document_is_valid_by_the_official_schemas()
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(folder)) Assert.Inconclusive($"{Variable} names no folder with WB_DOC_SINGLE_01.xsd.");
        var builder = Builder(folder);

        OutgoingSamples.All.SelectMany(sample => builder.Build(sample.Value).Problems.Select(problem => $"{sample.Key}: {problem.Rule}")).Should().BeEmpty();
    }

    [TestMethod]
    public void Document_that_the_schemas_allow_is_built() => Against("InfoVersionTTN", TinyBody).Should().BeEquivalentTo(new { IsBuilt = true, Element = "InfoVersionTTN" });

    [TestMethod]
    public void Document_that_the_schemas_do_not_know_is_not_sent() => Refused(Against("QueryRests_v2", TinyBody)).Should().Contain("QueryRests_v2");

    [TestMethod]
    public void Field_that_the_schemas_do_not_know_is_named() => Refused(Against("InfoVersionTTN", TinyBody.Replace("WBTypeUsed", "TypeUsed", StringComparison.Ordinal))).Should().Contain("WBTypeUsed");

    [TestMethod]
    public void Schemas_that_cannot_be_read_are_told_of() => Refused(Against("InfoVersionTTN", "<xs:schema")).Should().StartWith("cannot be read in '");

    private static string Refused(BuildResult result)
    {
        result.Xml.Should().BeEmpty();
        return result.Problems.Should().ContainSingle().Which.Rule;
    }

    private static BuildResult Against(string name, string body)
    {
        var folder = Directory.CreateTempSubdirectory("egais-xsd");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "WB_DOC_SINGLE_01.xsd"), Tiny);
            File.WriteAllText(Path.Combine(folder.FullName, "InfoVersionTTN.xsd"), body);
            return Builder(folder.FullName).Build(OutgoingSamples.All[name]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static DocumentBuilder Builder(string folder) => new(new EgaisFormats { Schemas = folder });
}
