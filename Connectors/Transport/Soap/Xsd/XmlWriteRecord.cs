using System.Xml;
using Cleverence.Connectivity;

namespace Connectors.Transport.Soap;

/// <summary>Writes a record as attributes and content of a complex type.</summary>
internal sealed class XmlWriteRecord(XmlWrite write, XmlWriter writer, XsdType type)
{
    public void Write(ConnectorRecord record, string path, int depth)
    {
        CheckNames(record, path);
        foreach (var attribute in type.Attributes) WriteAttribute(attribute, record, path);
        if (type.Text is not null || type.IsMixed) WriteText(record, path);
        if (type.Content is { } content) Group(content, record, path, depth + 1, required: true);
    }

    private void CheckNames(ConnectorRecord record, string path)
    {
        foreach (var name in record.Names)
        {
            if (name == XsdType.TypeField || (name == XsdAny.Field && type.HasAny) || Knows(name)) continue;
            write.Problem($"{path}.{name}", $"unknown; known: {Known()}", $"неизвестно; известны: {Known()}");
        }
    }

    private bool Knows(string name) => Array.Exists(type.Fields.List, field => Same(field.Name, name) || (field.Attribute is { } attribute && Same(attribute.Name.Name, name)));

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private string Known() => string.Join(", ", type.Fields.List.Take(20).Select(field => field.Name));

    private void WriteAttribute(XsdAttribute attribute, ConnectorRecord record, string path)
    {
        var given = record.TryGet(attribute.Field, out var value) || (!HasElement(attribute.Name.Name) && record.TryGet(attribute.Name.Name, out value));
        if (!given || value is null)
        {
            if (attribute.Required && (attribute.Fixed ?? attribute.Default) is null) write.Problem($"{path}.{attribute.Field}", "missing", "не передан");
            if ((attribute.Fixed ?? (attribute.Required ? attribute.Default : null)) is { } own) Put(attribute, own);
            return;
        }

        var text = XsdWriting.Text(attribute.Type, value, out var problem);
        if (problem is not null) write.Problem($"{path}.{attribute.Field}", problem.Text, problem.TextRu);
        else if (attribute.Fixed is { } only && text != only) write.Problem($"{path}.{attribute.Field}", $"only {only} is allowed", $"разрешено только {only}");
        else Put(attribute, text!);
    }

    private bool HasElement(string name) => Array.Exists(type.Fields.List, field => field.Element is not null && Same(field.Name, name));

    private void Put(XsdAttribute attribute, string text) => writer.WriteAttributeString(attribute.Name.Name, attribute.Name.Namespace, text);

    private void WriteText(ConnectorRecord record, string path)
    {
        var given = record.TryGet(XsdType.TextField, out var value);
        if (!given || value is null) return;
        if (type.Text is null)
        {
            writer.WriteString(ConnectorValues.ToText(value));
            return;
        }

        var text = XsdWriting.Text(type.Text, value, out var problem);
        if (problem is null) writer.WriteString(text);
        else write.Problem($"{path}.{XsdType.TextField}", problem.Text, problem.TextRu);
    }

    private void Group(XsdGroup group, ConnectorRecord record, string path, int depth, bool required)
    {
        if (group.Max > 1) Repeated(group, record, path, depth, required);
        else if (group.Kind == XsdGroupKind.Choice) Choice(group, record, path, depth, required);
        else if (required && group.Min > 0 || group.Elements.Any(element => record.Contains(element.Field))) Items(group.Items, record, path, depth);
    }

    private void Items(IReadOnlyList<XsdParticle> items, ConnectorRecord record, string path, int depth)
    {
        foreach (var item in items)
        {
            if (item is XsdGroup group) Group(group, record, path, depth, required: true);
            else if (item is XsdElement element) write.Element(element, record.TryGet(element.Field, out var value), value, $"{path}.{element.Field}", depth);
            else if (record.TryGet(XsdAny.Field, out var any)) new XmlWriteAnything(write, writer).Fragments(any, $"{path}.{XsdAny.Field}");
        }
    }

    private void Choice(XsdGroup group, ConnectorRecord record, string path, int depth, bool required)
    {
        var taken = group.Items.Where(item => Given(item, record)).ToList();
        // Null says "not this one" where callers send all names they know.
        if (taken.Count > 1) taken = [.. taken.Where(item => GivenValue(item, record))];
        var names = string.Join(", ", group.Elements.Select(element => element.Field));
        if (taken.Count > 1) write.Problem(path, $"give only one of {names}", $"передайте только одно из {names}");
        else if (taken.Count == 1) Items(taken, record, path, depth);
        else if (required && !group.MayBeEmpty) write.Problem(path, $"give one of {names}", $"передайте одно из {names}");
    }

    // Groups that repeat are given as one list for each element; the first of each, then the second of each.
    private void Repeated(XsdGroup group, ConnectorRecord record, string path, int depth, bool required)
    {
        var elements = group.Elements.ToList();
        var lists = elements.ConvertAll(element => record.TryGet(element.Field, out var value) ? XmlWrite.Items(value) ?? [value] : []);
        var most = lists.Count == 0 ? 0 : lists.Max(list => list.Count);
        if (required && most == 0 && !group.MayBeEmpty)
        {
            var names = string.Join(", ", elements.Select(element => element.Field));
            write.Problem(path, $"give {names}", $"передайте {names}");
        }

        for (var round = 0; round < most; round++)
        {
            for (var at = 0; at < elements.Count; at++)
            {
                var element = elements[at];
                if (round < lists[at].Count) write.Element(element, true, lists[at][round], $"{path}.{element.Field}[{round}]", depth);
                else if (group.Kind == XsdGroupKind.Sequence) write.Element(element, false, null, $"{path}.{element.Field}[{round}]", depth);
            }
        }

        if (record.TryGet(XsdAny.Field, out var any) && group.Items.Any(item => item is XsdAny)) new XmlWriteAnything(write, writer).Fragments(any, $"{path}.{XsdAny.Field}");
    }

    private static bool Given(XsdParticle item, ConnectorRecord record) => item switch
    {
        XsdElement element => record.Contains(element.Field),
        XsdGroup group => group.Elements.Any(element => record.Contains(element.Field)),
        _ => record.Contains(XsdAny.Field),
    };

    private static bool GivenValue(XsdParticle item, ConnectorRecord record) => item switch
    {
        XsdElement element => record[element.Field] is not null,
        XsdGroup group => group.Elements.Any(element => record[element.Field] is not null),
        _ => record[XsdAny.Field] is not null,
    };
}
