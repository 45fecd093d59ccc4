using System.Diagnostics;
using System.Globalization;
using Benchmarks.Invoke;

namespace Benchmarks.Rest;

/// <summary>Our server with a REST connector beside a twin that does the same by hand and a forwarder of bytes, all before one backend, in interleaved rounds.</summary>
internal static class RestBenchmark
{
    private const string InvokePath = "/api/v1/connectors/Erp/invoke";

    public static async Task<int> RunAsync(string[] options)
    {
        var rounds = Arguments.Number(options, "--rounds", 9);
        var seconds = Arguments.Number(options, "--seconds", 3);
        var connections = Arguments.Number(options, "--connections", 64);
        var home = Directory.CreateTempSubdirectory("connectors-benchmark-").FullName;
        try
        {
            using var backend = await Side.StartAsync("backend", port => Self("serve-backend", Address(port)), "/echo");
            var behind = backend.Address.GetLeftPart(UriPartial.Authority);
            using var ours = await OurSide.StartAsync(home, InvokePath, Connectors(behind));
            using var twin = await Side.StartAsync("twin", port => Self("serve-hand", Address(port), behind), InvokePath);
            using var forwarder = await Side.StartAsync("forwarder", port => Self("serve-forwarder", Address(port), behind), InvokePath);
            Side[] sides = [ours, twin, forwarder, backend];
            // The runtime takes tens of thousands of requests until its last tier of code is in place.
            foreach (var side in sides) await Load.RunAsync(side.Address, side.Key, connections, Math.Max(seconds, 8));
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

            Report(sides, [.. sides.Select((side, at) => side.Processor - processor[at])]);
            return 0;
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static void Report(Side[] sides, TimeSpan[] used)
    {
        var (ours, twin, forwarder, raw) = (sides[0], sides[1], sides[2], sides[3]);
        foreach (var (side, at) in sides.Select((side, at) => (side, at)))
        {
            Print($"{side.Name}_requests_per_second", Median(side.Rounds.Select(round => round.RequestsPerSecond)), "0");
            Print($"{side.Name}_p99_ms", Median(side.Rounds.Select(round => round.P99Milliseconds)), "0.00");
            Print($"{side.Name}_cpu_us", used[at].TotalMicroseconds / side.Rounds.Sum(round => round.Requests), "0.0");
        }

        Print("p99_ratio_vs_twin", Ratio(ours, twin, round => round.P99Milliseconds), "0.00");
        Print("twin_vs_raw", Ratio(twin, raw, round => round.RequestsPerSecond), "0.00");
        Print("twin_vs_forwarder", Ratio(twin, forwarder, round => round.RequestsPerSecond), "0.00");
        Print("ratio_vs_forwarder", Ratio(ours, forwarder, round => round.RequestsPerSecond), "0.00");
        Print("ratio_vs_twin", Ratio(ours, twin, round => round.RequestsPerSecond), "0.00");
    }

    // The median of the ratios of each round, not the ratio of medians: a round is one weather.
    private static double Ratio(Side one, Side other, Func<Load, double> figure) =>
        Median(one.Rounds.Zip(other.Rounds, (mine, theirs) => figure(mine) / figure(theirs)));

    private static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static void Print(string name, double value, string format) =>
        Console.WriteLine($"{name} = {value.ToString(format, CultureInfo.InvariantCulture)}");

    private static string Connectors(string backend) => $$"""
        { "connectors": [{ "id": "Erp", "type": "Rest", "gate": 64, "queue": 64, "settings": { "baseAddress": "{{backend}}",
          "templates": [{ "method": "Echo", "verb": "POST", "path": "/echo", "body": { "text": "{text}" } }] } }] }
        """;

    private static string Address(int port) => $"http://127.0.0.1:{port}";

    private static ProcessStartInfo Self(params string[] arguments) => new(Environment.ProcessPath!, arguments);
}
