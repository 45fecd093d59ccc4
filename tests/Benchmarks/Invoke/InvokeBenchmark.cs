using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Invoke;

/// <summary>Our invoke endpoint with everything on, beside a bare twin, the raw server and Node's, in interleaved rounds.</summary>
internal static class InvokeBenchmark
{
    private const string InvokePath = "/api/v1/connectors/Echo/invoke";

    public static async Task<int> RunAsync(string[] options)
    {
        var rounds = Arguments.Number(options, "--rounds", 9);
        var seconds = Arguments.Number(options, "--seconds", 3);
        var connections = Arguments.Number(options, "--connections", 64);
        var home = Directory.CreateTempSubdirectory("connectors-benchmark-").FullName;
        try
        {
            using var ours = await OurSide.StartAsync(home, InvokePath);
            using var twin = await Side.StartAsync("twin", port => Self("serve-twin", port), InvokePath);
            using var raw = await Side.StartAsync("raw", port => Self("serve-raw", port), InvokePath);
            using var node = await Side.StartAsync("node", Node, InvokePath);
            Side[] sides = [ours, twin, raw, node];
            // The runtime takes tens of thousands of requests until its last tier of code is in place.
            foreach (var side in sides) await Load.RunAsync(side.Address, side.Key, connections, Math.Max(seconds, 8));
            var oursAllocated = await OurSide.AllocatedAsync(ours);
            var twinAllocated = await AllocatedAsync(twin);
            TimeSpan[] processor = [.. sides.Select(side => side.Processor)];
            for (var round = 0; round < rounds; round++)
            {
                // Every round begins with another side, so that no side always has the warmer machine.
                for (var at = 0; at < sides.Length; at++)
                {
                    var side = sides[(at + round) % sides.Length];
                    side.Rounds.Add(await Load.RunAsync(side.Address, side.Key, connections, seconds));
                }
            }

            oursAllocated = await OurSide.AllocatedAsync(ours) - oursAllocated;
            twinAllocated = await AllocatedAsync(twin) - twinAllocated;
            Report(sides, [.. sides.Select((side, at) => side.Processor - processor[at])], oursAllocated, twinAllocated);
            return 0;
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static void Report(Side[] sides, TimeSpan[] processor, long oursAllocated, long twinAllocated)
    {
        var (ours, twin, raw, node) = (sides[0], sides[1], sides[2], sides[3]);
        for (var at = 0; at < sides.Length; at++)
        {
            Print($"{sides[at].Name}_requests_per_second", Median(sides[at].Rounds, round => round.RequestsPerSecond), "0");
            Print($"{sides[at].Name}_p50_ms", Median(sides[at].Rounds, round => round.P50Milliseconds), "0.00");
            Print($"{sides[at].Name}_p99_ms", Median(sides[at].Rounds, round => round.P99Milliseconds), "0.00");
            Print($"{sides[at].Name}_cpu_us", processor[at].TotalMicroseconds / Requests(sides[at]), "0.0");
        }

        Print("alloc_bytes", oursAllocated / (double)Requests(ours), "0");
        Print("alloc_bytes_twin", twinAllocated / (double)Requests(twin), "0");
        Print("alloc_bytes_over_twin", (oursAllocated / (double)Requests(ours)) - (twinAllocated / (double)Requests(twin)), "0");
        Print("cpu_us_over_twin", (processor[0].TotalMicroseconds / Requests(ours)) - (processor[1].TotalMicroseconds / Requests(twin)), "0.0");
        Print("p99_ratio_vs_twin", Ratio(ours, twin, round => round.P99Milliseconds), "0.00");
        Print("twin_vs_raw", Ratio(twin, raw, round => round.RequestsPerSecond), "0.00");
        Print("raw_vs_node", Ratio(raw, node, round => round.RequestsPerSecond), "0.00");
        Print("ratio_vs_node", Ratio(ours, node, round => round.RequestsPerSecond), "0.00");
        Print("ratio_vs_twin", Ratio(ours, twin, round => round.RequestsPerSecond), "0.00");
    }

    private static long Requests(Side side) => side.Rounds.Sum(round => round.Requests);

    // The median of the ratios of each round, not the ratio of medians: a round is one weather.
    private static double Ratio(Side one, Side other, Func<Load, double> figure) =>
        Median(one.Rounds.Zip(other.Rounds, (mine, theirs) => figure(mine) / figure(theirs)).ToList(), ratio => ratio);

    private static double Median<T>(List<T> items, Func<T, double> figure)
    {
        var sorted = items.Select(figure).Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static void Print(string name, double value, string format) =>
        Console.WriteLine($"{name} = {value.ToString(format, CultureInfo.InvariantCulture)}");

    private static async Task<long> AllocatedAsync(Side side)
    {
        using var client = new HttpClient();
        return long.Parse(await client.GetStringAsync(new Uri(side.Address, "/allocated")), CultureInfo.InvariantCulture);
    }

    private static ProcessStartInfo Self(string command, int port) =>
        new(Environment.ProcessPath!, [command, $"http://127.0.0.1:{port}"]);

    private static ProcessStartInfo Node(int port) =>
        new("node", [Path.Combine(AppContext.BaseDirectory, "Invoke", "node-server.mjs"), port.ToString(CultureInfo.InvariantCulture)]);
}
