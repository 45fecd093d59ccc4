namespace Cleverence.Warehouse;

/// <summary>A product of the catalogue (platform 4: <see cref="InventoryItem"/>).</summary>
public class Product : FieldOwner
{
    private readonly ProductState state;

    /// <summary>Makes an empty product.</summary>
    public Product() => state = new();

    private protected Product(Product same)
        : base(same) => state = same.state;

    /// <summary>The product's id.</summary>
    public string? Id { get => state.Id; set => state.Id = value; }

    /// <summary>The name people see.</summary>
    public string? Name { get => state.Name; set => state.Name = value; }

    /// <summary>The barcode.</summary>
    public string? Barcode { get => state.Barcode; set => state.Barcode = value; }

    /// <summary>The article («артикул»).</summary>
    public string? Marking { get => state.Marking; set => state.Marking = value; }

    /// <summary>The id of the base packing.</summary>
    public string? BasePackingId { get => state.BasePackingId; set => state.BasePackingId = value; }

    /// <summary>The packings.</summary>
    public PackingCollection Packings => state.Packings;

    /// <summary>The base packing's id under its platform 4 name.</summary>
    [Alias]
    public string? BaseUnitOfMeasureId { get => BasePackingId; set => BasePackingId = value; }

    /// <summary>The packings under their platform 4 name.</summary>
    [Alias]
    public PackingCollection UnitsOfMeasure => Packings;

    /// <summary>Two names of one product are equal; two products with the same id are not.</summary>
    /// <param name="obj">The other object.</param>
    /// <returns>Whether it is the same product.</returns>
    public override bool Equals(object? obj) => obj is Product other && ReferenceEquals(other.state, state);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(state);

    // Held apart so that a product made under one name can be seen under the other as the same thing.
    private sealed class ProductState
    {
        public string? Id { get; set; }

        public string? Name { get; set; }

        public string? Barcode { get; set; }

        public string? Marking { get; set; }

        public string? BasePackingId { get; set; }

        public PackingCollection Packings { get; } = [];
    }
}
