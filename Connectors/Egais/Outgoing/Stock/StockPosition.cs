namespace Connectors.Egais;

/// <summary>A position of an act on stock: written off, charged on, transferred, fixed or unfixed.</summary>
/// <param name="Identity">Its identity, unique in the act.</param>
internal sealed record StockPosition(string Identity)
{
    public Product? Product { get; init; }

    public decimal? Quantity { get; init; }

    /// <summary>Millilitres written off from an open bottle, instead of a quantity.</summary>
    public decimal? Volume { get; init; }

    public decimal? SumSale { get; init; }

    public string? F1RegId { get; init; }

    public string? F2RegId { get; init; }

    public decimal? AlcPercent { get; init; }

    public decimal? AlcPercentMin { get; init; }

    public decimal? AlcPercentMax { get; init; }

    public StockOrigin? Origin { get; init; }

    public IReadOnlyList<string> Marks { get; init; } = [];

    public bool IsBeer { get; init; }
}
