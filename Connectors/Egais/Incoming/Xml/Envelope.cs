using System.Xml;

namespace Connectors.Egais;

/// <summary>The envelope of every document: Documents { Owner { FSRAR_ID }, Document { body } }, its parts in any order.</summary>
internal static class Envelope
{
    public const string Root = "Documents";

    /// <summary>Moves to the next body; on the way it takes the owner along. False on the end of the envelope.</summary>
    public static bool ToBody(XmlReader reader, ref string? owner)
    {
        if (reader is { Depth: 0, NodeType: XmlNodeType.Element, IsEmptyElement: false }) reader.Read();
        while (reader.Depth > 0)
        {
            if (reader.NodeType != XmlNodeType.Element) reader.Read();
            else if (reader.Depth > 1) return true;
            else if (reader.LocalName == "Owner") owner = XmlPart.Read(reader).Value("FSRAR_ID") ?? owner;
            else if (reader.LocalName == "Document") reader.Read();
            else XmlPart.Skim(reader);
        }

        return false;
    }
}
