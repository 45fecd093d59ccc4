namespace Emulators.Utm;

/// <summary>Questions about waybills.</summary>
internal static class WaybillQuestions
{
    public static void Unanswered(Deed deed)
    {
        var own = new Xml("ReplyNoAnswerTTN");
        if (Questions.Ask(deed, "КОД") is var code && code != deed.Owner) throw new RejectedException($"Код {code} не принадлежит организации {deed.Owner}", second: false);
        var open = deed.World.Waybills.All.Where(one => one.Consignee == deed.Owner && one.State == WaybillState.Shipped).ToList();
        deed.Answer("ReplyNATTN", Xml.Body("ReplyNoAnswerTTN", own.Of("Consignee", deed.Owner), own.Of("ReplyDate", Xml.Time(deed.World.Now)), own.Of("ttnlist", open.Select(one => own.Of("NoAnswer",
            own.Of("WbRegID", one.RegId), own.Of("ttnNumber", one.Number), own.Of("ttnDate", one.Date), own.Of("Shipper", one.Shipper))))));
    }

    public static void Resend(Deed deed)
    {
        var regId = Questions.Ask(deed, "WBREGID");
        if (deed.World.Waybills.Find(regId) is not { } waybill || waybill.Consignee != deed.Owner) throw new RejectedException($"Накладная {regId} не найдена", second: false);
        deed.Receive();
        Shipments.Arrive(deed, waybill, Envelope.Read(deed.World.Contents.Find(waybill.RequestId)!.Bytes).Body);
    }
}
