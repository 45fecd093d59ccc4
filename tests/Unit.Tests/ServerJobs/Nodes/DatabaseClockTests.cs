using ServerJobs;
using TestKit;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class DatabaseClockTests
{
    private readonly ManualTimeProvider time = new();

    [TestMethod]
    public void A_reading_is_carried_on_by_the_monotonic_clock()
    {
        var clock = new DatabaseClock(time);
        var there = time.GetUtcNow().AddHours(5);

        clock.Take(there, time.GetTimestamp());
        time.Advance(TimeSpan.FromSeconds(7));
        time.SetUtcNow(time.GetUtcNow().AddYears(-10));

        clock.GetUtcNow().Should().Be(there.AddSeconds(7));
        clock.StampOf(there.AddSeconds(10)).Should().Be(time.GetTimestamp() + TimeSpan.FromSeconds(3).Ticks);
    }

    [TestMethod]
    [DataRow(0.0, false)]
    [DataRow(0.9, false)]
    [DataRow(-0.9, false)]
    [DataRow(2.0, true)]
    [DataRow(-3600.0, true)]
    public void A_clock_that_was_set_is_noticed(double by, bool noticed)
    {
        var clock = new DatabaseClock(time);
        var there = time.GetUtcNow();
        clock.Take(there, time.GetTimestamp()).Should().BeFalse();
        time.Advance(TimeSpan.FromSeconds(30));

        clock.Take(there.AddSeconds(30 + by), time.GetTimestamp()).Should().Be(noticed);
    }

    [TestMethod]
    public void A_slow_answer_is_no_clock_that_was_set()
    {
        var clock = new DatabaseClock(time);
        var there = time.GetUtcNow();
        clock.Take(there, time.GetTimestamp());
        var asked = time.GetTimestamp();
        time.Advance(TimeSpan.FromSeconds(4));

        clock.Take(there, asked).Should().BeFalse();
    }
}
