using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>Marks and boxes as callers write them and as they are kept.</summary>
internal static class MarkRecords
{
    // A pallet lies no deeper; a record that holds itself must not end the process.
    private const int Deepest = 16;

    public static ConnectorRecord Of(MarkBox box) => new() { ["number"] = box.Number, ["isBeer"] = box.IsBeer, ["marks"] = box.Marks.ToList<object?>() };

    public static ConnectorRecord Of(BoxTree tree) => new() { ["number"] = tree.Number, ["inner"] = tree.Inner.Select(Of).ToList<object?>() };

    /// <summary>The boxes of a position; marks that it names itself lie in no box.</summary>
    public static IReadOnlyList<MarkBox> ReadBoxes(PayloadFields position)
    {
        var boxes = position.Rows("boxes", "Коробки", "Упаковки").Select(box => Read(box, box.Text("number", "Номер", "НомерУпаковки"))).ToList();
        if (position.Has("marks", "Марки", "АкцизныеМарки")) boxes.Add(Read(position, null));
        return boxes;
    }

    public static IReadOnlyList<BoxTree> ReadTrees(PayloadFields position) => [.. position.Rows("trees", "ДеревоУпаковок").Select(tree => ReadTree(tree, 1))];

    /// <summary>Whether marks without a word of their kind are those of beer.</summary>
    public static bool AreBeer(IReadOnlyList<string> marks) => marks.Count > 0 && marks.All(mark => MarkPattern.IsBeer(mark));

    private static MarkBox Read(PayloadFields fields, string? number)
    {
        var marks = fields.Texts("marks", "Марки", "АкцизныеМарки");
        return new MarkBox(number, marks) { IsBeer = fields.Has("isBeer", "Пиво") ? fields.Flag("isBeer", "Пиво") : AreBeer(marks) };
    }

    private static BoxTree ReadTree(PayloadFields tree, int depth)
    {
        if (depth > Deepest) tree.Problem("", $"lies more than {Deepest} boxes deep", $"вложенность больше {Deepest} упаковок");
        return new BoxTree(tree.Text("number", "Номер") ?? "", depth > Deepest ? [] : [.. tree.Rows("inner", "Вложенные").Select(inner => ReadTree(inner, depth + 1))]);
    }
}
