namespace Connectors.Egais;

/// <summary>The F1 and F2 that an act of charge-on created (ActInventoryInformF2Reg).</summary>
/// <param name="ActRegId">The act's registry number.</param>
internal sealed record InventoryRegistration(string ActRegId)
{
    public string? Identity { get; init; }

    /// <summary>The act's own number.</summary>
    public string? Number { get; init; }

    public IReadOnlyList<InventoryPosition> Positions { get; init; } = [];
}
