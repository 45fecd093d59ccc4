namespace Emulators.Utm;

/// <summary>The shipper agrees to the differences that the consignee found, or does not.</summary>
internal static class DifferenceAnswers
{
    public static void Conduct(Deed deed)
    {
        var (world, header) = (deed.World, deed.Body.Child("Header")!);
        var waybill = WaybillActs.Find(deed, header.Text("WBRegId")!);
        if (waybill.Shipper != deed.Owner) throw new RejectedException($"Организация {deed.Owner} не является грузоотправителем накладной {waybill.RegId}", second: false);
        if (waybill.State != WaybillState.Disputed) throw new RejectedException($"Для накладной {waybill.RegId} нет акта разногласий, ожидающего ответа", second: false);
        var agreed = header.Text("IsConfirm") == "Accepted";
        var act = world.Posts.Find(waybill.ActRequestId)!;
        WaybillActs.Settle(world, waybill, agreed ? WaybillState.AcceptedWithDifferences : WaybillState.Refused);
        deed.Receive();
        deed.Send(waybill.Consignee, "WayBillTicket", deed.Body, deed.Owner);
        deed.Tell(act, agreed ? "Confirm" : "UnConfirm", true, agreed ? $"Акт разногласий по накладной {waybill.RegId} подтвержден" : $"Накладная {waybill.RegId} распроведена: акт разногласий отклонен", waybill.RegId);
        if (world.Options.ShipperHearsTheEnd && world.Posts.Find(waybill.RequestId) is { } first) deed.Tell(first, agreed ? "Confirm" : "UnConfirm", true, "Накладная обработана грузополучателем", waybill.RegId);
    }
}
