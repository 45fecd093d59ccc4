using ServerJobs;

namespace Unit.Tests.ServerJobs;

[TestClass]
public sealed class ClockReadingTests
{
    [TestMethod]
    [DataRow(0, 1)]
    [DataRow(1, 2)]
    [DataRow(4, 5)]
    public void Clocks_read_with_a_preemption_between_them_are_read_again(int preempted, int looks)
    {
        var time = new PreemptedTime(preempted);

        var reading = ClockReading.Of(time);

        reading.At(reading.Stamp - TimeSpan.TicksPerSecond, time).Should().Be(DateTimeOffset.UnixEpoch.AddTicks(reading.Stamp - TimeSpan.TicksPerSecond));
        time.Looks.Should().Be(looks);
    }

    [TestMethod]
    public void A_machine_that_preempts_always_gives_the_best_of_a_few_looks()
    {
        var time = new PreemptedTime(int.MaxValue);

        var reading = ClockReading.Of(time);

        time.Looks.Should().Be(5);
        reading.Wall.Should().BeAfter(DateTimeOffset.UnixEpoch);
    }

    /// <summary>Both clocks show the same; for the first looks the thread loses its processor for 10 ms after it has read the wall clock.</summary>
    private sealed class PreemptedTime(int preempted) : TimeProvider
    {
        private long now = TimeSpan.TicksPerDay;

        public int Looks { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public override DateTimeOffset GetUtcNow()
        {
            var read = DateTimeOffset.UnixEpoch.AddTicks(now);
            if (Looks++ < preempted) now += TimeSpan.TicksPerMillisecond * 10;
            return read;
        }
    }
}
