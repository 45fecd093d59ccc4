namespace Cleverence.Connectivity.Marking;

/// <summary>A template by which the code station makes codes.</summary>
/// <param name="Id">The number of the template (templateId).</param>
/// <param name="ProductGroup">The alias of the product group.</param>
/// <param name="Layout">The layout; null for packs, which have 29 characters and no AIs.</param>
public sealed record MarkingTemplate(int Id, string ProductGroup, MarkingLayout? Layout)
{
    /// <summary>The length of a full code, separators counted and without optional fields.</summary>
    public int CodeLength => Layout?.FullLength ?? 29;
}
