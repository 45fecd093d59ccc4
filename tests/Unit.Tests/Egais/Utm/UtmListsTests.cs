using System.Text;
using System.Xml;
using Connectors.Egais;

namespace Unit.Tests.Egais.Utm;

[TestClass]
public sealed class UtmListsTests
{
    [TestMethod]
    public async Task A_list_gives_paths_types_and_what_they_answer()
    {
        var entries = await ReadAsync("""
            <?xml version="1.0" encoding="UTF-8" standalone="no"?>
            <A>
              <url replyId="5b8e0f7a-1111-4222-8333-444455556666" timestamp="2026-02-03T12:00:05.120+0300">http://UTMHOST:8080/opt/out/Ticket/101</url><url>http://UTMHOST:8080/opt/out/WayBill_v4/102</url>
              <url>/opt/out/FORM2REGINFO/103</url>
              <ver>2</ver>
            </A>
            """);

        entries.Select(entry => (entry.Path, entry.Type, entry.Number)).Should().Equal(("/opt/out/Ticket/101", "Ticket", "101"), ("/opt/out/WayBill_v4/102", "WayBill_v4", "102"), ("/opt/out/FORM2REGINFO/103", "FORM2REGINFO", "103"));
        entries.Select(entry => entry.NormalReplyId).Should().Equal("5b8e0f7a111142228333444455556666", null, null);
        entries[0].At.Should().Be(new DateTimeOffset(2026, 2, 3, 12, 0, 5, 120, TimeSpan.FromHours(3)));
    }

    [TestMethod]
    [DataRow("<A><ver>2</ver></A>")]
    [DataRow("<A/>")]
    [DataRow("<A><url></url><url>  </url><url>http://UTMHOST:8080/opt/out/../../secret</url><url>http://h/opt/out/a b/1</url></A>")]
    public async Task An_empty_list_and_addresses_that_are_none_give_nothing(string xml) => (await ReadAsync(xml)).Should().BeEmpty();

    [TestMethod]
    [DataRow("<html><body>УТМ запускается</body></html>")]
    [DataRow("")]
    [DataRow("Service unavailable")]
    [DataRow("<!DOCTYPE A [<!ENTITY x \"y\">]><A><url>&x;</url></A>")]
    [DataRow("<A><url>http://h/opt/out/Ticket/1</url>")]
    public async Task What_is_no_list_is_refused(string text)
    {
        var read = () => ReadAsync(text);

        await read.Should().ThrowAsync<XmlException>();
    }

    [TestMethod]
    public async Task An_entry_tells_its_state_and_a_bare_id()
    {
        var entries = await ReadAsync("<A><url replyId=\"a\" state=\"18\">5b8e0f7a-1111-4222-8333-444455556666</url></A>");

        entries.Should().ContainSingle().Which.Should().Be(new UtmEntry("5b8e0f7a-1111-4222-8333-444455556666") { ReplyId = "a", State = "18" });
    }

    private static async Task<List<UtmEntry>> ReadAsync(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var entries = new List<UtmEntry>();
        await foreach (var entry in UtmLists.ReadAsync(stream, CancellationToken.None)) entries.Add(entry);
        return entries;
    }
}
