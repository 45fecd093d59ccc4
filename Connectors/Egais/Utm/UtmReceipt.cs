using System.Xml;
using System.Xml.Linq;

namespace Connectors.Egais;

/// <summary>The body of an answer to a posted document: <c>&lt;A&gt;</c> with the request's id, or with an error.</summary>
/// <param name="Id">The text of <c>url</c>, as written; null when there is none.</param>
/// <param name="Error">The text of <c>error</c>, as written; null when there is none.</param>
/// <param name="Signature">The text of <c>sign</c>.</param>
internal sealed record UtmReceipt(string? Id, string? Error, string? Signature)
{
    private static readonly UtmReceipt Unreadable = new(null, null, null);

    public static UtmReceipt Read(byte[]? body)
    {
        if (body is not { Length: > 0 } || !UtmAnswer.LooksLikeXml(body)) return Unreadable;
        try
        {
            using var stream = new MemoryStream(body, writable: false);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XElement.Load(reader);
            return root.Name.LocalName == "A" ? new UtmReceipt(Text(root, "url"), Text(root, "error"), Text(root, "sign")) : Unreadable;
        }
        catch (XmlException)
        {
            return Unreadable;
        }
    }

    private static string? Text(XElement root, string name) =>
        root.Elements().FirstOrDefault(element => element.Name.LocalName == name)?.Value.Trim() is { Length: > 0 } text ? text : null;
}
