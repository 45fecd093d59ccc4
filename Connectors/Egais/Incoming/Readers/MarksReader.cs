namespace Connectors.Egais;

/// <summary>Reads marks (<c>amc</c>, of beer <c>ms</c>) and boxes.</summary>
internal static class MarksReader
{
    private const string Mark = "amc";
    private const string BeerMark = "ms";

    /// <summary>All marks in an element, whatever lies around them.</summary>
    public static IReadOnlyList<string> All(XmlPart? element) => element is null ? [] : [.. Texts([element], Mark), .. Texts([element], BeerMark)];

    /// <summary>The marks of a position by the box that they lie in directly.</summary>
    public static IReadOnlyList<MarkBox> Boxes(XmlPart? markInfo)
    {
        var boxes = new List<MarkBox>();
        if (markInfo is null) return boxes;
        foreach (var box in markInfo.All("boxpos"))
        {
            var number = box.Value("boxnumber");
            var before = boxes.Count;
            Add(boxes, number, box.Parts);
            if (number is not null && boxes.Count == before) boxes.Add(new MarkBox(number, []));
        }

        Add(boxes, null, [.. markInfo.Parts.Where(part => !part.Is("boxpos"))]);
        return boxes;
    }

    /// <summary>How boxes lie in each other: the first number of a <c>boxtree</c> or <c>bl</c> is its own, what follows lies in it.</summary>
    public static IReadOnlyList<BoxTree> Trees(XmlPart? boxInfo) => boxInfo is null ? [] : [.. boxInfo.All("boxtree").SelectMany(Tree)];

    private static IEnumerable<BoxTree> Tree(XmlPart element)
    {
        var numbers = element.All("boxnum").Select(number => number.Text).Where(number => number.Length > 0).ToList();
        var inner = numbers.Skip(1).Select(number => new BoxTree(number, [])).Concat(element.All("bl").SelectMany(Tree)).ToList();
        return numbers.Count == 0 ? inner : [new BoxTree(numbers[0], inner)];
    }

    private static void Add(List<MarkBox> boxes, string? number, IReadOnlyList<XmlPart> parts)
    {
        var marks = Texts(parts, Mark);
        if (marks.Count > 0) boxes.Add(new MarkBox(number, marks));
        var beer = Texts(parts, BeerMark);
        if (beer.Count > 0) boxes.Add(new MarkBox(number, beer) { IsBeer = true });
    }

    private static List<string> Texts(IReadOnlyList<XmlPart> parts, string name) =>
        [.. parts.SelectMany(part => part.Is(name) ? [part] : part.Everywhere(name)).Select(mark => mark.Text).Where(text => text.Length > 0)];
}
