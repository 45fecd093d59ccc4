namespace Connectors.Egais;

/// <summary>How far the acceptance of a waybill is.</summary>
/// <param name="Positions">Every position in the waybill's order.</param>
/// <param name="Duplicates">Marks that the waybill names more than once.</param>
internal sealed record WaybillProgress(IReadOnlyList<PositionProgress> Positions, IReadOnlyList<MarkDuplicate> Duplicates)
{
    public int Total => Positions.Sum(position => position.Total);

    public int Scanned => Positions.Sum(position => position.Scanned);

    public static WaybillProgress Of(WaybillMarkIndex index, IReadOnlySet<string> taken)
    {
        var missing = index.Positions.Select(_ => new List<string>()).ToList();
        foreach (var mark in index.Marks)
        {
            if (!taken.Contains(mark.Mark)) missing[mark.Position].Add(mark.Mark);
        }

        return new WaybillProgress([.. index.Positions.Select((position, at) => new PositionProgress(position, index.Totals[at], missing[at]))], index.Duplicates);
    }
}
