namespace Connectors.Egais;

/// <summary>Reads a product.</summary>
internal static class ProductReader
{
    /// <summary>The product in an element.</summary>
    /// <param name="product">The element.</param>
    /// <param name="unitType">The kind of unit where the product does not say it: older waybills have it in their head.</param>
    public static Product Read(XmlPart product, string? unitType = null) => new(product.Required("AlcCode"))
    {
        UnitType = product.Value("UnitType") ?? unitType ?? "Packed",
        Type = product.Value("Type"),
        FullName = product.Value("FullName"),
        ShortName = product.Value("ShortName"),
        Capacity = product.Number("Capacity"),
        AlcVolume = product.Number("AlcVolume"),
        Producer = OrganisationReader.Read(product.Find("Producer")),
        ProductVCode = product.Value("ProductVCode"),
    };
}
