using System.Xml.Linq;

namespace Emulators.Utm;

/// <summary>Organisations and products as answers write them.</summary>
internal static class Directory
{
    private static readonly Xml Client = new("ClientRef_v2");
    private static readonly Xml Goods = new("ProductRef_v2");

    /// <summary>An organisation's element; one that the registry does not know has its id only.</summary>
    public static XElement Organisation(UtmWorld world, string fsrarId)
    {
        var whose = world.Organisations.Find(fsrarId) ?? new UtmOrganisation { FsrarId = fsrarId, Name = $"Организация {fsrarId}" };
        return Client.Of("UL", Client.Of("ClientRegId", whose.FsrarId), Client.Of("FullName", whose.Name), Client.Of("ShortName", whose.Name), Client.Of("INN", whose.Inn), Client.Of("KPP", whose.Kpp),
            Client.Of("address", Client.Of("Country", "643"), Client.Of("RegionCode", "77"), Client.Of("description", whose.Address)));
    }

    public static IEnumerable<XElement> Product(UtmWorld world, string alcCode)
    {
        var product = world.Products.Find(alcCode) ?? new UtmProduct { AlcCode = alcCode, Name = $"Продукция {alcCode}", Producer = "010000000001" };
        yield return Goods.Of("UnitType", "Packed");
        yield return Goods.Of("Type", "АП");
        yield return Goods.Of("FullName", product.Name);
        yield return Goods.Of("ShortName", product.Name[..Math.Min(64, product.Name.Length)]);
        yield return Goods.Of("AlcCode", product.AlcCode);
        yield return Goods.Of("Capacity", Xml.Number(product.Capacity));
        yield return Goods.Of("AlcVolume", Xml.Number(product.Volume));
        yield return Goods.Of("Producer", Organisation(world, product.Producer));
        yield return Goods.Of("ProductVCode", product.Kind);
    }
}
