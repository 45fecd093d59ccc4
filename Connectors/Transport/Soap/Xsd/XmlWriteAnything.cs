using System.Xml;
using System.Xml.Schema;
using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>Writes what no schema describes: XML given as text, and values by their own kinds.</summary>
internal sealed class XmlWriteAnything(XmlWrite write, XmlWriter writer)
{
    /// <summary>Writes elements given as XML text, one or a list.</summary>
    public void Fragments(object? value, string path)
    {
        foreach (var item in XmlWrite.Items(value) ?? [value])
        {
            if (item is not null) Fragment(ConnectorValues.ToText(item), path);
        }
    }

    /// <summary>Writes a value where anything may stand; its kind travels as xsi:type.</summary>
    public void Content(object? value, string path, int depth)
    {
        if (depth > XmlLimits.Depth - 8) write.Problem(path, "lies too deep", "слишком глубокая вложенность");
        else if (value is null) writer.WriteAttributeString("nil", XmlWrite.Instance, "true");
        else if (value is ConnectorRecord record) Record(record, path, depth);
        else if (XmlWrite.Items(value) is { } items) List(items, path, depth);
        else Simple(value, path);
    }

    private void Record(ConnectorRecord record, string path, int depth)
    {
        foreach (var (name, value) in record)
        {
            if (name == XsdType.TextField) writer.WriteString(ConnectorValues.ToText(value));
            else if (name == XsdAny.Field) Fragments(value, path);
            else foreach (var item in XmlWrite.Items(value) ?? [value]) Field(name, item, path, depth);
        }
    }

    private void Field(string name, object? value, string path, int depth)
    {
        writer.WriteStartElement(XmlConvert.EncodeLocalName(name), "");
        Content(value, $"{path}.{name}", depth + 1);
        writer.WriteEndElement();
    }

    private void List(IReadOnlyList<object?> items, string path, int depth)
    {
        for (var at = 0; at < items.Count; at++) Field("item", items[at], $"{path}[{at}]", depth);
    }

    private void Simple(object value, string path)
    {
        var text = value is DateTime or DateTimeOffset ? XsdDates.DateTimeText(value) : ConnectorValues.ToText(value);
        if (!XsdWriting.IsXml(text))
        {
            write.Problem(path, "it holds a character that XML cannot carry", "содержит знак, недопустимый в XML");
            return;
        }

        writer.WriteStartAttribute("type", XmlWrite.Instance);
        writer.WriteQualifiedName(TypeName(value), XmlSchema.Namespace);
        writer.WriteEndAttribute();
        writer.WriteString(text);
    }

    private void Fragment(string text, string path)
    {
        try
        {
            using var reader = SafeXml.Read(text);
            reader.MoveToContent();
            while (!reader.EOF) Copy(reader);
        }
        catch (XmlException)
        {
            write.Problem(path, "it is not one XML element", "это не один элемент XML");
        }
    }

    // Depth is looked at node by node; the writer alone would follow any depth.
    private void Copy(XmlReader reader)
    {
        SafeXml.Guard(reader);
        SafeXml.WriteNode(reader, writer);
        reader.Read();
    }

    private static string TypeName(object value) => value switch
    {
        bool => "boolean",
        long => "long",
        decimal => "decimal",
        DateTime or DateTimeOffset => "dateTime",
        byte[] => "base64Binary",
        _ => "string",
    };
}
