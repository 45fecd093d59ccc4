namespace Connectors.ChestnyZnak;

/// <summary>One row of the table of verdicts.</summary>
/// <param name="Number">Its number in the permissive mode's manual order.</param>
/// <param name="Reason">The reason it stands for.</param>
/// <param name="Decide">The verdict where the row fits; null where it does not.</param>
internal sealed record VerdictRow(int Number, SaleReason Reason, Func<SaleCase, VerdictRules, SaleVerdict?> Decide);
