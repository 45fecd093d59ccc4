using Cleverence.Connectivity.Classic;

namespace Cleverence.Warehouse;

/// <summary>The server's product catalogue as classic connectors name it.</summary>
public static class ProductsBook
{
    /// <summary>A view of the products the server keeps.</summary>
    public static StoredProducts Products { get; } = new(static () =>
        ClassicScope.Required("ProductsBook.Products").Products
        ?? throw new InvalidOperationException("ProductsBook.Products cannot be used: this host keeps no products."));
}
