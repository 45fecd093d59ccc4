namespace Connectors.ChestnyZnak;

/// <summary>The verdict of one code.</summary>
/// <param name="Verdict">What may be done.</param>
/// <param name="Reason">Why.</param>
internal readonly record struct SaleDecision(SaleVerdict Verdict, SaleReason Reason);
