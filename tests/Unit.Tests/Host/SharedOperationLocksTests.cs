using Cleverence.Connectivity;
using Unit.Tests.Hosting;

namespace Unit.Tests.Host;

/// <summary>Two servers on one PostgreSQL and their locks of operations.</summary>
[TestClass]
public sealed class SharedOperationLocksTests
{
    [TestMethod]
    public async Task An_operation_with_its_own_lock_runs_on_one_server_at_a_time()
    {
        await using var pair = await LockPair.StartAsync();
        var first = pair.A.Start("А", ServerOperationLock.Operation);
        await first.RunsAsync();

        var second = pair.B.Start("а", ServerOperationLock.Operation);
        var other = pair.B.Start("Б", ServerOperationLock.Operation);
        await other.RunsAsync();
        (await pair.A.SeenAsync()).Should().BeEquivalentTo("А runs", "Б runs @ B", "а waits @ B");
        second.Runs.Should().BeFalse();

        await first.EndAsync();
        await second.RunsAsync();
        await second.EndAsync();
        await other.EndAsync();
        (await pair.A.SeenAsync()).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Operations_without_a_lock_run_side_by_side_on_both_servers()
    {
        await using var pair = await LockPair.StartAsync();
        var first = pair.A.Start("А", ServerOperationLock.No);
        var second = pair.B.Start("А", ServerOperationLock.No);

        await first.RunsAsync();
        await second.RunsAsync();
        await first.EndAsync();
        await second.EndAsync();
    }

    [TestMethod]
    public async Task The_lock_of_all_waits_for_the_other_server_and_keeps_its_later_operations_waiting()
    {
        await using var pair = await LockPair.StartAsync();
        var before = pair.A.Start("А", ServerOperationLock.No);
        await before.RunsAsync();
        var all = pair.B.Start("Все", ServerOperationLock.AllOperations);
        await Eventually.BeTrueAsync(() => pair.A.SeenAsync().Result.Contains("Все waits @ B"), "it waits");

        var later = pair.A.Start("Б", ServerOperationLock.No);
        await Eventually.BeTrueAsync(() => pair.B.SeenAsync().Result.Contains("Б waits @ A"), "the later one waits for it");
        await before.EndAsync();

        await all.RunsAsync();
        later.Runs.Should().BeFalse();
        await all.EndAsync();
        await later.RunsAsync();
        await later.EndAsync();
    }

    [TestMethod]
    public async Task An_operation_called_by_another_passes_those_that_wait_for_its_caller()
    {
        await using var pair = await LockPair.StartAsync();
        var step = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var outer = pair.A.RunAsync("А", ServerOperationLock.Operation, async () =>
        {
            await step.Task;
            await pair.A.RunAsync("Б", ServerOperationLock.Operation, () => Task.CompletedTask);
        });
        await Eventually.BeTrueAsync(() => pair.B.SeenAsync().Result.Contains("А runs @ A"), "the caller runs");
        var all = pair.B.Start("Все", ServerOperationLock.AllOperations);
        await Eventually.BeTrueAsync(() => pair.A.SeenAsync().Result.Contains("Все waits @ B"), "it waits");

        step.SetResult();

        await outer.WaitAsync(TimeSpan.FromSeconds(20));
        await all.RunsAsync();
        await all.EndAsync();
    }

    [TestMethod]
    public async Task The_locks_of_a_server_that_fell_silent_are_free_and_it_learns_so()
    {
        await using var pair = await LockPair.StartAsync();
        var held = pair.A.Start("А", ServerOperationLock.Operation);
        await held.RunsAsync();

        pair.A.FallSilent();
        var taken = pair.B.Start("А", ServerOperationLock.Operation);
        await taken.RunsAsync();
        await held.EndAsync();

        pair.A.Log.All.Should().Contain(line => line.Contains("no longer heeded"));
        await taken.EndAsync();
    }

    [TestMethod]
    public async Task A_silent_server_starts_nothing_and_says_why()
    {
        await using var pair = await LockPair.StartAsync(TimeSpan.FromMilliseconds(200));
        pair.A.FallSilent();

        var refused = await pair.A.Invoking(side => side.RunAsync("А", ServerOperationLock.No, () => Task.CompletedTask)).Should().ThrowAsync<ConnectorException>();

        refused.Which.Error.Should().Match<ConnectorError>(error => error.Code == ConnectorErrorCode.Unavailable && error.Reason == "NODE_IS_SILENT" && error.MessageRu!.Contains("«А»"));
    }

    [TestMethod]
    public async Task Who_waited_too_long_is_told_which_server_holds_the_lock_and_keeps_nobody_waiting()
    {
        await using var pair = await LockPair.StartAsync(TimeSpan.FromMilliseconds(300));
        var held = pair.A.Start("А", ServerOperationLock.Operation);
        await held.RunsAsync();

        var refused = await pair.B.Invoking(side => side.RunAsync("А", ServerOperationLock.Operation, () => Task.CompletedTask)).Should().ThrowAsync<ConnectorException>();

        refused.Which.Error.Code.Should().Be(ConnectorErrorCode.Busy);
        refused.Which.Error.Message.Should().Contain("'А @ A'");
        (await pair.A.SeenAsync()).Should().Equal("А runs");
        await held.EndAsync();
    }

    [TestMethod]
    public async Task A_cancelled_wait_leaves_the_queue()
    {
        await using var pair = await LockPair.StartAsync();
        using var cancel = new CancellationTokenSource();
        var held = pair.A.Start("А", ServerOperationLock.Operation);
        await held.RunsAsync();
        var waits = pair.B.RunAsync("А", ServerOperationLock.Operation, () => Task.CompletedTask, cancel.Token);
        await Eventually.BeTrueAsync(() => pair.A.SeenAsync().Result.Contains("А waits @ B"), "it waits");

        await cancel.CancelAsync();

        await waits.Invoking(task => task).Should().ThrowAsync<OperationCanceledException>();
        (await pair.A.SeenAsync()).Should().Equal("А runs");
        await held.EndAsync();
    }
}
