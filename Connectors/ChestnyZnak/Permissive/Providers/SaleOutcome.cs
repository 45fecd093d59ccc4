namespace Connectors.ChestnyZnak;

/// <summary>What came of asking one provider.</summary>
/// <param name="Answers">The answers; several when different hosts answered for different codes.</param>
/// <param name="Failure">Why not all codes were answered for, in a word for the log and the journal; null when all were.</param>
internal sealed record SaleOutcome(IReadOnlyList<SaleAnswer> Answers, string? Failure)
{
    public static SaleOutcome None(string failure) => new([], failure);

    public static SaleOutcome Of(SaleAnswer answer) => new([answer], null);
}
