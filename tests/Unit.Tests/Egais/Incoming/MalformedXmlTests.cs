using System.Text;
using Connectors.Egais;

namespace Unit.Tests.Egais.Incoming;

[TestClass]
public sealed class MalformedXmlTests
{
    [TestMethod]
    public void Malformed_XML_is_refused_with_its_position()
    {
        var read = () => Corpus.ReadText("<Documents>\n  <Document><Ticket></Document>\n</Documents>");

        var refusal = read.Should().Throw<UnreadableXmlException>().Which;
        (refusal.Line, refusal.Column).Should().Be((2, 23));
        refusal.Message.Should().Contain("malformed");
        refusal.MessageRu.Should().Contain("строке 2, символ 23");
    }

    [TestMethod]
    [DataRow("", "malformed")]
    [DataRow("   ", "malformed")]
    [DataRow("{\"a\":1}", "malformed")]
    [DataRow("<!DOCTYPE a [<!ENTITY x \"y\">]><Documents><Document><Ticket/></Document></Documents>", "malformed")]
    [DataRow("<Documents><Document><Ticket><DocId>&xxe;</DocId></Ticket></Document></Documents>", "malformed")]
    [DataRow("<Documents><Document><Ticket/></Document></Documents><more/>", "malformed")]
    [DataRow("<Documents><Document><Ticket/></Document></Documents>text", "malformed")]
    [DataRow("<?xml version=\"1.0\" encoding=\"no-such\"?><Documents><Document><Ticket/></Document></Documents>", "malformed")]
    [DataRow("<Documents/>", "no document")]
    [DataRow("<Documents><Document/></Documents>", "no document")]
    [DataRow("<Documents><Document><Ticket/><Ticket/></Document></Documents>", "more than one document")]
    [DataRow("<Documents><Document><Ticket/></Document><Document><Ticket/></Document></Documents>", "more than one document")]
    public void What_is_no_document_is_refused(string xml, string why) => FluentActions.Invoking(() => Corpus.ReadText(xml)).Should().Throw<UnreadableXmlException>().WithMessage($"*{why}*");

    [TestMethod]
    public void Document_above_the_limit_is_refused_by_its_size()
    {
        var bytes = Corpus.Bytes("ConfirmTicket");

        FluentActions.Invoking(() => IncomingReader.Read(bytes, bytes.Length - 1)).Should().Throw<UnreadableXmlException>().WithMessage($"*{bytes.Length} bytes*{bytes.Length - 1}*");
        IncomingReader.Read(bytes, bytes.Length).Confirm.Should().NotBeNull();
    }

    [TestMethod]
    public void Limit_is_a_hundred_megabytes_when_nothing_is_set() => IncomingReader.DefaultMaxBytes.Should().Be(104_857_600);

    [TestMethod]
    [DataRow("<Documents><Document><WayBill_v4><Content><Position><boxInfo><boxtree>", "<bl>")]
    [DataRow("<Documents><Document><ReplyRests_v2><Products><StockPosition>", "<a>")]
    [DataRow("<Documents><Document><ReplyRests_v2><Products>", "<a>")]
    [DataRow("<Documents><Document><Unknown>", "<a>")]
    [DataRow("<Documents>", "<a>")]
    [DataRow("<other>", "<a>")]
    public void Elements_without_an_end_to_their_depth_are_refused(string start, string element)
    {
        var xml = start + string.Concat(Enumerable.Repeat(element, 100_000));

        FluentActions.Invoking(() => Corpus.ReadText(xml)).Should().Throw<UnreadableXmlException>().WithMessage("*levels deep*");
    }

    [TestMethod]
    [DynamicData(nameof(Corpus.Files), typeof(Corpus))]
    public void Truncated_document_is_refused_wherever_it_ends(string file)
    {
        var bytes = Corpus.Bytes(file).AsSpan().TrimEnd("\r\n "u8).ToArray();
        var lengths = Enumerable.Range(0, bytes.Length).Where(length => length % 7 == 0 || length > bytes.Length - 40);

        lengths.Select(length => Fate(bytes[..length])).Should().OnlyContain(fate => fate == "refused");
    }

    [TestMethod]
    [DynamicData(nameof(Corpus.Files), typeof(Corpus))]
    public void Damaged_document_is_read_or_refused_and_nothing_else(string file)
    {
        var (bytes, random) = (Corpus.Bytes(file), new Random(20260203));

        Enumerable.Range(0, 300).Select(_ => Fate(Damage.Of(bytes, random))).Should().OnlyContain(fate => fate == "refused" || fate == "read");
    }

    [TestMethod]
    public void Bytes_that_are_no_text_are_refused() => Fate([.. "<Documents><Owner>"u8, 0xC3, 0x28, 0xFF, .. "</Owner></Documents>"u8]).Should().Be("refused");

    private static string Fate(byte[] xml)
    {
        try
        {
            _ = IncomingReader.Read(xml).Reply?.ToRecord();
            return "read";
        }
        catch (UnreadableXmlException)
        {
            return "refused";
        }
        catch (Exception other)
        {
            return $"{other.GetType().Name} of {Encoding.UTF8.GetString(xml)}";
        }
    }
}
