using System.Xml;

namespace Connectors.Egais;

/// <summary>Reads the registration of a waybill: TTNInformF2Reg, or TTNInformBReg whose F2 are called B.</summary>
internal static class RegistrationReader
{
    private static readonly RowShape Shape = new("Content", "Position");

    public static Registration Read(XmlReader reader)
    {
        var walk = new BodyWalk(reader, Shape);
        var positions = walk.Rows().Select(Position).OfType<RegisteredPosition>().ToList();
        var header = walk.Head.Find("Header") ?? throw walk.Head.Lacks("Header");
        return new Registration(header.Required("WBRegId"), header.Required("WBNUMBER"), header.RequiredDate("WBDate"))
        {
            Identity = header.Value("Identity") ?? walk.Head.Value("Identity"),
            ShipperId = OrganisationReader.Read(header.Find("Shipper"))?.ClientRegId ?? "",
            ConsigneeId = OrganisationReader.Read(header.Find("Consignee"))?.ClientRegId ?? "",
            FixNumber = header.Value("EGAISFixNumber"),
            FixDate = header.Date("EGAISFixDate"),
            Positions = positions,
        };
    }

    // A position that gives no F2 registers nothing; the waybill then says which F2 it misses.
    private static RegisteredPosition? Position(XmlPart position) =>
        position.Value("Identity") is { } identity && (position.Value("InformF2RegId") ?? position.Value("InformBRegId")) is { } f2
            ? new RegisteredPosition(identity, f2) { BottlingDate = position.Date("BottlingDate") }
            : null;
}
