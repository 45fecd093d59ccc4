using System.Xml;
using System.Xml.Schema;
using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>Reads elements no schema describes: text, or a record of what lies in them.</summary>
internal sealed class XmlReadAnything(XmlRead read)
{
    private static readonly XmlQualifiedName Anything = new("anyType", XmlSchema.Namespace);
    private readonly XmlReader reader = read.Reader;

    public object? Element()
    {
        SafeXml.Guard(reader);
        if (reader.HasAttributes)
        {
            if (read.IsNil())
            {
                SafeXml.Skip(reader);
                return null;
            }

            if (read.Settings.Types.Type(Anything) is { } any && read.Chosen(any) is { IsAnything: false } said) return read.Element(said);
        }

        var found = new XmlExtras();
        Attributes(found);
        var text = Content(found);
        var record = found.Values();
        if (record.Count == 0) return text;
        if (!string.IsNullOrWhiteSpace(text)) record.Add(XsdType.TextField, text.Trim());
        return record;
    }

    private void Attributes(XmlExtras found)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI is not ("http://www.w3.org/2000/xmlns/" or XmlSchema.InstanceNamespace)) found.Add("@" + reader.LocalName, reader.Value);
        }

        reader.MoveToElement();
    }

    private string Content(XmlExtras found)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return "";
        }

        var depth = reader.Depth;
        var text = "";
        reader.Read();
        while (reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                var name = reader.LocalName;
                found.Add(name, Element());
                continue;
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text += reader.Value;
            if (!reader.Read()) break;
        }

        reader.Read();
        return text;
    }
}
