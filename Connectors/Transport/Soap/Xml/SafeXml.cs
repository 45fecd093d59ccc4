using System.Text;
using System.Xml;

namespace Connectors.Transport.Soap;

/// <summary>Reads foreign XML: no document type, no entity of its own making, nothing fetched, depth and size limited.</summary>
internal static class SafeXml
{
    private static readonly XmlReaderSettings Strict = SettingsOf(XmlLimits.DocumentCharacters);

    /// <summary>A reader of an answer, whose size the transport has limited already.</summary>
    public static XmlReader Read(ReadOnlyMemory<byte> bytes, string? charset) =>
        XmlReader.Create(TextOf(bytes, charset), Strict);

    /// <summary>A reader of XML that stands in the settings.</summary>
    public static XmlReader Read(string text) => XmlReader.Create(new StringReader(text), Strict);

    /// <summary>Looks through a document once: it is well-formed XML within the limits.</summary>
    /// <exception cref="XmlException">It is not.</exception>
    public static void Check(ReadOnlyMemory<byte> bytes, string? charset)
    {
        using var reader = Read(bytes, charset);
        while (reader.Read()) Guard(reader);
    }

    /// <summary>Refuses a node that lies too deep or has too many attributes.</summary>
    public static void Guard(XmlReader reader)
    {
        if (reader.Depth > XmlLimits.Depth) throw new XmlLimitException($"Elements lie more than {XmlLimits.Depth} deep.");
        if (reader.NodeType == XmlNodeType.Element && reader.AttributeCount > XmlLimits.Attributes) throw new XmlLimitException($"An element has more than {XmlLimits.Attributes} attributes.");
    }

    /// <summary>Leaves the element the reader stands on, and all in it.</summary>
    public static void Skip(XmlReader reader)
    {
        Guard(reader);
        if (reader.IsEmptyElement || reader.NodeType != XmlNodeType.Element)
        {
            reader.Read();
            return;
        }

        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth) Guard(reader);
        reader.Read();
    }

    /// <summary>The text of the element the reader stands on, tags and all; the reader stands behind it.</summary>
    public static string Outer(XmlReader reader)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment }))
        {
            var depth = reader.Depth;
            do
            {
                Guard(reader);
                WriteNode(reader, writer);
            }
            while (reader.Read() && (reader.Depth > depth || (reader.Depth == depth && reader.NodeType == XmlNodeType.EndElement)));
        }

        return text.ToString();
    }

    /// <summary>The text of the element's whole content; the reader stands behind the element.</summary>
    public static string Inner(XmlReader reader)
    {
        var outer = Outer(reader);
        var start = outer.IndexOf('>', StringComparison.Ordinal);
        return outer[start - 1] == '/' ? "" : outer[(start + 1)..outer.LastIndexOf('<')];
    }

    /// <summary>Copies the node the reader stands on.</summary>
    public static void WriteNode(XmlReader reader, XmlWriter writer)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                writer.WriteStartElement(reader.Prefix, reader.LocalName, reader.NamespaceURI);
                writer.WriteAttributes(reader, false);
                if (reader.IsEmptyElement) writer.WriteEndElement();
                break;
            case XmlNodeType.EndElement:
                writer.WriteFullEndElement();
                break;
            case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA:
                writer.WriteString(reader.Value);
                break;
        }
    }

    private static StreamReader TextOf(ReadOnlyMemory<byte> bytes, string? charset)
    {
        var stream = System.Runtime.InteropServices.MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
        return new StreamReader(stream, XmlEncoding.Of(bytes.Span, charset), detectEncodingFromByteOrderMarks: true);
    }

    private static XmlReaderSettings SettingsOf(long characters) => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = characters,
        MaxCharactersFromEntities = 1024,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };
}
