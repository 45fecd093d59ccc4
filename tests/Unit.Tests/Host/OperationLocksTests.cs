using Cleverence.Connectivity;
using Server.Operations;
using TestKit;

namespace Unit.Tests.Host;

[TestClass]
public sealed class OperationLocksTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    private readonly ManualTimeProvider time = new();
    private readonly OperationLocks locks;

    public OperationLocksTests() => locks = new OperationLocks(time, Limit);

    [TestMethod]
    public async Task Operations_without_a_lock_run_side_by_side()
    {
        var first = Start("А", ServerOperationLock.No);
        var second = Start("А", ServerOperationLock.No);

        States().Should().Equal("А runs", "А runs");
        await EndAsync(first, second);
    }

    [TestMethod]
    public async Task One_operation_with_its_own_lock_runs_once_at_a_time_and_others_beside_it()
    {
        var first = Start("А", ServerOperationLock.Operation);
        var second = Start("а", ServerOperationLock.Operation);
        var other = Start("Б", ServerOperationLock.Operation);

        States().Should().Equal("А runs", "Б runs", "а waits for А");
        await EndAsync(first);
        States().Should().Equal("Б runs", "а runs");
        await EndAsync(second, other);
    }

    [TestMethod]
    public async Task Lock_of_all_waits_for_those_that_run_and_keeps_later_ones_waiting()
    {
        var first = Start("А", ServerOperationLock.No);
        var all = Start("Все", ServerOperationLock.AllOperations);
        var later = Start("Б", ServerOperationLock.No);

        States().Should().Equal("А runs", "Все waits for А", "Б waits for ");
        await EndAsync(first);
        States().Should().Equal("Все runs", "Б waits for Все");
        await EndAsync(all);
        States().Should().Equal("Б runs");
        await EndAsync(later);
    }

    [TestMethod]
    public async Task Operation_under_the_lock_of_all_calls_others_without_waiting_for_itself()
    {
        var result = await RunAsync("Все", ServerOperationLock.AllOperations, () => RunAsync("А", ServerOperationLock.Operation, () => RunAsync("Все", ServerOperationLock.AllOperations, () => Task.FromResult(5))));

        result.Should().Be(5);
        locks.Look().Should().BeEmpty();
    }

    [TestMethod]
    public async Task Nested_operation_passes_a_waiter_that_waits_for_its_caller()
    {
        var inner = new TaskCompletionSource<int>();
        var outer = RunAsync("А", ServerOperationLock.Operation, async () =>
        {
            await inner.Task;
            return await RunAsync("Б", ServerOperationLock.Operation, () => Task.FromResult(7));
        });
        var all = Start("Все", ServerOperationLock.AllOperations);

        inner.SetResult(0);

        (await outer).Should().Be(7);
        await EndAsync(all);
    }

    [TestMethod]
    public async Task Circle_of_two_chains_is_refused_at_once()
    {
        var step = new TaskCompletionSource<int>();
        var first = RunAsync("А", ServerOperationLock.Operation, async () =>
        {
            await step.Task;
            return await RunAsync("Б", ServerOperationLock.Operation, () => Task.FromResult(1));
        });
        var second = RunAsync("Б", ServerOperationLock.Operation, async () =>
        {
            await step.Task;
            return await RunAsync("А", ServerOperationLock.Operation, () => Task.FromResult(2));
        });

        step.SetResult(0);
        var outcomes = await Task.WhenAll(OutcomeAsync(first), OutcomeAsync(second));

        outcomes.Should().ContainSingle(error => error == null);
        outcomes.Should().ContainSingle(error => error != null).Which!.Error.Should().Match<ConnectorError>(error => error.Code == ConnectorErrorCode.Busy && error.Message.Contains("wait for each other"));
        locks.Look().Should().BeEmpty();
    }

    [TestMethod]
    public async Task Waiting_ends_with_the_limit_and_names_the_holder_and_how_long_it_has_run()
    {
        var first = Start("Пересчёт", ServerOperationLock.Operation);
        var second = Start("Пересчёт", ServerOperationLock.Operation);

        time.Advance(Limit);

        var error = (await OutcomeAsync(second.Task))!.Error;
        error.Code.Should().Be(ConnectorErrorCode.Busy);
        error.Message.Should().Be("Operation 'Пересчёт' waited 20 s for: 'Пересчёт' (20 s). Try again later.");
        error.MessageRu.Should().Contain("«Пересчёт» (20 с)");
        States().Should().Equal("Пересчёт runs");
        await EndAsync(first);
    }

    [TestMethod]
    public async Task Caller_that_leaves_the_queue_lets_those_behind_it_pass()
    {
        using var leave = new CancellationTokenSource();
        var first = Start("А", ServerOperationLock.No);
        var all = Start("Все", ServerOperationLock.AllOperations, leave.Token);
        var later = Start("Б", ServerOperationLock.No);

        await leave.CancelAsync();

        await FluentActions.Awaiting(() => all.Task).Should().ThrowAsync<OperationCanceledException>();
        States().Should().Equal("А runs", "Б runs");
        await EndAsync(first, later);
    }

    [TestMethod]
    public async Task Operation_that_throws_frees_its_lock()
    {
        await FluentActions.Awaiting(() => RunAsync<int>("А", ServerOperationLock.AllOperations, () => throw new InvalidOperationException())).Should().ThrowAsync<InvalidOperationException>();

        (await RunAsync("Б", ServerOperationLock.AllOperations, () => Task.FromResult(1))).Should().Be(1);
    }

    [TestMethod]
    public async Task What_an_operation_leaves_running_holds_nothing_of_its_own()
    {
        var go = new TaskCompletionSource();
        Task<int>? left = null;
        await RunAsync("А", ServerOperationLock.AllOperations, () =>
        {
            left = LaterAsync();
            return Task.FromResult(0);
        });
        var holder = Start("Все", ServerOperationLock.AllOperations);

        go.SetResult();
        States().Should().Contain("Все runs");
        await EndAsync(holder);
        (await left!).Should().Be(3);

        async Task<int> LaterAsync()
        {
            await go.Task;
            return await RunAsync("Б", ServerOperationLock.Operation, () => Task.FromResult(3));
        }
    }

    private static async Task<ConnectorException?> OutcomeAsync(Task<int> run)
    {
        try
        {
            await run;
            return null;
        }
        catch (ConnectorException failure)
        {
            return failure;
        }
    }

    private static async Task EndAsync(params Running[] running)
    {
        foreach (var run in running) run.End.SetResult(0);
        await Task.WhenAll(running.Select(run => run.Task)).WaitAsync(TimeSpan.FromSeconds(10));
    }

    private Running Start(string name, ServerOperationLock mode, CancellationToken cancellationToken = default)
    {
        var end = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        return new(locks.RunAsync(name, mode, "test", async _ => await end.Task, cancellationToken).AsTask(), end);
    }

    private Task<T> RunAsync<T>(string name, ServerOperationLock mode, Func<Task<T>> run) =>
        locks.RunAsync(name, mode, "test", async _ => await run(), CancellationToken.None).AsTask();

    private IEnumerable<string> States() =>
        locks.Look().Select(state => state.Running ? $"{state.Name} runs" : $"{state.Name} waits for {string.Join(", ", state.WaitsFor)}");

    private sealed record Running(Task<int> Task, TaskCompletionSource<int> End);
}
