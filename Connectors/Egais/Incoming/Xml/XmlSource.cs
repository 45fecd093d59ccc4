using System.Runtime.InteropServices;
using System.Xml;

namespace Connectors.Egais;

/// <summary>Opens the bytes of a document as XML without a DTD.</summary>
internal static class XmlSource
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        MaxCharactersInDocument = 0,
    };

    /// <summary>A reader at the root element.</summary>
    public static XmlReader Open(ReadOnlyMemory<byte> xml)
    {
        var reader = XmlReader.Create(Stream(Trimmed(xml)), Settings);
        reader.MoveToContent();
        return reader;
    }

    private static MemoryStream Stream(ReadOnlyMemory<byte> xml) => MemoryMarshal.TryGetArray(xml, out var array)
        ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
        : new MemoryStream(xml.ToArray(), writable: false);

    // An XML declaration must be the very first thing, and some gateways put an empty line or a second byte order mark before it.
    private static ReadOnlyMemory<byte> Trimmed(ReadOnlyMemory<byte> xml)
    {
        while (true)
        {
            var text = xml.Span;
            if (text.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF])) xml = xml[3..];
            else if (text.Length > 0 && text[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') xml = xml[1..];
            else return xml;
        }
    }
}
