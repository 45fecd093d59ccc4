using Connectors.Hosting;
using TestKit;

namespace Unit.Tests.Hosting.Invoking;

[TestClass]
public sealed class PromisedStartsTests
{
    private static readonly TimeSpan Slow = StartRule.Patience * 2;
    private readonly ManualTimeProvider clock = new();
    private readonly StartRule rule = new(blocking: false, promised: true);

    public PromisedStartsTests() => rule.Measured(clock, clock.GetTimestamp());

    [TestMethod]
    public void Any_number_begins_at_once()
    {
        for (var call = 0; call < 100; call++) rule.TryEnterInline(clock, out _).Should().BeTrue();
    }

    [TestMethod]
    public void The_first_one_after_a_long_rest_begins_too()
    {
        rule.TryEnterInline(clock, out var started);
        rule.Left(clock, started);
        clock.Advance(TimeSpan.FromHours(1));

        rule.TryEnterInline(clock, out _).Should().BeTrue();
        rule.TryEnterInline(clock, out _).Should().BeTrue();
    }

    [TestMethod]
    public void After_those_that_do_not_come_back_nobody_is_let_in_until_one_does()
    {
        rule.TryEnterInline(clock, out var hanging);
        rule.TryEnterInline(clock, out _);
        clock.Advance(Slow);
        rule.TryEnterInline(clock, out _).Should().BeFalse();

        rule.Left(clock, hanging);

        rule.TryEnterInline(clock, out _).Should().BeTrue();
    }

    [TestMethod]
    public void One_that_stands_still_holds_nobody_up_while_others_come_back()
    {
        rule.TryEnterInline(clock, out _);
        for (var call = 0; call < 10; call++)
        {
            rule.TryEnterInline(clock, out var started).Should().BeTrue();
            clock.Advance(StartRule.Patience / 2);
            rule.Left(clock, started).Should().BeFalse();
        }
    }

    [TestMethod]
    public void The_third_slow_one_in_a_row_moves_the_method_for_good_and_says_so_once()
    {
        Passes(Slow).Should().BeFalse();
        Passes(Slow).Should().BeFalse();
        Passes(TimeSpan.Zero).Should().BeFalse("one that keeps the promise begins the count anew");
        Passes(Slow).Should().BeFalse();
        Passes(Slow).Should().BeFalse();
        rule.TryEnterInline(clock, out var beside);

        Passes(Slow).Should().BeTrue();

        rule.Left(clock, beside).Should().BeFalse();
        rule.TryEnterInline(clock, out _).Should().BeFalse();
    }

    [TestMethod]
    public void Those_who_stood_still_together_count_as_one()
    {
        var inside = new long[10];
        for (var call = 0; call < inside.Length; call++) rule.TryEnterInline(clock, out inside[call]);
        clock.Advance(Slow);

        foreach (var started in inside) rule.Left(clock, started).Should().BeFalse();

        rule.TryEnterInline(clock, out _).Should().BeTrue();
    }

    private bool Passes(TimeSpan inside)
    {
        rule.TryEnterInline(clock, out var started).Should().BeTrue();
        clock.Advance(inside);
        return rule.Left(clock, started);
    }
}
