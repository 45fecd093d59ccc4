namespace Emulators.Utm;

/// <summary>All types that the UTM takes, by the segment of their address.</summary>
internal static class DocumentTypes
{
    private static readonly Dictionary<string, DocumentType> All = Make().ToDictionary(one => one.UrlType, StringComparer.OrdinalIgnoreCase);

    public static DocumentType? Find(string urlType) => All.GetValueOrDefault(urlType);

    private static IEnumerable<DocumentType> Make() =>
    [
        new("WayBill_v4", "WayBill_v4", "TTNSingle_v4", Shapes.WayBill),
        new("WayBill_v3", "WayBill_v3", "TTNSingle_v3", Shapes.WayBillOld),
        new("WayBillAct_v4", "WayBillAct_v4", "ActTTNSingle_v4", Shapes.WayBillAct),
        new("WayBillAct_v3", "WayBillAct_v3", "ActTTNSingle_v3", Shapes.WayBillActOld),
        new("WayBillTicket", "ConfirmTicket", "ConfirmTicket", Shapes.ConfirmTicket),
        Same("RequestRepealWB", Shapes.RepealWayBill),
        Same("ConfirmRepealWB", Shapes.ConfirmRepeal),
        Same("RequestRepealACO", Shapes.RepealChargeOn),
        Same("RequestRepealAWO", Shapes.RepealWriteOff),
        Same("ActChargeOn_v2", Shapes.ChargeOn),
        Same("ActChargeOnShop_v2", Shapes.ChargeOnShop),
        Same("ActFixBarCode", Shapes.Fix),
        Same("ActUnFixBarCode", Shapes.UnFix),
        Same("ActWriteOff_v4", Shapes.WriteOff),
        Same("ActWriteOff_v3", Shapes.WriteOffOld),
        Same("ActWriteOffShop_v2", Shapes.WriteOffShop),
        Same("TransferToShop", Shapes.Transfer),
        Same("TransferFromShop", Shapes.Transfer),
        Same("InfoVersionTTN", Shapes.Version),
        Same("CarrierNotice_v4", Shapes.Free),
        Same("Route", Shapes.Free),
        Same("CancelRoute", Shapes.Free),
        Same("RepProducedProduct_v6", Shapes.Free),
        Same("RepImportedProduct_v5", Shapes.Free),
        new("QueryPartner", "QueryClients", "QueryParameters", Shapes.Question),
        .. Questions("QueryClients_v2", "QueryAP_v2", "QueryAP_v3", "QueryRests_v2", "QueryRests_v3", "QueryRestsShop_v2", "QueryRests_Mini", "QueryRestsShop_Mini", "QueryRestBCode", "QueryNATTN"),
        .. Questions("QueryResendDoc", "QueryForm2History", "QueryParentHistForm2", "QueryWriteOffCheque", "QueryHistoryRestShop", "QueryClientVersion"),
        new("QueryFormF1", "QueryFormF1", "QueryFormF1F2", Shapes.Card),
        new("QueryFormF2", "QueryFormF2", "QueryFormF1F2", Shapes.Card),
        Same("QueryBarcode", Shapes.Barcode),
        Same("QueryFilter", Shapes.Filter),
        Same("ChequeV3", Shapes.Cheque),
        Same("ChequeV4", Shapes.Cheque),
    ];

    private static DocumentType Same(string name, string shape) => new(name, name, name, shape);

    private static IEnumerable<DocumentType> Questions(params IEnumerable<string> names) => names.Select(name => new DocumentType(name, name, "QueryParameters", Shapes.Question));
}
