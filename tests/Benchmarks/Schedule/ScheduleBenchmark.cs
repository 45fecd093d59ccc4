using System.Diagnostics;
using System.Globalization;

namespace Benchmarks.Schedule;

/// <summary>A thousand jobs of one second, our schedule and Quartz in turn, each in a process of its own.</summary>
internal static class ScheduleBenchmark
{
    private const int Jobs = 1000;

    public static async Task<int> RunAsync(string[] options)
    {
        var seconds = Arguments.Number(options, "--seconds", 20);
        var rounds = Arguments.Number(options, "--rounds", 3);
        List<Dictionary<string, double>> ours = [], quartz = [], calm = [];
        for (var round = 0; round < rounds; round++)
        {
            // Every round begins with the other side, so that neither always has the quieter machine.
            if (round % 2 == 0) ours.Add(await SideAsync("ours", seconds));
            quartz.Add(await SideAsync("quartz", seconds));
            if (round % 2 != 0) ours.Add(await SideAsync("ours", seconds));
            calm.Add(await SideAsync("quartz", seconds, asServer: true));
        }

        string[] figures = ["firings", "cpu_us", "p50", "p99", "max"];
        foreach (var figure in figures)
        {
            Print(figure, Median(ours.Select(round => round[figure])));
            Print($"{figure}_quartz", Median(quartz.Select(round => round[figure])));
        }

        Print("lost_quartz", quartz.Sum(round => round["lost"]));
        Print("doubled_quartz", quartz.Sum(round => round["doubled"]));
        Print("cpu_us_quartz_same_pool", Median(calm.Select(round => round["cpu_us"])));
        Print("cpu_ratio_vs_quartz_same_pool", Median(ours.Zip(calm, (mine, theirs) => mine["cpu_us"] / theirs["cpu_us"])));
        Print("cpu_ratio_vs_quartz", Median(ours.Zip(quartz, (mine, theirs) => mine["cpu_us"] / theirs["cpu_us"])));
        Print("p99_lateness_ms", Median(ours.Select(round => round["p99"])));
        Print("p99_lateness_ms_quartz", Median(quartz.Select(round => round["p99"])));
        Print("lost", ours.Sum(round => round["lost"]));
        Print("doubled", ours.Sum(round => round["doubled"]));
        return 0;
    }

    public static Task<int> ServeAsync(string side, string seconds)
    {
        var length = TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture));
        return side == "ours" ? OurSchedule.RunAsync(Jobs, length) : QuartzSchedule.RunAsync(Jobs, length);
    }

    private static async Task<Dictionary<string, double>> SideAsync(string side, int seconds, bool? asServer = null)
    {
        string[] arguments = ["serve-schedule", side, seconds.ToString(CultureInfo.InvariantCulture)];
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardOutput = true };

        // Ours runs as the server does, by whose settings threads of the pool spin little before they sleep; Quartz with the runtime's defaults, and once more like ours.
        if (asServer ?? side == "ours") start.Environment[ServerRuntime.Spinning] = ServerRuntime.AsServer;
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"The side '{side}' did not start.");
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"The side '{side}' ended with code {process.ExitCode}.");
        return output.Split('\n').Select(line => line.Split(" = ")).Where(parts => parts.Length == 2)
            .ToDictionary(parts => parts[0], parts => double.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static void Print(string name, double value) => Console.WriteLine($"{name} = {value.ToString("0.###", CultureInfo.InvariantCulture)}");
}
