using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Schedule;

/// <summary>What one side's jobs did: every firing with the moment it was planned for and the moment the work began.</summary>
internal sealed class Firings
{
    private readonly ConcurrentQueue<(int Job, DateTimeOffset Planned, DateTimeOffset Began)> all = new();

    public void Add(int job, DateTimeOffset planned, DateTimeOffset began) => all.Enqueue((job, planned, began));

    /// <summary>Measures for a while and prints the side's figures, one <c>name = value</c> a line.</summary>
    public async Task MeasureAsync(int jobs, TimeSpan warmUp, TimeSpan length)
    {
        await Task.Delay(warmUp);
        using var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var from = DateTimeOffset.UtcNow;
        await Task.Delay(length);
        var to = DateTimeOffset.UtcNow;
        process.Refresh();
        processor = process.TotalProcessorTime - processor;

        // What was planned shortly before the end may still be on its way.
        await Task.Delay(TimeSpan.FromSeconds(2));
        Report(jobs, from, to, processor);
    }

    private static void Print(string name, double value, string format) => Console.WriteLine($"{name} = {value.ToString(format, CultureInfo.InvariantCulture)}");

    private void Report(int jobs, DateTimeOffset from, DateTimeOffset to, TimeSpan processor)
    {
        var planned = all.Where(firing => firing.Planned >= from && firing.Planned < to).ToList();
        var late = planned.Select(firing => (firing.Began - firing.Planned).TotalMilliseconds).Order().ToList();

        // Planned moments of one job may differ from a grid by the clock's own grain, never by half a period.
        var apart = planned.Select(firing => (firing.Job, Second: Math.Round((firing.Planned - Grid(firing.Job)).TotalSeconds))).ToList();
        var distinct = apart.Distinct().Count();
        Print("firings", planned.Count, "0");
        Print("cpu_us", processor.TotalMicroseconds / Math.Max(1, all.Count(firing => firing.Began >= from && firing.Began < to)), "0.0");
        Print("p50", Part(late, 0.50), "0.00");
        Print("p99", Part(late, 0.99), "0.00");
        Print("max", Part(late, 1), "0.00");
        Print("doubled", planned.Count - distinct, "0");
        Print("lost", Enumerable.Range(0, jobs).Sum(job => Expected(job, from, to)) - distinct, "0");
    }

    private static double Part(List<double> sorted, double part) => sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * part))];

    private Dictionary<int, DateTimeOffset>? grids;

    // The grid of a job is known from its very first firing, which the warm-up covers.
    private DateTimeOffset Grid(int job)
    {
        grids ??= all.GroupBy(firing => firing.Job).ToDictionary(group => group.Key, group => group.Min(firing => firing.Planned));
        return grids.TryGetValue(job, out var first) ? first : DateTimeOffset.MinValue;
    }

    private int Expected(int job, DateTimeOffset from, DateTimeOffset to)
    {
        if (Grid(job) == DateTimeOffset.MinValue) return (int)(to - from).TotalSeconds;
        var first = Math.Ceiling((from - Grid(job)).TotalSeconds);
        var last = Math.Ceiling((to - Grid(job)).TotalSeconds);
        return (int)(last - first);
    }
}
