namespace Emulators.Utm;

/// <summary>A place takes back its own act.</summary>
internal static class ActRepeals
{
    public static void ChargeOn(Deed deed) => Repeal(deed, "ACORegId", "ActChargeOn");

    public static void WriteOff(Deed deed) => Repeal(deed, "AWORegId", "ActWriteOff");

    private static void Repeal(Deed deed, string field, string kind)
    {
        var world = deed.World;
        var regId = deed.Body.Text(field)!;
        if (world.Acts.Find(regId) is not { } act || act.FsrarId != deed.Owner || !act.Element.StartsWith(kind, StringComparison.Ordinal)) throw new RejectedException($"Акт {regId} не найден", second: false);
        if (act.Repealed) throw new RejectedException($"Акт {regId} уже отменен", second: false);
        foreach (var line in act.Lines.Where(one => one.Quantity > 0)) Check(world, act, line);
        foreach (var line in act.Lines) Undo(world, act, line, deed.Post.Element);
        world.Acts.Put(act with { Repealed = true });
        deed.Receive();
        deed.Conduct(regId, "UnConfirm", $"Проведение акта {regId} отменено");
    }

    private static void Check(UtmWorld world, RegisteredAct act, ActLine line)
    {
        if (line.F2 is null)
        {
            if (Stock.ShopQuantity(world, act.FsrarId, line.AlcCode) < line.Quantity) throw new RejectedException($"Отмена акта {act.RegId} невозможна: продукция {line.AlcCode} израсходована");
            return;
        }

        Stock.Need(Stock.BatchOf(world, act.FsrarId, line.F2), line.Quantity);
        Stock.NeedMarks(world, act.FsrarId, line.F2, line.Marks);
    }

    private static void Undo(UtmWorld world, RegisteredAct act, ActLine line, string element)
    {
        if (line.F2 is null)
        {
            Stock.MoveShop(world, act.FsrarId, line.AlcCode, -line.Quantity, element, act.RegId);
            return;
        }

        Stock.Move(world, line.F2, -line.Quantity, element, act.RegId, "Отмена");
        Stock.PutMarks(world, line.Marks, line.Quantity < 0 ? act.FsrarId : null, line.F2);
    }
}
