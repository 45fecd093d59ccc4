using System.Text;
using System.Xml.Linq;
using Connectors.Egais;
using Unit.Tests.Egais.Outgoing.Support;

namespace Unit.Tests.Egais.Outgoing;

[TestClass]
public sealed class RawEnvelopeTests
{
    private const string Body = "<ns:CarrierNotice_v4 xmlns:ns=\"http://fsrar.ru/WEGAIS/WB_DOC_SINGLE_01\" xmlns:c=\"http://fsrar.ru/WEGAIS/CarrierNotice_v4\"><c:Identity>CN-1</c:Identity><c:Header><c:WBRegId>TTN-0900000001</c:WBRegId></c:Header></ns:CarrierNotice_v4>";

    [TestMethod]
    public void Envelope_is_added_to_a_body()
    {
        var result = RawEnvelope.Build(Payloads.Own, "CarrierNotice_v4", Body);

        result.Should().BeEquivalentTo(new { UrlType = "CarrierNotice_v4", Element = "CarrierNotice_v4", Identity = "CN-1", RegId = "TTN-0900000001", IsBuilt = true });
        Root(result).Element(EgaisXml.Envelope + "Owner")!.Value.Should().Be(Payloads.Own);
        Root(result).Element(EgaisXml.Envelope + "Document")!.Elements().Should().ContainSingle().Which.Value.Should().Be("CN-1TTN-0900000001");
    }

    [TestMethod]
    public void Body_without_a_namespace_is_put_into_that_of_the_envelope() =>
        Root(RawEnvelope.Build(Payloads.Own, "Route", "<Route><b:Identity xmlns:b=\"http://fsrar.ru/WEGAIS/Route\">1</b:Identity></Route>")).Descendants(EgaisXml.Envelope + "Route").Should().ContainSingle();

    [TestMethod]
    public void Whole_document_passes_through_as_it_is()
    {
        var whole = Document(Payloads.Own, Body);

        var result = RawEnvelope.Build(Payloads.Own, "CarrierNotice_v4", "\uFEFF<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n" + whole);

        result.Problems.Should().BeEmpty();
        XNode.DeepEquals(Root(result), XElement.Parse(whole, LoadOptions.PreserveWhitespace)).Should().BeTrue();
        Encoding.UTF8.GetString(result.Xml).Should().StartWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    }

    [TestMethod]
    public void Document_of_another_owner_is_refused() =>
        Problems(Document("030000654321", Body)).Should().Equal("xml.Owner.FSRAR_ID: is '030000654321', but the message is sent for '030000123456'");

    [TestMethod]
    public void Document_without_an_owner_is_refused() => Problems(Document("", Body)).Should().Equal("xml.Owner.FSRAR_ID: is missing");

    [TestMethod]
    public void Two_bodies_are_refused() => Problems(Document(Payloads.Own, Body + Body)).Should().Equal("xml.Document: holds 2 bodies; exactly one is allowed");

    [TestMethod]
    public void Dtd_is_refused() => Problems("<!DOCTYPE r [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Route>&e;</Route>").Should().ContainSingle().Which.Should().StartWith("xml: cannot be read as XML without a DTD");

    [TestMethod]
    [DataRow("")]
    [DataRow("not xml")]
    [DataRow("<Route>")]
    public void What_is_not_xml_is_refused(string xml) => Problems(xml).Should().ContainSingle().Which.Should().StartWith("xml: cannot be read");

    [TestMethod]
    public void Body_of_a_foreign_namespace_is_refused() => Problems("<Route xmlns=\"urn:else\"/>").Should().ContainSingle().Which.Should().StartWith("xml: begins with {urn:else}Route");

    [TestMethod]
    [DataRow("../xml")]
    [DataRow("Route?x=1")]
    [DataRow("")]
    public void Type_that_would_be_another_address_is_refused(string urlType) => RawEnvelope.Build(Payloads.Own, urlType, Body).Problems.Should().ContainSingle().Which.Path.Should().Be("urlType");

    private static string Document(string owner, string body) =>
        $"<ns:Documents Version=\"1.0\" xmlns:ns=\"http://fsrar.ru/WEGAIS/WB_DOC_SINGLE_01\">\n  <ns:Owner><ns:FSRAR_ID>{owner}</ns:FSRAR_ID></ns:Owner>\n  <ns:Document>{body}</ns:Document>\n</ns:Documents>";

    private static IEnumerable<string> Problems(string xml) => RawEnvelope.Build(Payloads.Own, "Route", xml).Problems.Select(problem => $"{problem.Path}: {problem.Rule}");

    private static XElement Root(BuildResult result) => XDocument.Parse(Encoding.UTF8.GetString(result.Xml), LoadOptions.PreserveWhitespace).Root!;
}
