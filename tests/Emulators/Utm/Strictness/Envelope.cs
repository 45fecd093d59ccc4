using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>A document in its envelope, as the UTM takes it from the wire.</summary>
/// <param name="Owner">Who sends it.</param>
/// <param name="Body">The body's element.</param>
internal sealed record Envelope(string Owner, XElement Body)
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>Reads bytes; refuses what is no such document.</summary>
    public static Envelope Read(byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble)) throw new SchemaException("Content is not allowed in prolog: документ начинается с BOM");
        if (!bytes.AsSpan().StartsWith("<?xml"u8)) throw new SchemaException("Нет объявления XML");
        var root = Parse(bytes);
        if (root.Name != Names.Single + "Documents") throw new SchemaException($"Корневой элемент {root.Name} вместо {Names.Single + "Documents"}");
        if (root.Attributes().FirstOrDefault(one => !one.IsNamespaceDeclaration && one.Name != "Version") is { } odd) throw new SchemaException($"Documents: атрибут {odd.Name} не допускается");
        if (root.Attribute("Version") is { } version && version.Value != "1.0") throw new SchemaException($"Documents: версия {version.Value} вместо 1.0");
        var parts = root.Elements().ToList();
        if (parts.Count != 2 || parts[0].Name != Names.Single + "Owner" || parts[1].Name != Names.Single + "Document") throw new SchemaException("Documents: ожидались Owner и Document");
        var owner = parts[0].Elements().ToList();
        if (owner.Count != 1 || owner[0].Name != Names.Single + "FSRAR_ID") throw new SchemaException("Owner: ожидался FSRAR_ID");
        var bodies = parts[1].Elements().ToList();
        if (bodies.Count != 1) throw new SchemaException($"Document: ожидался один документ, найдено {bodies.Count}");
        return new Envelope(owner[0].Value, bodies[0]);
    }

    private static XElement Parse(byte[] bytes)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, true).GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new SchemaException("Документ не в кодировке UTF-8");
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(text), Settings);
            var document = XDocument.Load(reader);
            if (document.Declaration?.Encoding is { } encoding && !encoding.Equals("utf-8", StringComparison.OrdinalIgnoreCase)) throw new SchemaException($"Кодировка {encoding} вместо UTF-8");
            return document.Root!;
        }
        catch (XmlException error)
        {
            throw new SchemaException($"SAXParseException: {error.Message}");
        }
    }
}
