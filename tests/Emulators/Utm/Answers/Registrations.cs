using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>What the registry adds to a waybill: its number, the new batches and where they came from.</summary>
internal static class Registrations
{
    public static XElement Notice(UtmWorld world, RegisteredWaybill waybill)
    {
        var own = new Xml("TTNInformF2Reg");
        return Xml.Body("TTNInformF2Reg", Header(world, waybill, own), own.Of("Content", waybill.Positions.Select(one =>
            own.Of("Position", own.Of("Identity", one.Identity), own.Of("InformF2RegId", one.NewF2), own.Of("BottlingDate", Xml.Day(one.Bottled))))));
    }

    public static XElement History(UtmWorld world, RegisteredWaybill waybill)
    {
        var own = new Xml("TTNHistoryF2Reg");
        return Xml.Body("TTNHistoryF2Reg", Header(world, waybill, own), own.Of("Content", waybill.Positions.Select(one =>
            own.Of("Position", own.Of("Identity", one.Identity), own.Of("HistF2", own.Of("step", own.Of("lev", "1"), own.Of("Form2", one.NewF2), own.Of("parentForm2", one.OldF2), own.Of("Shipper", waybill.Shipper), own.Of("Consignee", waybill.Consignee), own.Of("WBRegId", waybill.RegId), own.Of("amount", Xml.Number(one.Quantity))))))));
    }

    public static XElement Inventory(string? identity, string regId, string number, IEnumerable<(string Identity, string F1, string F2, IReadOnlyList<string> Marks)> positions)
    {
        var (own, common) = (new Xml("ActInventoryInformF2Reg"), new Xml("CommonV3"));
        return Xml.Body("ActInventoryInformF2Reg", own.Of("Header", own.Maybe("Identity", identity), own.Of("ActRegId", regId), own.Of("Number", number)), own.Of("Content", positions.Select(one =>
            own.Of("Position", own.Of("Identity", one.Identity), own.Of("InformF1RegId", one.F1), own.Of("InformF2", own.Of("InformF2Item", own.Of("Identity", one.Identity), own.Of("F2RegId", one.F2),
                one.Marks.Count == 0 ? null : own.Of("MarkInfo", one.Marks.Select(mark => common.Of("amc", mark)))))))));
    }

    private static XElement Header(UtmWorld world, RegisteredWaybill waybill, Xml own) => own.Of("Header",
        own.Maybe("Identity", waybill.Identity),
        own.Of("WBRegId", waybill.RegId),
        own.Of("EGAISFixNumber", waybill.RegId.Replace("TTN", "FIX", StringComparison.Ordinal)),
        own.Of("EGAISFixDate", Xml.Day(world.Now)),
        own.Of("WBNUMBER", waybill.Number),
        own.Of("WBDate", waybill.Date),
        own.Of("Shipper", Directory.Organisation(world, waybill.Shipper)),
        own.Of("Consignee", Directory.Organisation(world, waybill.Consignee)));
}
