using System.Globalization;

namespace Benchmarks.Hung;

/// <summary>What twenty hung calls of one connector cost the calls of another: an undisturbed server beside disturbed ones, in interleaved rounds.</summary>
internal static class HungBenchmark
{
    private const double Goal = 2;

    public static async Task<int> RunAsync(string[] options)
    {
        var rounds = Arguments.Number(options, "--rounds", 41);
        var calls = Arguments.Number(options, "--calls", 200);
        using var undisturbed = await HungServer.StartAsync(null);
        using var awaiting = await HungServer.StartAsync("HangAfterAwait");
        using var blocking = await HungServer.StartAsync("HangBlocking");
        HungServer[] servers = [undisturbed, awaiting, blocking];
        foreach (var server in servers) await server.MeasureAsync(Math.Max(calls, 1000));
        foreach (var server in servers) server.Rounds.Clear();
        for (var round = 0; round < rounds; round++)
        {
            // Every round begins with another server, so that none always has the warmer machine.
            for (var at = 0; at < servers.Length; at++) await servers[(at + round) % servers.Length].MeasureAsync(calls);
        }

        Print("undisturbed_p50_ms", Median(undisturbed.Rounds));
        Report("awaiting", undisturbed, awaiting);
        Report("blocking", undisturbed, blocking);
        Print("hung_p50_ratio", Math.Max(Ratio(undisturbed, awaiting), Ratio(undisturbed, blocking)));
        Print("hung_p50_ratio_goal", Goal);
        return 0;
    }

    private static void Report(string kind, HungServer undisturbed, HungServer disturbed)
    {
        Print($"disturbed_p50_ms_{kind}", Median(disturbed.Rounds));
        Print($"hung_p50_ratio_{kind}", Ratio(undisturbed, disturbed));
    }

    // The median of the ratios of each round, not the ratio of medians: a round is one weather.
    private static double Ratio(HungServer undisturbed, HungServer disturbed) =>
        Median([.. disturbed.Rounds.Zip(undisturbed.Rounds, (with, without) => with / without)]);

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);

    private static void Print(string name, double value) => Console.WriteLine($"{name} = {value.ToString("0.000", CultureInfo.InvariantCulture)}");
}
