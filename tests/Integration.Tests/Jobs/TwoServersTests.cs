using System.Diagnostics;
using TestKit;

namespace Integration.Tests.Jobs;

/// <summary>Two built servers on one PostgreSQL: one is killed, the other is stopped for a while and comes back.</summary>
[TestClass]
public sealed class TwoServersTests
{
    private const int Jobs = 200;
    private static readonly TimeSpan TakeOver = TimeSpan.FromSeconds(5);

    [TestMethod]
    public async Task Jobs_of_a_server_that_is_killed_or_stopped_run_on_the_other_and_none_runs_twice()
    {
        var postgres = await PostgresServer.SharedAsync();
        var folder = Directory.CreateTempSubdirectory("connectors-ticks-").FullName;
        var shared = new SharedTimetable(folder, await postgres.CreateDatabaseAsync(), Jobs);
        await using var a = await ServerProcess.StartAsync(shared.Setup("A"));
        await using var b = await ServerProcess.StartAsync(shared.Setup("B"));
        (await Eventually.BecomesAsync(() => BothTickAsync(shared), seen => seen)).Should().BeTrue("both servers take their part");

        var killed = DateTimeOffset.UtcNow;
        await a.KillAsync();
        var takenByB = await SlowestAsync(shared, "B", killed);

        await using var again = await ServerProcess.StartAsync(shared.Setup("A") with { Key = a.Key });
        var restarted = DateTimeOffset.UtcNow;
        (await Eventually.BecomesAsync(() => shared.TickedAsync("A", restarted), seen => seen > 20)).Should().BeGreaterThan(20, "the server that was started again takes its part");

        var stopped = DateTimeOffset.UtcNow;
        await SignalAsync(b, "STOP");
        var takenByA = await SlowestAsync(shared, "A", stopped);
        await Task.Delay(stopped + TimeSpan.FromSeconds(20) - DateTimeOffset.UtcNow);
        var continued = DateTimeOffset.UtcNow;
        await SignalAsync(b, "CONT");
        (await Eventually.BecomesAsync(() => shared.TickedAsync("B", continued), seen => seen > 20)).Should().BeGreaterThan(20, "the server that came back takes its part");

        Console.WriteLine($"Taken over after the kill within {takenByB.TotalSeconds:0.00} s, after the stop within {takenByA.TotalSeconds:0.00} s.");
        takenByB.Should().BeLessThan(TakeOver);
        takenByA.Should().BeLessThan(TakeOver);
        b.Log.Should().Contain("gave no word for longer than its lease");
        await LooksWholeAsync(shared);
    }

    private static async Task LooksWholeAsync(SharedTimetable shared)
    {
        // Every moment of the grid is a run, a skip or a miss: all that passed are told apart, and none is left out.
        (await shared.CountAsync("""
            SELECT COUNT(*) FROM job_claim c JOIN (SELECT job_id, COUNT(*) AS runs, MIN(planned_at) AS first FROM job_run WHERE trigger = 'Schedule' GROUP BY job_id) r ON r.job_id = c.job_id
            WHERE (c.next_due - r.first) / c.period <> r.runs + c.skips + c.misses
            """)).Should().Be(0, "each start on the grid is a run, a skip or a miss");
        (await shared.CountAsync("SELECT COUNT(DISTINCT job_id) FROM job_run")).Should().Be(Jobs);
        (await shared.CountAsync("SELECT COUNT(*) FROM (SELECT job_id, planned_at FROM job_run GROUP BY job_id, planned_at HAVING COUNT(*) > 1) AS doubled")).Should().Be(0, "no run is recorded twice for one moment");

        // A call that ticked has a row, and each row has at most one tick.
        await Eventually.BecomesAsync(() => shared.CountAsync("SELECT COUNT(*) FROM job_run WHERE outcome IS NULL AND started_at < (EXTRACT(EPOCH FROM clock_timestamp()) * 1000)::bigint - 1000"), open => open == 0);
        var ticks = (await shared.TicksAsync("A")).Count + (await shared.TicksAsync("B")).Count;
        var rows = await shared.CountAsync("SELECT COUNT(*) FROM job_run");
        var succeeded = await shared.CountAsync("SELECT COUNT(*) FROM job_run WHERE outcome = 'Succeeded'");
        Console.WriteLine($"{ticks} ticks, {rows} runs, {succeeded} succeeded, {await shared.CountAsync("SELECT COUNT(*) FROM job_run WHERE outcome = 'Lost'")} lost, {await shared.CountAsync("SELECT SUM(skips) FROM job_claim")} skips, {await shared.CountAsync("SELECT SUM(misses) FROM job_claim")} misses.");
        ((long)ticks).Should().BeInRange(succeeded - Jobs, rows + Jobs, "each run calls once; the servers go on while this is counted");
    }

    private static async Task<bool> BothTickAsync(SharedTimetable shared) =>
        await shared.TickedAsync("A", default) > 20 && await shared.TickedAsync("B", default) > 20 && (await shared.CountAsync("SELECT COUNT(DISTINCT job_id) FROM job_run WHERE outcome = 'Succeeded'")) == Jobs;

    /// <summary>How long after a moment the last of all jobs has run on a server.</summary>
    private static async Task<TimeSpan> SlowestAsync(SharedTimetable shared, string node, DateTimeOffset since)
    {
        (await Eventually.BecomesAsync(() => shared.TickedAsync(node, since), seen => seen == Jobs, TimeSpan.FromSeconds(15))).Should().Be(Jobs, "all jobs run on {0}", node);
        return (await shared.TicksAsync(node)).Where(tick => tick.At >= since).GroupBy(tick => tick.Job).Max(ticks => ticks.Min(tick => tick.At)) - since;
    }

    private static async Task SignalAsync(ServerProcess server, string signal)
    {
        using var kill = Process.Start("kill", ["-" + signal, $"{server.Id}"]);
        await kill.WaitForExitAsync();
        kill.ExitCode.Should().Be(0);
    }
}
