namespace Cleverence.Connectivity.Marking;

/// <summary>A product group of the marking system.</summary>
/// <param name="Number">Its number, such as 8.</param>
/// <param name="Alias">Its alias, such as <c>milk</c>.</param>
public sealed record MarkingProductGroup(int Number, string Alias)
{
    /// <summary>The layouts its codes have; empty when they are not known.</summary>
    public IReadOnlyList<MarkingLayout> Layouts { get; init; } = [];
}
