namespace Connectors.Egais;

/// <summary>Boxes that were not accepted: an act names marks only, so they are expanded to theirs, with the boxes inside them. Marks of beer have no place in an act.</summary>
internal static class RejectedBoxes
{
    public static void Expand(PayloadFields row, WaybillPosition position, List<string> rejected)
    {
        var already = rejected.ToHashSet(StringComparer.Ordinal);
        foreach (var (at, number) in row.Texts("rejectedBoxes", "ОтклоненныеУпаковки").Index())
        {
            var boxes = WithInner(number, position.Trees);
            var found = position.Boxes.Where(box => box.Number is { } inside && boxes.Contains(inside)).ToList();
            var marks = found.Where(box => !box.IsBeer).SelectMany(box => box.Marks);
            if (!found.Exists(box => box.Marks.Count > 0)) row.Problem($"rejectedBoxes[{at}]", "has no marks in this position", "у этой позиции нет марок в такой упаковке");
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
