namespace Cleverence.Connectivity.Marking;

/// <summary>What is known about a text before it is read.</summary>
public sealed record MarkingParseOptions
{
    /// <summary>Nothing is known.</summary>
    public static MarkingParseOptions Default { get; } = new();

    /// <summary>Whether the text was cut out of XML, so that <c>&amp;lt;</c> and the other four entities stand for characters. Otherwise they are data.</summary>
    public bool IsXmlText { get; init; }

    /// <summary>Whether 27 characters without AIs are read as a medicine's SGTIN.</summary>
    public bool AcceptPharmaSgtin { get; init; }

    /// <summary>The alias of the goods' product group, such as <c>beer</c>; null when it is not known. It decides what a code without separators leaves open.</summary>
    public string? ProductGroup { get; init; }

    /// <summary>Finds the alias of the product group of a GTIN of 14 digits, or null; asked only when <see cref="ProductGroup"/> is null and the text leaves something open. What it throws reaches the caller.</summary>
    public Func<string, string?>? ProductGroupOf { get; init; }

    /// <summary>The table of product groups.</summary>
    public MarkingProductGroups ProductGroups { get; init; } = MarkingProductGroups.Known;

    /// <summary>The longest text that is looked at, in characters. 1000; at most 65 535, which is also what a larger number means.</summary>
    public int MaxLength { get; init; } = 1000;

    /// <summary>The group of a GTIN, or null.</summary>
    internal MarkingProductGroup? GroupOf(ReadOnlySpan<char> gtin) =>
        ProductGroups.Find(ProductGroup ?? ProductGroupOf?.Invoke(gtin.ToString()));
}
