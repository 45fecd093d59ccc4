using System.Diagnostics;

namespace Benchmarks.CheckForSale;

/// <summary>What one round of one side came to.</summary>
/// <param name="P50">The median in milliseconds.</param>
/// <param name="P99">The 99th percentile in milliseconds.</param>
/// <param name="PerSecond">Checks in a second.</param>
/// <param name="Processor">Processor time of this process for one check, in microseconds.</param>
internal sealed record SaleRound(double P50, double P99, double PerSecond, double Processor)
{
    public static async Task<SaleRound> RunAsync(ISaleSide side, IReadOnlyList<string> codes, int calls, int callers)
    {
        var times = new double[calls];
        var next = -1;
        var processor = Process.GetCurrentProcess().TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallAsync)));
        var elapsed = Stopwatch.GetElapsedTime(started);
        var used = Process.GetCurrentProcess().TotalProcessorTime - processor;
        Array.Sort(times);
        return new SaleRound(times[calls / 2], times[calls * 99 / 100], calls / elapsed.TotalSeconds, used.TotalMicroseconds / calls);

        async Task CallAsync()
        {
            for (var at = Interlocked.Increment(ref next); at < calls; at = Interlocked.Increment(ref next))
            {
                var begun = Stopwatch.GetTimestamp();
                if (!await side.CheckAsync(codes[at % codes.Count])) throw new InvalidOperationException($"{side.Name}: a code in circulation was not to be sold.");
                times[at] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            }
        }
    }
}
