using System.Xml;
using System.Xml.Schema;
using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>Reads one element with parts: its attributes, its elements, its text.</summary>
internal sealed class XmlReadRecord(XmlRead read, XsdType type)
{
    private static readonly object Absent = new();
    private readonly XmlReader reader = read.Reader;
    private readonly XsdField[] fields = type.Fields.List;
    private XmlReadList?[]? lists;
    private XmlExtras? extras;
    private List<object?>? wild;
    private string? text;

    /// <summary>Reads the element as a record.</summary>
    public ConnectorRecord Record()
    {
        var values = Values();
        var record = new ConnectorRecord();
        for (var at = 0; at < fields.Length; at++)
        {
            if (!ReferenceEquals(values[at], Absent)) record.Add(fields[at].Name, values[at]);
            else if (fields[at] is { Repeats: true, InChoice: false, Element: { } element }) record.Add(fields[at].Name, new XmlReadList(read, element).Value());
        }

        foreach (var (name, value) in extras?.Values() ?? []) record.Add(name, value);
        return record;
    }

    /// <summary>Reads the element as a row: the values of the type's fields in their order, and what else was there.</summary>
    public object?[] Row(out ConnectorRecord? others)
    {
        var values = Values();
        for (var at = 0; at < values.Length; at++)
        {
            if (ReferenceEquals(values[at], Absent)) values[at] = null;
        }

        others = extras?.Values();
        return values;
    }

    private object?[] Values()
    {
        var values = new object?[fields.Length];
        Array.Fill(values, Absent);
        if (reader.HasAttributes) Attributes(values);
        Content(values);
        for (var at = 0; lists is not null && at < lists.Length; at++)
        {
            if (lists[at] is { } list) values[at] = list.Value();
        }

        if (type.Fields.TextAt is >= 0 and var place && text is not null) values[place] = type.Text is { } simple ? read.Value(simple, text) : text;
        if (wild is not null) (extras ??= new()).Add(XsdAny.Field, wild.Count == 1 ? wild[0] : wild);
        return values;
    }

    private void Attributes(object?[] values)
    {
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI is "http://www.w3.org/2000/xmlns/" or XmlSchema.InstanceNamespace) continue;
            var at = type.Fields.AttributeAt(reader.LocalName);
            if (at >= 0) values[at] = read.Value(fields[at].Attribute!.Type, reader.Value);
            else (extras ??= new()).Add("@" + reader.LocalName, reader.Value);
        }

        reader.MoveToElement();
    }

    private void Content(object?[] values)
    {
        if (reader.IsEmptyElement)
        {
            reader.Read();
            if (type.Text is not null) text = "";
            return;
        }

        var depth = reader.Depth;
        var expected = 0;
        reader.Read();
        while (reader.Depth > depth)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    expected = Child(values, expected);
                    continue;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                    text += reader.Value;
                    break;
            }

            if (!reader.Read()) break;
        }

        if (type.Text is not null) text ??= "";
        reader.Read();
    }

    private int Child(object?[] values, int expected)
    {
        var at = type.Fields.ElementAt(reader.LocalName, reader.NamespaceURI, expected);
        if (at < 0)
        {
            Unknown();
            return expected;
        }

        var field = fields[at];
        if (field.Repeats)
        {
            var list = (lists ??= new XmlReadList?[fields.Length])[at] ??= new XmlReadList(read, field.Element!);
            list.Item();
            return at;
        }

        values[at] = read.Element(field.Element!.Type, field.Element.Default);
        return at + 1;
    }

    private void Unknown()
    {
        if (type.HasAny)
        {
            (wild ??= []).Add(SafeXml.Outer(reader));
            return;
        }

        var name = reader.LocalName;
        (extras ??= new()).Add(name, new XmlReadAnything(read).Element());
    }
}
