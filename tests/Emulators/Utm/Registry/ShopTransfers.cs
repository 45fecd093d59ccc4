namespace Emulators.Utm;

/// <summary>Goods go from the warehouse into the shop and back.</summary>
internal static class ShopTransfers
{
    public static void ToShop(Deed deed) => Conduct(deed, 1);

    public static void FromShop(Deed deed) => Conduct(deed, -1);

    private static void Conduct(Deed deed, int sign)
    {
        var world = deed.World;
        var positions = deed.Body.Positions().Select(one => (F2: one.Text("InformF2", "F2RegId")!, Code: one.Text("ProductCode")!, Quantity: one.Amount("Quantity"))).ToList();
        foreach (var one in positions)
        {
            var batch = Stock.BatchOf(world, deed.Owner, one.F2);
            if (batch.AlcCode != one.Code) throw new RejectedException($"Код продукции {one.Code} не соответствует справке 2 {one.F2}");
            if (sign > 0) Stock.Need(batch, positions.Where(other => other.F2 == one.F2).Sum(other => other.Quantity));
            else if (Stock.ShopQuantity(world, deed.Owner, one.Code) < positions.Where(other => other.Code == one.Code).Sum(other => other.Quantity)) throw new RejectedException($"Количество продукции {one.Code} превышает остаток во втором регистре");
        }

        var regId = $"{(sign > 0 ? "TTS" : "TFS")}-{world.Next("transfer"):D10}";
        foreach (var one in positions)
        {
            Stock.Move(world, one.F2, -sign * one.Quantity, deed.Post.Element, regId, sign > 0 ? "Передача в торговый зал" : "Возврат из торгового зала");
            Stock.MoveShop(world, deed.Owner, one.Code, sign * one.Quantity, deed.Post.Element, regId, one.F2);
        }

        deed.Receive();
        deed.Conduct(regId);
    }
}
