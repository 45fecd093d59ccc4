using Cleverence.Connectivity;
using Connectors.ChestnyZnak;
using Microsoft.Extensions.Logging.Abstractions;
using TestKit;

namespace Unit.Tests.ChestnyZnak.Permissive;

[TestClass]
public sealed class SaleChainTests
{
    private static readonly ZnakOrganisation Owner = new("7707083893", ZnakContour.Sandbox);
    private static readonly SaleCode Milk = new("0104600001000113215x<K9z\u001d93zZ0=", "0104600001000113215x<K9z");
    private static readonly SaleCode Water = new("0104600001000106215Ab!cD/eF+2gH\u001d93Ab1+", "0104600001000106215Ab!cD/eF+2gH");
    private readonly ManualTimeProvider clock = new();

    [TestMethod]
    public void The_budget_is_a_second_and_a_half_unless_told()
    {
        new PermissiveRules().Budget.Should().Be(TimeSpan.FromSeconds(1.5));
        SettingsTests.Read(new PermissiveSettings()).Budget.Should().Be(TimeSpan.FromSeconds(1.5));
    }

    [TestMethod]
    public async Task A_provider_that_never_answers_and_hears_nothing_is_left_at_the_budgets_end()
    {
        var deaf = new ScriptedCheck(SaleProvider.Cdn, (_, _, _) => new ValueTask<SaleOutcome>(new TaskCompletionSource<SaleOutcome>().Task));

        var running = RunAsync([SaleProvider.Cdn], deaf);
        clock.Advance(TimeSpan.FromSeconds(1.499));
        running.IsCompleted.Should().BeFalse();
        clock.Advance(TimeSpan.FromMilliseconds(1));
        var result = await running;

        result.Lines.Single().Decision.Should().Be(new SaleDecision(SaleVerdict.Ask, SaleReason.NoAnswer));
        result.Elapsed.Should().Be(TimeSpan.FromSeconds(1.5));
        result.Failures.Should().Equal("Cdn: NO_ANSWER");
    }

    [TestMethod]
    public async Task A_deaf_provider_leaves_the_next_one_its_share()
    {
        var deaf = new ScriptedCheck(SaleProvider.Cdn, (_, _, _) => new ValueTask<SaleOutcome>(new TaskCompletionSource<SaleOutcome>().Task));
        var module = Answering(SaleProvider.Lm, SaleAnswerKind.CheckedLocally, new CodeFacts { Blocked = false });

        var running = RunAsync([SaleProvider.Cdn, SaleProvider.Lm], deaf, module);
        clock.Advance(TimeSpan.FromSeconds(1.15));
        var result = await running;

        result.Lines.Single().Decision.Verdict.Should().Be(SaleVerdict.Sell);
        result.Lines.Single().Answer!.Provider.Should().Be(SaleProvider.Lm);
        module.Limits.Single().Should().BeLessThanOrEqualTo(TimeSpan.FromSeconds(0.35)).And.BeGreaterThan(TimeSpan.FromSeconds(0.3));
    }

    [TestMethod]
    public async Task A_provider_that_breaks_counts_as_no_answer()
    {
        var broken = new ScriptedCheck(SaleProvider.Cdn, (_, _, _) => throw new InvalidOperationException("never seen by a till"));

        var result = await RunAsync([SaleProvider.Cdn], broken);

        result.Lines.Single().Decision.Reason.Should().Be(SaleReason.NoAnswer);
        result.Failures.Should().Equal("Cdn: InvalidOperationException");
    }

    [TestMethod]
    public async Task Who_answers_is_the_last_one_asked()
    {
        var first = Answering(SaleProvider.Piot, SaleAnswerKind.Checked, new CodeFacts { Found = true, Realizable = true });
        var second = Answering(SaleProvider.Lm, SaleAnswerKind.CheckedLocally, new CodeFacts { Blocked = true });

        var result = await RunAsync([SaleProvider.Piot, SaleProvider.Lm], first, second);

        result.Lines.Single().Decision.Verdict.Should().Be(SaleVerdict.Sell);
        second.Limits.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Only_codes_without_an_answer_are_asked_about_again()
    {
        var asked = new List<int>();
        var half = new ScriptedCheck(SaleProvider.Cdn, (request, _, _) => new(new SaleOutcome([Answer(SaleProvider.Cdn, SaleAnswerKind.Checked, new CodeFacts { ErrorCode = 10 }, request.Codes[0])], "ANSWER_INCOMPLETE")));
        var module = new ScriptedCheck(SaleProvider.Lm, (request, _, _) =>
        {
            asked.Add(request.Codes.Count);
            return new(SaleOutcome.Of(Answer(SaleProvider.Lm, SaleAnswerKind.CheckedLocally, new CodeFacts { Blocked = false }, [.. request.Codes])));
        });

        var result = await ChainOf(half, module).RunAsync(Call([SaleProvider.Cdn, SaleProvider.Lm], Milk, Water, Milk), CancellationToken.None);

        result.Lines.Select(line => line.Decision.Reason).Should().Equal(SaleReason.NotFound, SaleReason.Ok, SaleReason.NotFound);
        asked.Should().Equal(1);
    }

    [TestMethod]
    public async Task A_caller_that_leaves_ends_the_check()
    {
        using var leaving = new CancellationTokenSource();
        var deaf = new ScriptedCheck(SaleProvider.Cdn, (_, _, _) => new ValueTask<SaleOutcome>(new TaskCompletionSource<SaleOutcome>().Task));

        var running = ChainOf(deaf).RunAsync(Call([SaleProvider.Cdn], Milk), leaving.Token).AsTask();
        await leaving.CancelAsync();

        await running.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
    }

    private static ScriptedCheck Answering(SaleProvider provider, SaleAnswerKind kind, CodeFacts facts) => new(provider, (request, _, _) => new(SaleOutcome.Of(Answer(provider, kind, facts, [.. request.Codes]))));

    private static SaleAnswer Answer(SaleProvider provider, SaleAnswerKind kind, CodeFacts facts, params SaleCode[] codes) => new(provider, kind) { Codes = codes, Facts = codes.ToDictionary(code => code, _ => facts) };

    private static SaleCall Call(IReadOnlyList<SaleProvider> chain, params SaleCode[] codes) =>
        new(new SaleStore("Shop", Owner, chain), [.. codes.Select(code => new SaleLine(code))], SaleOperation.Sale) { Budget = new PermissiveRules().Budget };

    private SaleChain ChainOf(params ISaleCheck[] checks) => new(new PermissiveRules(), checks, NullLogger.Instance, clock);

    private Task<SaleResult> RunAsync(IReadOnlyList<SaleProvider> chain, params ISaleCheck[] checks) => ChainOf(checks).RunAsync(Call(chain, Milk), CancellationToken.None).AsTask();
}
