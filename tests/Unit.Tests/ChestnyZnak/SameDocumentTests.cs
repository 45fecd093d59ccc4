using System.Text;
using Cleverence.Connectivity.Exchange;
using Connectors.ChestnyZnak;
using Newtonsoft.Json.Linq;

namespace Unit.Tests.ChestnyZnak;

[TestClass]
public sealed class SameDocumentTests
{
    private const string Ours = """{"inn":"1","empty":null,"date":"2026-05-30T07:00:00.000Z","products":[{"cis":"A","cost":100},{"cis":"B","cost":200}]}""";

    [TestMethod]
    [DataRow("""{"inn":"1","date":"2026-05-30T07:00:00.000Z","products":[{"cis":"A","cost":100},{"cis":"B","cost":200}]}""", true, DisplayName = "the same without an empty field")]
    [DataRow("""{"inn":1,"date":"2026-05-30T07:00:00Z","id":"added","products":[{"cis":"A","cost":"100","state":"x"},{"cis":"B","cost":"200"}]}""", true, DisplayName = "numbers as text, fields added")]
    [DataRow("""{"inn":"1","date":"2026-05-30T10:00:00+03:00","products":[{"cis":"B","cost":200},{"cis":"A","cost":100}]}""", true, DisplayName = "another order")]
    [DataRow("""{"inn":"1","date":"2026-05-30T07:00:00.000Z","products":[{"cis":"A","cost":100}]}""", false, DisplayName = "a code less")]
    [DataRow("""{"inn":"1","date":"2026-05-30T07:00:00.000Z","products":[{"cis":"A","cost":100},{"cis":"B","cost":200},{"cis":"C","cost":1}]}""", false, DisplayName = "a code more")]
    [DataRow("""{"inn":"1","date":"2026-05-30T07:00:00.000Z","products":[{"cis":"A","cost":100},{"cis":"b","cost":200}]}""", false, DisplayName = "another letter case")]
    [DataRow("""{"inn":"1","date":"2026-05-30T07:00:00.000Z","products":[{"cis":"A","cost":100},{"cis":"A","cost":100}]}""", false, DisplayName = "one code twice")]
    [DataRow("""{"inn":"1","date":"2026-05-31T07:00:00.000Z","products":[{"cis":"A","cost":100},{"cis":"B","cost":200}]}""", false, DisplayName = "another day")]
    public void Bodies_are_compared_by_what_was_sent(string theirs, bool same) =>
        SameDocument.Is(Sent(Ours), "N", new JObject { ["body"] = JObject.Parse(theirs) }).Should().Be(same);

    [TestMethod]
    public void The_very_bytes_decide_where_they_are_given() =>
        SameDocument.Is(Sent(Ours), "N", new JObject { ["content"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(Ours)) }).Should().BeTrue();

    [TestMethod]
    [DataRow("ON_1", true)]
    [DataRow("FIX_ON_1", true)]
    [DataRow("ON_2", false)]
    public void A_document_of_the_electronic_flow_is_known_by_the_name_of_its_file(string number, bool same)
    {
        var xml = CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("<?xml version=\"1.0\" encoding=\"windows-1251\"?><Файл ИдФайл=\"ON_1\"/>");

        SameDocument.Is(new OutgoingMessage("1", "UNIVERSAL_TRANSFER_DOCUMENT", xml) { Format = "XML" }, number, new JObject()).Should().Be(same);
    }

    private static OutgoingMessage Sent(string text) => new("1", "LK_RECEIPT", Encoding.UTF8.GetBytes(text)) { Format = "MANUAL" };
}
