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

        await SignalAsync(again, "TERM");
        await SignalAsync(b, "TERM");
        (await Eventually.BecomesAsync(() => shared.CountAsync("SELECT COUNT(*) FROM job_node"), living => living == 0, TimeSpan.FromSeconds(15))).Should().Be(0, "both leave in order");
        await LooksWholeAsync(shared);
        await EachRunTickedOnceAsync(shared);
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
    }

    // Each tick bears the id of its run, and the record of the run has that id and the planned start. Only of a lost run the record never learned it: that one may have ticked once.
    private static async Task EachRunTickedOnceAsync(SharedTimetable shared)
    {
        var runs = await shared.RunsAsync();
        List<(string Node, string Job, DateTimeOffset At, string Correlation)> ticks = [.. await shared.TicksAsync("A"), .. await shared.TicksAsync("B")];
        var planned = runs.Where(run => run.Correlation.Length > 0).ToDictionary(run => run.Correlation);
        var lost = runs.Where(run => run.Outcome == "Lost").ToLookup(run => (run.Node, run.Job));
        var (known, unknown) = (ticks.Where(tick => planned.ContainsKey(tick.Correlation)).ToList(), ticks.Where(tick => !planned.ContainsKey(tick.Correlation)).ToList());
        Console.WriteLine($"{ticks.Count} ticks, {runs.Count} runs, {runs.Count(run => run.Outcome == "Succeeded")} succeeded, {lost.Sum(of => of.Count())} lost, of them {unknown.Count} ticked, {await shared.CountAsync("SELECT SUM(skips) FROM job_claim")} skips, {await shared.CountAsync("SELECT SUM(misses) FROM job_claim")} misses.");

        ticks.Should().OnlyHaveUniqueItems(tick => tick.Correlation, "each run calls once");
        known.Should().OnlyContain(tick => planned[tick.Correlation].Job == tick.Job && planned[tick.Correlation].Node == tick.Node);
        known.Select(tick => (tick.Job, planned[tick.Correlation].PlannedAt)).Should().OnlyHaveUniqueItems("no planned start is run twice");
        unknown.GroupBy(tick => (tick.Node, tick.Job)).Where(group => group.Count() > lost[group.Key].Count()).Should().BeEmpty("a call without a record can only be that of a lost run of its server");
        var ticked = known.Select(tick => tick.Correlation).ToHashSet();
        runs.Where(run => run.Outcome == "Succeeded" && !ticked.Contains(run.Correlation)).Should().BeEmpty("a run that succeeded has ticked");
        runs.Should().OnlyContain(run => run.Outcome == "Succeeded" || run.Outcome == "Lost" || run.Outcome == "Cancelled");
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
