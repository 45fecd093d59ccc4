using Connectors.Rest;
using Connectors.Transport;

namespace Unit.Tests.Rest;

[TestClass]
public sealed class NextLinkTests
{
    private static readonly Uri Page = new("https://erp.local:8443/api/rows?page=1");

    [TestMethod]
    [DataRow("<https://erp.local:8443/api/rows?page=2>; rel=\"next\"", "https://erp.local:8443/api/rows?page=2")]
    [DataRow("</a>; rel=prev, </b?x=1,2>; rel=next", "https://erp.local:8443/b?x=1,2")]
    [DataRow("<?page=2>;rel=\"last next\"", "https://erp.local:8443/api/rows?page=2")]
    [DataRow("</a>; title=\"a, </b>; rel=next\"; rel=\"first\"", null)]
    [DataRow("</a>; REL=Next", "https://erp.local:8443/a")]
    [DataRow("</a", null)]
    [DataRow("</a>; rel=\"nextish\"", null)]
    [DataRow("", null)]
    public void The_header_names_the_next_page(string header, string? expected) =>
        NextLink.OfHeader(Answer(header)).Should().Be(expected);

    [TestMethod]
    [DataRow("rows?page=2", "https://erp.local:8443/api/rows?page=2")]
    [DataRow("/rows?q=Ж х", "https://erp.local:8443/rows?q=%D0%96%20%D1%85")]
    [DataRow("//other.local/x", "https://other.local/x")]
    [DataRow("https://erp.local:8443/x#part", "https://erp.local:8443/x")]
    public void A_link_is_read_from_the_page_it_stands_in(string link, string expected) => NextLink.Resolve(link, Page).Should().Be(expected);

    [TestMethod]
    [DataRow("http://erp.local/x")]
    [DataRow("ftp://erp.local/x")]
    [DataRow("file:///etc/passwd")]
    [DataRow("https://user:secret@erp.local:8443/x")]
    [DataRow("javascript:alert(1)")]
    public void A_link_that_leads_astray_is_refused(string link)
    {
        var read = () => NextLink.Resolve(link, Page);

        read.Should().Throw<Cleverence.Connectivity.ConnectorException>().Which.Error.Reason.Should().Be("NEXT_LINK_UNUSABLE");
    }

    private static TransportAnswer Answer(string link)
    {
        var message = new HttpResponseMessage();
        message.Headers.TryAddWithoutValidation("Link", link);
        return new TransportAnswer(message, Page, readsOnly: true, [], new SecretMask(new TransportOptions(Page)));
    }
}
