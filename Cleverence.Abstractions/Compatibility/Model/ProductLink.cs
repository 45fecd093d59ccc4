namespace Cleverence.Warehouse;

/// <summary>A product named by its id or given as an object; one only named is looked up in the server's catalogue when it is asked for.</summary>
internal sealed class ProductLink
{
    private string? id;
    private Product? product;

    public string? Id
    {
        get => product is null ? id : product.Id;
        set
        {
            if (product is not null && product.Id == value) return;
            id = value;
            product = null;
        }
    }

    public Product? Product
    {
        get => product ??= StoredProducts.Look(id);
        set
        {
            product = value;
            id = value?.Id;
        }
    }
}
