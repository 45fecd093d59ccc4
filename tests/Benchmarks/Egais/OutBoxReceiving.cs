using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Egais;

/// <summary>How fast an out-box is emptied durably: each document is fetched, committed and only then removed. Beside the shortest program that does the same, and what that is to the bare calls.</summary>
internal static class OutBoxReceiving
{
    private const double Wanted = 0.5;
    private const int Few = 500;

    public static async Task<int> RunAsync(int rounds, int entries)
    {
        await using var box = await OutBox.StartAsync();
        Func<IInboxSide>[] makers = [() => new EngineInbox(box.Address), () => new BareInbox(box.Address, keeps: true), () => new BareInbox(box.Address, keeps: false)];
        var figures = makers.Select(_ => new List<(double PerSecond, double CpuMicroseconds)>()).ToArray();
        for (var round = -1; round < rounds; round++)
        {
            // Each side comes first in turn, and the first round warms up.
            for (var at = 0; at < makers.Length; at++)
            {
                var side = (Math.Max(round, 0) + at) % makers.Length;
                var figure = await EmptyAsync(box, makers[side], round < 0 ? Few : entries);
                if (round >= 0) figures[side].Add(figure);
            }
        }

        var (few, many) = (await PeakAsync(box, makers[0], Few), await PeakAsync(box, makers[0], entries));
        var ratio = Median(figures[0].Zip(figures[1], (ours, twin) => ours.PerSecond / twin.PerSecond));
        Print("outbox_documents_per_second", Median(figures[0].Select(figure => figure.PerSecond)), "0");
        Print("outbox_twin_per_second", Median(figures[1].Select(figure => figure.PerSecond)), "0");
        Print("outbox_bare_calls_per_second", Median(figures[2].Select(figure => figure.PerSecond)), "0");
        Print("outbox_twin_vs_raw", Median(figures[1].Zip(figures[2], (twin, raw) => twin.PerSecond / raw.PerSecond)), "0.00");
        Print("outbox_cpu_us_per_document", Median(figures[0].Select(figure => figure.CpuMicroseconds)), "0");
        Print("outbox_twin_cpu_us_per_document", Median(figures[1].Select(figure => figure.CpuMicroseconds)), "0");
        Print("outbox_ratio_vs_twin", ratio, "0.00");
        Print($"outbox_peak_kb_{Few}_entries", few / 1024.0, "0");
        Print($"outbox_peak_kb_{entries}_entries", many / 1024.0, "0");
        return ratio >= Wanted ? 0 : 1;
    }

    private static async Task<(double PerSecond, double CpuMicroseconds)> EmptyAsync(OutBox box, Func<IInboxSide> make, int entries)
    {
        using var side = make();
        var (first, groups) = box.Fill(entries);
        await side.ExpectAsync(first, groups);
        var (begun, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await side.EmptyAsync();
        var (seconds, cpu) = (Stopwatch.GetElapsedTime(begun).TotalSeconds, Environment.CpuUsage.TotalTime - used);
        if (box.Left > 0) throw new InvalidOperationException($"{box.Left} of {entries} entries are left in the out-box.");
        if (await side.CountAsync() is { } kept && kept != entries) throw new InvalidOperationException($"{entries} entries were removed, {kept} are on the disk.");
        return (entries / seconds, cpu.TotalMicroseconds / entries);
    }

    // What is alive at the same time, garbage not counted, beyond what was there before.
    private static async Task<long> PeakAsync(OutBox box, Func<IInboxSide> make, int entries)
    {
        using var side = make();
        var (first, groups) = box.Fill(entries);
        await side.ExpectAsync(first, groups);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = 0L;
        var emptying = side.EmptyAsync();
        while (await Task.WhenAny(emptying, Task.Delay(50)) != emptying) peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: true) - before);
        await emptying;
        return peak;
    }

    private static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static void Print(string name, double value, string format) => Console.WriteLine($"{name} = {value.ToString(format, CultureInfo.InvariantCulture)}");
}
