using Faults.Harness;

namespace Faults.Schedule;

/// <summary>The process, or a thread of it, is stopped and goes on; the thread pool has no thread left.</summary>
internal static class ProcessFaults
{
    // Far more than the pool ever gets threads, so that what is queued behind them does not run at all.
    private const int BlockedItems = 2000, LeastBlocked = 64;

    public static IEnumerable<Fault> All =>
    [
        new("process-stopped-30-seconds")
        {
            Begin = trial => Send(trial, Signals.Stop),
            Lasts = TimeSpan.FromSeconds(30),
            End = trial => Send(trial, Signals.Continue),
            Check = trial => MissedAsync(trial, 25),
        },
        new("loop-thread-stopped")
        {
            Begin = trial =>
            {
                trial.Holding = ThreadStop.HoldAsync(trial.Server.Id, "Server jobs", trial.Lasts);
                return Task.CompletedTask;
            },
            Lasts = TimeSpan.FromSeconds(12),
            Meanwhile = trial => Trial.UntilAsync("not ready with a job's name", async () => await trial.Server.Api.ReadyAsync() is (false, var text) && text.Contains(Jobs.Healthy, StringComparison.Ordinal), 11),
            End = trial => trial.Holding!,
            Check = trial => MissedAsync(trial, 4),
        },
        new("thread-pool-starved")
        {
            Setup = (_, plan) => plan with { Connectors = ["Mishaps"] },
            Begin = trial => trial.Server.Api.InvokeAsync("Mishaps", $$"""{ "method": "StarvesPool", "args": { "items": {{BlockedItems}}, "seconds": {{(int)trial.Lasts.TotalSeconds}} } }"""),
            Lasts = TimeSpan.FromSeconds(10),
            End = trial => Trial.UntilAsync("the release of the blocked threads", () => Task.FromResult(trial.Count("released") > 0)),
            Check = trial => Blocked(trial.Ticks.First(tick => tick.Who == "released").Word),
            Alone = true,
        },
    ];

    private static Task Send(Trial trial, int signal)
    {
        Signals.Send(trial.Server.Id, signal);
        return Task.CompletedTask;
    }

    private static async Task MissedAsync(Trial trial, int least)
    {
        var misses = (await trial.Server.Api.CountsAsync(Jobs.Healthy)).Where(job => job.Period == TimeSpan.FromSeconds(1)).Min(job => job.Misses + job.Skips);
        if (misses < least) throw new TrialException($"a job of a second missed only {misses} moments: it was not stopped");
    }

    private static Task Blocked(string threads) => int.Parse(threads, System.Globalization.CultureInfo.InvariantCulture) >= LeastBlocked
        ? Task.CompletedTask
        : throw new TrialException($"only {threads} threads of the pool were blocked");
}
