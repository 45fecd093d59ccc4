using Connectors.Hosting;

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
}
