namespace Connectors.ChestnyZnak;

/// <summary>The verdict of one line, and what it was made of.</summary>
/// <param name="Line">The line.</param>
/// <param name="Decision">The verdict.</param>
/// <param name="Answer">Who answered; null when nobody did.</param>
/// <param name="Facts">What the answer says of the code; null where it says nothing.</param>
internal sealed record SaleLineResult(SaleLine Line, SaleDecision Decision, SaleAnswer? Answer, CodeFacts? Facts);
