using System.Diagnostics;
using System.Globalization;
using Benchmarks.Invoke;

namespace Benchmarks.Soap;

/// <summary>Our SOAP client beside a hand-written twin, the bytes alone and npm's client; all call one backend, in interleaved rounds.</summary>
internal static class SoapBenchmark
{
    public static async Task<int> RunAsync(string[] options)
    {
        var rounds = Arguments.Number(options, "--rounds", 9);
        var seconds = Arguments.Number(options, "--seconds", 3);
        var callers = Arguments.Number(options, "--callers", 8);
        using var backend = await Side.StartAsync("backend", port => new ProcessStartInfo(Environment.ProcessPath!, ["serve-soap", $"http://127.0.0.1:{port}"]), "/rows");
        using var ours = await OurSoap.MakeAsync(backend.Address);
        using var twin = new TwinSoap(backend.Address);
        using var raw = new RawSoap(backend.Address);
        using var npm = NpmSoap.Start(backend.Address, callers);
        List<(string Name, Func<double, Task<double>> Run)> sides = [.. new ISoapSide[] { ours, twin, raw }.Select(side => (side.Name, (Func<double, Task<double>>)(time => RunAsync(side, callers, time))))];
        if (npm is not null) sides.Add(("npm", npm.CallsPerSecondAsync));
        foreach (var (_, run) in sides) await run(Math.Max(seconds, 4));
        var results = sides.ToDictionary(side => side.Name, _ => new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            // Every round begins with another side, so that no side always has the warmer machine.
            for (var at = 0; at < sides.Count; at++)
            {
                var (name, run) = sides[(at + round) % sides.Count];
                results[name].Add(await run(seconds));
            }
        }

        Report(results);
        return npm is null ? 1 : 0;
    }

    private static async Task<double> RunAsync(ISoapSide side, int callers, double seconds)
    {
        var started = Stopwatch.GetTimestamp();
        var calls = 0L;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (Stopwatch.GetElapsedTime(started).TotalSeconds < seconds)
            {
                if (await side.CallAsync() != SoapBackend.Rows) throw new InvalidOperationException($"{side.Name} lost rows.");
                Interlocked.Increment(ref calls);
            }
        })));
        return calls / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    private static void Report(Dictionary<string, List<double>> results)
    {
        foreach (var (name, rates) in results) Print($"{name}_calls_per_second", Median(rates), "0");
        Print("twin_vs_raw", Ratio(results["twin"], results["raw"]), "0.00");
        Print("ratio_vs_twin", Ratio(results["ours"], results["twin"]), "0.00");
        if (results.TryGetValue("npm", out var npm)) Print("ratio_vs_npm", Ratio(results["ours"], npm), "0.00");
        else Console.Error.WriteLine($"The npm package soap is not in {NpmSoap.Folder}; test.sh puts it there.");
    }

    // The median of the ratios of each round, not the ratio of medians: a round is one weather.
    private static double Ratio(List<double> one, List<double> other) => Median([.. one.Zip(other, (mine, theirs) => mine / theirs)]);

    private static double Median(List<double> items)
    {
        var sorted = items.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static void Print(string name, double value, string format) => Console.WriteLine($"{name} = {value.ToString(format, CultureInfo.InvariantCulture)}");
}
