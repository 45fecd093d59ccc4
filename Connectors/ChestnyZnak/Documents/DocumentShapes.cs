namespace Connectors.ChestnyZnak;

/// <summary>The types of documents of True API, with what their pages ask of them.</summary>
internal static class DocumentShapes
{
    private static readonly string[] UnitOrPack = ["uit_code", "uitu_code"];

    public static IReadOnlyList<DocumentShape> All { get; } =
    [
        new("AGGREGATION_DOCUMENT", "Агрегация", "Aggregation", "КодыМаркировкиАгрегированы", "CodesAggregated")
        {
            OwnInn = ["participantId"], List = "aggregationUnits", Codes = ["sntins"],
        },
        new("REAGGREGATION_DOCUMENT", "Трансформация", "Reaggregation", "УпаковкаТрансформирована", "PackChanged")
        {
            OwnInn = ["participant_inn"], Required = ["reaggregation_type", "uitu"], List = "uit_uitu_list", Codes = ["uit_uitu", "kitu"],
            Words = new Dictionary<string, string[]> { ["reaggregation_type"] = ["REMOVING", "ADDING"] },
        },
        new("DISAGGREGATION_DOCUMENT", "Расформирование", "Disaggregation", "УпаковкиРасформированы", "PacksUndone")
        {
            OwnInn = ["participant_inn"], List = "products_list", Codes = ["uitu"],
        },
        new("LP_INTRODUCE_GOODS", "ВводВОборот", "Introduction", "КодыМаркировкиВведеныВОборот", "CodesIntroduced")
        {
            OwnInn = ["participant_inn", "producer_inn", "owner_inn"], Required = ["production_type"], Past = ["production_date"], List = "products", Codes = UnitOrPack, RowRequired = ["tnved_code"], Next = "ВыполнитеАгрегацию",
            Defaults = new Dictionary<string, string> { ["production_type"] = "OWN_PRODUCTION" },
        },
        new("LK_RECEIPT", "ВыводИзОборота", "Withdrawal", "КодыМаркировкиВыведеныИзОборота", "CodesWithdrawn")
        {
            OwnInn = ["inn"], Required = ["action", "action_date"], Past = ["action_date", "document_date", "primary_document_date"], List = "products", Codes = ["cis"], Next = "АннулируйтеВыводИзОборота",
        },
        new("LK_RECEIPT_CANCEL", "ОтменаВыводаИзОборота", "WithdrawalCancellation", "ВыводИзОборотаОтменен", "WithdrawalCancelled") { OwnInn = ["inn"] },
        new("LP_RETURN", "ВозвратВОборот", "Return", "КодыМаркировкиВозвращеныВОборот", "CodesReturned")
        {
            OwnInn = ["trade_participant_inn"], Required = ["return_type"], Past = ["primary_document_date"], List = "products_list", Codes = ["ki"],
        },
        new("LK_KM_CANCELLATION", "СписаниеКодовМаркировки", "CodeCancellation", "КодыМаркировкиСписаны", "CodesCancelled")
        {
            OwnInn = ["trade_participant_inn"], Required = ["cancellation_doc_date", "cancellation_doc_number"], Past = ["cancellation_doc_date"], List = "km_list", Codes = ["uit", "uitu"],
        },
        new("WRITE_OFF", "Списание", "WriteOff", "ТоварыСписаны", "GoodsWrittenOff")
        {
            OwnInn = ["participantId"], Required = ["dropoutReason", "sourceDocDate"], Past = ["sourceDocDate"], List = "sntins",
        },
        new("LK_REMARK", "Перемаркировка", "Remarking", "ТоварыПеремаркированы", "GoodsRemarked")
        {
            OwnInn = ["participant_inn"], Required = ["remarking_date", "remarking_cause"], Past = ["remarking_date"], List = "products", Codes = ["new_uin"], OtherCodes = ["last_uin"], RowRequired = ["tnved_10"],
        },
        new("CIS_INFORMATION_CHANGE", "ИзменениеСведений", "InformationChange", "СведенияИзменены", "InformationChanged")
        {
            OwnInn = ["participantInn"], Past = ["productionDate"], List = "codes", Codes = ["code"],
        },
        new("CIS_NOTICE", "Уведомление", "Notice", "УведомлениеПринято", "NoticeAccepted")
        {
            OwnInn = ["participantInn"], Required = ["actionDate", "action"], Past = ["actionDate"], List = "codes", Codes = ["code"],
            Words = new Dictionary<string, string[]> { ["action"] = ["LOST_INVENTORY", "SHIPPED_ABROAD", "CANCEL_SHIPPED_ABROAD"] },
        },
        new("CONNECT_TAP", "ПодключениеКегиККрану", "TapConnection", "КегиПодключены", "KegsConnected")
        {
            OwnInn = ["participantInn"], Past = ["connectDate"], List = "codes", Codes = ["cis"], RowRequired = ["connectDate"],
        },
        new("LP_SHIP_GOODS", "Отгрузка", "Shipment", "ОтгрузкаПодтверждена", "ShipmentConfirmed")
        {
            OtherInn = ["receiver_inn", "sender_inn"], Required = ["receiver_inn", "transfer_date", "document_num", "document_date", "turnover_type"], List = "products", Codes = ["uit_code"], RowRequired = ["product_cost"], CanSplit = false,
        },
        new("LP_ACCEPT_GOODS", "Приемка", "Acceptance", "ТоварыПриняты", "GoodsAccepted")
        {
            OtherInn = ["trade_sender_inn", "trade_recipient_inn"],
            Required = ["release_order_number", "document_number", "document_date", "transfer_date", "acceptance_date", "trade_sender_inn", "trade_recipient_inn", "turnover_type"],
            List = "products", ListRequired = false, Codes = UnitOrPack, CanSplit = false,
        },
        new("LP_CANCEL_SHIPMENT", "ОтменаОтгрузки", "ShipmentCancellation", "ОтгрузкаАннулирована", "ShipmentCancelled") { OwnInn = ["participant_inn"], Required = ["shipment_number"] },
        new("LK_GTIN_RECEIPT", "ВыводИзОборотаПоКоличеству", "QuantityWithdrawal", "ТоварыВыведеныИзОборота", "QuantityWithdrawn"),
        new("LK_GTIN_RECEIPT_CANCEL", "ОтменаВыводаПоКоличеству", "QuantityWithdrawalCancellation", "ВыводПоКоличествуАннулирован", "QuantityWithdrawalCancelled"),
        new("FIXATION_CANCEL", "ОтменаФиксации", "FixationCancellation", "ФиксацияАннулирована", "FixationCancelled"),
        Xml("FIXATION", "Фиксация", "Fixation", "УПДЗафиксирован", "TransferFixed"),
        Xml("UNIVERSAL_TRANSFER_DOCUMENT", "УПД", "Transfer", "УПДОбработан", "TransferProcessed"),
        Xml("UNIVERSAL_TRANSFER_DOCUMENT_FIX", "ИсправлениеУПД", "TransferFix", "ИсправлениеУПДОбработано", "TransferFixProcessed"),
        Xml("UNIVERSAL_CORRECTION_DOCUMENT", "УКД", "Correction", "УКДОбработан", "CorrectionProcessed"),
        Xml("UNIVERSAL_CORRECTION_DOCUMENT_FIX", "ИсправлениеУКД", "CorrectionFix", "ИсправлениеУКДОбработано", "CorrectionFixProcessed"),
        Xml("UNIVERSAL_CANCEL_DOCUMENT", "АннулированиеУПД", "TransferCancellation", "УПДОтменен", "TransferCancelled"),
    ];

    /// <summary>Finds a type by its own word, or by what its statuses are called after, in either language.</summary>
    public static DocumentShape? Find(string name) => All.FirstOrDefault(shape => Is(shape.Type, name) || Is(shape.Stem, name) || Is(shape.StemEn, name));

    private static bool Is(string known, string name) => known.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase);

    private static DocumentShape Xml(string type, string stem, string stemEn, string done, string doneEn) => new(type, stem, stemEn, done, doneEn) { Format = "XML", CanSplit = false };
}
