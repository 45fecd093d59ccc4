using System.Diagnostics;
using ServerJobs;

namespace Benchmarks.Runs;

/// <summary>Measures both sides in turn, the first one changing with every round, and takes medians.</summary>
internal static class RunsMeasure
{
    private const int Warming = 30;

    public static async Task<(double Ours, double Bare, double Ratio)> CompareAsync(IJobStore store, IBareRuns bare, RunsPage page, int rounds)
    {
        var same = (await store.ListAsync(page.Query, default)).Select(run => run.Id).SequenceEqual((await bare.ReadAsync(page)).Select(run => run.Id));
        if (!same) throw new InvalidOperationException($"The two sides of {page.Name} read different rows.");
        var (ours, bares, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = -Warming; round < rounds; round++)
        {
            var first = round % 2 == 0;
            var mine = first ? await TimeAsync(() => OursAsync(store, page)) : 0;
            var other = await TimeAsync(() => bare.ReadAsync(page));
            if (!first) mine = await TimeAsync(() => OursAsync(store, page));
            if (round < 0) continue;
            ours.Add(mine);
            bares.Add(other);
            ratios.Add(mine / other);
        }

        return (Median(ours), Median(bares), Median(ratios));
    }

    private static Task<IReadOnlyList<JobRun>> OursAsync(IJobStore store, RunsPage page) => store.ListAsync(page.Query, default).AsTask();

    private static async Task<double> TimeAsync(Func<Task> read)
    {
        var started = Stopwatch.GetTimestamp();
        await read();
        return Stopwatch.GetElapsedTime(started).TotalMicroseconds;
    }

    private static double Median(List<double> figures)
    {
        figures.Sort();
        return figures[figures.Count / 2];
    }
}
