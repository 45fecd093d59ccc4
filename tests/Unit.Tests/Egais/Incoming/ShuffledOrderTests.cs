using System.Xml.Linq;
using Connectors.Egais;
using FsCheck;
using FsCheck.Fluent;

namespace Unit.Tests.Egais.Incoming;

[TestClass]
public sealed class ShuffledOrderTests
{
    [TestMethod]
    [DynamicData(nameof(Corpus.Files), typeof(Corpus))]
    public void Order_prefixes_and_repeated_namespaces_change_nothing(string file)
    {
        var expected = Values.Text(Corpus.Read(file));

        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var shuffled = Shuffled.Of(Corpus.Text(file), new Random(seed));
            return (Values.Text(Corpus.ReadText(shuffled)) == expected).Label(shuffled);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    [TestMethod]
    public void Shuffling_really_changes_the_text()
    {
        var text = Corpus.Text("WayBill_v4");

        var first = Shuffled.Of(text, new Random(1));

        first.Should().NotBe(Shuffled.Of(text, new Random(2))).And.NotBe(text);
        XDocument.Parse(first).Descendants().Count().Should().Be(XDocument.Parse(text).Descendants().Count());
    }

    [TestMethod]
    [DataRow("Ticket.both")]
    [DataRow("WayBill_v4")]
    [DataRow("TTNInformF2Reg")]
    [DataRow("WayBillAct_v4")]
    [DataRow("ConfirmTicket")]
    [DataRow("RequestRepealWB")]
    [DataRow("ActInventoryInformF2Reg")]
    public void Elements_that_nobody_knows_change_nothing(string file)
    {
        var document = XDocument.Parse(Corpus.Text(file));
        var groups = document.Descendants().Where(element => element.HasElements).ToList();
        groups.ForEach(group => group.AddFirst(new XElement(XName.Get("NotYetKnown", "urn:new"), new XElement("WBRegId", "TTN-1"), new XElement("Identity", "x"))));
        document.Root!.Elements().Single(element => element.Name.LocalName == "Document").Elements().First().Remove();

        Values.Text(Corpus.ReadText(document.ToString())).Should().Be(Values.Text(Corpus.Read(file)));
    }
}
