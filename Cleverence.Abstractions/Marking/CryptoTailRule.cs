namespace Cleverence.Connectivity.Marking;

/// <summary>The rule of cleaning check parts ("crypto tails"): which rows may be cut down to their КИ. It reads and writes nothing; asked again about its own result, it has nothing more to do.</summary>
public static class CryptoTailRule
{
    /// <summary>Judges one row on its own.</summary>
    /// <param name="row">The row.</param>
    /// <param name="options">What is known about the codes; null for nothing.</param>
    /// <returns>What is to be done with it. Never <see cref="CryptoTailOutcome.Conflict"/>, which takes two.</returns>
    public static CryptoTailVerdict Judge(CryptoTailRow row, MarkingParseOptions? options = null)
    {
        if (!MarkingCode.TryParse(row.Code, options, out var code, out var verdict)) return new CryptoTailVerdict(CryptoTailOutcome.Unreadable, null, verdict);
        return new CryptoTailVerdict(OutcomeOf(row, code), code, verdict);
    }

    /// <summary>Judges rows together, so that no two come to the same КИ. Give it all rows of a КИ at once: a row that is not there cannot be seen to conflict.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="options">What is known about the codes; null for nothing.</param>
    /// <returns>A verdict for each row, in the order of the rows.</returns>
    public static IReadOnlyList<CryptoTailVerdict> Judge(IReadOnlyList<CryptoTailRow> rows, MarkingParseOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var verdicts = rows.Select(row => Judge(row, options)).ToArray();
        var owners = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var verdict in verdicts)
        {
            if (verdict.Code?.Cis is { } cis) owners[cis] = owners.GetValueOrDefault(cis) + 1;
        }

        for (var at = 0; at < verdicts.Length; at++)
        {
            if (verdicts[at] is { Outcome: CryptoTailOutcome.Replace, Code.Cis: { } cis } && owners[cis] > 1) verdicts[at] = verdicts[at] with { Outcome = CryptoTailOutcome.Conflict };
        }

        return verdicts;
    }

    // A code of several readings is left alone also where it looks like a КИ: cut wrongly, its tail is lost for good.
    private static CryptoTailOutcome OutcomeOf(CryptoTailRow row, MarkingCode code) => code switch
    {
        _ when (code.Flags & MarkingFlags.AmbiguousWithoutSeparators) != 0 => CryptoTailOutcome.Unreadable,
        { IsFull: false } or { Cis: null } => CryptoTailOutcome.AlreadyWithout,
        _ when row.State is MarkingCodeState.Issued or MarkingCodeState.Printed => CryptoTailOutcome.NotYetUtilised,
        _ when row.IsUsedBySaleCheck => CryptoTailOutcome.UsedBySaleCheck,
        _ => CryptoTailOutcome.Replace,
    };
}
