namespace Connectors.Egais;

/// <summary>A position of a waybill.</summary>
/// <param name="Identity">Its identity, unique in the waybill.</param>
/// <param name="Product">What.</param>
/// <param name="Quantity">How much.</param>
internal sealed record WaybillPosition(string Identity, Product Product, decimal Quantity)
{
    public string? PackId { get; init; }

    public decimal? AlcPercent { get; init; }

    public decimal? AlcPercentMin { get; init; }

    public decimal? AlcPercentMax { get; init; }

    public decimal Price { get; init; }

    public string? Party { get; init; }

    public string? ExciseNumber { get; init; }

    public DateOnly? ExciseDate { get; init; }

    public decimal? ExciseSum { get; init; }

    public decimal? ExciseBase { get; init; }

    public string? Ean13 { get; init; }

    /// <summary>F1, the record of origin: <c>FA-…</c>.</summary>
    public string FaRegId { get; init; } = "";

    /// <summary>F2 of the sender: <c>FB-…</c>.</summary>
    public string F2RegId { get; init; } = "";

    /// <summary>F2 that the registration gave us; null until it came.</summary>
    public string? OwnF2RegId { get; init; }

    public DateOnly? BottlingDate { get; init; }

    /// <summary>The marks, by box.</summary>
    public IReadOnlyList<MarkBox> Boxes { get; init; } = [];

    /// <summary>How the boxes of this position lie in each other.</summary>
    public IReadOnlyList<BoxTree> Trees { get; init; } = [];
}
