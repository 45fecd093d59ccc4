namespace Connectors.Egais;

/// <summary>The marks and boxes of a waybill, to be found by what is scanned. Immutable and thread-safe.</summary>
internal sealed class WaybillMarkIndex
{
    private readonly Dictionary<string, int> marks;
    private readonly Dictionary<string, BoxNode> boxes;
    private readonly IReadOnlyList<IndexedMark> table;

    internal WaybillMarkIndex(IReadOnlyList<WaybillPosition> positions, IReadOnlyList<IndexedMark> table, Dictionary<string, int> marks, Dictionary<string, BoxNode> boxes, IReadOnlyList<MarkDuplicate> duplicates)
    {
        (Positions, this.table, this.marks, this.boxes, Duplicates) = (positions, table, marks, boxes, duplicates);
        var counts = new int[positions.Count];
        foreach (var mark in table) counts[mark.Position]++;
        Totals = counts;
    }

    public IReadOnlyList<WaybillPosition> Positions { get; }

    /// <summary>Every mark, in the waybill's order.</summary>
    public IReadOnlyList<IndexedMark> Marks => table;

    /// <summary>How many marks each position has.</summary>
    public IReadOnlyList<int> Totals { get; }

    /// <summary>Marks named more than once: <c>MARK_DUPLICATE</c>.</summary>
    public IReadOnlyList<MarkDuplicate> Duplicates { get; }

    public static WaybillMarkIndex Of(Waybill waybill) => new WaybillIndexing().Read(waybill.Positions);

    /// <summary>What a scanned code is to this waybill.</summary>
    /// <param name="code">The text as it was scanned.</param>
    /// <param name="taken">The marks taken so far; null where that does not matter.</param>
    public MarkMatch Find(string code, IReadOnlySet<string>? taken = null)
    {
        var read = MarkText.Parse(code);

        // What the waybill names is found even when it is of no known form.
        if (marks.TryGetValue(read.Value, out var at)) return Of(read, table[at], taken);
        if (boxes.TryGetValue(read.Value, out var box)) return Of(read, box, taken);
        return new MarkMatch(read.Fault switch
        {
            MarkFault.WrongLayout => MarkOutcome.WrongLayout,
            MarkFault.BadFormat => MarkOutcome.BadFormat,
            _ => MarkOutcome.NotInDocument,
        }, read);
    }

    /// <summary>The mark with exactly this text; null when the waybill has none.</summary>
    public IndexedMark? FindMark(string mark) => marks.TryGetValue(mark, out var at) ? table[at] : null;

    private MarkMatch Of(in ParsedMark read, in IndexedMark mark, IReadOnlySet<string>? taken)
    {
        var isTaken = taken?.Contains(mark.Mark) == true;
        return new MarkMatch(isTaken ? MarkOutcome.AlreadyScanned : mark.Box is null ? MarkOutcome.Found : MarkOutcome.FoundInBox, read)
        {
            Position = Positions[mark.Position], Box = mark.Box, Marks = [mark], Left = isTaken ? 0 : 1,
        };
    }

    private MarkMatch Of(in ParsedMark read, BoxNode box, IReadOnlySet<string>? taken)
    {
        var (inside, positions) = Open(box);
        var left = taken is null ? inside.Count : inside.Count(mark => !taken.Contains(mark.Mark));
        return new MarkMatch(inside.Count > 0 && left == 0 ? MarkOutcome.AlreadyScanned : MarkOutcome.Found, read)
        {
            Position = positions.Count == 1 ? Positions[positions.First()] : null, Marks = inside, Left = left,
        };
    }

    // Boxes are opened when they are scanned: keeping the marks of every level would cost a deep nesting dearly. A box that is said to lie in itself is opened once.
    private (List<IndexedMark> Marks, HashSet<int> Positions) Open(BoxNode outer)
    {
        var (inside, positions, seen, waiting) = (new List<int>(), new HashSet<int>(), new HashSet<BoxNode> { outer }, new Stack<BoxNode>([outer]));
        while (waiting.TryPop(out var box))
        {
            inside.AddRange(box.Marks);
            positions.UnionWith(box.Positions);
            foreach (var inner in box.Inner)
            {
                if (seen.Add(inner)) waiting.Push(inner);
            }
        }

        inside.Sort();
        return ([.. inside.Select(at => table[at])], positions);
    }
}
