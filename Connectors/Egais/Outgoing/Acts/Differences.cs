using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The differences of an incoming waybill as a caller gave them.</summary>
/// <param name="Lines">The lines that could be found in the waybill.</param>
/// <param name="Kind">What they come to.</param>
internal sealed record Differences(IReadOnlyList<DifferenceLine> Lines, DifferenceKind Kind)
{
    /// <summary>Reads them against the positions of the waybill.</summary>
    public static Differences Read(IReadOnlyList<WaybillPosition> positions, ConnectorRecord extra, List<BuildProblem> problems)
    {
        var rows = new PayloadFields(extra, "", problems).Rows("differences", "Расхождения");
        if (rows.Count == 0) return new Differences([], DifferenceKind.None);
        var known = new Dictionary<string, WaybillPosition>(StringComparer.Ordinal);
        foreach (var position in positions) known.TryAdd(position.Identity, position);
        var lines = new List<DifferenceLine>();
        foreach (var row in rows)
        {
            var identity = row.Text("positionIdentity", "ИдентификаторПозиции") ?? "";
            if (known.TryGetValue(identity, out var position)) lines.Add(ReadLine(row, position));
            else if (identity.Length == 0) row.Problem("positionIdentity", "is missing", "не заполнено");
            else row.Problem("positionIdentity", $"'{identity}' is not a position of the waybill", $"в накладной нет позиции «{identity}»");
        }

        return new Differences(lines, KindOf(lines, known.Count));
    }

    private static DifferenceKind KindOf(List<DifferenceLine> lines, int positions)
    {
        if (!lines.Exists(line => line.IsDifferent)) return DifferenceKind.None;
        return lines.Where(line => line.RealQuantity == 0).DistinctBy(line => line.Position.Identity).Count() == positions ? DifferenceKind.All : DifferenceKind.Some;
    }

    private static DifferenceLine ReadLine(PayloadFields row, WaybillPosition position)
    {
        var rejected = row.Texts("rejectedMarks", "ОтклоненныеМарки").ToList();
        RejectedBoxes.Expand(row, position, rejected);

        // With marks the quantity follows from them; without a quantity and without marks nothing is known.
        var real = row.Number("realQuantity", "ФактическоеКоличество");
        if (real is null && rejected.Count == 0 && !row.Has("realQuantity", "ФактическоеКоличество")) row.Problem("realQuantity", "is missing", "не заполнено");
        return new DifferenceLine(position, real ?? position.Quantity - rejected.Count, rejected)
        {
            Path = row.PathOf(""),
            AlcPercent = row.Number("alcPercent", "КрепостьФактическая"),
            AlcPercentMin = row.Number("alcPercentMin", "КрепостьМинимальная"),
            AlcPercentMax = row.Number("alcPercentMax", "КрепостьМаксимальная"),
        };
    }
}
