using System.Globalization;
using System.Text;

namespace Benchmarks.Egais;

/// <summary>What lies in a box: of every five entries two tickets about one act, an answer to a question, and the two halves of a waybill. Every document is made when it is asked for.</summary>
internal static class BoxFilling
{
    public const string Organisation = "030000000001";
    public const int OfGroup = 5;
    private const string Shipper = "010000000001";
    private const int Positions = 4;
    private const string Product = "<b:Product><b:UnitType>Packed</b:UnitType><b:Type>АП</b:Type><b:FullName>Водка «Образцовая»</b:FullName><b:AlcCode>0123456789012345678</b:AlcCode><b:Capacity>0.5</b:Capacity><b:AlcVolume>40</b:AlcVolume><b:ProductVCode>200</b:ProductVCode></b:Product>";
    private static readonly string[] Types = ["Ticket", "Ticket", "ReplyRests_v2", "WayBill_v4", "FORM2REGINFO"];
    private static readonly string Parties = Party("Shipper", Shipper) + Party("Consignee", Organisation);

    public static string TypeOf(int number) => Types[number % OfGroup];

    /// <summary>The request that an entry answers; null for the halves of a waybill.</summary>
    public static string? RequestOf(int number) => (number % OfGroup) switch
    {
        0 or 1 => ActRequest(number / OfGroup),
        2 => QuestionRequest(number / OfGroup),
        _ => null,
    };

    public static string ActRequest(int group) => string.Create(CultureInfo.InvariantCulture, $"5b8e0f7a-1111-4222-8333-{group:D12}");

    public static string QuestionRequest(int group) => string.Create(CultureInfo.InvariantCulture, $"5b8e0f7a-1111-4222-8444-{group:D12}");

    public static string RegIdOf(int group) => string.Create(CultureInfo.InvariantCulture, $"TTN-{group:D10}");

    public static byte[] DocumentOf(int number)
    {
        var group = number / OfGroup;
        var body = (number % OfGroup) switch
        {
            0 => Ticket(group, "<b:Result><b:Conclusion>Accepted</b:Conclusion><b:ConclusionDate>2026-05-31T12:00:00</b:ConclusionDate><b:Comments>принят</b:Comments></b:Result>"),
            1 => Ticket(group, "<b:OperationResult><b:OperationName>Confirm</b:OperationName><b:OperationResult>Accepted</b:OperationResult><b:OperationComment>проведён</b:OperationComment><b:OperationDate>2026-05-31T12:00:04</b:OperationDate></b:OperationResult>"),
            2 => $"<ns:ReplyRests_v2><b:RestsDate>2026-05-31T12:00:00</b:RestsDate><b:Products>{string.Concat(Enumerable.Range(0, Positions).Select(at => $"<b:StockPosition>{Product}<b:Quantity>{group % 100}</b:Quantity><b:InformF1RegId>FA-000000900000001</b:InformF1RegId><b:InformF2RegId>FB-{group * Positions + at:D15}</b:InformF2RegId></b:StockPosition>"))}</b:Products></ns:ReplyRests_v2>",
            3 => $"<ns:WayBill_v4><b:Identity>wbl-{group}</b:Identity><b:Header><b:Type>WBInvoiceFromMe</b:Type><b:NUMBER>Н-{group}</b:NUMBER><b:Date>2026-05-30</b:Date><b:ShippingDate>2026-05-30</b:ShippingDate>{Parties}</b:Header><b:Content>{string.Concat(Enumerable.Range(0, Positions).Select(at => Position(group, at)))}</b:Content></ns:WayBill_v4>",
            _ => $"<ns:TTNInformF2Reg><b:Header><b:Identity>wbl-{group}</b:Identity><b:WBRegId>{RegIdOf(group)}</b:WBRegId><b:WBNUMBER>Н-{group}</b:WBNUMBER><b:WBDate>2026-05-30</b:WBDate>{Parties}</b:Header><b:Content>{string.Concat(Enumerable.Range(0, Positions).Select(at => $"<b:Position><b:Identity>{at}</b:Identity><b:InformF2RegId>FB-{group * Positions + at:D15}</b:InformF2RegId></b:Position>"))}</b:Content></ns:TTNInformF2Reg>",
        };
        return Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8"?><ns:Documents Version="1.0" xmlns:ns="http://fsrar.ru/WEGAIS/WB_DOC_SINGLE_01" xmlns:b="http://fsrar.ru/WEGAIS/Body"><ns:Owner><ns:FSRAR_ID>3463047</ns:FSRAR_ID></ns:Owner><ns:Document>{body}</ns:Document></ns:Documents>""");
    }

    private static string Ticket(int group, string verdict) =>
        $"<ns:Ticket><b:TicketDate>2026-05-31T12:00:05</b:TicketDate><b:DocId>1C0FFEE0-0000-4000-8000-000000000001</b:DocId><b:TransportId>{ActRequest(group)}</b:TransportId><b:RegID/><b:DocHash/><b:DocType>WayBillAct_v4</b:DocType>{verdict}</ns:Ticket>";

    private static string Position(int group, int at) =>
        $"<b:Position>{Product}<b:Quantity>2.000</b:Quantity><b:Price>310.50</b:Price><b:Identity>{at}</b:Identity><b:FARegId>FA-000000900000001</b:FARegId><b:InformF2><b:F2RegId>FB-000000000000009</b:F2RegId><b:MarkInfo><b:boxpos><b:amclist>{string.Concat(Enumerable.Range(0, 2).Select(mark => $"<b:amc>{Mark(group, at, mark)}</b:amc>"))}</b:amclist></b:boxpos></b:MarkInfo></b:InformF2></b:Position>";

    private static string Mark(int group, int at, int mark) => string.Create(CultureInfo.InvariantCulture, $"19430000{group:D9}{at}{mark}").PadRight(150, 'A');

    private static string Party(string name, string id) =>
        $"<b:{name}><b:UL><b:INN>7700000001</b:INN><b:KPP>770001001</b:KPP><b:ClientRegId>{id}</b:ClientRegId><b:FullName>ООО «Пример»</b:FullName><b:ShortName>ООО «Пример»</b:ShortName><b:address><b:Country>643</b:Country><b:RegionCode>77</b:RegionCode><b:description>РОССИЯ, 101000, МОСКВА Г, Примерная ул, дом № 1</b:description></b:address></b:UL></b:{name}>";
}
