using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>Questions about what is there.</summary>
internal static class Rests
{
    public static void Warehouse(Deed deed, string element) => Answer(deed, element, own => Batches(deed).Select(one => own.Of("StockPosition",
        own.Of("Product", Directory.Product(deed.World, one.AlcCode)), own.Of("Quantity", Xml.Number(one.Quantity)), own.Of("InformF1RegId", one.F1), own.Of("InformF2RegId", one.F2))));

    public static void WarehouseShort(Deed deed) => Answer(deed, "ReplyRests_Mini", own => Batches(deed).Select(one => own.Of("StockPosition",
        own.Of("AlcCode", one.AlcCode), own.Of("Quantity", Xml.Number(one.Quantity)), own.Of("Inform1RegId", one.F1), own.Of("Inform2RegId", one.F2))));

    public static void Shop(Deed deed) => Answer(deed, "ReplyRestsShop_v2", own => Goods(deed).Select(one => own.Of("ShopPosition",
        own.Of("Product", Directory.Product(deed.World, one.AlcCode)), own.Of("Quantity", Xml.Number(one.Quantity)))));

    public static void ShopShort(Deed deed) => Answer(deed, "ReplyRestsShop_Mini", own => Goods(deed).Select(one => own.Of("ShopPosition",
        own.Of("AlcCode", one.AlcCode), own.Of("Quantity", Xml.Number(one.Quantity)))));

    public static void Marks(Deed deed)
    {
        var (own, common) = (new Xml("ReplyRestBCode"), new Xml("CommonV3"));
        var f2 = Questions.Ask(deed, "ФОРМА2");
        var marks = deed.World.Marks.Of(f2).Where(one => one.FsrarId == deed.Owner).ToList();
        if (deed.World.Batches.Find(f2)?.FsrarId != deed.Owner) throw new RejectedException($"Справка 2 {f2} не числится на остатках организации {deed.Owner}", second: false);
        deed.Answer("ReplyRestBCode", Xml.Body("ReplyRestBCode", own.Of("RestsDate", Xml.Time(deed.World.Now)), own.Of("Inform2RegId", f2),
            marks.Count == 0 ? null : own.Of("MarkInfo", marks.Select(one => common.Of("amc", one.Code)))));
    }

    private static void Answer(Deed deed, string element, Func<Xml, IEnumerable<XElement>> rows)
    {
        var own = new Xml(element);
        var positions = rows(own).ToList();
        deed.Answer(element, Xml.Body(element, own.Of("RestsDate", Xml.Time(deed.World.Now)), positions.Count == 0 ? null : own.Of("Products", positions)));
    }

    private static IEnumerable<Batch> Batches(Deed deed) => deed.World.Batches.Of(deed.Owner).Where(one => one.Quantity > 0);

    private static IEnumerable<ShopStock> Goods(Deed deed) => deed.World.Shop.Of(deed.Owner).Where(one => one.Quantity > 0);
}
