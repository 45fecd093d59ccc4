using System.Xml;

namespace Connectors.Egais;

/// <summary>What tells whose answer a document is. Read from its beginning only.</summary>
/// <param name="Element">The body element.</param>
internal sealed record DocumentTrace(string Element)
{
    // Documents, Document, the body, its header.
    private const int DeepestIdentity = 4;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreWhitespace = true, IgnoreProcessingInstructions = true };

    public string? Identity { get; init; }

    public string? TransportId { get; init; }

    public string? RegId { get; init; }

    public string? DocType { get; init; }

    public bool IsTicket => Element.Equals("Ticket", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads it; null when it is no document.</summary>
    public static DocumentTrace? Read(byte[] xml)
    {
        try
        {
            using var stream = new MemoryStream(xml, writable: false);
            using var reader = XmlReader.Create(stream, Settings);
            return Read(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static DocumentTrace? Read(XmlReader reader)
    {
        DocumentTrace? trace = null;
        var inDocument = false;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element) continue;
            if (reader.Depth == 1) inDocument = reader.LocalName == "Document";
            else if (inDocument && reader.Depth == 2) trace ??= new DocumentTrace(reader.LocalName);
            else if (inDocument && trace is not null && reader.Depth <= DeepestIdentity) trace = Take(trace, reader);
        }

        return trace;
    }

    private static DocumentTrace Take(DocumentTrace trace, XmlReader reader) => reader.LocalName switch
    {
        "Identity" when trace.Identity is null => trace with { Identity = Text(reader) },
        "TransportId" when trace.TransportId is null => trace with { TransportId = Text(reader) },
        "RegID" or "WBRegId" or "ActRegId" or "ACORegId" or "AWORegId" when trace.RegId is null => trace with { RegId = Text(reader) },
        "DocType" when trace.DocType is null => trace with { DocType = Text(reader) },
        _ => trace,
    };

    private static string? Text(XmlReader reader)
    {
        if (reader.IsEmptyElement) return null;
        var text = "";
        while (reader.Read() && reader.NodeType != XmlNodeType.EndElement)
        {
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) text += reader.Value;
        }

        return text.Trim() is { Length: > 0 } given ? given : null;
    }
}
