using Cleverence.Connectivity;
using Cleverence.Warehouse;
using global::ServerJobs;
using global::ServerJobs.Background;

namespace Unit.Tests.ServerJobs.Background;

[TestClass]
public sealed class BackgroundOperationsTests : IDisposable
{
    private readonly BackgroundBench bench = new();

    [TestMethod]
    public async Task Started_call_is_active_until_it_ends_and_its_result_can_be_read_only_then()
    {
        var (end, begun) = bench.Hold();
        var operation = await bench.StartAsync();
        await begun;
        var during = bench.Find(operation.Id);
        var early = await bench.Operations.ReadResultAsync(during, CancellationToken.None);

        end.SetResult(InvokeResult.Ok("готово"));
        var after = await bench.EndedAsync(operation.Id);
        var result = await bench.Operations.ReadResultAsync(after, CancellationToken.None);

        (during.State, during.Status).Should().Be((BackgroundState.Active, OperationStatus.Running));
        early.Should().BeNull();
        (after.State, after.Status, after.Outcome).Should().Be((BackgroundState.Completed, OperationStatus.Completed, JobOutcome.Succeeded));
        result!.Value.Should().Be("готово");
    }

    [TestMethod]
    public async Task Wait_ends_with_the_operation_and_gives_its_state_of_then()
    {
        var (end, begun) = bench.Hold();
        var operation = await bench.StartAsync();
        await begun;
        var waiting = bench.Operations.WaitAsync(operation.Id, TimeSpan.FromMinutes(5), CancellationToken.None).AsTask();
        var before = waiting.IsCompleted;

        end.SetResult(InvokeResult.Ok());
        var after = await waiting.WaitAsync(TimeSpan.FromSeconds(20));

        before.Should().BeFalse();
        after!.State.Should().Be(BackgroundState.Completed);
    }

    [TestMethod]
    public async Task Wait_that_passes_gives_the_operation_as_it_is()
    {
        var (_, begun) = bench.Hold();
        var operation = await bench.StartAsync();
        await begun;
        var waiting = bench.Operations.WaitAsync(operation.Id, TimeSpan.FromSeconds(5), CancellationToken.None).AsTask();

        bench.Time.Advance(TimeSpan.FromSeconds(5));

        (await waiting.WaitAsync(TimeSpan.FromSeconds(20)))!.State.Should().Be(BackgroundState.Active);
    }

    [TestMethod]
    public async Task Second_start_with_the_key_of_an_active_one_of_the_same_call_is_refused_at_once()
    {
        var (end, begun) = bench.Hold();
        var first = await bench.StartAsync(BackgroundBench.Work(key: "закрытие"));
        await begun;

        var second = await bench.Operations.StartAsync(BackgroundBench.Work("work", "закрытие"), CancellationToken.None);
        var otherMethod = await bench.Operations.StartAsync(BackgroundBench.Work("Other", "закрытие"), CancellationToken.None);
        var otherKey = await bench.Operations.StartAsync(BackgroundBench.Work(key: "другой"), CancellationToken.None);
        end.SetResult(InvokeResult.Ok());
        await bench.EndedAsync(first.Id);
        var third = await bench.Operations.StartAsync(BackgroundBench.Work(key: "закрытие"), CancellationToken.None);

        second.Refusal!.Code.Should().Be(ConnectorErrorCode.Conflict);
        second.Refusal.Reason.Should().Be("KEY_ALREADY_RUNNING");
        second.Refusal.Message.Should().Contain("закрытие").And.Contain(first.Id);
        second.Refusal.MessageRu.Should().Contain("уже выполняется");
        otherMethod.Operation.Should().NotBeNull();
        otherKey.Operation.Should().NotBeNull();
        third.Operation.Should().NotBeNull("the key is free when its operation has ended");
    }

    [TestMethod]
    public async Task Empty_keys_never_conflict()
    {
        bench.Hold();

        var first = await bench.Operations.StartAsync(BackgroundBench.Work(), CancellationToken.None);
        var second = await bench.Operations.StartAsync(BackgroundBench.Work(), CancellationToken.None);

        first.Refusal.Should().BeNull();
        second.Refusal.Should().BeNull();
        second.Operation!.Id.Should().NotBe(first.Operation!.Id);
    }

    [TestMethod]
    public async Task Method_that_outlives_its_limit_keeps_its_key_until_it_has_really_ended()
    {
        var hung = new TaskCompletionSource();
        bench.Invoker.Answer = (args, _) =>
        {
            args.Outlived!(hung.Task);
            return ValueTask.FromResult(InvokeResult.Fail(new ConnectorError(ConnectorErrorCode.Timeout, "Too slow.") { InDoubt = true }));
        };
        var operation = await bench.StartAsync(BackgroundBench.Work(key: "k"));
        var ended = await bench.EndedAsync(operation.Id);

        var during = await bench.Operations.StartAsync(BackgroundBench.Work(key: "k"), CancellationToken.None);
        hung.SetResult();
        await Eventually.Become(() => !bench.Find(operation.Id).HoldsKey, "the key");
        var after = await bench.Operations.StartAsync(BackgroundBench.Work(key: "k"), CancellationToken.None);

        (ended.Outcome, ended.Status).Should().Be((JobOutcome.TimedOut, OperationStatus.Error));
        during.Refusal!.Code.Should().Be(ConnectorErrorCode.Conflict);
        after.Refusal.Should().BeNull();
    }

    [TestMethod]
    public async Task Same_request_id_finds_the_same_operation_and_another_request_under_it_is_refused()
    {
        var (_, begun) = bench.Hold();
        var first = await bench.Operations.StartAsync(BackgroundBench.Work(requestId: "r-1"), CancellationToken.None);
        await begun;

        var repeat = await bench.Operations.StartAsync(BackgroundBench.Work(requestId: "r-1"), CancellationToken.None);
        var other = await bench.Operations.StartAsync(BackgroundBench.Work(requestId: "r-1") with { Asked = [2] }, CancellationToken.None);
        var otherDevice = await bench.Operations.StartAsync(BackgroundBench.Work(requestId: "r-1") with { Owner = new BackgroundOwner("key-1", "TSD-2") }, CancellationToken.None);

        repeat.Operation!.Id.Should().Be(first.Operation!.Id);
        other.Refusal!.Code.Should().Be(ConnectorErrorCode.Conflict);
        otherDevice.Operation!.Id.Should().NotBe(first.Operation.Id);
        bench.Invoker.Calls.Count.Should().BeLessThanOrEqualTo(2, "the repeat has started nothing");
    }

    [TestMethod]
    [DataRow(CancelledBy.Owner, OperationStatus.Canceled, "Stopped.")]
    [DataRow(CancelledBy.Administrator, OperationStatus.Error, "cancelled by administrator")]
    public async Task Cancelled_operation_is_canceled_for_its_owner_and_an_error_when_it_was_an_administrator(CancelledBy by, OperationStatus status, string text)
    {
        var (_, begun) = bench.Hold();
        var operation = await bench.StartAsync();
        await begun;

        await bench.Operations.CancelAsync(operation.Id, by, CancellationToken.None);
        var ended = await bench.EndedAsync(operation.Id);

        (ended.State, ended.Status, ended.CancelledBy).Should().Be((BackgroundState.Canceled, status, by));
        ended.Error!.Message.Should().Contain(text);
        ended.Error.InDoubt.Should().BeTrue("the method had begun");
        bench.Told()[^1].Content["status"].Should().Be(status.ToString());
    }

    [TestMethod]
    public async Task Method_that_succeeds_although_it_was_cancelled_has_succeeded()
    {
        var begun = new TaskCompletionSource();
        var end = new TaskCompletionSource<InvokeResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Invoker.Answer = async (_, _) =>
        {
            begun.SetResult();
            return await end.Task;
        };
        var operation = await bench.StartAsync();
        await begun.Task;

        await bench.Operations.CancelAsync(operation.Id, CancelledBy.Owner, CancellationToken.None);
        end.SetResult(InvokeResult.Ok("done"));
        var ended = await bench.EndedAsync(operation.Id);

        (ended.Status, ended.CancelledBy).Should().Be((OperationStatus.Completed, null));
    }

    [TestMethod]
    public async Task Operation_that_was_in_work_when_the_server_ended_is_lost_and_its_owner_is_told()
    {
        var (_, begun) = bench.Hold();
        var operation = await bench.StartAsync(BackgroundBench.Work(key: "k"));
        (await begun).Feedback.Tell(new UserMessage("половина готова"));
        await bench.ToldAsync(told => told.Count == 1);

        bench.Restart();
        await bench.Lost.CloseAllAsync(CancellationToken.None);
        var lost = bench.Find(operation.Id);
        var again = await bench.Operations.StartAsync(BackgroundBench.Work(key: "k"), CancellationToken.None);

        (lost.State, lost.Status, lost.Outcome).Should().Be((BackgroundState.Failed, OperationStatus.Error, JobOutcome.Lost));
        lost.Error!.Message.Should().Contain("abnormal end");
        lost.Error.InDoubt.Should().BeTrue();
        lost.Messages.Should().ContainSingle().Which.Text.Should().Be("половина готова");
        bench.Told()[^1].Kind.Should().Be(NotificationKinds.Finished);
        bench.Told()[^1].OperationId.Should().Be(operation.Id);
        again.Refusal.Should().BeNull("a lost operation holds no key");
    }

    [TestMethod]
    public async Task Messages_are_read_and_taken_away()
    {
        var (_, begun) = bench.Hold();
        var operation = await bench.StartAsync();
        (await begun).Feedback.Tell(new UserMessage("m") { TargetId = "t", DataKey = "k", Field = "f", DataPath = "p" });
        await bench.ToldAsync(told => told.Count == 1);

        var read = await bench.Operations.ReadMessagesAsync(operation.Id, remove: false, CancellationToken.None);
        var taken = await bench.Operations.ReadMessagesAsync(operation.Id, remove: true, CancellationToken.None);
        var left = await bench.Operations.ReadMessagesAsync(operation.Id, remove: false, CancellationToken.None);

        read.Should().Equal(new UserMessage("m") { TargetId = "t", DataKey = "k", Field = "f", DataPath = "p" });
        taken.Should().Equal(read);
        left.Should().BeEmpty();
        bench.Find(operation.Id).Messages.Should().BeEmpty("they are filled only when it is over");
    }

    [TestMethod]
    public async Task Single_pass_table_is_read_to_its_end_and_kept()
    {
        bench.Invoker.Answer = (_, _) => ValueTask.FromResult(InvokeResult.Ok(ConnectorTable.Stream([new TableColumn("n", ValueKind.Integer)], Rows())));
        var ended = await bench.EndedAsync((await bench.StartAsync()).Id);

        var first = await bench.Operations.ReadResultAsync(ended, CancellationToken.None);
        var second = await bench.Operations.ReadResultAsync(ended, CancellationToken.None);

        ((ConnectorTable)first!.Value!).Rows.Select(row => row[0]).Should().Equal(1L, 2L);
        ((ConnectorTable)second!.Value!).Rows.Should().HaveCount(2);
    }

    [TestMethod]
    public async Task Invoker_that_throws_ends_the_operation_in_an_error_and_not_in_silence()
    {
        bench.Invoker.Answer = (_, _) => throw new InvalidOperationException("broken");

        var ended = await bench.EndedAsync((await bench.StartAsync()).Id);

        ended.Error!.Code.Should().Be(ConnectorErrorCode.Failed);
        ended.Error.Detail.Should().Contain("broken");
        bench.Told().Should().ContainSingle().Which.Kind.Should().Be(NotificationKinds.Finished);
    }

    [TestMethod]
    public async Task Stopping_server_waits_then_cancels_and_starts_nothing_any_more()
    {
        var (_, begun) = bench.Hold();
        var operation = await bench.StartAsync();
        await begun;
        var stopping = bench.Operations.StopAsync(CancellationToken.None);
        var refused = await bench.Operations.StartAsync(BackgroundBench.Work(), CancellationToken.None);
        var during = bench.Find(operation.Id);

        bench.Time.Advance(TimeSpan.FromSeconds(5));
        var ended = await bench.EndedAsync(operation.Id);
        await Eventually.Become(
            () =>
            {
                bench.Time.Advance(TimeSpan.FromSeconds(2));
                return stopping.IsCompleted;
            },
            "the stop");

        refused.Refusal!.Code.Should().Be(ConnectorErrorCode.Unavailable);
        during.State.Should().Be(BackgroundState.Active);
        (ended.Status, ended.CancelledBy).Should().Be((OperationStatus.Error, CancelledBy.Server));
    }

    [TestMethod]
    public async Task Operations_are_found_by_state_key_call_title_and_owner()
    {
        var (end, begun) = bench.Hold();
        var first = await bench.StartAsync(BackgroundBench.Work(key: "k1") with { Title = "Закрытие смены" });
        await begun;
        end.SetResult(InvokeResult.Ok());
        await bench.EndedAsync(first.Id);
        bench.Hold();
        bench.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await bench.StartAsync(BackgroundBench.Work("Other") with { Owner = new BackgroundOwner("key-1", "TSD-2") });

        (await IdsAsync(new BackgroundQuery(10))).Should().Equal(second.Id, first.Id);
        (await IdsAsync(new BackgroundQuery(10) { State = BackgroundState.Active })).Should().Equal(second.Id);
        (await IdsAsync(new BackgroundQuery(10) { State = BackgroundState.Completed })).Should().Equal(first.Id);
        (await IdsAsync(new BackgroundQuery(10) { Key = "k1" })).Should().Equal(first.Id);
        (await IdsAsync(new BackgroundQuery(10) { Call = "stock:other" })).Should().Equal(second.Id);
        (await IdsAsync(new BackgroundQuery(10) { Title = "СМЕНЫ" })).Should().Equal(first.Id);
        (await IdsAsync(new BackgroundQuery(10) { Owner = BackgroundBench.Owner })).Should().Equal(first.Id);
        (await IdsAsync(new BackgroundQuery(10) { StartedFrom = second.StartedAt })).Should().Equal(second.Id);
        (await IdsAsync(new BackgroundQuery(10) { EndedBefore = second.StartedAt })).Should().Equal(first.Id);
        (await IdsAsync(new BackgroundQuery(1) { Before = second.Id })).Should().Equal(first.Id);
    }

    public void Dispose() => bench.Dispose();

    private static async IAsyncEnumerable<object?[]> Rows()
    {
        await Task.Yield();
        yield return [1L];
        yield return [2L];
    }

    private async Task<IEnumerable<string>> IdsAsync(BackgroundQuery query) => (await bench.Operations.ListAsync(query, CancellationToken.None)).Select(operation => operation.Id);
}
