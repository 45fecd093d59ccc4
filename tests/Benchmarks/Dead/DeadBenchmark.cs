using System.Globalization;
using Emulators.Faults;

namespace Benchmarks.Dead;

/// <summary>What a connector with a dead or hanging system costs its neighbour: the same calls go to a living system in the undisturbed server, in interleaved rounds.</summary>
internal static class DeadBenchmark
{
    private const double Goal = 1.3;

    public static async Task<int> RunAsync(string[] options)
    {
        var rounds = Arguments.Number(options, "--rounds", 41);
        var calls = Arguments.Number(options, "--calls", 500);
        await using var undisturbed = await DeadServer.StartAsync(Fault.None);
        await using var dead = await DeadServer.StartAsync(Fault.Refuse);
        await using var hanging = await DeadServer.StartAsync(Fault.Silent);
        DeadServer[] servers = [undisturbed, dead, hanging];
        foreach (var server in servers) await server.MeasureAsync(Math.Max(calls, 3000));
        foreach (var server in servers) server.Rounds.Clear();
        for (var round = 0; round < rounds; round++)
        {
            // Every round begins with another server, so that none always has the warmer machine.
            for (var at = 0; at < servers.Length; at++) await servers[(at + round) % servers.Length].MeasureAsync(calls);
        }

        Print("undisturbed_p99_ms", Median(undisturbed.Rounds));
        Print("dead_p99_ms", Median(dead.Rounds));
        Print("hanging_p99_ms", Median(hanging.Rounds));
        Print("p99_ratio_dead", Ratio(undisturbed, dead));
        Print("p99_ratio_hanging", Ratio(undisturbed, hanging));
        Print("p99_ratio_neighbour", Math.Max(Ratio(undisturbed, dead), Ratio(undisturbed, hanging)));
        Print("p99_ratio_neighbour_goal", Goal);
        Print("breaker_calls", Math.Max(dead.FailedCalls, hanging.FailedCalls));
        return 0;
    }

    // The median of the ratios of each round, not the ratio of medians: a round is one weather.
    private static double Ratio(DeadServer undisturbed, DeadServer disturbed) =>
        Median([.. disturbed.Rounds.Zip(undisturbed.Rounds, (with, without) => with / without)]);

    private static double Median(List<double> figures) => figures.Order().ElementAt(figures.Count / 2);

    private static void Print(string name, double value) => Console.WriteLine($"{name} = {value.ToString("0.000", CultureInfo.InvariantCulture)}");
}
