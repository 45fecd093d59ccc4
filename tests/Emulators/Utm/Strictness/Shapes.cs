namespace Emulators.Utm;

/// <summary>The shapes of the documents that are sent, as the format's description writes them.</summary>
internal static class Shapes
{
    private const string Reasons = "[Пересортица|Недостача|Уценка|Порча|Потери|Проверки|Арест|Иные цели|Реализация|Производственные потери|Приготовление]";
    private const string Surpluses = "[Пересортица|Излишки|Продукция, полученная до 01.01.2016|Производство_Сливы]";

    public const string WayBill = """
        Identity?:id
        Header{ Type:[WBInvoiceFromMe|WBReturnFromMe|WBInvoiceToMe|WBReturnToMe|WBInternal] NUMBER:id Date:date ShippingDate:date
          Transport?{ ChangeOwnership:[IsChange|NotChange] TRAN_TYPE:t50 TRAN_COMPANY?:t255 TRANSPORT_TYPE:[car|ship|railway|aircraft|other] TRANSPORT_REGNUMBER?:t255 TRAN_TRAILER?:t255
            TRAN_CUSTOMER?:t255 TRAN_DRIVER?:t255 TRAN_LOADPOINT?:t255 TRAN_UNLOADPOINT?:t255 TRAN_REDIRECT?:t255 TRAN_FORWARDER?:t255 }
          Shipper{ (@UL|@FL|@TR) } Consignee{ @Organisation } Base?:t200 Note?:t200 VarField1?:t100 VarField2?:t100 VarField3?:t100 }
        Content{ Position+{ Product{ @Product } Pack_ID?:id Quantity:more alcPercent?:pct alcPercentMin?:pct alcPercentMax?:pct Price:zero Party?:id Identity:id
          EXCISE_NUMBER?:id EXCISE_DATE?:date EXCISE_SUM?:zero EXCISE_BS?:zero EAN13?:ean FARegId:id
          InformF2{ ce.F2RegId:id ce.MarkInfo?{ boxpos+{ boxnumber?:box amclist?{ (amc+:mark | ms+:beer) } } } }
          boxInfo?{ boxtree+{ ce.boxnum:box ce.ANYTHING } } } }
        """;

    public const string WayBillOld = "Identity?:id Header{ ANYTHING } Content{ ANYTHING }";

    public const string WayBillAct = """
        Identity?:id Header{ IsAccept:[Accepted|Rejected|Differences] ACTNUMBER:id ActDate:date WBRegId:id Note?:t500 }
        Content?{ Position*{ Identity:id InformF2RegId:id RealQuantity:zero alcPercent?:pct alcPercentMin?:pct alcPercentMax?:pct MarkInfo?{ ce.amc+:mark } } }
        Transport?{ ChangeOwnership:[IsChange|NotChange] }
        """;

    public const string WayBillActOld = """
        Identity?:id Header{ IsAccept:[Accepted|Rejected|Differences] ACTNUMBER:id ActDate:date WBRegId:id Note?:t500 }
        Content?{ Position*{ Identity:id InformF2RegId:id RealQuantity:zero alcPercent?:pct alcPercentMin?:pct alcPercentMax?:pct MarkInfo?{ ce.amc+:mark } } }
        """;

    public const string ConfirmTicket = "Identity?:id Header{ IsConfirm:[Accepted|Rejected] TicketNumber:id TicketDate:date WBRegId:id Note?:t500 }";

    public const string ConfirmRepeal = "Identity?:id Header{ IsConfirm:[Accepted|Rejected] ConfirmNumber:id ConfirmDate:date WBRegId:id Note?:t500 }";

    public const string RepealWayBill = "ClientId:own RequestNumber:id RequestDate:xtime WBRegId:id";

    public const string RepealChargeOn = "ClientId:own RequestNumber:id RequestDate:xtime ACORegId:id";

    public const string RepealWriteOff = "ClientId:own RequestNumber:id RequestDate:xtime AWORegId:id";

    public const string WriteOff = $$"""
        Identity?:id Header{ ActNumber:id ActDate:date TypeWriteOff:{{Reasons}} Note?:t500 }
        Content{ Position+{ Identity:id writeoffvolume{ (Quantity:more | volume:int) } SumSale?:zero InformF1F2{ (InformF2{ pref.F2RegId:id } | InformF1{ pref.RegId:id }) } MarkCodeInfo?{ (ce.amc+:mark | ce.ms+:beer) } } }
        """;

    public const string WriteOffOld = $$"""
        Identity?:id Header{ ActNumber:id ActDate:date TypeWriteOff:{{Reasons}} Note?:t500 }
        Content{ Position+{ Identity:id Quantity:more SumSale?:zero InformF1F2{ (InformF2{ pref.F2RegId:id } | InformF1{ pref.RegId:id }) } MarkCodeInfo?{ (ce.amc+:mark | ce.ms+:beer) } } }
        """;

    public const string WriteOffShop = $$"""
        Identity?:id Header{ ActNumber:id ActDate:date TypeWriteOff:{{Reasons}} Note?:t500 }
        Content{ Position+{ Identity:id Product{ @Product } Quantity:more SumSale?:zero MarkCodeInfo?{ none.MarkCode+:mark } } }
        """;

    public const string ChargeOn = $$"""
        Identity?:id Header{ Number:id ActDate:date TypeChargeOn:{{Surpluses}} ActWriteOff?:id Note?:t500 }
        Content{ Position+{ Identity:id Product{ @Product } Quantity:more alcPercent?:pct alcPercentMin?:pct alcPercentMax?:pct
          InformF1F2{ InformF1F2Reg{ InformF1{ iab.Quantity:more iab.BottlingDate:date iab.TTNNumber:id iab.TTNDate:date iab.EGAISFixNumber?:id iab.EGAISFixDate?:date } } }
          MarkCodeInfo?{ none.MarkCode+:mark } } }
        """;

    public const string ChargeOnShop = $$"""
        Identity?:id Header{ Number:id ActDate:date TypeChargeOn:{{Surpluses}} ActWriteOff?:id Note?:t500 }
        Content{ Position+{ Identity:id Product{ @Product } Quantity:more } }
        """;

    public const string Transfer = """
        Identity?:id Header{ TransferNumber:id TransferDate:date Note?:t500 }
        Content{ Position+{ Identity:id ProductCode:t64 Quantity:more InformF2{ pref.F2RegId:id } } }
        """;

    public const string Fix = "Identity?:id Header{ Number:id ActDate:date Note?:t500 } Content{ Position+{ Identity:id Inform2RegId:id MarkInfo*{ ce.amc+:mark } } }";

    public const string UnFix = "Identity?:id Header{ Number:id ActDate:date Note?:t500 } Content{ Position+{ Identity:id Inform2RegId?:id MarkInfo*{ ce.amc+:mark } } }";

    public const string Version = "ClientId:own WBTypeUsed:[WayBill|WayBill_v2|WayBill_v3|WayBill_v4|UniversalTransferDocument]";

    public const string Question = "Parameters?{ Parameter+{ Name:t50 Value:t255 } }";

    public const string Card = "FormRegId:id";

    public const string Barcode = "QueryNumber:id Date:xtime Marks{ Mark+{ Identity:num9 Type:dig3 Rank:dig3 Number:num9 } }";

    public const string Filter = "(bc+:text | none.bc+:text)";

    public const string Cheque = """
        Identity?:id (Header{ Date:time Kassa:t50 Shift:num10 Number:num10 Type:[Продажа|Возврат] ConfirmOrder?:text } | HeaderTTN{ Date:date BillNumber:id TTNNumber:id Type:[Продажа|Возврат] })
        Content{ (Bottle{ Barcode:mark EAN:ean Price:text } | Nomark{ PosIdentity:id Product{ @Product } Quantity:more EAN:ean Price:text } | Catering{ Barcode:mark EAN?:ean Price:text Volume:more })+ }
        """;

    public const string Free = "ANYTHING";

    /// <summary>What the shapes share.</summary>
    public static readonly IReadOnlyDictionary<string, string> Parts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["UL"] = "oref.UL{ ClientRegId:id FullName:t255 ShortName?:t64 INN:inn10 KPP:kpp address{ Country:dig3 RegionCode:dig2 description:t5000 } }",
        ["FL"] = "oref.FL{ ClientRegId:id FullName:t255 ShortName?:t64 INN:inn12 address{ Country:dig3 RegionCode:dig2 description:t5000 } }",
        ["TR"] = "oref.TR{ ClientRegId:id address{ description:t5000 } }",
        ["Organisation"] = "(@UL | @FL | oref.FO{ ClientRegId:id FullName:t255 ShortName?:t64 address{ Country:dig3 description:t5000 } } | oref.TS{ ClientRegId:id FullName:t255 ShortName?:t64 TSNUM?:t50 address{ Country:dig3 description:t5000 } })",
        ["Product"] = """
            pref.UnitType:[Packed|Unpacked] pref.Type?:[АП|ССП|ССНП|Спирт|УБП|ССПП|СЛС|ФАРМ|ЭС] pref.FullName:t255 pref.ShortName?:t64 pref.AlcCode:t64 pref.Capacity?:more
            pref.AlcVolume?:pct pref.Producer{ @Organisation } pref.ProductVCode:t5
            """,
    };
}
