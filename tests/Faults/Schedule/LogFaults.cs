using Faults.Harness;

namespace Faults.Schedule;

/// <summary>The log cannot be written: its reader is gone, its reader sleeps, its disk is full. A throwing job keeps it busy.</summary>
internal static class LogFaults
{
    public static IEnumerable<Fault> All =>
    [
        new("log-reader-gone")
        {
            Setup = (_, plan) => Noisy(plan with { LogToPipe = true }),
            Begin = trial => Do(trial.Server.Reader!.GoAway),
            AlsoDuring = true,
        },
        new("log-reader-asleep")
        {
            Setup = (_, plan) => Noisy(plan with { LogToPipe = true }),
            Begin = trial => Do(trial.Server.Reader!.FallAsleep),
            Lasts = TimeSpan.FromSeconds(10),
            End = trial => Do(trial.Server.Reader!.Wake),
            Check = LogGoesOnAsync,
            AlsoDuring = true,
        },
        new("log-disk-full")
        {
            LosesHistory = true,
            Setup = (_, plan) => Noisy(plan with { DiskMegabytes = 48 }),
            Begin = trial => SmallDisk.FillAsync(trial.Server.Seen(trial.Plan.Home)),
            Lasts = TimeSpan.FromSeconds(8),
            End = trial => SmallDisk.FreeAsync(trial.Server.Seen(trial.Plan.Home)),
            Check = LogGoesOnAsync,
        },
    ];

    private static ServerPlan Noisy(ServerPlan plan) => plan with
    {
        Connectors = ["Mishaps"],
        Jobs = Jobs.File([.. Jobs.Of(Fault.UsualJobs), .. Enumerable.Range(1, 10).Select(number => Jobs.Period($"noisy-{number}", "Mishaps:Throws", 1))]),
    };

    private static Task Do(Action action)
    {
        action();
        return Task.CompletedTask;
    }

    private static async Task LogGoesOnAsync(Trial trial)
    {
        var length = trial.Server.Log.Length;
        await Trial.UntilAsync("a new line in the log after the end", () => Task.FromResult(trial.Server.Log.Length > length));
    }
}
