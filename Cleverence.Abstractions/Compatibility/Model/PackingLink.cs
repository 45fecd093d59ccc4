namespace Cleverence.Warehouse;

/// <summary>A packing named by its id or given as an object; one only named is found among the product's packings.</summary>
internal sealed class PackingLink(ProductLink product)
{
    private string? id;
    private Packing? packing;

    public string? Id
    {
        get => packing is null ? id : packing.Id;
        set
        {
            if (packing is not null && packing.Id == value) return;
            id = value;
            packing = null;
        }
    }

    public Packing? Packing
    {
        get => packing ??= string.IsNullOrEmpty(id) ? null : product.Product?.Packings.FindById(id);
        set
        {
            packing = value;
            id = value?.Id;
        }
    }
}
