using System.Runtime.InteropServices;

namespace Connectors.Egais;

/// <summary>Builds the index of a waybill's marks and boxes.</summary>
internal sealed class WaybillIndexing
{
    private readonly List<IndexedMark> table = [];
    private readonly Dictionary<string, int> marks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BoxNode> boxes = new(StringComparer.Ordinal);
    private readonly List<MarkDuplicate> duplicates = [];

    public WaybillMarkIndex Read(IReadOnlyList<WaybillPosition> positions)
    {
        for (var at = 0; at < positions.Count; at++)
        {
            foreach (var box in positions[at].Boxes) Read(positions, at, box);
            foreach (var tree in positions[at].Trees) Read(at, tree);
        }

        return new WaybillMarkIndex(positions, table, marks, boxes, duplicates);
    }

    private void Read(IReadOnlyList<WaybillPosition> positions, int at, MarkBox box)
    {
        var number = Number(box.Number);
        var node = number is null ? null : NodeOf(number, at);
        foreach (var text in box.Marks)
        {
            var mark = box.IsBeer ? MarkText.Parse(text).Value : text.Trim();
            if (marks.TryAdd(mark, table.Count))
            {
                node?.Marks.Add(table.Count);
                table.Add(new IndexedMark(mark, at, number));
            }
            else
            {
                duplicates.Add(new MarkDuplicate(mark, positions[table[marks[mark]].Position].Identity, positions[at].Identity));
            }
        }
    }

    private void Read(int at, BoxTree tree)
    {
        var waiting = new Stack<BoxTree>([tree]);
        while (waiting.TryPop(out var outer))
        {
            var node = Number(outer.Number) is { } number ? NodeOf(number, at) : null;
            foreach (var inner in outer.Inner)
            {
                if (Number(inner.Number) is { } within) node?.Inner.Add(NodeOf(within, at));
                waiting.Push(inner);
            }
        }
    }

    private BoxNode NodeOf(string number, int position)
    {
        var node = CollectionsMarshal.GetValueRefOrAddDefault(boxes, number, out _) ??= new BoxNode();
        node.NamedIn(position);
        return node;
    }

    private static string? Number(string? text) => text?.Trim() is { Length: > 0 } number ? number : null;
}
