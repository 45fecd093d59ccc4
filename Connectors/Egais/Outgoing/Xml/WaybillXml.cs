using System.Xml.Linq;

namespace Connectors.Egais;

/// <summary>The body of a waybill: WayBill_v4 and WayBill_v3.</summary>
internal static class WaybillXml
{
    private static readonly XNamespace Ce = EgaisXml.Common;

    public static XElement Of(DocumentFormat format, Waybill waybill)
    {
        var b = format.Body;
        return new XElement(
            format.Name,
            EgaisXml.Optional(b + "Identity", waybill.Identity),
            new XElement(
                b + "Header",
                new XElement(b + "Type", waybill.Type),
                new XElement(b + "NUMBER", waybill.Number),
                new XElement(b + "Date", EgaisXml.Text(waybill.Date)),
                new XElement(b + "ShippingDate", EgaisXml.Text(waybill.ShippingDate)),
                waybill.Transport is { } transport ? Transport(format, transport) : null,
                waybill.Shipper is { } shipper ? new XElement(b + "Shipper", ParticipantXml.Of(shipper)) : null,
                waybill.Consignee is { } consignee ? new XElement(b + "Consignee", ParticipantXml.Of(consignee)) : null,
                EgaisXml.Optional(b + "Base", waybill.Base),
                EgaisXml.Optional(b + "Note", waybill.Note),
                waybill.VarFields.Select((text, at) => text.Length == 0 ? null : new XElement(b + $"VarField{at + 1}", text))),
            new XElement(b + "Content", waybill.Positions.Select(position => Position(b, position))));
    }

    // V3 names the vehicle TRAN_CAR and has no fields for the owner and the kind of transport.
    private static XElement Transport(DocumentFormat format, WaybillTransport transport)
    {
        var (b, isOld) = (format.Body, format.Generation < 4);
        return new XElement(
            b + "Transport",
            isOld ? null : new XElement(b + "ChangeOwnership", transport.ChangeOwnership),
            new XElement(b + "TRAN_TYPE", transport.TranType),
            EgaisXml.Optional(b + "TRAN_COMPANY", transport.Company),
            isOld ? null : new XElement(b + "TRANSPORT_TYPE", transport.TransportType),
            EgaisXml.Optional(b + (isOld ? "TRAN_CAR" : "TRANSPORT_REGNUMBER"), transport.RegNumber),
            EgaisXml.Optional(b + "TRAN_TRAILER", transport.Trailer),
            EgaisXml.Optional(b + "TRAN_CUSTOMER", transport.Customer),
            EgaisXml.Optional(b + "TRAN_DRIVER", transport.Driver),
            EgaisXml.Optional(b + "TRAN_LOADPOINT", transport.LoadPoint),
            EgaisXml.Optional(b + "TRAN_UNLOADPOINT", transport.UnloadPoint),
            EgaisXml.Optional(b + "TRAN_REDIRECT", transport.Redirect),
            EgaisXml.Optional(b + "TRAN_FORWARDER", transport.Forwarder));
    }

    private static XElement Position(XNamespace b, WaybillPosition position) => new(
        b + "Position",
        ParticipantXml.Of(b + "Product", position.Product),
        EgaisXml.Optional(b + "Pack_ID", position.PackId),
        new XElement(b + "Quantity", EgaisXml.Text(position.Quantity)),
        EgaisXml.Optional(b + "alcPercent", position.AlcPercent),
        EgaisXml.Optional(b + "alcPercentMin", position.AlcPercentMin),
        EgaisXml.Optional(b + "alcPercentMax", position.AlcPercentMax),
        new XElement(b + "Price", EgaisXml.Text(position.Price)),
        EgaisXml.Optional(b + "Party", position.Party),
        new XElement(b + "Identity", position.Identity),
        EgaisXml.Optional(b + "EXCISE_NUMBER", position.ExciseNumber),
        EgaisXml.Optional(b + "EXCISE_DATE", position.ExciseDate),
        EgaisXml.Optional(b + "EXCISE_SUM", position.ExciseSum),
        EgaisXml.Optional(b + "EXCISE_BS", position.ExciseBase),
        EgaisXml.Optional(b + "EAN13", position.Ean13),
        new XElement(b + "FARegId", position.FaRegId),
        new XElement(b + "InformF2", new XElement(Ce + "F2RegId", position.F2RegId), position.Boxes.Count == 0 ? null : new XElement(Ce + "MarkInfo", position.Boxes.Select(Box))),
        position.Trees.Count == 0 ? null : new XElement(b + "boxInfo", position.Trees.Select(tree => new XElement(b + "boxtree", Tree(tree)))));

    private static XElement Box(MarkBox box) => new(
        Ce + "boxpos",
        EgaisXml.Optional(Ce + "boxnumber", box.Number),
        box.Marks.Count == 0 ? null : new XElement(Ce + "amclist", box.Marks.Select(mark => new XElement(Ce + (box.IsBeer ? "ms" : "amc"), mark))));

    // Either levels (bl) or bare numbers may stand in a box, not both: levels wherever one of them holds boxes itself.
    private static IEnumerable<XElement> Tree(BoxTree tree) => tree.Inner.Any(inner => inner.Inner.Count > 0)
        ? [new XElement(Ce + "boxnum", tree.Number), .. tree.Inner.Select(inner => new XElement(Ce + "bl", Tree(inner)))]
        : [new XElement(Ce + "boxnum", tree.Number), .. tree.Inner.Select(inner => new XElement(Ce + "boxnum", inner.Number))];
}
