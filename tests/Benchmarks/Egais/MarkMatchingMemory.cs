using System.Diagnostics;
using Connectors.Egais;

namespace Benchmarks.Egais;

/// <summary>Scans matched in memory, beside a dictionary of the same texts and a set of those taken: the least that telling a mark's position and taking it once can cost.</summary>
internal static class MarkMatchingMemory
{
    private const double Goal = 100_000;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);

    public static void Run(MarkMatchingSample sample, int rounds)
    {
        var index = WaybillMarkIndex.Of(sample.Waybill);
        var positions = index.Marks.ToDictionary(mark => new string(mark.Mark), mark => mark.Position, StringComparer.Ordinal);
        var began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began) < WarmUp) _ = (Match(index, sample.Scans), LookUp(positions, sample.Scans));
        var (ours, bare) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            ours.Add(PerSecond(sample.Scans, () => Match(index, sample.Scans)));
            bare.Add(PerSecond(sample.Scans, () => LookUp(positions, sample.Scans)));
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        Match(index, sample.Scans);
        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        MarkMatching.Print("scans_per_second", MarkMatching.Median(ours), "0");
        MarkMatching.Print("scans_per_second_goal", Goal, "0");
        MarkMatching.Print("lookups_per_second", MarkMatching.Median(bare), "0");
        MarkMatching.Print("scan_ratio_vs_lookup", MarkMatching.Median([.. ours.Zip(bare, (with, without) => with / without)]), "0.00");
        MarkMatching.Print("bytes_per_scan", (double)allocated / sample.Scans.Length, "0");
    }

    private static int Match(WaybillMarkIndex index, string[] scans)
    {
        var taken = new HashSet<string>(scans.Length, StringComparer.Ordinal);
        foreach (var scan in scans)
        {
            if (index.Find(scan, taken) is { Outcome: MarkOutcome.FoundInBox } match) taken.Add(match.Marks[0].Mark);
        }

        return taken.Count;
    }

    private static int LookUp(Dictionary<string, int> positions, string[] scans)
    {
        var taken = new HashSet<string>(scans.Length, StringComparer.Ordinal);
        foreach (var scan in scans)
        {
            if (positions.ContainsKey(scan)) taken.Add(scan);
        }

        return taken.Count;
    }

    private static double PerSecond(string[] scans, Func<int> work)
    {
        var began = Stopwatch.GetTimestamp();
        var taken = work();
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return taken == scans.Length ? scans.Length / seconds : throw new InvalidOperationException($"{taken} of {scans.Length} marks were taken.");
    }
}
