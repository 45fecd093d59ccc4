namespace Emulators.ChestnyZnak;

/// <summary>Which types of documents there are, and who may send them.</summary>
internal static class DocumentTypes
{
    private static readonly HashSet<string> Direct = new(StringComparer.Ordinal)
    {
        "AGGREGATION_DOCUMENT", "REAGGREGATION_DOCUMENT", "DISAGGREGATION_DOCUMENT", "LP_INTRODUCE_GOODS", "LK_RECEIPT", "LK_RECEIPT_CANCEL", "LP_RETURN",
        "LK_KM_CANCELLATION", "WRITE_OFF", "LK_REMARK", "CIS_INFORMATION_CHANGE", "CIS_NOTICE", "CONNECT_TAP", "LP_SHIP_GOODS", "LP_ACCEPT_GOODS", "LP_CANCEL_SHIPMENT",
        "LK_GTIN_RECEIPT", "LK_GTIN_RECEIPT_CANCEL", "FIXATION", "FIXATION_CANCEL",
    };

    private static readonly HashSet<string> Tobacco = new(StringComparer.Ordinal)
    {
        "AGGREGATION_DOCUMENT", "REAGGREGATION_DOCUMENT", "DISAGGREGATION_DOCUMENT", "WRITE_OFF", "CIS_NOTICE", "LK_KM_CANCELLATION",
    };

    public static bool IsTransfer(string type) => type.StartsWith("UNIVERSAL_", StringComparison.Ordinal);

    public static void Check(string type, string group)
    {
        if (!IsTransfer(type) && !Direct.Contains(type)) throw new RefusalException(400, $"Неизвестный тип документа {type}");
        if (IsTransfer(type)) return;
        var foreign = type is "LP_SHIP_GOODS" or "LP_ACCEPT_GOODS" or "LP_CANCEL_SHIPMENT" ? group != "furs"
            : type == "CONNECT_TAP" ? group is not ("beer" or "nabeer")
            : ProductGroups.IsTobacco(group) && !Tobacco.Contains(type);
        if (foreign) throw new RefusalException(422, $"Тип документа {type} недоступен для товарной группы {group}");
    }
}
