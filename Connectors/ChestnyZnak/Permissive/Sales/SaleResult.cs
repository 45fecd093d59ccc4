namespace Connectors.ChestnyZnak;

/// <summary>The verdicts of a call.</summary>
/// <param name="Call">The call.</param>
/// <param name="Lines">A verdict for each line, in their order.</param>
/// <param name="Failures">Who did not answer and why, such as <c>CDN: HTTP_503</c>.</param>
/// <param name="Elapsed">How long it took.</param>
internal sealed record SaleResult(SaleCall Call, IReadOnlyList<SaleLineResult> Lines, IReadOnlyList<string> Failures, TimeSpan Elapsed)
{
    /// <summary>The lines that were decided without a check.</summary>
    public IEnumerable<SaleLineResult> Unchecked => Lines.Where(line => line.Decision.Reason is SaleReason.Emergency or SaleReason.NoAnswer or SaleReason.CrossBorder);
}
