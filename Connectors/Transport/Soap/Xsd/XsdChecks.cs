using System.Xml;
using System.Xml.Schema;

namespace Connectors.Transport.Soap;

/// <summary>Asks the schema whether a text is one of a type: patterns, lengths and bounds included.</summary>
internal static class XsdChecks
{
    public static bool Fits(XsdSimple type, string text) => Problem(type, text) is null;

    /// <summary>Why a text is not of a type, or null.</summary>
    public static string? Problem(XsdSimple type, string text)
    {
        try
        {
            // Qualified names need their prefixes, which a text on its own does not have.
            if (type.Code is XmlTypeCode.QName or XmlTypeCode.Notation) return null;
            type.Datatype.ParseValue(text, new NameTable(), null);
            return null;
        }
        catch (Exception wrong) when (wrong is XmlSchemaException or FormatException or OverflowException or ArgumentException or InvalidCastException)
        {
            return wrong.Message;
        }
    }
}
