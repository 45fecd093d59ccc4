namespace Cleverence.Warehouse;

/// <summary>A product under its platform 4 name.</summary>
public sealed class InventoryItem : Product
{
    /// <summary>Makes an empty product.</summary>
    public InventoryItem()
    {
    }

    private InventoryItem(Product same)
        : base(same)
    {
    }

    /// <summary>The same product under its platform 4 name: a change through one is seen through the other.</summary>
    /// <param name="product">The product.</param>
    /// <returns>The product.</returns>
    public static InventoryItem Of(Product product)
    {
        ArgumentNullException.ThrowIfNull(product);
        return product as InventoryItem ?? new InventoryItem(product);
    }
}
