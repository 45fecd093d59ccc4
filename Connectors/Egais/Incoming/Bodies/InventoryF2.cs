namespace Connectors.Egais;

/// <summary>An F2 that an act of charge-on created.</summary>
/// <param name="F2RegId">The F2.</param>
internal sealed record InventoryF2(string F2RegId)
{
    public string? Identity { get; init; }

    public IReadOnlyList<string> Marks { get; init; } = [];
}
