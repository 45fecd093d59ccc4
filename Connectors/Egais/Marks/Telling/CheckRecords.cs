using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>Verdicts on marks as handhelds are told them.</summary>
internal static class CheckRecords
{
    /// <param name="verdicts">What the registry said.</param>
    /// <param name="others">Texts that are no marks and were not asked about.</param>
    public static ConnectorRecord Of(IReadOnlyList<CheckedMark> verdicts, IReadOnlyList<ParsedMark> others) => new()
    {
        ["marks"] = verdicts.Select(Of).Concat(others.Select(Of)).ToList<object?>(),
        ["onMyBalance"] = (long)verdicts.Count(mark => mark.Verdict == MarkVerdict.OnMyBalance),
        ["notOnMyBalance"] = (long)verdicts.Count(mark => mark.Verdict == MarkVerdict.NotOnMyBalance),
        ["unknown"] = (long)verdicts.Count(mark => mark.Verdict == MarkVerdict.Unknown) + others.Count,
        ["warnings"] = verdicts.Select(mark => mark.Why).OfType<string>().Distinct().ToList<object?>(),
    };

    private static object Of(CheckedMark mark) => new ConnectorRecord { ["code"] = mark.Mark, ["verdict"] = mark.Verdict.ToString(), ["errorText"] = mark.Why ?? "" };

    private static object Of(ParsedMark other) => new ConnectorRecord { ["code"] = other.Value, ["verdict"] = nameof(MarkVerdict.Unknown), ["errorText"] = MarkFaults.TextOf(other)?.TextRu ?? "Это не марка." };
}
