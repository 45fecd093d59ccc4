using Unit.Tests.Egais.Outgoing.Support;

namespace Unit.Tests.Egais.Outgoing;

/// <summary>Every generated document against the official schemas, whose folder EGAIS_XSD names: they are not ours to ship.</summary>
[TestClass]
public sealed class SchemaTests
{
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
    public void Every_generated_document_is_valid_by_the_official_schemas()
    {
        var folder = Environment.GetEnvironmentVariable(OfficialSchemas.Variable);
        if (string.IsNullOrEmpty(folder)) Assert.Inconclusive($"{OfficialSchemas.Variable} names no folder with {OfficialSchemas.Entry}.");
        var schemas = OfficialSchemas.Load(folder);

        Samples.All.SelectMany(sample => OfficialSchemas.Validate(schemas, Orders.Build(sample.Value).Xml).Select(problem => $"{sample.Key}: {problem}")).Should().BeEmpty();
    }

    [TestMethod]
    public void Schemas_of_a_folder_let_a_good_document_through() => Against("InfoVersionTTN").Should().BeEmpty();

    [TestMethod]
    public void Schemas_of_a_folder_refuse_a_document_that_they_do_not_know() => Against("QueryRests_v2").Should().ContainSingle().Which.Should().Contain("QueryRests_v2");

    [TestMethod]
    public void Schemas_of_a_folder_refuse_a_field_that_is_not_theirs() => Against("InfoVersionTTN", TinyBody.Replace("WBTypeUsed", "TypeUsed", StringComparison.Ordinal)).Should().ContainSingle().Which.Should().Contain("WBTypeUsed");

    private static IReadOnlyList<string> Against(string name, string body = TinyBody)
    {
        var folder = Directory.CreateTempSubdirectory("egais-xsd");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, OfficialSchemas.Entry), Tiny);
            File.WriteAllText(Path.Combine(folder.FullName, "InfoVersionTTN.xsd"), body);
            return OfficialSchemas.Validate(OfficialSchemas.Load(folder.FullName), Orders.Build(Samples.All[name]).Xml);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
