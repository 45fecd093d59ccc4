using Faults.Harness;
using Microsoft.Data.Sqlite;

namespace Faults.Schedule;

/// <summary>The two databases are away, cannot be written, have no room, are locked, or hold nonsense.</summary>
internal static class StoreFaults
{
    private static readonly string[] Databases = ["exchange.db", "history.db"];

    public static IEnumerable<Fault> All =>
    [
        new("store-away")
        {
            LosesHistory = true,
            Begin = trial => Rename(trial, "", ".away"),
            Lasts = TimeSpan.FromSeconds(10),
            End = trial => Rename(trial, ".away", ""),
        },
        new("store-read-only")
        {
            LosesHistory = true,
            Begin = trial => ImmutableAsync(trial, "+i"),
            Lasts = TimeSpan.FromSeconds(10),
            End = trial => ImmutableAsync(trial, "-i"),
            Check = trial => LoggedAsync(trial, "SQLite Error"),
        },
        new("disk-full")
        {
            LosesHistory = true,
            Setup = (_, plan) => plan with { DiskMegabytes = 48 },
            Begin = trial => SmallDisk.FillAsync(trial.Server.Seen(trial.Plan.Home)),
            Lasts = TimeSpan.FromSeconds(12),
            End = trial => SmallDisk.FreeAsync(trial.Server.Seen(trial.Plan.Home)),
            Check = trial => HistoryGoesOnAsync(trial),
        },
        new("store-locked-20-seconds")
        {
            LosesHistory = true,
            Begin = trial =>
            {
                trial.Held = new StoreLock(Databases.Select(name => Path.Combine(trial.Plan.Home, name)));
                return Task.CompletedTask;
            },
            Lasts = TimeSpan.FromSeconds(20),
            End = trial =>
            {
                trial.Held!.Dispose();
                return Task.CompletedTask;
            },
            Check = trial => HistoryGoesOnAsync(trial),
        },
        new("corrupt-rows")
        {
            LosesHistory = true,
            Begin = trial => Spoil(trial),
            Lasts = TimeSpan.FromSeconds(4),
            AlsoDuring = true,
        },
        new("corrupt-rows-at-start")
        {
            LosesHistory = true,
            Begin = trial => trial.Server.RestartAsync(() => Spoil(trial).GetAwaiter().GetResult()),
            Lasts = TimeSpan.Zero,
            Restarts = true,
        },
    ];

    private static Task Rename(Trial trial, string from, string to)
    {
        foreach (var name in Databases.SelectMany(name => new[] { name, name + "-wal", name + "-shm" }))
        {
            var path = Path.Combine(trial.Plan.Home, name);
            if (File.Exists(path + from)) File.Move(path + from, path + to, overwrite: true);
        }

        return Task.CompletedTask;
    }

    // Rights do not stop a file that is open already, and root not at all; this flag stops every write. Not to the index of the log (-shm): it is
    // mapped into memory, where a write that is refused ends any process.
    private static Task<string> ImmutableAsync(Trial trial, string flag) =>
        Command.RunAsync("chattr", [flag, .. Directory.GetFiles(trial.Plan.Home, "*.db"), .. Directory.GetFiles(trial.Plan.Home, "*.db-wal")]);

    private static Task LoggedAsync(Trial trial, string text) =>
        trial.Server.Log.Contains(text, StringComparison.Ordinal) ? Task.CompletedTask : throw new TrialException($"the log tells nothing of '{text}': the store was not disturbed");

    private static Task HistoryGoesOnAsync(Trial trial)
    {
        var since = DateTimeOffset.FromUnixTimeMilliseconds(trial.Ticks.Last(tick => tick.At <= trial.Ended).WallMilliseconds);
        return Trial.UntilAsync("a run in the history after the end", async () => (await trial.Server.Api.RunsAsync("healthy-001")).Any(run => run.GetProperty("startedAt").GetDateTimeOffset() > since));
    }

    private static Task Spoil(Trial trial)
    {
        Execute(trial, "history.db", "UPDATE job_run SET outcome = 'Nonsense', \"trigger\" = 'Nothing', started_at = 9223372036854775807, planned_at = -9223372036854775807 WHERE id IN (SELECT MAX(id) FROM job_run WHERE outcome IS NOT NULL AND job_id IN ('healthy-001', 'healthy-002') GROUP BY job_id)");
        Execute(trial, "exchange.db", "INSERT OR REPLACE INTO job_state (job_id, last_planned_at, skips, misses, pause_reason, paused_at) VALUES ('spoilt', 9223372036854775807, -1, -1, 'x', 'yesterday')");
        return Task.CompletedTask;
    }

    private static void Execute(Trial trial, string database, string text)
    {
        using var connection = StoreLock.Open(Path.Combine(trial.Plan.Home, database));
        using var command = new SqliteCommand(text, connection);
        if (command.ExecuteNonQuery() == 0) throw new TrialException($"{database} held no row to spoil");
    }
}
