using System.Collections.Frozen;

namespace Connectors.Egais;

/// <summary>The types that we send, by operation: newest generation first.</summary>
internal static class DocumentFormats
{
    private static readonly FrozenDictionary<EgaisOperation, DocumentFormat[]> Known = new Dictionary<EgaisOperation, DocumentFormat[]>
    {
        [EgaisOperation.WayBill] = [new(4, "WayBill_v4", "TTNSingle_v4", "WayBill_v4"), new(3, "WayBill_v3", "TTNSingle_v3", "WayBill_v3")],
        [EgaisOperation.ActAccept] = Act(),
        [EgaisOperation.ActReject] = Act(),
        [EgaisOperation.ActDifferences] = Act(),
        [EgaisOperation.DifferencesConfirm] = [new(0, "ConfirmTicket", "ConfirmTicket", "WayBillTicket")],
        [EgaisOperation.DifferencesRefuse] = [new(0, "ConfirmTicket", "ConfirmTicket", "WayBillTicket")],
        [EgaisOperation.RepealRequestWayBill] = Same(0, "RequestRepealWB"),
        [EgaisOperation.RepealConfirmWayBill] = Same(0, "ConfirmRepealWB"),
        [EgaisOperation.RepealRefuseWayBill] = Same(0, "ConfirmRepealWB"),
        [EgaisOperation.RepealRequestChargeOn] = Same(0, "RequestRepealACO"),
        [EgaisOperation.RepealRequestWriteOff] = Same(0, "RequestRepealAWO"),
        [EgaisOperation.ChargeOnRegister1] = Same(2, "ActChargeOn_v2"),
        [EgaisOperation.ChargeOnRegister2] = Same(2, "ActChargeOnShop_v2"),
        [EgaisOperation.ChargeOnRegister3] = Same(3, "ActFixBarCode"),
        [EgaisOperation.WriteOffRegister1] = [.. Same(4, "ActWriteOff_v4"), .. Same(3, "ActWriteOff_v3")],
        [EgaisOperation.WriteOffRegister2] = Same(2, "ActWriteOffShop_v2"),
        [EgaisOperation.WriteOffRegister3] = Same(3, "ActUnFixBarCode"),
        [EgaisOperation.TransferToShop] = Same(2, "TransferToShop"),
        [EgaisOperation.TransferFromShop] = Same(2, "TransferFromShop"),
        [EgaisOperation.InfoVersion] = Same(0, "InfoVersionTTN"),
        [EgaisOperation.Cheque] = [.. Same(4, "ChequeV4"), .. Same(3, "ChequeV3")],
        [EgaisOperation.QueryOrganisation] = Query("QueryClients_v2"),
        [EgaisOperation.QueryProducts] = Query("QueryAP_v2"),
        [EgaisOperation.QueryRests] = Query("QueryRests_v2"),
        [EgaisOperation.QueryRestsShop] = Query("QueryRestsShop_v2"),
        [EgaisOperation.QueryRestsMini] = Query("QueryRests_Mini"),
        [EgaisOperation.QueryRestsShopMini] = Query("QueryRestsShop_Mini"),
        [EgaisOperation.QueryMarksByF2] = Query("QueryRestBCode"),
        [EgaisOperation.QueryUnanswered] = Query("QueryNATTN"),
        [EgaisOperation.QueryResend] = Query("QueryResendDoc"),
        [EgaisOperation.QueryF1] = [new(0, "QueryFormF1", "QueryFormF1F2", "QueryFormF1")],
        [EgaisOperation.QueryF2] = [new(0, "QueryFormF2", "QueryFormF1F2", "QueryFormF2")],
        [EgaisOperation.QueryF2History] = Query("QueryForm2History"),
        [EgaisOperation.QueryF2Ancestry] = Query("QueryParentHistForm2"),
        [EgaisOperation.QueryMarkCodes] = Same(0, "QueryBarcode"),
        [EgaisOperation.QueryWriteOffCheque] = Query("QueryWriteOffCheque"),
        [EgaisOperation.QueryHistoryShop] = Query("QueryHistoryRestShop"),
        [EgaisOperation.QueryClientVersion] = Query("QueryClientVersion"),
    }.ToFrozenDictionary();

    /// <summary>All operations that have a builder, each with its generations.</summary>
    public static IEnumerable<KeyValuePair<EgaisOperation, DocumentFormat[]>> All => Known;

    /// <summary>The format of an operation: that of the version, else the next older one; null where only PrepareRaw can send it.</summary>
    public static DocumentFormat? Of(EgaisOperation operation, FormatVersion version)
    {
        var newest = version == FormatVersion.V3 ? 3 : 4;
        return Known.TryGetValue(operation, out var formats) ? Array.Find(formats, format => format.Generation <= newest) : null;
    }

    private static DocumentFormat[] Act() => [new(4, "WayBillAct_v4", "ActTTNSingle_v4", "WayBillAct_v4"), new(3, "WayBillAct_v3", "ActTTNSingle_v3", "WayBillAct_v3")];

    private static DocumentFormat[] Same(int generation, string element) => [new(generation, element, element, element)];

    private static DocumentFormat[] Query(string element) => [new(0, element, "QueryParameters", element)];
}
