using ServerJobs;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class JobAheadTests : IDisposable
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMicroseconds(60);
    private readonly JobBench bench = new();

    [TestMethod]
    public async Task A_run_of_a_period_is_handed_over_a_little_ahead_and_its_call_begins_not_before_its_moment()
    {
        bench.Options.Ahead = Ahead;
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")]);
        var moment = bench.Table.NextDue()!.Value;
        var planned = bench.Time.GetUtcNow().AddSeconds(3);
        bench.Time.Advance(TimeSpan.FromSeconds(3) - Ahead);

        bench.Scheduler.Pump();
        await bench.IdleAsync();

        bench.Invoker.Calls.Should().ContainSingle().Which.NotBefore.Should().Be(moment);
        bench.Memory.Runs.Should().ContainSingle().Which.Should().BeEquivalentTo(new { PlannedAt = planned, StartedAt = planned });
    }

    [TestMethod]
    public void Earlier_than_that_it_is_not_handed_over()
    {
        bench.Options.Ahead = Ahead;
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")]);

        bench.Time.Advance(TimeSpan.FromSeconds(3) - Ahead - TimeSpan.FromMicroseconds(1));
        var launches = bench.Table.TakeDue();

        launches.Should().BeEmpty();
    }

    [TestMethod]
    public void A_launch_says_its_moment_when_it_is_ahead_of_it_and_nothing_when_it_is_not()
    {
        bench.Options.Ahead = Ahead;
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:10")]);
        var moment = bench.Table.NextDue()!.Value;
        bench.Time.Advance(TimeSpan.FromSeconds(3) - (Ahead / 2));

        var ahead = bench.Table.TakeDue().Single();
        bench.Runs.Abandon(ahead);
        bench.Time.Advance(TimeSpan.FromSeconds(10) + Ahead);
        var late = bench.Table.TakeDue().Single();

        (ahead.NotBefore, late.NotBefore).Should().Be((moment, 0));
    }

    [TestMethod]
    public void A_calendar_is_never_handed_over_ahead()
    {
        bench.Options.Ahead = Ahead;
        bench.Scheduler.Apply([JobBench.Calendar("c", """{"beginTime":"15:00:03","daysRepeatPeriod":1}""")]);
        bench.Time.Advance(TimeSpan.FromSeconds(3) - (Ahead / 2));

        bench.Table.TakeDue().Should().BeEmpty();
    }

    [TestMethod]
    [DataRow(0.0003, true)]
    [DataRow(0.9, false)]
    public void First_moments_a_few_milliseconds_apart_fall_together_and_others_do_not(double second, bool together)
    {
        // Of the most scatter of 10 s a random number of 0.0003 is 3 ms.
        var numbers = new Queue<double>([0, second]);
        bench.Options.PhaseStep = TimeSpan.FromMilliseconds(8);
        bench.Options.MaxJitter = TimeSpan.FromSeconds(10);
        bench.Options.Randomness = () => numbers.Dequeue();
        bench.Time.Advance(TimeSpan.FromMilliseconds(3));
        bench.Scheduler.Apply([JobBench.Job("a", "0:00:20"), JobBench.Job("b", "0:00:20")]);
        var (step, shift) = (TimeSpan.FromMilliseconds(8).Ticks, bench.Options.PhaseShift.Ticks);

        var moments = bench.Table.Read(slot => slot.Due);

        (moments[0] == moments[1]).Should().Be(together);
        moments.Should().OnlyContain(moment => (moment - shift) % step == 0);
        moments.Should().OnlyContain(moment => moment >= bench.Time.GetTimestamp() + TimeSpan.FromSeconds(3).Ticks, "no first moment comes earlier for it");
    }

    public void Dispose() => bench.Dispose();
}
