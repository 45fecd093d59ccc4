namespace Connectors.Egais;

/// <summary>A position of an act about a waybill.</summary>
/// <param name="Identity">The position's identity in the waybill.</param>
/// <param name="F2RegId">The F2 that its registration gave.</param>
/// <param name="RealQuantity">How much really came.</param>
internal sealed record ActPosition(string Identity, string? F2RegId, decimal RealQuantity)
{
    public decimal? AlcPercent { get; init; }

    public decimal? AlcPercentMin { get; init; }

    public decimal? AlcPercentMax { get; init; }

    /// <summary>The marks that were not accepted.</summary>
    public IReadOnlyList<string> RejectedMarks { get; init; } = [];
}
