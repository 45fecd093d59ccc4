namespace Connectors.Egais;

/// <summary>Whether differences may be sent: an act can take less than was invoiced, mark by mark, and never more.</summary>
internal static class DifferencesCheck
{
    public static void Run(IReadOnlyList<DifferenceLine> lines, DocumentFormat format, OutgoingChecks checks)
    {
        foreach (var line in lines) Line(line, format, checks);
        checks.Unique(lines.Select(line => (At(line, "positionIdentity"), (string?)line.Position.Identity)), "stands in the differences twice", "позиция указана в расхождениях дважды");
        checks.Unique(lines.DistinctBy(line => line.Position.Identity).Select(line => (At(line, "positionIdentity"), line.Position.OwnF2RegId)), "has the same F2 as another position of the act", "та же справка 2, что и у другой позиции акта");
    }

    private static void Line(DifferenceLine line, DocumentFormat format, OutgoingChecks checks)
    {
        var (position, real) = (line.Position, line.RealQuantity);
        if (real < 0) checks.Add(At(line, "realQuantity"), "must not be less than 0", "не должно быть меньше 0");
        if (real > position.Quantity) checks.Add(At(line, "realQuantity"), "is more than was invoiced; put a surplus on balance by an act of charge-on", "больше, чем в накладной; излишки ставятся на баланс актом постановки");
        Marks(line, checks);
        foreach (var (name, value) in (ReadOnlySpan<(string, decimal?)>)[("alcPercent", line.AlcPercent), ("alcPercentMin", line.AlcPercentMin), ("alcPercentMax", line.AlcPercentMax)])
        {
            checks.Percent(At(line, name), value);
            if (value is not null && format.Generation < 4) checks.Add(At(line, name), "has no place in the format V3", "нет в формате V3");
        }
    }

    private static void Marks(DifferenceLine line, OutgoingChecks checks)
    {
        // Marks of beer have no place in an act: of such positions the quantity alone is told.
        var inWaybill = line.Position.Boxes.Where(box => !box.IsBeer).SelectMany(box => box.Marks).ToHashSet(StringComparer.Ordinal);
        foreach (var (at, mark) in line.Rejected.Index())
        {
            if (!inWaybill.Contains(mark)) checks.Add(At(line, $"rejectedMarks[{at}]"), "is not a mark of this position", "у этой позиции нет такой марки");
        }

        checks.Unique(line.Rejected.Select((mark, at) => (At(line, $"rejectedMarks[{at}]"), (string?)mark)), "stands in the act twice", "марка указана в акте дважды");
        var missing = line.Position.Quantity - line.RealQuantity;
        if (inWaybill.Count > 0 && missing >= 0 && line.Rejected.Count != missing) checks.Add(At(line, "rejectedMarks"), $"names {line.Rejected.Count} marks, but {EgaisXml.Text(missing)} units were not received", $"указано марок: {line.Rejected.Count}, а не получено единиц: {EgaisXml.Text(missing)}");
    }

    private static string At(DifferenceLine line, string name) => $"{line.Path}.{name}";
}
