using System.Xml;
using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>Writes attributes and content of one element by its type.</summary>
internal sealed class XmlWriteType(XmlWrite write, XmlWriter writer, XsdTypes types)
{
    public void Write(XsdElement element, object value, string path, int depth)
    {
        var declared = element.Type;
        var type = value is ConnectorRecord chosen ? Chosen(declared, chosen, path) : declared;
        if (type is null) return;
        if (type.IsAnything)
        {
            new XmlWriteAnything(write, writer).Content(value, path, depth);
            return;
        }

        if (type.IsAbstract)
        {
            write.Problem(path, $"needs {XsdType.TypeField}, one of {Names(types.Derived(type))}", $"нужно поле {XsdType.TypeField}, одно из {Names(types.Derived(type))}");
            return;
        }

        if (type != declared) WriteTypeAttribute(type);
        if (type.IsSimple) WriteText(type.Text!, value, element.Fixed, path);
        else if (type.Sole is { } sole && (value is not ConnectorRecord record || !record.Contains(sole.Field))) write.Element(sole, true, XmlWrite.Items(value) ?? [value], path, depth + 1);
        else if (value is ConnectorRecord fields) new XmlWriteRecord(write, writer, type).Write(fields, path, depth);
        else WriteBare(type, value, path);
    }

    // A type with text and attributes takes the text alone where no attribute is required.
    private void WriteBare(XsdType type, object value, string path)
    {
        if (type.Text is null && !type.IsMixed)
        {
            var shown = XsdWanted.Shown(value);
            write.Problem(path, $"{shown.Text} is not a record", $"{shown.TextRu} — не запись");
            return;
        }

        new XmlWriteRecord(write, writer, type).Write(new ConnectorRecord { { XsdType.TextField, value } }, path, 0);
    }

    private void WriteText(XsdSimple type, object value, string? only, string path)
    {
        var text = XsdWriting.Text(type, value, out var problem);
        if (problem is not null) write.Problem(path, problem.Text, problem.TextRu);
        else if (only is not null && text != only) write.Problem(path, $"only {only} is allowed", $"разрешено только {only}");
        else writer.WriteString(text);
    }

    private XsdType? Chosen(XsdType declared, ConnectorRecord record, string path)
    {
        if (!record.TryGet(XsdType.TypeField, out var asked) || asked is not string name || declared.Attributes.Any(attribute => attribute.Field == XsdType.TypeField)) return declared;
        var candidates = types.Derived(declared);
        var found = candidates.FirstOrDefault(type => type.Name.Name == name || $"{{{type.Name.Namespace}}}{type.Name.Name}" == name);
        if (found is null) write.Problem($"{path}.{XsdType.TypeField}", $"'{name}' is not one of {Names(candidates)}", $"«{name}» — не одно из {Names(candidates)}");
        return found;
    }

    private void WriteTypeAttribute(XsdType type)
    {
        writer.WriteStartAttribute("type", XmlWrite.Instance);
        writer.WriteQualifiedName(type.Name.Name, type.Name.Namespace);
        writer.WriteEndAttribute();
    }

    private static string Names(IReadOnlyList<XsdType> list) => list.Count == 0 ? "—" : string.Join(", ", list.Take(12).Select(type => type.Name.Name));
}
