namespace Cleverence.Warehouse;

/// <summary>A packing of a product (platform 4: <see cref="UnitOfMeasure"/>).</summary>
public class Packing : FieldOwner
{
    private readonly PackingState state;

    /// <summary>Makes an empty packing.</summary>
    public Packing() => state = new();

    private protected Packing(Packing same)
        : base(same) => state = same.state;

    /// <summary>The packing's id.</summary>
    public string? Id { get => state.Id; set => state.Id = value; }

    /// <summary>The name people see.</summary>
    public string? Name { get => state.Name; set => state.Name = value; }

    /// <summary>The barcode of this packing.</summary>
    public string? Barcode { get => state.Barcode; set => state.Barcode = value; }

    /// <summary>How many base units it holds.</summary>
    public decimal UnitsQuantity { get => state.UnitsQuantity; set => state.UnitsQuantity = value; }

    /// <summary>Two names of one packing are equal; two packings with the same id are not.</summary>
    /// <param name="obj">The other object.</param>
    /// <returns>Whether it is the same packing.</returns>
    public override bool Equals(object? obj) => obj is Packing other && ReferenceEquals(other.state, state);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(state);

    // Held apart so that a packing made under one name can be seen under the other as the same thing.
    private sealed class PackingState
    {
        public string? Id { get; set; }

        public string? Name { get; set; }

        public string? Barcode { get; set; }

        public decimal UnitsQuantity { get; set; }
    }
}
