using System.Xml;
using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>Gathers the values of one repeating element: a table when they are records, otherwise a list.</summary>
internal sealed class XmlReadList(XmlRead read, XsdElement element)
{
    private readonly XmlReader reader = read.Reader;
    private readonly XmlReadTable? table = element.Type.IsRecord ? new XmlReadTable(element.Type) : null;
    private readonly List<object?> items = [];

    /// <summary>Reads all of an element whose whole content is the repeating one.</summary>
    public object Content()
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            return Value();
        }

        var depth = reader.Depth;
        reader.Read();
        while (reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element) Item();
            else if (!reader.Read()) break;
        }

        reader.Read();
        return Value();
    }

    /// <summary>Reads the next of the repeating elements.</summary>
    public void Item()
    {
        if ((table?.Count ?? items.Count) == ConnectorTable.MaxRows) throw SoapErrors.TooManyRows();
        if (table is null)
        {
            items.Add(read.Element(element.Type, element.Default));
            return;
        }

        SafeXml.Guard(reader);
        var type = element.Type;
        if (reader.HasAttributes)
        {
            if (read.IsNil())
            {
                SafeXml.Skip(reader);
                table.AddEmpty();
                return;
            }

            type = read.Chosen(type);
        }

        if (type == element.Type)
        {
            var row = new XmlReadRecord(read, type).Row(out var others);
            table.Add(row, others);
        }
        else
        {
            table.Add(read.Element(type) as ConnectorRecord ?? []);
        }
    }

    /// <summary>What was gathered.</summary>
    public object Value() => table is null ? items : table.Value();
}
