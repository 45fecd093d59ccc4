using Connectors.Hosting;
using TestKit;

namespace Unit.Tests.Hosting.Invoking;

[TestClass]
public sealed class StartRuleTests
{
    private static readonly TimeSpan Slow = StartRule.Patience * 2;
    private static readonly TimeSpan Quick = StartRule.Patience / 2;
    private readonly StartRule rule = new(blocking: false);

    [TestMethod]
    public void Slow_first_call_pays_for_compiling_and_moves_nothing()
    {
        rule.Measured(Slow).Should().BeFalse();
        rule.TryEnterInline(TimeProvider.System).Should().BeFalse();
        rule.Measured(Quick).Should().BeFalse();
        rule.TryEnterInline(TimeProvider.System).Should().BeTrue();
    }

    [TestMethod]
    public void Second_slow_call_moves_the_method_for_good_and_says_so_once()
    {
        rule.Measured(Slow);
        rule.Measured(Slow).Should().BeTrue();
        rule.Measured(Slow).Should().BeFalse();
        rule.Measured(Quick).Should().BeFalse();
        rule.TryEnterInline(TimeProvider.System).Should().BeFalse();
    }

    [TestMethod]
    [DataRow(3, false, true)]
    [DataRow(100, false, false)]
    [DataRow(100, true, true)]
    [DataRow(int.MaxValue, true, false)]
    public void A_call_that_comes_back_in_a_moment_is_waited_for_and_a_longer_one_is_not(int leavesAtLook, bool onTime, bool enters)
    {
        if (Environment.ProcessorCount == 1) Assert.Inconclusive("With one processor nobody comes back meanwhile.");
        var (time, looks) = (new ManualTimeProvider(), 0);
        StartRule met = null!;
        met = new StartRule(blocking: false, () =>
        {
            if (++looks == leavesAtLook) met.Left(time);
        });
        met.Measured(Quick);
        var first = met.TryEnterInline(time);

        var second = met.TryEnterInline(time, onTime);

        (first, second).Should().Be((true, enters));
        looks.Should().BeInRange(1, 500, "it is a matter of microseconds");
    }

    [TestMethod]
    public void A_call_that_has_been_in_there_for_longer_than_a_moment_is_not_waited_for()
    {
        var (time, looks) = (new ManualTimeProvider(), 0);
        var met = new StartRule(blocking: false, () => looks++);
        met.Measured(Quick);
        met.TryEnterInline(time);
        time.Advance(TimeSpan.FromMilliseconds(1));

        met.TryEnterInline(time, onTime: true).Should().BeFalse();

        looks.Should().Be(0);
    }
}
