using ServerJobs;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class ProgressKeeperTests : IDisposable
{
    private readonly JobBench bench = new();

    [TestMethod]
    public async Task The_first_start_is_kept_at_once_and_later_ones_of_a_short_period_every_15_seconds_a_second_later()
    {
        var job = await StartedAsync("0:00:01");
        var (first, started) = (Kept(), job.LastPlannedAt);
        await RunSecondsAsync((int)ProgressKeeper.KeepEvery.TotalSeconds - 1);
        var before = Kept();

        await RunSecondsAsync(1);
        var due = Kept();
        bench.Time.Advance(ProgressKeeper.Together);

        first.Should().NotBeNull().And.Be(started);
        (before, due).Should().Be((first, first), "it is not time yet, and then others are waited for");
        Kept().Should().Be(first + ProgressKeeper.KeepEvery);
    }

    [TestMethod]
    public async Task Every_start_of_a_long_period_is_kept_at_once()
    {
        await StartedAsync("0:01:00");
        var first = Kept();

        await bench.StepAsync(60);

        Kept().Should().Be(first + TimeSpan.FromMinutes(1));
    }

    [TestMethod]
    public async Task Every_start_that_would_be_made_up_for_after_a_restart_is_kept_at_once()
    {
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:05") with { CatchUp = TimeSpan.FromSeconds(5) }]);
        await bench.StepAsync(3);
        var first = Kept();

        await bench.StepAsync(5);

        Kept().Should().Be(first + TimeSpan.FromSeconds(5));
    }

    [TestMethod]
    public async Task What_waited_is_kept_as_it_is_then_and_not_as_it_was()
    {
        await StartedAsync("0:00:01");
        var first = Kept();
        await RunSecondsAsync((int)ProgressKeeper.KeepEvery.TotalSeconds);

        bench.Time.Advance(ProgressKeeper.Together - TimeSpan.FromTicks(1));
        bench.Table.With(bench.Table.Find("a")!, slot => slot.Misses = 7);
        bench.Time.Advance(TimeSpan.FromTicks(1));

        (await bench.Memory.ReadStatesAsync(default)).Single().Progress.Should().BeEquivalentTo(new { LastPlannedAt = first + ProgressKeeper.KeepEvery, Misses = 7 });
    }

    public void Dispose() => bench.Dispose();

    private async Task<JobSlot> StartedAsync(string period)
    {
        bench.Scheduler.Apply([JobBench.Job("a", period)]);
        await bench.StepAsync(3);
        return bench.Table.Find("a")!;
    }

    private async Task RunSecondsAsync(int seconds)
    {
        for (var second = 0; second < seconds; second++) await bench.StepAsync(1);
    }

    private DateTimeOffset? Kept() => bench.Memory.ReadStatesAsync(default).AsTask().GetAwaiter().GetResult().SingleOrDefault()?.Progress.LastPlannedAt;
}
