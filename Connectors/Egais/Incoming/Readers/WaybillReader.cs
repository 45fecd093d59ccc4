using System.Xml;

namespace Connectors.Egais;

/// <summary>Reads a waybill of the third or fourth generation, position by position.</summary>
internal static class WaybillReader
{
    private static readonly RowShape Shape = new("Content", "Position");

    public static Waybill Read(XmlReader reader)
    {
        var walk = new BodyWalk(reader, Shape);
        var positions = walk.Rows().Select(Position).ToList();
        var header = walk.Head.Find("Header") ?? throw walk.Head.Lacks("Header");

        // Before the fourth generation the kind of unit stood in the head, for all positions.
        if (header.Value("UnitType") is { } unit) positions = [.. positions.Select(position => position with { Product = position.Product with { UnitType = unit } })];
        var date = header.RequiredDate("Date");
        return new Waybill(header.Required("Type"), header.Required("NUMBER"), date, header.Date("ShippingDate") ?? date)
        {
            Identity = walk.Head.Value("Identity"),
            Shipper = OrganisationReader.Required(header, "Shipper"),
            Consignee = OrganisationReader.Required(header, "Consignee"),
            Transport = Transport(header.Find("Transport")),
            Base = header.Value("Base"),
            Note = header.Value("Note"),
            VarFields = VarFields(header),
            Positions = positions,
        };
    }

    // Their places count: VarField3 stays the third when the second is not there.
    private static List<string> VarFields(XmlPart header)
    {
        List<string> fields = [.. Enumerable.Range(1, 3).Select(number => header.Value($"VarField{number}") ?? "")];
        while (fields.Count > 0 && fields[^1].Length == 0) fields.RemoveAt(fields.Count - 1);
        return fields;
    }

    private static WaybillTransport? Transport(XmlPart? transport) => transport is null ? null : new WaybillTransport
    {
        ChangeOwnership = transport.Value("ChangeOwnership") ?? "IsChange",
        TranType = transport.Value("TRAN_TYPE") ?? "",
        Company = transport.Value("TRAN_COMPANY"),
        TransportType = transport.Value("TRANSPORT_TYPE") ?? "car",
        RegNumber = transport.Value("TRANSPORT_REGNUMBER") ?? transport.Value("TRAN_CAR"),
        Trailer = transport.Value("TRAN_TRAILER"),
        Customer = transport.Value("TRAN_CUSTOMER"),
        Driver = transport.Value("TRAN_DRIVER"),
        LoadPoint = transport.Value("TRAN_LOADPOINT"),
        UnloadPoint = transport.Value("TRAN_UNLOADPOINT"),
        Redirect = transport.Value("TRAN_REDIRECT"),
        Forwarder = transport.Value("TRAN_FORWARDER"),
    };

    private static WaybillPosition Position(XmlPart position)
    {
        var product = ProductReader.Read(position.Find("Product") ?? throw position.Lacks("Product"));
        var origin = position.Find("InformF2");
        return new WaybillPosition(position.Required("Identity"), product, position.RequiredNumber("Quantity"))
        {
            PackId = position.Value("Pack_ID"),
            AlcPercent = position.Number("alcPercent"),
            AlcPercentMin = position.Number("alcPercentMin"),
            AlcPercentMax = position.Number("alcPercentMax"),
            Price = position.Number("Price") ?? 0,
            Party = position.Value("Party"),
            ExciseNumber = position.Value("EXCISE_NUMBER"),
            ExciseDate = position.Date("EXCISE_DATE"),
            ExciseSum = position.Number("EXCISE_SUM"),
            ExciseBase = position.Number("EXCISE_BS"),
            Ean13 = position.Value("EAN13"),
            FaRegId = position.Value("FARegId") ?? position.Find("InformF1")?.Value("RegId") ?? "",
            F2RegId = origin?.Value("F2RegId") ?? origin?.Find("InformF2Item")?.Value("F2RegId") ?? "",
            Boxes = MarksReader.Boxes(origin?.Find("MarkInfo") ?? position.Find("MarkInfo")),
            Trees = MarksReader.Trees(position.Find("boxInfo")),
        };
    }
}
