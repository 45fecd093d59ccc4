using System.Xml;
using System.Xml.Schema;

namespace Connectors.Transport.Soap;

/// <summary>Reads binary elements: base64 or hexadecimal in place, or a part of the message that the element points to.</summary>
internal sealed class XmlReadBytes(XmlRead read)
{
    private const string Xop = "http://www.w3.org/2004/08/xop/include";
    private readonly XmlReader reader = read.Reader;

    public object? Element(XsdSimple type)
    {
        // SOAP with attachments: the element itself names the part.
        var href = reader.GetAttribute("href");
        if (href is not null && Part(href) is { } named)
        {
            SafeXml.Skip(reader);
            return named;
        }

        if (reader.IsEmptyElement)
        {
            reader.Read();
            return type.Code == XmlTypeCode.AnyUri ? "" : Array.Empty<byte>();
        }

        return Content(type);
    }

    private object? Content(XsdSimple type)
    {
        var depth = reader.Depth;
        var text = "";
        object? bytes = null;
        reader.Read();
        while (reader.Depth > depth)
        {
            SafeXml.Guard(reader);
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "Include" } && reader.NamespaceURI == Xop) bytes = Part(reader.GetAttribute("href") ?? "") ?? throw new XmlException("The answer points to a part that did not come with it.");
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) text += reader.Value;
            if (!reader.Read()) break;
        }

        reader.Read();
        if (bytes is not null) return bytes;
        // A reference by swaRef is an address whose part came along.
        return type.Code == XmlTypeCode.AnyUri ? Part(text.Trim()) ?? (object)text.Trim() : read.Value(type, text);
    }

    private byte[]? Part(string href)
    {
        if (!href.StartsWith("cid:", StringComparison.OrdinalIgnoreCase) || read.Settings.Attachments is not { } parts) return null;
        return parts.TryGetValue(Uri.UnescapeDataString(href[4..]), out var part) ? part.ToArray() : null;
    }
}
