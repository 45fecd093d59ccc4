using Cleverence.Connectivity;
using Cleverence.Connectivity.Classic;

namespace Cleverence.Warehouse;

/// <summary>A view of the products the server keeps. What is found is a copy: change it and <see cref="Add"/> it to keep the change.</summary>
/// <remarks>The members wait for the store on the caller's thread: a classic connector has threads of its own.</remarks>
public sealed class StoredProducts
{
    private readonly Func<IProductStore> store;

    internal StoredProducts(Func<IProductStore> store) => this.store = store;

    /// <summary>Finds a product.</summary>
    /// <param name="id">The product's id.</param>
    /// <returns>The product under both of its names, or null.</returns>
    public InventoryItem? FindById(string? id) => Find(store(), id);

    /// <summary>Saves a product, replacing the one with the same id.</summary>
    /// <param name="product">The product; the store copies it.</param>
    public void Add(Product product)
    {
        ArgumentNullException.ThrowIfNull(product);
        if (string.IsNullOrEmpty(product.Id)) throw new ArgumentException("The product has no Id. Set it before adding the product.", nameof(product));
        store().SaveAsync(product.Id, RecordWriter.Write(product), CancellationToken.None).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Removes a product.</summary>
    /// <param name="product">The product; it is found by its id.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(Product product)
    {
        ArgumentNullException.ThrowIfNull(product);
        return !string.IsNullOrEmpty(product.Id) && store().RemoveAsync(product.Id, CancellationToken.None).Waited();
    }

    /// <summary>The product a line or a packed product names; null where nobody keeps products.</summary>
    internal static InventoryItem? Look(string? id) => ClassicScope.Current?.Products is { } store ? Find(store, id) : null;

    private static InventoryItem? Find(IProductStore store, string? id) =>
        string.IsNullOrEmpty(id) ? null
        : store.FindAsync(id, CancellationToken.None).Waited() is { } record ? (InventoryItem)RecordReader.Read<Product>(record) : null;
}
