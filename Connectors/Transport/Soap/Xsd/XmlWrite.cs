using System.Xml;
using System.Xml.Schema;
using Cleverence.Connectivity;
using Connectors.Transport.Arguments;

namespace Connectors.Transport.Soap;

/// <summary>Writes arguments as the schema wants them. What does not fit is collected, so that a caller reads all of it at once.</summary>
internal sealed class XmlWrite(XmlWriter writer, XsdTypes types)
{
    public const string Instance = XmlSchema.InstanceNamespace;

    /// <summary>Everything that does not fit; what was written is of no use then.</summary>
    public List<ArgumentProblem> Problems { get; } = [];

    /// <summary>Writes an element once for each of its values.</summary>
    /// <param name="element">The element.</param>
    /// <param name="given">Whether there is a value at all; null is one.</param>
    /// <param name="value">The value: of an element that repeats, a list or a table.</param>
    /// <param name="path">Where the value stands, for errors.</param>
    /// <param name="depth">How deep.</param>
    public void Element(XsdElement element, bool given, object? value, string path, int depth)
    {
        if (element.Max > 1 && Items(value) is { } items)
        {
            if (items.Count < element.Min) Problem(path, $"{items.Count} given, at least {element.Min} wanted", $"передано {items.Count}, нужно не меньше {element.Min}");
            if (items.Count > element.Max) Problem(path, $"{items.Count} given, at most {element.Max} allowed", $"передано {items.Count}, разрешено не больше {element.Max}");
            for (var at = 0; at < items.Count; at++) One(element, items[at], $"{path}[{at}]", depth);
        }
        else if (given && (value is not null || element.Nillable))
        {
            One(element, value, path, depth);
        }
        else
        {
            Absent(element, path);
        }
    }

    /// <summary>The values of something that repeats, or null for one value.</summary>
    public static IReadOnlyList<object?>? Items(object? value) => value switch
    {
        byte[] => null,
        ConnectorTable { IsStream: false } table => [.. table.Rows.Select(row => Row(table, row))],
        IReadOnlyList<object?> list => list,
        _ => null,
    };

    public void Problem(string path, string text, string textRu)
    {
        path = path.TrimStart('.');
        Problems.Add(new($"{path}: {text}", $"{path}: {textRu}"));
    }

    private void Absent(XsdElement element, string path)
    {
        if (element.Fixed is not null && element.Min > 0) writer.WriteElementString(element.Name.Name, element.Name.Namespace, element.Fixed);
        else if (element.Default is not null && element.Min > 0) writer.WriteElementString(element.Name.Name, element.Name.Namespace, element.Default);
        else if (element.Min == 0) return;
        else if (element.Nillable) Nil(element);
        else if (!Emptiable(element)) Problem(path, "missing", "не передан");
        else writer.WriteElementString(element.Name.Name, element.Name.Namespace, "");
    }

    // A required wrapper around a list that may be empty is simply written empty.
    private static bool Emptiable(XsdElement element) => element.Type.Sole is not null && element.Type.Content!.MayBeEmpty;

    private void One(XsdElement element, object? value, string path, int depth)
    {
        if (depth > XmlLimits.Depth - 8)
        {
            Problem(path, "lies too deep", "слишком глубокая вложенность");
        }
        else if (value is null)
        {
            if (element.Nillable) Nil(element);
            else if (element.Min > 0) Problem(path, "missing", "не передан");
        }
        else
        {
            writer.WriteStartElement(element.Name.Name, element.Name.Namespace);
            new XmlWriteType(this, writer, types).Write(element, value, path, depth);
            writer.WriteEndElement();
        }
    }

    private void Nil(XsdElement element)
    {
        writer.WriteStartElement(element.Name.Name, element.Name.Namespace);
        writer.WriteAttributeString("nil", Instance, "true");
        writer.WriteEndElement();
    }

    private static ConnectorRecord Row(ConnectorTable table, object?[] row)
    {
        var record = new ConnectorRecord();
        // A cell without a value is one that was left out: whether it becomes nil or nothing is for the schema to say.
        for (var at = 0; at < row.Length; at++)
        {
            if (row[at] is not null) record.Add(table.Columns[at].Name, row[at]);
        }

        return record;
    }
}
