namespace Cleverence.Connectivity.Marking;

/// <summary>A row of a table of codes, as the rule of check parts looks at it.</summary>
/// <param name="Code">The text of the code.</param>
/// <param name="State">How far it has come.</param>
/// <param name="IsUsedBySaleCheck">Whether the check before a sale may still need the full code.</param>
public readonly record struct CryptoTailRow(string? Code, MarkingCodeState State, bool IsUsedBySaleCheck)
{
    /// <summary>The row without its code, which has no place in a log.</summary>
    /// <returns>The state.</returns>
    public override string ToString() => $"{State}";
}
