using Connectors.Hosting;
using TestKit;

namespace Unit.Tests.Hosting.Invoking;

[TestClass]
public sealed class StartRuleTests
{
    private static readonly TimeSpan Slow = StartRule.Patience * 2;
    private static readonly TimeSpan Quick = StartRule.Patience / 2;
    private readonly ManualTimeProvider clock = new();
    private readonly StartRule rule = new(blocking: false);

    [TestMethod]
    public void Slow_first_call_pays_for_compiling_and_moves_nothing()
    {
        Measured(rule, Slow).Should().BeFalse();
        rule.TryEnterInline(clock, out _).Should().BeFalse();
        Measured(rule, Quick).Should().BeFalse();
        rule.TryEnterInline(clock, out _).Should().BeTrue();
    }

    [TestMethod]
    public void First_calls_that_came_together_wait_for_the_same_compiler_and_move_nothing()
    {
        var began = clock.GetTimestamp();
        clock.Advance(Slow);

        for (var call = 0; call < 64; call++) rule.Measured(clock, began).Should().BeFalse();

        Measured(rule, Quick);
        rule.TryEnterInline(clock, out _).Should().BeTrue();
    }

    [TestMethod]
    public void A_quick_one_that_ends_first_does_not_condemn_those_that_began_before_it()
    {
        var began = clock.GetTimestamp();
        clock.Advance(Slow);
        Measured(rule, Quick);

        rule.Measured(clock, began).Should().BeFalse();

        rule.TryEnterInline(clock, out _).Should().BeTrue();
    }

    [TestMethod]
    public void Second_slow_call_moves_the_method_for_good_and_says_so_once()
    {
        Measured(rule, Slow);
        Measured(rule, Slow).Should().BeTrue();
        Measured(rule, Slow).Should().BeFalse();
        Measured(rule, Quick).Should().BeFalse();
        rule.TryEnterInline(clock, out _).Should().BeFalse();
    }

    [TestMethod]
    [DataRow(3, false, true)]
    [DataRow(100, false, false)]
    [DataRow(100, true, true)]
    [DataRow(int.MaxValue, true, false)]
    public void A_call_that_comes_back_in_a_moment_is_waited_for_and_a_longer_one_is_not(int leavesAtLook, bool onTime, bool enters)
    {
        if (Environment.ProcessorCount == 1) Assert.Inconclusive("With one processor nobody comes back meanwhile.");
        var (time, looks, started) = (new ManualTimeProvider(), 0, 0L);
        StartRule met = null!;
        met = new StartRule(blocking: false, meanwhile: () =>
        {
            if (++looks == leavesAtLook) met.Left(time, started);
        });
        met.Measured(time, time.GetTimestamp());
        var first = met.TryEnterInline(time, out started);

        var second = met.TryEnterInline(time, out _, onTime);

        (first, second).Should().Be((true, enters));
        looks.Should().BeInRange(1, 500, "it is a matter of microseconds");
    }

    [TestMethod]
    public void A_call_that_has_been_in_there_for_longer_than_a_moment_is_not_waited_for()
    {
        var (time, looks) = (new ManualTimeProvider(), 0);
        var met = new StartRule(blocking: false, meanwhile: () => looks++);
        met.Measured(time, time.GetTimestamp());
        met.TryEnterInline(time, out _);
        time.Advance(TimeSpan.FromMilliseconds(1));

        met.TryEnterInline(time, out _, onTime: true).Should().BeFalse();

        looks.Should().Be(0);
    }

    private bool Measured(StartRule met, TimeSpan took)
    {
        var began = clock.GetTimestamp();
        clock.Advance(took);
        return met.Measured(clock, began);
    }
}
