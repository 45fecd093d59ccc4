namespace Connectors.Egais;

/// <summary>Boxes that were not accepted: an act names marks only, so they are expanded to theirs, with the boxes inside them.</summary>
internal static class RejectedBoxes
{
    public static void Expand(PayloadFields row, WaybillPosition position, List<string> rejected)
    {
        var already = rejected.ToHashSet(StringComparer.Ordinal);
        foreach (var (at, number) in row.Texts("rejectedBoxes", "ОтклоненныеУпаковки").Index())
        {
            var boxes = WithInner(number, position.Trees);
            var marks = position.Boxes.Where(box => box.Number is { } found && boxes.Contains(found)).SelectMany(box => box.Marks).ToList();
            if (marks.Count == 0) row.Problem($"rejectedBoxes[{at}]", "has no marks in this position", "у этой позиции нет марок в такой упаковке");
            rejected.AddRange(marks.Where(already.Add));
        }
    }

    private static HashSet<string> WithInner(string number, IReadOnlyList<BoxTree> trees)
    {
        var found = new HashSet<string>(StringComparer.Ordinal) { number };
        foreach (var tree in trees) Collect(tree, number, isInside: false, found);
        return found;
    }

    private static void Collect(BoxTree tree, string number, bool isInside, HashSet<string> found)
    {
        var inside = isInside || tree.Number == number;
        if (inside) found.Add(tree.Number);
        foreach (var inner in tree.Inner) Collect(inner, number, inside, found);
    }
}
