namespace Emulators.Utm;

/// <summary>The consignee asks to un-conduct a waybill; the shipper answers.</summary>
internal static class Repeals
{
    public static void Ask(Deed deed)
    {
        var waybill = WaybillActs.Find(deed, deed.Body.Text("WBRegId")!);
        if (waybill.Consignee != deed.Owner) throw new RejectedException($"Организация {deed.Owner} не является грузополучателем накладной {waybill.RegId}", second: false);
        if (waybill.State is WaybillState.Shipped or WaybillState.Disputed) throw new RejectedException($"Накладная {waybill.RegId} не проведена", second: false);
        if (waybill.RepealRequestId is not null) throw new RejectedException($"Запрос на отмену проведения накладной {waybill.RegId} уже зарегистрирован", second: false);
        if (waybill.State == WaybillState.Refused)
        {
            // Nobody's goods are touched but the shipper's own, who ships again: no answer is waited for.
            Undo(deed, waybill);
            deed.Receive();
            deed.Conduct(waybill.RegId, "UnConfirm", $"Акт отказа по накладной {waybill.RegId} отменен");
            return;
        }

        deed.World.Waybills.Put(waybill with { RepealRequestId = deed.Post.RequestId });
        deed.Receive();
        deed.Send(waybill.Shipper, "RequestRepealWB", deed.Body, deed.Owner);
    }

    public static void Answer(Deed deed)
    {
        var (world, header) = (deed.World, deed.Body.Child("Header")!);
        var waybill = WaybillActs.Find(deed, header.Text("WBRegId")!);
        if (waybill.Shipper != deed.Owner) throw new RejectedException($"Организация {deed.Owner} не является грузоотправителем накладной {waybill.RegId}", second: false);
        if (waybill.RepealRequestId is not { } asked) throw new RejectedException($"Для накладной {waybill.RegId} нет запроса на отмену проведения", second: false);
        if (header.Text("IsConfirm") != "Accepted")
        {
            world.Waybills.Put(waybill with { RepealRequestId = null });
            deed.Receive();
            deed.Send(waybill.Consignee, "ConfirmRepealWB", deed.Body, deed.Owner);
            return;
        }

        Undo(deed, waybill);
        deed.Receive();
        deed.Conduct(waybill.RegId, "UnConfirm", $"Накладная {waybill.RegId} распроведена");
        deed.Send(waybill.Consignee, "ConfirmRepealWB", deed.Body, deed.Owner);
        deed.Tell(world.Posts.Find(asked)!, "UnConfirm", true, $"Накладная {waybill.RegId} распроведена", waybill.RegId);
    }

    /// <summary>The goods are on their way again.</summary>
    private static void Undo(Deed deed, RegisteredWaybill waybill)
    {
        var world = deed.World;
        var refused = waybill.State == WaybillState.Refused;
        foreach (var one in waybill.Positions) Check(world, waybill, one, refused);
        foreach (var one in waybill.Positions)
        {
            var accepted = refused ? 0 : one.Accepted ?? one.Quantity;
            if (accepted > 0) Stock.Move(world, one.NewF2, -accepted, "RequestRepealWB", waybill.RegId, "Отмена приемки");
            if (accepted < one.Quantity) Stock.Move(world, one.OldF2, accepted - one.Quantity, "RequestRepealWB", waybill.RegId, "Отмена возврата");
            Stock.PutMarks(world, one.Marks, null, one.OldF2);
        }

        world.Waybills.Put(waybill with { State = WaybillState.Shipped, ActRequestId = null, RepealRequestId = null, Positions = [.. waybill.Positions.Select(one => one with { Accepted = null, Refused = [] })] });
    }

    private static void Check(UtmWorld world, RegisteredWaybill waybill, ShippedPosition one, bool refused)
    {
        var accepted = refused ? 0 : one.Accepted ?? one.Quantity;
        if (accepted > 0)
        {
            Stock.Need(Stock.BatchOf(world, waybill.Consignee, one.NewF2), accepted);
            Stock.NeedMarks(world, waybill.Consignee, one.NewF2, [.. one.Marks.Except(one.Refused, StringComparer.Ordinal)]);
        }

        if (accepted == one.Quantity) return;
        Stock.Need(Stock.BatchOf(world, waybill.Shipper, one.OldF2), one.Quantity - accepted);
        Stock.NeedMarks(world, waybill.Shipper, one.OldF2, refused ? one.Marks : one.Refused);
    }
}
