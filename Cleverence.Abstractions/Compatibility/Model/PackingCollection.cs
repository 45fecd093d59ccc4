using System.Collections.ObjectModel;

namespace Cleverence.Warehouse;

/// <summary>The packings of a product.</summary>
public sealed class PackingCollection : Collection<Packing>
{
    /// <summary>Finds a packing.</summary>
    /// <param name="id">The packing's id, compared without case.</param>
    /// <returns>The packing under both of its names, or null.</returns>
    public UnitOfMeasure? FindById(string? id) =>
        Items.FirstOrDefault(packing => string.Equals(packing.Id, id, StringComparison.OrdinalIgnoreCase)) is { } found ? UnitOfMeasure.Of(found) : null;

    // Kept under the platform 4 name, which is also a Packing: a foreach may then name either type.
    /// <inheritdoc/>
    protected override void InsertItem(int index, Packing item) => base.InsertItem(index, UnitOfMeasure.Of(item));

    /// <inheritdoc/>
    protected override void SetItem(int index, Packing item) => base.SetItem(index, UnitOfMeasure.Of(item));
}
