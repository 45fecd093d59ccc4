using Server.Access;

namespace Unit.Tests.Host;

[TestClass]
public sealed class CallRateTests
{
    [TestMethod]
    public void Calls_over_the_limit_are_refused_with_a_time_to_wait()
    {
        using var rate = new CallRate(1);

        rate.Admits("key", "tsd", out _).Should().BeTrue();
        rate.Admits("key", "tsd", out _).Should().BeTrue();
        rate.Admits("key", "tsd", out var wait).Should().BeFalse();
        wait.Should().BePositive();
    }

    [TestMethod]
    public void Every_key_and_device_has_a_limit_of_its_own()
    {
        using var rate = new CallRate(1);
        for (var i = 0; i < 3; i++) rate.Admits("key", "tsd", out _);

        rate.Admits("key", "other", out _).Should().BeTrue();
        rate.Admits("other", "tsd", out _).Should().BeTrue();
    }

    [TestMethod]
    public void Zero_switches_the_limit_off()
    {
        using var rate = new CallRate(0);

        Enumerable.Range(0, 10_000).Count(_ => rate.Admits("key", "tsd", out TimeSpan _)).Should().Be(10_000);
    }
}
