namespace Connectors.Transport.Soap;

/// <summary>The fields of a type, found by the names in an answer.</summary>
internal sealed class XsdFields
{
    private readonly Dictionary<string, int> byElement = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> byAttribute = new(StringComparer.Ordinal);

    public static readonly XsdFields None = new([]);

    public XsdFields(IReadOnlyList<XsdField> list)
    {
        List = [.. list];
        for (var at = 0; at < list.Count; at++)
        {
            var field = list[at];
            if (field.Attribute is { } attribute) byAttribute.TryAdd(attribute.Name.Name, at);
            else if (field.Element is { } element) byElement.TryAdd(element.Name.Name, at);
            else TextAt = at;
        }
    }

    public XsdField[] List { get; }

    /// <summary>Where the text stands, or -1.</summary>
    public int TextAt { get; } = -1;

    /// <summary>Where an element's value belongs, or -1. Services are careless about namespaces of inner elements, so a local name will do.</summary>
    public int ElementAt(string name, string space, int expected)
    {
        if (expected < List.Length && List[expected].Element is { } next && next.Name.Name == name && next.Name.Namespace == space) return expected;
        if (!byElement.TryGetValue(name, out var at)) return -1;
        if (List[at].Element!.Name.Namespace == space) return at;
        for (var other = at + 1; other < List.Length; other++)
        {
            if (List[other].Element is { } element && element.Name.Name == name && element.Name.Namespace == space) return other;
        }

        return at;
    }

    public int AttributeAt(string name) => byAttribute.TryGetValue(name, out var at) ? at : -1;
}
