namespace Cleverence.Warehouse;

/// <summary>A product in a packing with a quantity: the answer of the event «ПолучитьТовар».</summary>
public sealed class PackedProduct
{
    private readonly ProductLink product = new();
    private readonly PackingLink packing;

    /// <summary>Makes an empty answer.</summary>
    public PackedProduct() => packing = new(product);

    /// <summary>Names a product and its packing by their ids; the objects are looked up in the server's catalogue.</summary>
    /// <param name="productId">The product's id.</param>
    /// <param name="packingId">The packing's id.</param>
    public PackedProduct(string? productId, string? packingId)
        : this()
    {
        ProductId = productId;
        PackingId = packingId;
    }

    /// <summary>The product's id.</summary>
    public string? ProductId { get => product.Id; set => product.Id = value; }

    /// <summary>The packing's id.</summary>
    public string? PackingId { get => packing.Id; set => packing.Id = value; }

    /// <summary>How many packings.</summary>
    public decimal Quantity { get; set; }

    /// <summary>The product: the one given, or the catalogue's one with the id; null when neither is there.</summary>
    public Product? Product { get => product.Product; set => product.Product = value; }

    /// <summary>The packing: the one given, or the product's one with the id; null when neither is there.</summary>
    public Packing? Packing { get => packing.Packing; set => packing.Packing = value; }

    /// <summary>The product's id under its platform 4 name.</summary>
    [Alias]
    public string? InventoryItemId { get => ProductId; set => ProductId = value; }

    /// <summary>The packing's id under its platform 4 name.</summary>
    [Alias]
    public string? UnitOfMeasureId { get => PackingId; set => PackingId = value; }

    /// <summary>The product under its platform 4 name.</summary>
    [Alias]
    public InventoryItem? InventoryItem { get => Product is { } known ? InventoryItem.Of(known) : null; set => Product = value; }

    /// <summary>The packing under its platform 4 name.</summary>
    [Alias]
    public UnitOfMeasure? UnitOfMeasure { get => Packing is { } known ? UnitOfMeasure.Of(known) : null; set => Packing = value; }
}
