namespace Connectors.ChestnyZnak;

/// <summary>What the settings say of verdicts.</summary>
internal sealed record VerdictRules
{
    public SaleVerdict OnNoAnswer { get; init; } = SaleVerdict.Ask;

    public SaleVerdict OnCrossBorder { get; init; } = SaleVerdict.Sell;

    public SaleVerdict OnGrayZone { get; init; } = SaleVerdict.DoNotSell;

    /// <summary>The verdict for the grey zone by number of the group.</summary>
    public IReadOnlyDictionary<int, SaleVerdict> GrayZone { get; init; } = new Dictionary<int, SaleVerdict>();

    /// <summary>Numbers of groups whose codes are sold although their signature could not be verified.</summary>
    public IReadOnlySet<int> UnverifiedGroups { get; init; } = new HashSet<int>();

    /// <summary>The verdict for the grey zone: the strictest of the code's groups.</summary>
    public SaleVerdict GrayZoneOf(IReadOnlyList<int> groups) =>
        groups.Where(GrayZone.ContainsKey).Select(group => (SaleVerdict?)GrayZone[group]).Max() ?? OnGrayZone;
}
