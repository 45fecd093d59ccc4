using System.Diagnostics;
using Connectors.Egais;

namespace Benchmarks.Egais;

/// <summary>Scans taken so that a power cut cannot take them back, by several handhelds at once; beside a program that commits each as one row of its own.</summary>
internal static class MarkMatchingDurable
{
    // Slow sides need no more to show their rate.
    private const int Few = 1_000;

    public static async Task RunAsync(MarkMatchingSample sample, int rounds, int handhelds)
    {
        using var ours = new MarkMatchingStore(sample.Waybill);
        using var naive = new MarkMatchingTwin();
        var few = sample.Scans[..Few];
        var (durable, alone, single) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -1; round < rounds; round++)
        {
            var document = await ours.NewWaybillAsync();
            var (many, twin) = (await TakeAsync(sample.Scans, handhelds, code => ours.TakeAsync(document, code)), await TakeAsync(few, handhelds, code => naive.TakeAsync($"{document}/{code}")));
            if (await ours.CountAsync(document) is var rows && rows != sample.Scans.Length) throw new InvalidOperationException($"{sample.Scans.Length} scans were answered, {rows} are on the disk.");
            var own = await ours.NewWaybillAsync();
            var one = await TakeAsync(few, 1, code => ours.TakeAsync(own, code));
            if (round < 0) continue;
            durable.Add(many);
            alone.Add(twin);
            single.Add(one);
        }

        MarkMatching.Print("scans_durable_per_second", MarkMatching.Median(durable), "0");
        MarkMatching.Print("scans_durable_one_handheld_per_second", MarkMatching.Median(single), "0");
        MarkMatching.Print("commits_per_second", MarkMatching.Median(alone), "0");
        MarkMatching.Print("scan_durable_ratio_vs_commits", MarkMatching.Median([.. durable.Zip(alone, (with, without) => with / without)]), "0.00");
    }

    // Every handheld takes the next scan of all, and waits for its answer.
    private static async Task<double> TakeAsync(string[] scans, int handhelds, Func<string, Task<bool>> take)
    {
        var (next, taken) = (-1, 0);
        var began = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, handhelds).Select(_ => Task.Run(ScanAsync)));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        return taken == scans.Length ? scans.Length / seconds : throw new InvalidOperationException($"{taken} of {scans.Length} marks were taken.");

        async Task ScanAsync()
        {
            for (var at = Interlocked.Increment(ref next); at < scans.Length; at = Interlocked.Increment(ref next))
            {
                if (await take(scans[at])) Interlocked.Increment(ref taken);
            }
        }
    }
}
