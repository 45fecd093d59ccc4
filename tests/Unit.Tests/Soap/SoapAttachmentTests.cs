using System.Text;

namespace Unit.Tests.Soap;

/// <summary>Files that come as parts of a message reach the caller, whatever the element that points to them looks like.</summary>
[TestClass]
public sealed class SoapAttachmentTests
{
    private const string Include = "<xop:Include xmlns:xop='http://www.w3.org/2004/08/xop/include' href='cid:f%401'/>";

    [TestMethod]
    [DataRow("<plain>" + Include + "</plain>", "{'plain':'AAEC'}", DisplayName = "a plain type")]
    [DataRow("<typed m:contentType='image/png'>" + Include + "</typed>", "{'typed':{'@contentType':'image/png','#text':'AAEC'}}", DisplayName = "a type with an attribute, given")]
    [DataRow("<typed>\n  " + Include + "\n</typed>", "{'typed':{'#text':'AAEC'}}", DisplayName = "a type with an attribute, left out")]
    [DataRow("<typed m:contentType='image/png'>AAEC</typed>", "{'typed':{'@contentType':'image/png','#text':'AAEC'}}", DisplayName = "a type with an attribute, bytes in place")]
    [DataRow("<typed m:contentType='image/png'/>", "{'typed':{'@contentType':'image/png','#text':''}}", DisplayName = "a type with an attribute, empty")]
    [DataRow("<linked>cid:f@1</linked>", "{'linked':'AAEC'}", DisplayName = "a reference of attachments")]
    public void A_part_is_the_value_of_the_element_that_points_to_it(string field, string expected)
    {
        var envelope = $"<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body><GetResponse xmlns='urn:t' xmlns:m='http://www.w3.org/2005/05/xmlmime'>{field}</GetResponse></s:Body></s:Envelope>";
        byte[] message = [.. Encoding.UTF8.GetBytes($"--b\r\nContent-Type: text/xml\r\n\r\n{envelope}\r\n--b\r\nContent-ID: <f@1>\r\n\r\n"), 0, 1, 2, .. "\r\n--b--"u8];

        Wsdls.Shown(Wsdls.Read("attachments.wsdl", "Get", Wsdls.Answer(message, "multipart/related; boundary=b"))).Should().Be(expected);
    }
}
