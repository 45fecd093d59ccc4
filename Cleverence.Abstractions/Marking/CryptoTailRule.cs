namespace Cleverence.Connectivity.Marking;

/// <summary>The rule of cleaning check parts ("crypto tails"): which rows may be cut down to their КИ. It reads and writes nothing; asked again about its own result, it has nothing more to do.</summary>
public static class CryptoTailRule
{
    /// <summary>Judges one row on its own.</summary>
    /// <param name="row">The row.</param>
    /// <param name="options">What is known about the codes; null for nothing.</param>
    /// <returns>What is to be done with it. Never <see cref="CryptoTailOutcome.Conflict"/>, which takes two.</returns>
    public static CryptoTailVerdict Judge(StoredMarkingCode row, MarkingParseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (!MarkingCode.TryParse(row.Text, options, out var code, out var verdict)) return new CryptoTailVerdict(CryptoTailOutcome.Unreadable, null, verdict);
        return new CryptoTailVerdict(OutcomeOf(row, code), code, verdict);
    }

    /// <summary>Judges rows together, so that no two come to the same КИ. Give it all rows of a КИ at once: a row that is not there cannot be seen to conflict.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="options">What is known about the codes; null for nothing.</param>
    /// <returns>A verdict for each row, in the order of the rows.</returns>
    public static IReadOnlyList<CryptoTailVerdict> Judge(IReadOnlyList<StoredMarkingCode> rows, MarkingParseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var owners = rows.CountBy(row => row.Cis, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return [.. rows.Select(row => Against(owners[row.Cis], Judge(row, options)))];
    }

    private static CryptoTailVerdict Against(int owners, CryptoTailVerdict verdict) =>
        verdict.Outcome == CryptoTailOutcome.Replace && owners > 1 ? verdict with { Outcome = CryptoTailOutcome.Conflict } : verdict;

    // A tail cut off wrongly is lost for good: what can be read in several ways, or differently from the row's own КИ, is left alone.
    private static CryptoTailOutcome OutcomeOf(StoredMarkingCode row, MarkingCode code) => code switch
    {
        _ when row.Text.Equals(row.Cis, StringComparison.Ordinal) => CryptoTailOutcome.AlreadyWithout,
        _ when (code.Flags & MarkingFlags.AmbiguousWithoutSeparators) != 0 => CryptoTailOutcome.Unreadable,
        { IsFull: false } => CryptoTailOutcome.AlreadyWithout,
        _ when !row.Cis.Equals(code.Cis, StringComparison.Ordinal) => CryptoTailOutcome.Unreadable,
        _ when row.State is MarkingCodeState.Issued or MarkingCodeState.Printed => CryptoTailOutcome.NotYetUtilised,
        _ when row.UsedAtSale => CryptoTailOutcome.UsedAtSale,
        _ => CryptoTailOutcome.Replace,
    };
}
