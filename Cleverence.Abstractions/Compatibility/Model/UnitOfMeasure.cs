namespace Cleverence.Warehouse;

/// <summary>A packing under its platform 4 name.</summary>
public sealed class UnitOfMeasure : Packing
{
    /// <summary>Makes an empty unit.</summary>
    public UnitOfMeasure()
    {
    }

    private UnitOfMeasure(Packing same)
        : base(same)
    {
    }

    /// <summary>The same packing under its platform 4 name: a change through one is seen through the other.</summary>
    /// <param name="packing">The packing.</param>
    /// <returns>The unit.</returns>
    public static UnitOfMeasure Of(Packing packing)
    {
        ArgumentNullException.ThrowIfNull(packing);
        return packing as UnitOfMeasure ?? new UnitOfMeasure(packing);
    }
}
