using System.Xml.Linq;

namespace Connectors.Egais;

/// <summary>Acts on stock in XML: write-offs, charge-ons, transfers between registers, marks on balance.</summary>
internal static class StockXml
{
    private static readonly XNamespace Ce = EgaisXml.Common;
    private static readonly XNamespace Pref = EgaisXml.Product;
    private static readonly XNamespace Iab = EgaisXml.Origin;

    public static XElement Of(DocumentFormat format, BuildOrder order, string identity, List<BuildProblem> problems)
    {
        var act = StockAct.Read(order, problems);
        StockCheck.Run(act, order.Operation, format, new OutgoingChecks(problems));
        var b = format.Body;
        return new XElement(
            format.Name,
            new XElement(b + "Identity", identity),
            new XElement(b + "Header", Header(b, order.Operation, act)),
            new XElement(b + "Content", act.Positions.Select(position => new XElement(b + "Position", new XElement(b + "Identity", position.Identity), Position(format, order.Operation, position)))));
    }

    private static IEnumerable<XElement?> Header(XNamespace b, EgaisOperation operation, StockAct act) => operation switch
    {
        EgaisOperation.WriteOffRegister1 or EgaisOperation.WriteOffRegister2 =>
            [new(b + "ActNumber", act.Number), new(b + "ActDate", EgaisXml.Text(act.Date)), new(b + "TypeWriteOff", act.Type), EgaisXml.Optional(b + "Note", act.Note)],
        EgaisOperation.ChargeOnRegister1 or EgaisOperation.ChargeOnRegister2 =>
            [new(b + "Number", act.Number), new(b + "ActDate", EgaisXml.Text(act.Date)), new(b + "TypeChargeOn", act.Type), EgaisXml.Optional(b + "ActWriteOff", act.ActWriteOff), EgaisXml.Optional(b + "Note", act.Note)],
        EgaisOperation.TransferToShop or EgaisOperation.TransferFromShop =>
            [new(b + "TransferNumber", act.Number), new(b + "TransferDate", EgaisXml.Text(act.Date)), EgaisXml.Optional(b + "Note", act.Note)],
        _ => [new(b + "Number", act.Number), new(b + "ActDate", EgaisXml.Text(act.Date)), EgaisXml.Optional(b + "Note", act.Note)],
    };

    private static IEnumerable<XElement?> Position(DocumentFormat format, EgaisOperation operation, StockPosition position)
    {
        var b = format.Body;
        return operation switch
        {
            EgaisOperation.WriteOffRegister1 => [WrittenOff(format, position), EgaisXml.Optional(b + "SumSale", position.SumSale), Batch(b, position), Marks(b + "MarkCodeInfo", Ce + (position.IsBeer ? "ms" : "amc"), position.Marks)],
            EgaisOperation.WriteOffRegister2 => [Product(b, position), EgaisXml.Optional(b + "Quantity", position.Quantity), EgaisXml.Optional(b + "SumSale", position.SumSale), BareMarks(b, position)],
            EgaisOperation.ChargeOnRegister1 =>
            [
                Product(b, position), EgaisXml.Optional(b + "Quantity", position.Quantity), EgaisXml.Optional(b + "alcPercent", position.AlcPercent), EgaisXml.Optional(b + "alcPercentMin", position.AlcPercentMin), EgaisXml.Optional(b + "alcPercentMax", position.AlcPercentMax),
                Origin(b, position.Origin), BareMarks(b, position),
            ],
            EgaisOperation.ChargeOnRegister2 => [Product(b, position), EgaisXml.Optional(b + "Quantity", position.Quantity)],
            EgaisOperation.TransferToShop or EgaisOperation.TransferFromShop => [EgaisXml.Optional(b + "ProductCode", position.Product?.AlcCode), EgaisXml.Optional(b + "Quantity", position.Quantity), new XElement(b + "InformF2", EgaisXml.Optional(Pref + "F2RegId", position.F2RegId))],
            _ => [EgaisXml.Optional(b + "Inform2RegId", position.F2RegId), Marks(b + "MarkInfo", Ce + "amc", position.Marks)],
        };
    }

    private static XElement? WrittenOff(DocumentFormat format, StockPosition position)
    {
        var b = format.Body;
        if (format.Generation < 4) return EgaisXml.Optional(b + "Quantity", position.Quantity);
        return new XElement(b + "writeoffvolume", position.Volume is { } volume ? new XElement(b + "volume", EgaisXml.Text(volume)) : EgaisXml.Optional(b + "Quantity", position.Quantity));
    }

    private static XElement Batch(XNamespace b, StockPosition position) => new(
        b + "InformF1F2",
        position.F2RegId is { } f2 ? new XElement(b + "InformF2", new XElement(Pref + "F2RegId", f2)) : new XElement(b + "InformF1", EgaisXml.Optional(Pref + "RegId", position.F1RegId)));

    private static XElement? Product(XNamespace b, StockPosition position) => position.Product is { } product ? ParticipantXml.Of(b + "Product", product) : null;

    private static XElement Origin(XNamespace b, StockOrigin? origin) => new(
        b + "InformF1F2",
        new XElement(
            b + "InformF1F2Reg",
            new XElement(
                b + "InformF1",
                EgaisXml.Optional(Iab + "Quantity", origin?.Quantity),
                EgaisXml.Optional(Iab + "BottlingDate", origin?.BottlingDate),
                EgaisXml.Optional(Iab + "TTNNumber", origin?.TtnNumber),
                EgaisXml.Optional(Iab + "TTNDate", origin?.TtnDate),
                EgaisXml.Optional(Iab + "EGAISFixNumber", origin?.FixNumber),
                EgaisXml.Optional(Iab + "EGAISFixDate", origin?.FixDate))));

    // In these two types the schema gives the marks no namespace, unlike everything around them.
    private static XElement? BareMarks(XNamespace b, StockPosition position) => Marks(b + "MarkCodeInfo", "MarkCode", position.Marks);

    private static XElement? Marks(XName name, XName mark, IReadOnlyList<string> marks) => marks.Count == 0 ? null : new XElement(name, marks.Select(text => new XElement(mark, text)));
}
