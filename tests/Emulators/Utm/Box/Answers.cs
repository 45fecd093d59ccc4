using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>The UTM's own answers: <c>&lt;A&gt;</c>.</summary>
internal static class Answers
{
    private static readonly XDeclaration Declaration = new("1.0", "UTF-8", "no");

    public static Reply Accepted(string requestId) => Of(200, new XElement("url", requestId), new XElement("sign", Convert.ToHexString(Guid.NewGuid().ToByteArray())));

    public static Reply Cheque(string link, string sign) => Of(200, new XElement("url", link), new XElement("sign", sign));

    public static Reply Error(string text, int status = 500) => Of(status, new XElement("error", text));

    public static Reply Nothing() => Of(200);

    public static Reply List(IEnumerable<XElement> entries) => Of(200, [.. entries]);

    public static Reply Document(byte[] xml) => new(200, "application/xml;charset=UTF-8", xml);

    public static Reply NotFound() => Reply.Text("<html><body><h1>HTTP Status 404</h1></body></html>", 404, "text/html;charset=UTF-8");

    /// <summary>The list's time: an offset without a colon.</summary>
    public static string Time(DateTimeOffset time) => time.ToOffset(TimeSpan.FromHours(3)).ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture) + "+0300";

    private static Reply Of(int status, params object[] content)
    {
        var text = $"{Declaration}\n{new XElement("A", content, new XElement("ver", "2")).ToString(SaveOptions.DisableFormatting)}";
        return new Reply(status, "application/xml;charset=UTF-8", Encoding.UTF8.GetBytes(text));
    }
}
