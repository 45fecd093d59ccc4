using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Cleverence.Connectivity.Classic;

/// <summary>Reads and writes XML text: no document types, UTF-8, and control characters kept, because GS1 codes carry them.</summary>
internal static class XmlText
{
    public static XElement Parse(string xml)
    {
        using var text = new StringReader(xml.TrimStart('\uFEFF', ' ', '\r', '\n', '\t'));
        return Parse(text);
    }

    public static XElement Parse(TextReader text)
    {
        using var reader = XmlReader.Create(text, ReaderSettings());
        return XDocument.Load(reader).Root!;
    }

    public static XElement Parse(Stream stream)
    {
        using var reader = XmlReader.Create(stream, ReaderSettings());
        return XDocument.Load(reader).Root!;
    }

    public static string Write(XElement root, bool declaration)
    {
        using var text = new Utf8Text();
        Write(root, text, declaration, indent: false);
        return text.ToString();
    }

    public static void Write(XElement root, TextWriter text, bool declaration, bool indent)
    {
        using var writer = XmlWriter.Create(text, new XmlWriterSettings
        {
            OmitXmlDeclaration = !declaration, CheckCharacters = false, NewLineHandling = NewLineHandling.Entitize, Indent = indent, Encoding = Encoding.UTF8,
        });
        root.Save(writer);
    }

    private static XmlReaderSettings ReaderSettings() =>
        new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CheckCharacters = false };

    /// <summary>A text writer whose declaration says UTF-8.</summary>
    internal sealed class Utf8Text : StringWriter
    {
        public Utf8Text()
            : base(System.Globalization.CultureInfo.InvariantCulture)
        {
        }

        public override Encoding Encoding => Encoding.UTF8;
    }
}
