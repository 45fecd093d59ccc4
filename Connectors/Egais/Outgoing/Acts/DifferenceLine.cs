namespace Connectors.Egais;

/// <summary>What was really received of a position.</summary>
/// <param name="Position">The position of the waybill.</param>
/// <param name="RealQuantity">How much of it came.</param>
/// <param name="Rejected">The marks that were not accepted.</param>
internal sealed record DifferenceLine(WaybillPosition Position, decimal RealQuantity, IReadOnlyList<string> Rejected)
{
    /// <summary>The place of the line in what the caller gave.</summary>
    public string Path { get; init; } = "";

    public decimal? AlcPercent { get; init; }

    public decimal? AlcPercentMin { get; init; }

    public decimal? AlcPercentMax { get; init; }

    public bool IsDifferent => RealQuantity != Position.Quantity || Rejected.Count > 0;
}
