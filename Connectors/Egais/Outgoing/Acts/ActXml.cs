using System.Xml.Linq;

namespace Connectors.Egais;

/// <summary>The act on a waybill: WayBillAct_v4 and WayBillAct_v3.</summary>
internal static class ActXml
{
    private const string Leave = "None";
    private static readonly XNamespace Ce = EgaisXml.Common;

    public static XElement Of(DocumentFormat format, BuildOrder order, string identity, List<BuildProblem> problems)
    {
        var (b, checks) = (format.Body, new OutgoingChecks(problems));
        var extra = ActExtra.Read(order, checks, problems);
        var positions = PositionsOf(order.Document, checks);
        var (verdict, lines) = Verdict(format, order, positions, checks, problems);
        return new XElement(
            format.Name,
            new XElement(b + "Identity", identity),
            new XElement(
                b + "Header",
                new XElement(b + "IsAccept", verdict),
                new XElement(b + "ACTNUMBER", extra.Number),
                new XElement(b + "ActDate", EgaisXml.Text(extra.Date)),
                new XElement(b + "WBRegId", RegIds.Of(order, checks)),
                EgaisXml.Optional(b + "Note", extra.Note)),
            verdict == "Differences" ? new XElement(b + "Content", lines.Select(line => Position(b, line))) : null,
            format.Generation < 4 ? null : Transport(b, order, verdict, checks, problems));
    }

    // A waybill that came to us is answered only when the registration has brought the F2 of every position.
    private static IReadOnlyList<WaybillPosition> PositionsOf(EgaisDocument? document, OutgoingChecks checks)
    {
        if (document?.Kind != EgaisDocumentKind.IncomingWaybill) return [];
        var positions = WaybillRecords.Read(document.Payload, []).Positions;
        foreach (var (at, _) in positions.Index().Where(entry => string.IsNullOrEmpty(entry.Item.OwnF2RegId)))
        {
            checks.Add($"positions[{at}].ownF2RegId", "is missing: the registration of the waybill named no new F2 for this position (F2_MISSING)", "нет новой справки 2: её не было в уведомлении о регистрации движения (F2_MISSING)");
        }

        return positions;
    }

    private static (string Verdict, IReadOnlyList<DifferenceLine> Lines) Verdict(DocumentFormat format, BuildOrder order, IReadOnlyList<WaybillPosition> positions, OutgoingChecks checks, List<BuildProblem> problems)
    {
        if (order.Operation == EgaisOperation.ActReject) return ("Rejected", []);
        var differences = Differences.Read(positions, order.Extra, problems);
        var lines = differences.Lines.Where(line => line.IsDifferent).ToList();
        if (order.Operation == EgaisOperation.ActAccept)
        {
            if (differences.Kind != DifferenceKind.None) checks.Add("differences", "stand with an act that accepts everything; ask for ConfirmReceiptDifferences", "указаны в акте подтверждения; нужно действие ConfirmReceiptDifferences");
            return ("Accepted", []);
        }

        DifferencesCheck.Run(lines, format, checks);
        if (differences.Kind == DifferenceKind.None) checks.Add("differences", "hold no position that differs; ask for ConfirmReceiptAccept", "нет ни одной позиции с расхождением; нужно действие ConfirmReceiptAccept");

        // The registry does not take an act of differences in which nothing came.
        return differences.Kind == DifferenceKind.All ? ("Rejected", []) : ("Differences", lines);
    }

    private static XElement Position(XNamespace b, DifferenceLine line) => new(
        b + "Position",
        new XElement(b + "Identity", line.Position.Identity),
        new XElement(b + "InformF2RegId", line.Position.OwnF2RegId),
        new XElement(b + "RealQuantity", EgaisXml.Text(line.RealQuantity)),
        EgaisXml.Optional(b + "alcPercent", line.AlcPercent),
        EgaisXml.Optional(b + "alcPercentMin", line.AlcPercentMin),
        EgaisXml.Optional(b + "alcPercentMax", line.AlcPercentMax),
        line.Rejected.Count == 0 ? null : new XElement(b + "MarkInfo", line.Rejected.Select(mark => new XElement(Ce + "amc", mark))));

    private static XElement? Transport(XNamespace b, BuildOrder order, string verdict, OutgoingChecks checks, List<BuildProblem> problems)
    {
        var asked = new PayloadFields(order.Extra, "", problems).Text("changeOwnership", "СменаСобственника");
        if (asked is not null) checks.OneOf("changeOwnership", asked, "IsChange", "NotChange", Leave);
        return asked == Leave || (asked is null && order.Formats.OmitChangeOwnership) ? null : new XElement(b + "Transport", new XElement(b + "ChangeOwnership", asked ?? (verdict == "Rejected" ? "NotChange" : "IsChange")));
    }
}
