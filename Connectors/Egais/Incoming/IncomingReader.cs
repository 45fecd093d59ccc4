using System.Xml;

namespace Connectors.Egais;

/// <summary>Reads what the UTM hands out. It decides by the body element and reads by local names in any order: the registry changes order and prefixes.</summary>
internal static class IncomingReader
{
    /// <summary>The size that a document may have when nothing else is set: 100 MB.</summary>
    public const long DefaultMaxBytes = 100L * 1024 * 1024;

    /// <summary>Reads a document.</summary>
    /// <param name="xml">The text as it came; white space and a byte order mark before it do no harm. The rows of an answer are read from it later, so it must not change.</param>
    /// <param name="maxBytes">The size from which on it is refused.</param>
    /// <exception cref="UnreadableXmlException">The XML is malformed, too large, or misses what it cannot mean anything without.</exception>
    public static IncomingDocument Read(ReadOnlyMemory<byte> xml, long maxBytes = DefaultMaxBytes)
    {
        if (xml.Length > maxBytes) throw TooLarge(xml.Length, maxBytes);
        try
        {
            using var reader = XmlSource.Open(xml);
            var document = reader.LocalName == Envelope.Root ? ReadEnvelope(reader, xml) : Foreign(reader);
            ReadToEnd(reader);
            return document;
        }
        catch (XmlException malformed)
        {
            throw Malformed(malformed);
        }
    }

    private static IncomingDocument ReadEnvelope(XmlReader reader, ReadOnlyMemory<byte> xml)
    {
        string? owner = null;
        IncomingDocument? document = null;
        while (Envelope.ToBody(reader, ref owner))
        {
            if (document is not null) throw Bodies(reader, "more than one document", "больше одного документа");
            document = BodyReaders.Read(reader, xml);
        }

        return document is null ? throw Bodies(reader, "no document", "нет документа") : document with { Owner = owner };
    }

    private static IncomingDocument Foreign(XmlReader reader)
    {
        var element = reader.LocalName;
        XmlPart.Skim(reader);
        return new IncomingDocument(element, null) { Unsupported = $"'{element}' is not the registry's envelope '{Envelope.Root}'." };
    }

    // What lies behind the root may be malformed too.
    private static void ReadToEnd(XmlReader reader)
    {
        while (!reader.EOF) reader.Read();
    }

    private static UnreadableXmlException TooLarge(long bytes, long maxBytes) =>
        new($"The document has {bytes} bytes, more than the {maxBytes} that are permitted. Raise limits.maxDocumentBytes if it is a true one.", 0, 0)
        {
            MessageRu = $"Размер документа {bytes} байт больше допустимого ({maxBytes}). Увеличьте limits.maxDocumentBytes, если документ настоящий.",
        };

    private static UnreadableXmlException Malformed(XmlException malformed) =>
        new("The XML is malformed. It is kept as it came and stays in the UTM.", malformed.LineNumber, malformed.LinePosition, malformed)
        {
            MessageRu = $"Ошибка XML в строке {malformed.LineNumber}, символ {malformed.LinePosition}. Текст сохранён как есть, документ оставлен в УТМ.",
        };

    private static UnreadableXmlException Bodies(XmlReader reader, string what, string whatRu)
    {
        var position = (IXmlLineInfo)reader;
        return new UnreadableXmlException($"There is {what} in the envelope, one is expected. It is kept as it came and stays in the UTM.", position.LineNumber, position.LinePosition)
        {
            MessageRu = $"В конверте {whatRu}, ожидается один. Текст сохранён как есть, документ оставлен в УТМ.",
        };
    }
}
