namespace Cleverence.Connectivity;

/// <summary>The products the server keeps: records under an id, names as on the wire.</summary>
/// <remarks>Thread-safe. Values are copied on the way in and out.</remarks>
public interface IProductStore
{
    /// <summary>Finds a product.</summary>
    /// <param name="id">The product's id.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <returns>The product, or null.</returns>
    ValueTask<ConnectorRecord?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>Saves a product, replacing the one with the same id.</summary>
    /// <param name="id">The product's id.</param>
    /// <param name="product">The product.</param>
    /// <param name="cancellationToken">Stops the save.</param>
    /// <returns>A task that ends when it is kept.</returns>
    ValueTask SaveAsync(string id, ConnectorRecord product, CancellationToken cancellationToken);

    /// <summary>Removes a product.</summary>
    /// <param name="id">The product's id.</param>
    /// <param name="cancellationToken">Stops the removal.</param>
    /// <returns>Whether there was one.</returns>
    ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken);
}
