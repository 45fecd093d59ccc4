using System.Xml;
using System.Xml.Schema;
using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>Reads elements as values by their types. Lenient: what the schema does not know is kept, what is missing is left out.</summary>
/// <remarks>Every method begins with the reader on a start tag and ends behind its end tag.</remarks>
internal sealed class XmlRead(XmlReader reader, XmlReadSettings settings)
{
    private readonly string instance = reader.NameTable.Add(XmlSchema.InstanceNamespace);

    public XmlReader Reader => reader;

    public XmlReadSettings Settings => settings;

    /// <summary>The value of an element of a declared type.</summary>
    public object? Element(XsdType declared, string? onEmpty = null)
    {
        SafeXml.Guard(reader);
        var type = declared;
        if (reader.HasAttributes)
        {
            if (IsNil())
            {
                SafeXml.Skip(reader);
                return null;
            }

            type = Chosen(declared);
        }

        if (type.IsSimple) return Simple(type.Text!, onEmpty);
        if (type.IsAnything) return new XmlReadAnything(this).Element();
        if (type.Sole is { } sole) return new XmlReadList(this, sole).Content();
        return new XmlReadRecord(this, type).Record();
    }

    public bool IsNil() => reader.GetAttribute("nil", instance) is { } nil && nil.Trim() is "true" or "1";

    /// <summary>The type an element says it is of, if it is one that may stand here.</summary>
    public XsdType Chosen(XsdType declared)
    {
        if (reader.GetAttribute("type", instance) is not { } said || NameOf(said) is not { } name) return declared;
        var found = settings.Types.Type(name);
        return found is not null && settings.Types.IsFrom(found, declared) ? found : declared;
    }

    /// <summary>The value of a text by a simple type.</summary>
    public object? Value(XsdSimple type, string text)
    {
        var value = type is { Item: null, Members.Count: 0 } && type.Kind == ValueKind.String ? Trimmed(type, text) : XsdReading.Value(type, text);
        return settings.EmptyDateIsNull && value is DateTime { Ticks: 0 } ? null : value;
    }

    /// <summary>The text of the element, whatever lies in it.</summary>
    public string Text()
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return "";
        }

        var depth = reader.Depth;
        reader.Read();
        var text = reader.NodeType == XmlNodeType.EndElement ? "" : reader.NodeType == XmlNodeType.Element ? "" : reader.ReadContentAsString();
        // Markup inside a text has no meaning for us; its own text has.
        while (reader.Depth > depth)
        {
            SafeXml.Guard(reader);
            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA) text += reader.Value;
            if (!reader.Read()) break;
        }

        reader.Read();
        return text;
    }

    private object? Simple(XsdSimple type, string? onEmpty)
    {
        if (type.Kind == ValueKind.Binary || type.Code == XmlTypeCode.AnyUri) return new XmlReadBytes(this).Element(type);
        var text = Text();
        if (text.Length == 0 && onEmpty is not null) text = onEmpty;
        // An empty element where a number or date belongs is how careless systems say "none".
        return text.Length == 0 && type.Kind is not (null or ValueKind.String or ValueKind.List) ? null : Value(type, text);
    }

    private static string Trimmed(XsdSimple type, string text) => type.Code is XmlTypeCode.String or XmlTypeCode.NormalizedString ? text : text.Trim();

    private XmlQualifiedName? NameOf(string text)
    {
        text = text.Trim();
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var space = reader.LookupNamespace(colon < 0 ? "" : text[..colon]);
        return space is null ? null : new XmlQualifiedName(text[(colon + 1)..], space);
    }
}
