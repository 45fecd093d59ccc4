namespace Emulators.Utm;

/// <summary>Reports about a product in the shop.</summary>
internal static class Reports
{
    public static void Cheques(Deed deed)
    {
        var own = new Xml("ReplyWriteOffCheque");
        deed.Answer("ReplyWriteOffCheque", Xml.Body("ReplyWriteOffCheque", own.Of("ReplyDate", Xml.Time(deed.World.Now)), own.Of("monthReport", Questions.Ask(deed, "МЕСЯЦ")), own.Of("yearReport", Questions.Ask(deed, "ГОД")),
            own.Of("AlcCode", Questions.Ask(deed, "АЛККОД")), own.Of("WriteOffCh", "0"), own.Of("ReturnCh", "0")));
    }

    public static void ShopHistory(Deed deed)
    {
        var (own, code) = (new Xml("ReplyHistoryShop"), Questions.Ask(deed, "АЛККОД"));
        var moved = deed.World.Movements.Rows.Where(one => one.FsrarId == deed.Owner && one.AlcCode == code && one.Operation == "Shop");
        deed.Answer("ReplyHistoryShop", Xml.Body("ReplyHistoryShop", own.Of("ReplyDate", Xml.Time(deed.World.Now)), own.Of("monthReport", Questions.Ask(deed, "МЕСЯЦ")), own.Of("yearReport", Questions.Ask(deed, "ГОД")), own.Of("AlcCode", code),
            own.Of("History", moved.Select(one => own.Of("DocData", own.Of("DocType", one.DocType), own.Of("DocId", one.DocId), own.Of("OperDate", Xml.Time(one.At)), own.Of("Quantity", Xml.Number(one.Quantity)), own.Of("RegForm2", one.F2))))));
    }
}
