namespace Emulators.Utm;

/// <summary>The consignee answers a waybill, or the shipper takes it back.</summary>
internal static class WaybillActs
{
    public const string AlreadyActed = "Акт для данной накладной уже зарегистрирован";

    public static void Conduct(Deed deed)
    {
        var (world, body) = (deed.World, deed.Body);
        var regId = body.Text("Header", "WBRegId")!;
        var waybill = Find(deed, regId);
        if (waybill.State != WaybillState.Shipped) throw new RejectedException(AlreadyActed, second: false);
        var kind = body.Text("Header", "IsAccept");
        if (waybill.Consignee != deed.Owner && kind != "Rejected") throw new RejectedException($"Организация {deed.Owner} не является грузополучателем накладной {regId}", second: false);
        var acted = waybill with { ActRequestId = deed.Post.RequestId };
        if (waybill.Shipper == deed.Owner) TakeBack(deed, acted);
        else if (kind == "Differences") Dispute(deed, acted);
        else if (kind == "Rejected") Refuse(deed, acted);
        else Accept(deed, acted);
        if (world.Options.EchoActs) deed.Send(deed.Owner, body.Name.LocalName, body, deed.Owner);
    }

    /// <summary>A waybill that the caller has to do with.</summary>
    public static RegisteredWaybill Find(Deed deed, string regId) =>
        deed.World.Waybills.Find(regId) is { } waybill && (waybill.Consignee == deed.Owner || waybill.Shipper == deed.Owner) ? waybill : throw new RejectedException($"Накладная {regId} не найдена", second: false);

    /// <summary>What was accepted becomes the consignee's, the rest returns to the shipper.</summary>
    public static RegisteredWaybill Settle(UtmWorld world, RegisteredWaybill waybill, WaybillState state)
    {
        foreach (var one in waybill.Positions)
        {
            var accepted = state == WaybillState.Refused ? 0 : one.Accepted ?? one.Quantity;
            var back = state == WaybillState.Refused ? one.Marks : one.Refused;
            if (accepted > 0)
            {
                var bought = world.Batches.Find(one.NewF2) ?? new Batch { FsrarId = waybill.Consignee, F2 = one.NewF2, F1 = one.F1, AlcCode = one.AlcCode, Bottled = one.Bottled, Parent = one.OldF2, RegId = waybill.RegId };
                world.Batches.Put(bought);
                Stock.Move(world, one.NewF2, accepted, "WayBill", waybill.RegId, "Приемка");
                Stock.PutMarks(world, [.. one.Marks.Except(one.Refused, StringComparer.Ordinal)], waybill.Consignee, one.NewF2);
            }

            if (accepted == one.Quantity) continue;
            Stock.Move(world, one.OldF2, one.Quantity - accepted, "WayBill", waybill.RegId, "Возврат");
            Stock.PutMarks(world, back, waybill.Shipper, one.OldF2);
        }

        var settled = waybill with { State = state };
        world.Waybills.Put(settled);
        return settled;
    }

    private static void Accept(Deed deed, RegisteredWaybill waybill)
    {
        Settle(deed.World, waybill, WaybillState.Accepted);
        Tell(deed, waybill, "Confirm", $"Накладная {waybill.RegId} подтверждена");
    }

    private static void Refuse(Deed deed, RegisteredWaybill waybill)
    {
        Settle(deed.World, waybill, WaybillState.Refused);
        Tell(deed, waybill, deed.World.Options.RefusalsUnConfirm ? "UnConfirm" : "Confirm", $"Накладная {waybill.RegId} отклонена");
    }

    private static void Tell(Deed deed, RegisteredWaybill waybill, string name, string text)
    {
        deed.Receive();
        deed.Conduct(waybill.RegId, name, text);
        deed.Send(waybill.Shipper, deed.Body.Name.LocalName, deed.Body, deed.Owner);
        if (deed.World.Options.ShipperHearsTheEnd && deed.World.Posts.Find(waybill.RequestId) is { } first) deed.Tell(first, waybill.State == WaybillState.Refused ? "UnConfirm" : "Confirm", true, text, waybill.RegId);
    }

    // Conducted only by the shipper's answer.
    private static void Dispute(Deed deed, RegisteredWaybill waybill)
    {
        var found = deed.Body.Positions().ToDictionary(one => one.Text("Identity")!, StringComparer.Ordinal);
        if (found.Keys.FirstOrDefault(key => waybill.Positions.All(one => one.Identity != key)) is { } odd) throw new RejectedException($"Позиция {odd} отсутствует в накладной {waybill.RegId}");
        List<ShippedPosition> positions = [];
        foreach (var one in waybill.Positions)
        {
            if (!found.TryGetValue(one.Identity, out var difference))
            {
                positions.Add(one with { Accepted = one.Quantity });
                continue;
            }

            var (real, refused) = (difference.Amount("RealQuantity"), difference.MarksIn());
            if (difference.Text("InformF2RegId") != one.NewF2) throw new RejectedException($"Позиция {one.Identity}: справка 2 {difference.Text("InformF2RegId")} не соответствует накладной {waybill.RegId}");
            if (real > one.Quantity) throw new RejectedException($"Позиция {one.Identity}: фактическое количество {Xml.Number(real)} больше указанного в накладной {Xml.Number(one.Quantity)}");
            if (refused.FirstOrDefault(mark => !one.Marks.Contains(mark, StringComparer.Ordinal)) is { } foreign) throw new RejectedException($"Позиция {one.Identity}: марка {foreign} отсутствует в накладной {waybill.RegId}");
            if (one.Marks.Count > 0 && refused.Count != one.Quantity - real) throw new RejectedException($"Позиция {one.Identity}: непринятых марок {refused.Count}, расхождение {Xml.Number(one.Quantity - real)}");
            positions.Add(one with { Accepted = real, Refused = refused });
        }

        deed.World.Waybills.Put(waybill with { State = WaybillState.Disputed, Positions = positions });
        deed.Receive();
        deed.Send(waybill.Shipper, deed.Body.Name.LocalName, deed.Body, deed.Owner);
    }

    private static void TakeBack(Deed deed, RegisteredWaybill waybill)
    {
        Settle(deed.World, waybill, WaybillState.Refused);
        deed.Receive();
        deed.Conduct(waybill.RegId, text: $"Накладная {waybill.RegId} отозвана");
        deed.TellUnasked(waybill.Consignee, "UnConfirm", $"Накладная {waybill.RegId} отозвана грузоотправителем", waybill.RegId);
    }
}
