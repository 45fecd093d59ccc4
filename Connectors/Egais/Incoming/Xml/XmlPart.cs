using System.Globalization;
using System.Xml;

namespace Connectors.Egais;

/// <summary>An element by its local name: text or parts. Lighter than a tree of LINQ to XML, and blind to namespaces and attributes on purpose.</summary>
internal sealed class XmlPart(string name, int line, int column)
{
    // Documents of the registry are ten levels deep, boxes in boxes some more; deeper ones are made to exhaust our stack.
    internal const int DeepestLevel = 64;

    private List<XmlPart>? parts;

    public string Name => name;

    /// <summary>The text without the white space around it; empty for an element with parts.</summary>
    public string Text { get; private set; } = "";

    public IReadOnlyList<XmlPart> Parts => parts ?? (IReadOnlyList<XmlPart>)[];

    public void Add(XmlPart part) => (parts ??= []).Add(part);

    /// <summary>The first part of a name; the registry is not consistent in its case (<c>WbRegID</c>).</summary>
    public XmlPart? Find(string partName)
    {
        if (parts is null) return null;
        foreach (var part in parts)
        {
            if (part.Is(partName)) return part;
        }

        return null;
    }

    public XmlPart? Find(string outer, string inner) => Find(outer)?.Find(inner);

    public IEnumerable<XmlPart> All(string partName) => Parts.Where(part => part.Is(partName));

    /// <summary>The parts of a name at any depth, in the document's order.</summary>
    public IEnumerable<XmlPart> Everywhere(string partName) => Parts.SelectMany(part => part.Is(partName) ? [part] : part.Everywhere(partName));

    public bool Is(string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of a part; null when it is not there or empty.</summary>
    public string? Value(string partName) => Find(partName)?.Text is { Length: > 0 } text ? text : null;

    public decimal? Number(string partName) => decimal.TryParse(Value(partName), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A date; a time or a zone behind it is cut off, since the registry's dates have neither.</summary>
    public DateOnly? Date(string partName) => Value(partName) is { Length: >= 10 } text && (text.Length == 10 || text[10] is 'T' or 'Z' or '+' or '-' or ' ') && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    public string Required(string partName) => Value(partName) ?? throw Lacks(partName);

    public decimal RequiredNumber(string partName) => Number(partName) ?? throw Lacks(partName);

    public DateOnly RequiredDate(string partName) => Date(partName) ?? throw Lacks(partName);

    /// <summary>The failure of an element that misses a field, or has something unreadable in it.</summary>
    public UnreadableXmlException Lacks(string partName)
    {
        var value = Value(partName);
        var (en, ru) = value is null ? ("has no", "нет") : ("has an unreadable", "нечитаемое поле");
        return new UnreadableXmlException($"'{Name}' {en} {partName}. Nothing is done with the document; ask its sender for a correct one.", line, column)
        {
            MessageRu = $"В элементе «{Name}» {ru} {partName}. Документ не обработан; запросите у отправителя исправленный.",
        };
    }

    /// <summary>Reads the element that the reader stands on and leaves it behind the end.</summary>
    public static XmlPart Read(XmlReader reader)
    {
        var position = reader as IXmlLineInfo;
        if (reader.Depth > DeepestLevel) throw TooDeep(position);
        var part = new XmlPart(reader.LocalName, position?.LineNumber ?? 0, position?.LinePosition ?? 0);
        var depth = reader.Depth;
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        if (isEmpty) return part;
        var text = "";
        while (reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element)
            {
                part.Add(Read(reader));
                continue;
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace) text += reader.Value;
            reader.Read();
        }

        reader.Read();
        part.Text = part.parts is null ? text.Trim() : "";
        return part;
    }

    /// <summary>Passes over the element that the reader stands on; it is checked as if it had been read.</summary>
    public static void Skim(XmlReader reader)
    {
        var depth = reader.Depth;
        var isEmpty = reader.IsEmptyElement;
        if (depth > DeepestLevel) throw TooDeep(reader as IXmlLineInfo);
        reader.Read();
        if (isEmpty) return;
        while (reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.Depth > DeepestLevel) throw TooDeep(reader as IXmlLineInfo);
            reader.Read();
        }

        reader.Read();
    }

    private static UnreadableXmlException TooDeep(IXmlLineInfo? position) =>
        new($"Elements lie in each other more than {DeepestLevel} levels deep. No document of the registry does; it is kept as it came.", position?.LineNumber ?? 0, position?.LinePosition ?? 0)
        {
            MessageRu = $"Вложенность элементов больше {DeepestLevel} уровней. В документах ЕГАИС так не бывает; документ сохранён как есть.",
        };
}
