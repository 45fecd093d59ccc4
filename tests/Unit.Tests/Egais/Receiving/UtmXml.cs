using System.Text;
using System.Xml.Linq;

namespace Unit.Tests.Egais.Receiving;

/// <summary>Documents as the UTM hands them out, short: names are what counts.</summary>
internal static class UtmXml
{
    private static readonly XNamespace Envelope = "http://fsrar.ru/WEGAIS/WB_DOC_SINGLE_01";
    private static readonly XNamespace Body = "http://fsrar.ru/WEGAIS/Body";

    public static byte[] Document(string element, string owner, params object?[] content)
    {
        var document = new XElement(Envelope + "Documents", new XElement(Envelope + "Owner", new XElement(Envelope + "FSRAR_ID", owner)), new XElement(Envelope + "Document", new XElement(Envelope + element, content)));
        return Encoding.UTF8.GetBytes(document.ToString());
    }

    public static XElement E(string name, params object?[] content) => new(Body + name, content);

    /// <summary>A first ticket.</summary>
    public static byte[] Taken(string? identity = null, string? transport = null, string? docType = null, string? refusal = null, string? regId = null) =>
        Ticket(identity, transport, docType, regId, E("Result", E("Conclusion", refusal is null ? "Accepted" : "Rejected"), E("ConclusionDate", "2026-05-31T12:00:00"), E("Comments", refusal ?? "принят")));

    /// <summary>A second ticket.</summary>
    public static byte[] Conducted(string? identity = null, string? transport = null, string? docType = null, string? refusal = null, string? regId = null, string name = "Confirm") =>
        Ticket(identity, transport, docType, regId, Operation(name, refusal));

    /// <summary>A ticket with both verdicts.</summary>
    public static byte[] Both(string? transport, string? refusal = null) => Ticket(null, transport, null, null, E("Result", E("Conclusion", "Accepted"), E("Comments", "принят")), Operation("Confirm", refusal));

    public static byte[] Ticket(string? identity, string? transport, string? docType, string? regId, params object?[] verdicts) => Document(
        "Ticket", "3463047", Some("Identity", identity), E("DocId", "1C0FFEE0-0000-4000-8000-000000000001"), E("TransportId", transport ?? ""), Some("RegID", regId), Some("DocType", docType), verdicts);

    public static byte[] Waybill(string number, string shipper, string consignee, string? identity, params (string Identity, string[] Marks)[] positions) => Document(
        "WayBill_v4", shipper, Some("Identity", identity),
        E("Header", E("Type", "WBInvoiceFromMe"), E("NUMBER", number), E("Date", "2026-05-30"), E("ShippingDate", "2026-05-30"), Party("Shipper", shipper), Party("Consignee", consignee)),
        E("Content", positions.Select(position => E("Position",
            E("Product", E("FullName", "Водка"), E("AlcCode", "0123456789012345678")), E("Quantity", "2.000"), E("Price", "10.50"), E("Identity", position.Identity), E("FARegId", "FA-000000000000001"),
            E("InformF2", E("F2RegId", "FB-000000000000009"), E("MarkInfo", E("boxpos", E("amclist", position.Marks.Select(mark => E("amc", mark))))))))));

    public static byte[] Registration(string number, string shipper, string consignee, string regId, string? identity, params string[] positions) => Document(
        "TTNInformF2Reg", "3463047",
        E("Header", Some("Identity", identity), E("WBRegId", regId), E("WBNUMBER", number), E("WBDate", "2026-05-30"), Party("Shipper", shipper), Party("Consignee", consignee)),
        E("Content", positions.Select(position => E("Position", E("Identity", position), E("InformF2RegId", $"FB-00000090000000{position}")))));

    public static byte[] Act(string verdict, string regId, string owner, string number = "1") => Document("WayBillAct_v4", owner, E("Header", E("IsAccept", verdict), E("ACTNUMBER", number), E("ActDate", "2026-05-31"), E("WBRegId", regId)));

    public static byte[] Confirm(string element, string verdict, string regId, string owner) => Document(element, owner, E("Header", E("IsConfirm", verdict), E(element == "ConfirmTicket" ? "TicketNumber" : "ConfirmNumber", "1"), E(element == "ConfirmTicket" ? "TicketDate" : "ConfirmDate", "2026-05-31"), E("WBRegId", regId)));

    public static byte[] RepealRequest(string regId, string client) => Document("RequestRepealWB", client, E("ClientId", client), E("RequestNumber", "1"), E("RequestDate", "2026-05-31T12:00:00"), E("WBRegId", regId));

    public static byte[] Inventory(string regId, string? identity) => Document("ActInventoryInformF2Reg", "3463047", E("Header", Some("Identity", identity), E("ActRegId", regId), E("Number", "1")), E("Content"));

    public static byte[] History(string regId) => Document("TTNHistoryF2Reg", "3463047", E("Header", E("WBRegId", regId)));

    public static byte[] Rests() => Document("ReplyRests_v2", "3463047", E("RestsDate", "2026-05-31T12:00:00"), E("Products"));

    private static XElement Operation(string name, string? refusal) =>
        E("OperationResult", E("OperationName", name), E("OperationResult", refusal is null ? "Accepted" : "Rejected"), E("OperationComment", refusal ?? "проведён"), E("OperationDate", "2026-05-31T12:00:04"));

    private static XElement Party(string name, string id) => E(name, E("UL", E("ClientRegId", id), E("FullName", "ООО"), E("INN", "7700000001"), E("KPP", "770001001"), E("address", E("Country", "643"), E("RegionCode", "77"), E("description", "Москва"))));

    private static XElement? Some(string name, string? value) => value is null ? null : E(name, value);
}
