namespace Emulators.Utm;

/// <summary>Acts about the shop (register 2).</summary>
internal static class ShopActs
{
    public static void WriteOff(Deed deed) => Conduct(deed, "AWO", -1);

    public static void ChargeOn(Deed deed) => Conduct(deed, "ACO", 1);

    private static void Conduct(Deed deed, string prefix, int sign)
    {
        var world = deed.World;
        var lines = deed.Body.Positions().Select(one => new ActLine(null, one.Text("Product", "AlcCode")!, sign * one.Amount("Quantity"), one.MarksIn())).ToList();
        foreach (var group in lines.GroupBy(one => one.AlcCode, StringComparer.Ordinal))
        {
            var there = Stock.ShopQuantity(world, deed.Owner, group.Key);
            if (there + group.Sum(one => one.Quantity) < 0) throw new RejectedException($"Количество продукции {group.Key} превышает остаток во втором регистре: {Xml.Number(there)}");
        }

        var regId = $"{prefix}-{world.Next(prefix):D10}";
        foreach (var line in lines) Stock.MoveShop(world, deed.Owner, line.AlcCode, line.Quantity, deed.Post.Element, regId);
        world.Acts.Put(new RegisteredAct { RegId = regId, Element = deed.Post.Element, FsrarId = deed.Owner, RequestId = deed.Post.RequestId, Lines = lines });
        deed.Receive();
        deed.Conduct(regId);
    }
}
