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

        var record = new ConnectorRecord();
        Attributes(record);
        var text = Content(record);
        if (record.Count == 0) return text;
        if (!string.IsNullOrWhiteSpace(text)) record.Add(XsdType.TextField, text.Trim());
        return record;
    }

    private void Attributes(ConnectorRecord record)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI is not ("http://www.w3.org/2000/xmlns/" or XmlSchema.InstanceNamespace)) record.Add("@" + reader.LocalName, reader.Value);
        }

        reader.MoveToElement();
    }

    private string Content(ConnectorRecord record)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return "";
        }

        var depth = reader.Depth;
        var text = "";
        var repeated = new Dictionary<string, List<object?>>(StringComparer.Ordinal);
        reader.Read();
        while (reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                var name = reader.LocalName;
                Put(record, repeated, name, Element());
                continue;
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace) text += reader.Value;
            if (!reader.Read()) break;
        }

        reader.Read();
        foreach (var (name, list) in repeated) record[name] = list.TrueForAll(item => item is ConnectorRecord) ? TableOf(list) : list;
        return text;
    }

    private static object TableOf(List<object?> records)
    {
        var table = new XmlReadTable();
        foreach (var record in records) table.Add((ConnectorRecord)record!);
        return table.Value();
    }

    private static void Put(ConnectorRecord record, Dictionary<string, List<object?>> repeated, string name, object? value)
    {
        if (repeated.TryGetValue(name, out var list))
        {
            if (list.Count == ConnectorTable.MaxRows) throw SoapErrors.TooManyRows();
            list.Add(value);
        }
        else if (record.Names.Contains(name, StringComparer.Ordinal))
        {
            repeated.Add(name, [record[name], value]);
        }
        else
        {
            record.Add(name, value);
        }
    }
}
