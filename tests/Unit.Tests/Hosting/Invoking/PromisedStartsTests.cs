using Cleverence.Warehouse;
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
        rule.TryEnterInline(clock, out var third);
        clock.Advance(StartRule.Patience / 2);
        rule.TryEnterInline(clock, out var beside);
        clock.Advance(StartRule.Patience / 2 + TimeSpan.FromTicks(1));

        rule.Left(clock, third).Should().BeTrue();

        var after = clock.GetTimestamp();
        clock.Advance(Slow);
        rule.Left(clock, beside).Should().BeFalse("it was slow beside the third");
        rule.Left(clock, after).Should().BeFalse("it is said once");
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

    [TestMethod]
    public void One_that_was_slow_on_a_thread_of_the_connector_is_not_blamed()
    {
        for (var call = 0; call < 5; call++)
        {
            var began = clock.GetTimestamp();
            clock.Advance(Slow);
            rule.Measured(clock, began).Should().BeFalse();
        }

        rule.TryEnterInline(clock, out _).Should().BeTrue();
    }

    [TestMethod]
    public async Task Calls_of_a_method_that_promises_begin_beside_each_other_and_those_of_another_one_by_one()
    {
        (await BegunTogetherAsync(promises: true)).Should().Be(2);
        (await BegunTogetherAsync(promises: false)).Should().Be(1);
    }

    // How many of two calls, the second while the first one is in there, began on a thread of the pool and not on one of the connector.
    private static async Task<int> BegunTogetherAsync(bool promises)
    {
        var (begun, ofPool) = (0, 0);
        using var open = new ManualResetEventSlim();
        var rig = new InvokerRig(time: new ManualTimeProvider());
        rig.Add(new Probe(
            (args, _) =>
            {
                if (args.Count == 0) return new(InvokeResult.Ok());
                if (Thread.CurrentThread.IsThreadPoolThread) Interlocked.Increment(ref ofPool);
                Interlocked.Increment(ref begun);
                open.Wait(TimeSpan.FromSeconds(20));
                return new(InvokeResult.Ok());
            },
            neverBlocks: promises));
        await rig.CallAsync();
        var calls = new List<Task<InvokeResult>>();
        for (var call = 1; call <= 2; call++)
        {
            calls.Add(Task.Run(() => rig.CallAsync(args: new InvokeArg("wait", true))));
            await InvokerRig.UntilAsync(() => Volatile.Read(ref begun) == calls.Count, "the call has begun");
        }

        open.Set();
        await Task.WhenAll(calls);
        return ofPool;
    }

    private bool Passes(TimeSpan inside)
    {
        rule.TryEnterInline(clock, out var started).Should().BeTrue();
        clock.Advance(inside);
        return rule.Left(clock, started);
    }
}
