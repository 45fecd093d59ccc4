using System.Text;
using System.Xml;
using Connectors.Transport.Soap;

namespace Unit.Tests.Soap;

/// <summary>Messages in several parts are taken apart as they are written in the wild.</summary>
[TestClass]
public sealed class MimePartsTests
{
    [TestMethod]
    [DataRow("multipart/related; boundary=b", "--b\r\nContent-ID: <a>\r\n\r\nroot\r\n--b\r\nContent-ID: <c>\r\n\r\nx\r\n--b--", "root", "a=root,c=x", DisplayName = "plain")]
    [DataRow("multipart/related; boundary=\"=_b 1\"; start=\"<c>\"", "preamble\r\n--=_b 1\r\nContent-ID: <a>\r\n\r\nx\r\n--=_b 1\r\nContent-ID: <c>\r\n\r\nroot\r\n--=_b 1--\r\nepilogue", "root", "a=x,c=root", DisplayName = "quoted boundary, a start that is not the first, text around")]
    [DataRow("multipart/related; boundary=b", "--b\nContent-ID: <a>\n\nroot\n--b\nContent-ID: <c>\n\n--b in the text\n--b--", "root", "a=root,c=--b in the text", DisplayName = "bare line ends")]
    [DataRow("multipart/related; boundary=b", "--b\r\nContent-ID:\r\n <a>\r\nContent-Transfer-Encoding: BASE64\r\n\r\ncm9v\r\ndA==\r\n--b--", "root", "a=root", DisplayName = "a folded header, base64 in lines")]
    [DataRow("multipart/related; boundary=b; start=\"<nobody>\"", "--b\r\n\r\nroot\r\n--b--", "root", "", DisplayName = "a start that is not there, no headers")]
    public void Parts_are_found(string type, string text, string root, string parts)
    {
        var found = MimeParts.Read(Encoding.UTF8.GetBytes(text), type, out var attachments);

        Encoding.UTF8.GetString(found.Body.Span).Should().Be(root);
        string.Join(',', attachments.Select(part => $"{part.Key}={Encoding.UTF8.GetString(part.Value.Span)}")).Should().Be(parts);
    }

    [TestMethod]
    [DataRow("multipart/related", "--b\r\n\r\nx\r\n--b--", DisplayName = "no boundary")]
    [DataRow("multipart/related; boundary=b", "nothing", DisplayName = "no parts")]
    [DataRow("multipart/related; boundary=b", "--b\r\nContent-ID: <a>\r\n\r\ncut", DisplayName = "cut off")]
    [DataRow("multipart/related; boundary=b", "--b\r\nContent-ID: <a>\r\n--b--", DisplayName = "headers without an end")]
    [DataRow("multipart/related; boundary=b", "--b\r\nContent-Transfer-Encoding: base64\r\n\r\n?\r\n--b--", DisplayName = "no base64")]
    public void A_message_that_cannot_be_taken_apart_is_refused(string type, string text)
    {
        var read = () => MimeParts.Read(Encoding.UTF8.GetBytes(text), type, out _);

        read.Should().Throw<XmlException>();
    }

    [TestMethod]
    public void The_number_of_parts_is_limited()
    {
        var text = string.Concat(Enumerable.Repeat("--b\r\n\r\nx\r\n", 300)) + "--b--";

        var read = () => MimeParts.Read(Encoding.UTF8.GetBytes(text), "multipart/related; boundary=b", out _);

        read.Should().Throw<XmlLimitException>();
    }
}
