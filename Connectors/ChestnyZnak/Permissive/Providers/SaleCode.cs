namespace Connectors.ChestnyZnak;

/// <summary>A code that was scanned to be sold.</summary>
/// <param name="Full">The complete code; it is for those who check it, and stands in no log and no error.</param>
/// <param name="Cis">The КИ, under which everybody else speaks of it.</param>
internal sealed record SaleCode(string Full, string Cis)
{
    public string? Gtin { get; init; }

    /// <summary>The number of its product group, where it was told.</summary>
    public int? Group { get; init; }

    // The check part is worth money.
    public override string ToString() => Cis;
}
