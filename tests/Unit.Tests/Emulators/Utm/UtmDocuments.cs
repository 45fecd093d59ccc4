using System.Xml.Linq;
using Emulators.Utm;

namespace Unit.Tests.Emulators;

/// <summary>Documents written by hand, apart from anything of ours.</summary>
internal static class UtmDocuments
{
    public static string Envelope(string owner, string space, string body) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <ns:Documents Version="1.0" xmlns:ns="http://fsrar.ru/WEGAIS/WB_DOC_SINGLE_01" xmlns:b="http://fsrar.ru/WEGAIS/{space}" xmlns:oref="http://fsrar.ru/WEGAIS/ClientRef_v2" xmlns:pref="http://fsrar.ru/WEGAIS/ProductRef_v2" xmlns:ce="http://fsrar.ru/WEGAIS/CommonV3" xmlns:iab="http://fsrar.ru/WEGAIS/ActInventoryF1F2Info"><ns:Owner><ns:FSRAR_ID>{owner}</ns:FSRAR_ID></ns:Owner><ns:Document>{body}</ns:Document></ns:Documents>
        """;

    public static string Organisation(string fsrarId) =>
        $"<oref:UL><oref:ClientRegId>{fsrarId}</oref:ClientRegId><oref:FullName>ООО {fsrarId}</oref:FullName><oref:INN>7700000000</oref:INN><oref:KPP>770001001</oref:KPP><oref:address><oref:Country>643</oref:Country><oref:RegionCode>77</oref:RegionCode><oref:description>Москва</oref:description></oref:address></oref:UL>";

    public static string Product(string alcCode) =>
        $"<b:Product><pref:UnitType>Packed</pref:UnitType><pref:FullName>Водка</pref:FullName><pref:AlcCode>{alcCode}</pref:AlcCode><pref:Producer>{Organisation("010000000001")}</pref:Producer><pref:ProductVCode>200</pref:ProductVCode></b:Product>";

    public static string WayBill(string shipper, string consignee, Batch batch, int quantity, IReadOnlyList<string>? marks = null, string identity = "wbl-1", string number = "1") => Envelope(shipper, "TTNSingle_v4", $"""
        <ns:WayBill_v4><b:Identity>{identity}</b:Identity><b:Header><b:Type>WBInvoiceFromMe</b:Type><b:NUMBER>{number}</b:NUMBER><b:Date>2026-02-03</b:Date><b:ShippingDate>2026-02-03</b:ShippingDate><b:Shipper>{Organisation(shipper)}</b:Shipper><b:Consignee>{Organisation(consignee)}</b:Consignee></b:Header>
        <b:Content><b:Position>{Product(batch.AlcCode)}<b:Quantity>{quantity}</b:Quantity><b:Price>250.00</b:Price><b:Identity>1</b:Identity><b:FARegId>{batch.F1}</b:FARegId><b:InformF2><ce:F2RegId>{batch.F2}</ce:F2RegId>{Boxes(marks)}</b:InformF2></b:Position></b:Content></ns:WayBill_v4>
        """);

    public static string Act(string owner, string regId, string kind, string positions = "", string identity = "awb-1") => Envelope(owner, "ActTTNSingle_v4", $"""
        <ns:WayBillAct_v4><b:Identity>{identity}</b:Identity><b:Header><b:IsAccept>{kind}</b:IsAccept><b:ACTNUMBER>A-1</b:ACTNUMBER><b:ActDate>2026-02-03</b:ActDate><b:WBRegId>{regId}</b:WBRegId></b:Header><b:Content>{positions}</b:Content><b:Transport><b:ChangeOwnership>IsChange</b:ChangeOwnership></b:Transport></ns:WayBillAct_v4>
        """);

    public static string Difference(ShippedPosition one, decimal real, IReadOnlyList<string> refused) =>
        $"<b:Position><b:Identity>{one.Identity}</b:Identity><b:InformF2RegId>{one.NewF2}</b:InformF2RegId><b:RealQuantity>{real}</b:RealQuantity>{(refused.Count == 0 ? "" : $"<b:MarkInfo>{Amc(refused)}</b:MarkInfo>")}</b:Position>";

    public static string ConfirmTicket(string owner, string regId, string kind) => Envelope(owner, "ConfirmTicket",
        $"<ns:ConfirmTicket><b:Identity>cnf-1</b:Identity><b:Header><b:IsConfirm>{kind}</b:IsConfirm><b:TicketNumber>1</b:TicketNumber><b:TicketDate>2026-02-03</b:TicketDate><b:WBRegId>{regId}</b:WBRegId></b:Header></ns:ConfirmTicket>");

    public static string RepealRequest(string owner, string kind, string regId) => Envelope(owner, $"RequestRepeal{kind}",
        $"<ns:RequestRepeal{kind}><b:ClientId>{owner}</b:ClientId><b:RequestNumber>1</b:RequestNumber><b:RequestDate>2026-02-03T10:00:00</b:RequestDate><b:{kind}RegId>{regId}</b:{kind}RegId></ns:RequestRepeal{kind}>");

    public static string ConfirmRepeal(string owner, string regId, string kind) => Envelope(owner, "ConfirmRepealWB",
        $"<ns:ConfirmRepealWB><b:Identity>cnf-2</b:Identity><b:Header><b:IsConfirm>{kind}</b:IsConfirm><b:ConfirmNumber>1</b:ConfirmNumber><b:ConfirmDate>2026-02-03</b:ConfirmDate><b:WBRegId>{regId}</b:WBRegId></b:Header></ns:ConfirmRepealWB>");

    public static string WriteOff(string owner, string f2, int quantity, IReadOnlyList<string>? marks = null) => Envelope(owner, "ActWriteOff_v4", $"""
        <ns:ActWriteOff_v4><b:Identity>wro-1</b:Identity><b:Header><b:ActNumber>1</b:ActNumber><b:ActDate>2026-02-03</b:ActDate><b:TypeWriteOff>Порча</b:TypeWriteOff></b:Header><b:Content><b:Position><b:Identity>1</b:Identity><b:writeoffvolume><b:Quantity>{quantity}</b:Quantity></b:writeoffvolume><b:InformF1F2><b:InformF2><pref:F2RegId>{f2}</pref:F2RegId></b:InformF2></b:InformF1F2>{(marks is null ? "" : $"<b:MarkCodeInfo>{Amc(marks)}</b:MarkCodeInfo>")}</b:Position></b:Content></ns:ActWriteOff_v4>
        """);

    public static string ChargeOn(string owner, string alcCode, int quantity, string mark, string markElement = "MarkCode") => Envelope(owner, "ActChargeOn_v2", $"""
        <ns:ActChargeOn_v2><b:Identity>chg-1</b:Identity><b:Header><b:Number>1</b:Number><b:ActDate>2026-02-03</b:ActDate><b:TypeChargeOn>Излишки</b:TypeChargeOn></b:Header><b:Content><b:Position><b:Identity>1</b:Identity>{Product(alcCode)}<b:Quantity>{quantity}</b:Quantity><b:InformF1F2><b:InformF1F2Reg><b:InformF1><iab:Quantity>{quantity}</iab:Quantity><iab:BottlingDate>2026-01-15</iab:BottlingDate><iab:TTNNumber>1</iab:TTNNumber><iab:TTNDate>2026-01-15</iab:TTNDate></b:InformF1></b:InformF1F2Reg></b:InformF1F2><b:MarkCodeInfo><{markElement}>{mark}</{markElement}></b:MarkCodeInfo></b:Position></b:Content></ns:ActChargeOn_v2>
        """);

    public static string Transfer(string owner, string element, Batch batch, int quantity) => Envelope(owner, element,
        $"<ns:{element}><b:Identity>trf-1</b:Identity><b:Header><b:TransferNumber>1</b:TransferNumber><b:TransferDate>2026-02-03</b:TransferDate></b:Header><b:Content><b:Position><b:Identity>1</b:Identity><b:ProductCode>{batch.AlcCode}</b:ProductCode><b:Quantity>{quantity}</b:Quantity><b:InformF2><pref:F2RegId>{batch.F2}</pref:F2RegId></b:InformF2></b:Position></b:Content></ns:{element}>");

    public static string Fix(string owner, string element, string f2, params IReadOnlyList<string> marks) => Envelope(owner, element,
        $"<ns:{element}><b:Identity>fix-1</b:Identity><b:Header><b:Number>1</b:Number><b:ActDate>2026-02-03</b:ActDate></b:Header><b:Content><b:Position><b:Identity>1</b:Identity><b:Inform2RegId>{f2}</b:Inform2RegId><b:MarkInfo>{Amc(marks)}</b:MarkInfo></b:Position></b:Content></ns:{element}>");

    public static string Question(string owner, string element, string? name = null, string? value = null) => Envelope(owner, "QueryParameters",
        name is null ? $"<ns:{element}/>" : $"<ns:{element}><b:Parameters><b:Parameter><b:Name>{name}</b:Name><b:Value>{value}</b:Value></b:Parameter></b:Parameters></ns:{element}>");

    public static string Amc(IReadOnlyList<string> marks) => string.Concat(marks.Select(mark => $"<ce:amc>{mark}</ce:amc>"));

    public static XElement BodyOf(string xml) => XElement.Parse(xml.TrimStart('\ufeff')).Elements().Last().Elements().Single();

    /// <summary>An element of any namespace, at any depth.</summary>
    public static string? Text(XElement element, string name) => element.Descendants().FirstOrDefault(one => one.Name.LocalName == name && !one.HasElements)?.Value;

    public static string Verdict(XElement ticket) => Text(ticket, "Conclusion") ?? $"{Text(ticket, "OperationName")} {Text(ticket, "OperationResult")} {Text(ticket, "RegID")}".TrimEnd();

    private static string Boxes(IReadOnlyList<string>? marks) =>
        marks is null ? "" : $"<ce:MarkInfo><ce:boxpos><ce:boxnumber>030000000001000042</ce:boxnumber><ce:amclist>{Amc(marks)}</ce:amclist></ce:boxpos></ce:MarkInfo>";
}
