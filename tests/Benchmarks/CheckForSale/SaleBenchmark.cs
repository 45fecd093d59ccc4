using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Benchmarks.CheckForSale;

/// <summary>A check before a sale beside a bare client, both before one emulated host, in interleaved rounds.</summary>
internal static class SaleBenchmark
{
    private const string Key = "11111111-2222-3333-4444-555555555555";

    public static async Task<int> RunAsync(string[] options)
    {
        var rounds = Arguments.Number(options, "--rounds", 15);
        var calls = Arguments.Number(options, "--calls", 3000);
        var callers = Arguments.Number(options, "--callers", 1);
        var folder = Directory.CreateTempSubdirectory("connectors-benchmark-").FullName;
        var file = Path.Combine(folder, "system");
        using var backend = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["serve-sale", file])) ?? throw new InvalidOperationException("The emulator did not start.");
        try
        {
            var told = await ReadAsync(backend, file);
            await MeasureAsync(new Uri(told[0]), told[1], [.. told.Skip(2).Select(line => Encoding.UTF8.GetString(Convert.FromBase64String(line)))], rounds, calls, callers);
            return 0;
        }
        finally
        {
            backend.Kill();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(Uri address, string inn, IReadOnlyList<string> codes, int rounds, int calls, int callers)
    {
        using var ours = new OurSale(address, inn, Key);
        using var bare = new BareSale(address, Key);
        using var raw = new RawSale(address, Key);
        raw.Prepare(codes);
        await ours.PrepareAsync();
        ISaleSide[] sides = [ours, bare, raw];
        // The runtime takes thousands of calls until its last tier of code is in place.
        foreach (var side in sides) await SaleRound.RunAsync(side, codes, Math.Max(calls, 5000), callers);
        var measured = sides.ToDictionary(side => side, _ => new List<SaleRound>());
        for (var round = 0; round < rounds; round++)
        {
            // Every round begins with another side, so that no side always has the warmer machine.
            for (var at = 0; at < sides.Length; at++)
            {
                var side = sides[(at + round) % sides.Length];
                measured[side].Add(await SaleRound.RunAsync(side, codes, calls, callers));
            }
        }

        Report(measured[ours], measured[bare], measured[raw]);
    }

    private static void Report(List<SaleRound> ours, List<SaleRound> bare, List<SaleRound> raw)
    {
        Print("checks_per_second", Median(ours.Select(round => round.PerSecond)), "0");
        Print("checks_per_second_bare", Median(bare.Select(round => round.PerSecond)), "0");
        Print("p50_ms", Median(ours.Select(round => round.P50)), "0.000");
        Print("p50_ms_bare", Median(bare.Select(round => round.P50)), "0.000");
        Print("p99_ms", Median(ours.Select(round => round.P99)), "0.000");
        Print("p99_ms_bare", Median(bare.Select(round => round.P99)), "0.000");
        Print("cpu_us", Median(ours.Select(round => round.Processor)), "0.0");
        Print("cpu_us_bare", Median(bare.Select(round => round.Processor)), "0.0");
        Print("p50_ratio_vs_bare", Ratio(ours, bare, round => round.P50), "0.00");
        Print("p99_ratio_vs_bare", Ratio(ours, bare, round => round.P99), "0.00");
        Print("rate_ratio_vs_bare", Ratio(ours, bare, round => round.PerSecond), "0.00");
        Print("twin_vs_raw", Ratio(bare, raw, round => round.PerSecond), "0.00");
    }

    private static async Task<string[]> ReadAsync(Process backend, string file)
    {
        for (var tries = 0; tries < 1200; tries++)
        {
            if (File.Exists(file)) return await File.ReadAllLinesAsync(file);
            if (backend.HasExited) throw new InvalidOperationException($"The emulator ended with code {backend.ExitCode}.");
            await Task.Delay(50);
        }

        throw new InvalidOperationException("The emulator did not tell its address.");
    }

    // The median of the ratios of each round, not the ratio of medians: a round is one weather.
    private static double Ratio(List<SaleRound> one, List<SaleRound> other, Func<SaleRound, double> figure) => Median(one.Zip(other, (mine, theirs) => figure(mine) / figure(theirs)));

    private static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static void Print(string name, double value, string format) => Console.WriteLine($"{name} = {value.ToString(format, CultureInfo.InvariantCulture)}");
}
