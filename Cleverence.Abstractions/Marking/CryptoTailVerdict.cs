namespace Cleverence.Connectivity.Marking;

/// <summary>What is to be done with a row, and its code taken apart.</summary>
/// <param name="Outcome">What is to be done.</param>
/// <param name="Code">The code; null when it is not one. Its <see cref="MarkingCode.Cis"/> is the text to store on <see cref="CryptoTailOutcome.Replace"/>.</param>
/// <param name="Reading">Why it is not a code.</param>
public readonly record struct CryptoTailVerdict(CryptoTailOutcome Outcome, MarkingCode? Code, MarkingVerdict Reading)
{
    /// <summary>The verdict without its code, which has no place in a log.</summary>
    /// <returns>What is to be done, and the reason where there is one.</returns>
    public override string ToString() => Reading.Reason == MarkingReason.None ? $"{Outcome}" : $"{Outcome}: {Reading.Message}";
}
