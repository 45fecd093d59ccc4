namespace Connectors.Egais;

/// <summary>A position of a registered act of charge-on.</summary>
/// <param name="Identity">The position's identity in the act.</param>
/// <param name="F1RegId">Its new F1.</param>
internal sealed record InventoryPosition(string Identity, string? F1RegId)
{
    public IReadOnlyList<InventoryF2> Items { get; init; } = [];
}
