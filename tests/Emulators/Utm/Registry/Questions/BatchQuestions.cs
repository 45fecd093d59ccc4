namespace Emulators.Utm;

/// <summary>Questions about batches: their origin, their card, their movements.</summary>
internal static class BatchQuestions
{
    public static void First(Deed deed)
    {
        var (own, f1) = (new Xml("ReplyForm1"), deed.Body.Text("FormRegId")!);
        var batch = deed.World.Batches.Rows.FirstOrDefault(one => one.F1 == f1) ?? throw new RejectedException($"Справка 1 {f1} не найдена", second: false);
        deed.Answer("ReplyForm1", Xml.Body("ReplyForm1", own.Of("InformF1RegId", f1), own.Of("OriginalClient", Directory.Organisation(deed.World, batch.FsrarId)), own.Of("OriginalDocNumber", "1"),
            own.Of("OriginalDocDate", Xml.Day(batch.Bottled)), own.Of("Product", Directory.Product(deed.World, batch.AlcCode)), own.Of("BottlingDate", Xml.Day(batch.Bottled)),
            own.Of("Quantity", Xml.Number(batch.Quantity)), own.Of("EGAISNumber", f1.Replace("FA-", "", StringComparison.Ordinal)), own.Of("EGAISDate", Xml.Day(batch.Bottled))));
    }

    public static void Second(Deed deed)
    {
        var own = new Xml("ReplyForm2");
        var batch = Questions.BatchOf(deed, deed.Body.Text("FormRegId")!);
        var waybill = deed.World.Waybills.Find(batch.RegId);
        deed.Answer("ReplyForm2", Xml.Body("ReplyForm2", own.Of("InformF2RegId", batch.F2), own.Of("TTNNumber", waybill?.Number ?? "1"), own.Of("TTNDate", waybill?.Date ?? Xml.Day(batch.Bottled)),
            own.Of("Shipper", Directory.Organisation(deed.World, waybill?.Shipper ?? batch.FsrarId)), own.Of("Consignee", Directory.Organisation(deed.World, batch.FsrarId)),
            own.Of("Product", Directory.Product(deed.World, batch.AlcCode)), own.Of("Quantity", Xml.Number(batch.Quantity))));
    }

    public static void History(Deed deed)
    {
        var own = new Xml("ReplyHistForm2");
        var batch = Questions.BatchOf(deed, Questions.Ask(deed, "RFB"));
        deed.Answer("ReplyHistForm2", Xml.Body("ReplyHistForm2", own.Of("InformF2RegId", batch.F2), own.Of("HistForm2Date", Xml.Time(deed.World.Now)),
            own.Of("HistoryF2", deed.World.Movements.Rows.Where(one => one.F2 == batch.F2 && one.Operation != "Shop").Select(one => own.Of("OperationB",
                own.Of("DocType", one.DocType), own.Of("DocId", one.DocId), own.Of("Operation", one.Operation), own.Of("Quantity", Xml.Number(one.Quantity)), own.Of("OperDate", Xml.Time(one.At)))))));
    }

    public static void Ancestry(Deed deed)
    {
        var own = new Xml("ReplyParentHistForm2");
        var batch = Questions.BatchOf(deed, Questions.Ask(deed, "PF2"));
        List<System.Xml.Linq.XElement> steps = [];
        for (var one = batch; one is { Parent: { } parent }; one = deed.World.Batches.Find(parent))
        {
            var waybill = deed.World.Waybills.Find(one.RegId);
            steps.Add(own.Of("step", own.Of("lev", steps.Count + 1), own.Of("Form2", one.F2), own.Of("parentForm2", parent), own.Of("Shipper", waybill?.Shipper), own.Of("Consignee", one.FsrarId), own.Of("WBRegId", one.RegId), own.Of("amount", Xml.Number(one.Quantity))));
        }

        deed.Answer("ReplyParentHistForm2", Xml.Body("ReplyParentHistForm2", own.Of("InformF2RegId", batch.F2), own.Of("HistForm2Date", Xml.Time(deed.World.Now)), steps.Count == 0 ? null : own.Of("ParentHist", steps)));
    }
}
