namespace Connectors.Egais;

/// <summary>A waybill with the F2 that its registration gave its positions. Pure.</summary>
/// <param name="Waybill">The waybill.</param>
/// <param name="WithoutF2">The positions that the registration does not know.</param>
/// <param name="RepeatedMarks">Marks that stand in it more than once, as they may be logged.</param>
internal sealed record WaybillJoin(Waybill Waybill, IReadOnlyList<string> WithoutF2, IReadOnlyList<string> RepeatedMarks)
{
    private const int ShownOfMark = 20;

    public static WaybillJoin Of(Waybill waybill, Registration registration)
    {
        var registered = registration.Positions.GroupBy(position => position.Identity, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        var positions = waybill.Positions.Select(position => registered.TryGetValue(position.Identity, out var own) ? position with { OwnF2RegId = own.F2RegId, BottlingDate = own.BottlingDate ?? position.BottlingDate } : position).ToList();
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<string> repeated = [];
        foreach (var mark in waybill.Positions.SelectMany(position => position.Boxes).SelectMany(box => box.Marks))
        {
            if (!seen.Add(mark)) repeated.Add(Shown(mark));
        }

        return new WaybillJoin(waybill with { Positions = positions }, [.. positions.Where(position => string.IsNullOrWhiteSpace(position.OwnF2RegId)).Select(position => position.Identity)], repeated);
    }

    private static string Shown(string mark) => mark.Length <= ShownOfMark ? $"{mark} ({mark.Length})" : $"{mark[..ShownOfMark]}… ({mark.Length})";
}
