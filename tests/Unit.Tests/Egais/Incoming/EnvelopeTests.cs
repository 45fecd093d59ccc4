using System.Text;
using Connectors.Egais;

namespace Unit.Tests.Egais.Incoming;

[TestClass]
public sealed class EnvelopeTests
{
    [TestMethod]
    [DataRow("\uFEFF")]
    [DataRow("\r\n\t ")]
    [DataRow("\uFEFF \uFEFF\n")]
    [DataRow("\n\uFEFF")]
    public void What_stands_before_the_declaration_does_no_harm(string before) => Corpus.ReadText(before + Corpus.Text("ConfirmTicket") + "\r\n").Confirm!.RegId.Should().Be("TTN-0900000001");

    [TestMethod]
    public void Document_in_UTF_16_is_read() =>
        IncomingReader.Read(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(Corpus.Text("ConfirmTicket").Replace("UTF-8", "UTF-16", StringComparison.Ordinal))).ToArray()).Confirm!.Note.Should().Be("согласны");

    [TestMethod]
    public void Part_of_a_larger_buffer_is_read()
    {
        byte[] buffer = [.. "garbage"u8, .. Corpus.Bytes("ConfirmTicket"), .. "garbage"u8];

        IncomingReader.Read(buffer.AsMemory(7..^7)).Confirm!.Number.Should().Be("О-1");
    }

    [TestMethod]
    public void Body_decides_what_a_document_is_and_its_namespace_does_not() =>
        Corpus.ReadText(Corpus.Text("WayBillAct_v4").Replace("fsrar.ru", "example.com", StringComparison.Ordinal)).Act!.Verdict.Should().Be(ActVerdict.Differences);

    [TestMethod]
    [DataRow("CryptoTicket", "CryptoTicket", "'CryptoTicket' is not known.")]
    [DataRow("WayBill_v2", "WayBill_v2", "'WayBill_v2' is of a generation that is not read; the third and the fourth are.")]
    public void Document_that_is_not_understood_says_why(string file, string element, string why)
    {
        var document = Corpus.Read(file);

        (document.Element, document.Unsupported).Should().Be((element, why));
        document.Owner.Should().NotBeNull();
    }

    [TestMethod]
    [DataRow("WayBill")]
    [DataRow("WayBillAct")]
    [DataRow("WayBillAct_v2")]
    [DataRow("WayBill_v5")]
    public void Other_generations_are_told_from_unknown_elements(string element) =>
        Corpus.ReadText($"<Documents><Document><{element}/></Document></Documents>").Unsupported.Should().Contain("generation");

    [TestMethod]
    public void Page_of_a_proxy_is_no_document_of_the_registry()
    {
        var document = Corpus.ReadText("<html><body>502</body></html>");

        (document.Element, document.Owner, document.Unsupported).Should().Be(("html", null, "'html' is not the registry's envelope 'Documents'."));
    }

    [TestMethod]
    [DynamicData(nameof(Corpus.Files), typeof(Corpus))]
    public void Every_example_is_read_as_exactly_one_thing(string file)
    {
        var document = Corpus.Read(file);

        new object?[] { document.Ticket, document.Waybill, document.Registration, document.History, document.Act, document.Confirm, document.Repeal, document.Inventory, document.Reply, document.Unsupported }
            .Should().ContainSingle(body => body != null);
    }

    [TestMethod]
    [DataRow("TicketZ")]
    [DataRow("ReplyUnknown_v2")]
    public void Unknown_elements_are_unknown(string element) => Corpus.ReadText($"<Documents><Document><{element}><A>1</A></{element}></Document></Documents>").Unsupported.Should().Be($"'{element}' is not known.");
}
