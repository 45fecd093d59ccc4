using Cleverence.Connectivity;
using Cleverence.Warehouse;
using global::ServerJobs;
using global::ServerJobs.Background;

namespace Unit.Tests.ServerJobs.Background;

[TestClass]
public sealed class PortionTests : IDisposable
{
    private readonly BackgroundBench bench = new();

    [TestMethod]
    public async Task Result_is_a_record_of_keys_and_what_came_of_each_portion()
    {
        bench.Invoker.Answer = (args, _) => ValueTask.FromResult(
            args.Get<string>("item") == "bad" ? InvokeResult.Fail(new ConnectorError(ConnectorErrorCode.Failed, "Broken.") { InDoubt = true }) : InvokeResult.Ok(args.Get<string>("item") + "!"));

        var ended = await bench.EndedAsync((await bench.StartAsync(Work("a", "bad", "c"))).Id);
        var map = (ConnectorRecord)(await bench.Operations.ReadResultAsync(ended, CancellationToken.None))!.Value!;

        ended.Outcome.Should().Be(JobOutcome.SucceededWithWarnings);
        map.Names.Should().Equal("a", "bad", "c");
        Of(map, "a")["value"].Should().Be("a!");
        Of(map, "a")["status"].Should().Be("Completed");
        Of(map, "bad")["status"].Should().Be("Error");
        ((ConnectorRecord)Of(map, "bad")["error"]!)["message"].Should().Be("Broken.");
        bench.Invoker.Calls.Count(call => call.Get<string>("item") == "bad").Should().Be(1, "what may have had its effect is not done again");
    }

    [TestMethod]
    public async Task Portion_that_certainly_had_no_effect_is_tried_twice()
    {
        bench.Invoker.Answer = (_, _) => ValueTask.FromResult(
            bench.Invoker.Calls.Count == 1 ? InvokeResult.Fail(ConnectorErrorCode.Unavailable, "Away.") : InvokeResult.Ok("there"));

        var ended = await bench.EndedAsync((await bench.StartAsync(Work("a"))).Id);

        ended.Outcome.Should().Be(JobOutcome.Succeeded);
        (await bench.Store.ReadPortionsAsync(ended.Id, CancellationToken.None)).Should().ContainSingle().Which.Attempt.Should().Be(2);
    }

    [TestMethod]
    public async Task Operation_none_of_whose_portions_succeeded_has_failed()
    {
        bench.Invoker.Answer = (_, _) => ValueTask.FromResult(InvokeResult.Fail(ConnectorErrorCode.Unavailable, "Away."));

        var ended = await bench.EndedAsync((await bench.StartAsync(Work("a", "b"))).Id);

        ended.Status.Should().Be(OperationStatus.Error);
        ended.Error!.Message.Should().Contain("None of 2 portions").And.Contain("Away.");
        bench.Invoker.Calls.Should().HaveCount(4, "each is tried twice");
        bench.Told().Count(told => told.Kind == NotificationKinds.Finished).Should().Be(1);
    }

    [TestMethod]
    public async Task No_more_portions_run_at_once_than_there_are_threads_and_the_control_is_one_of_them()
    {
        var gate = new TaskCompletionSource<InvokeResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Invoker.Answer = async (_, _) => await gate.Task;
        var operation = await bench.StartAsync(Work("a", "b", "c", "d", "e", "f") with { Threads = 3 });
        await Eventually.Become(() => bench.Invoker.Calls.Count == 3, "three threads");

        var atOnce = bench.Invoker.Calls.Count;
        gate.SetResult(InvokeResult.Ok());
        await bench.EndedAsync(operation.Id);

        atOnce.Should().Be(3);
        bench.Invoker.Calls.Should().HaveCount(6);
    }

    [TestMethod]
    public async Task Progress_is_that_of_the_whole_and_never_100_before_the_end()
    {
        var gate = new TaskCompletionSource<InvokeResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        bench.Invoker.Answer = async (args, _) => args.Get<string>("item") == "last" ? await gate.Task : InvokeResult.Ok();
        var operation = await bench.StartAsync(Work("a", "last") with { Threads = 1 });
        await bench.ToldAsync(told => told.Count == 1);
        var half = bench.Find(operation.Id).Progress!;
        bench.Time.Advance(TimeSpan.FromSeconds(3));

        gate.SetResult(InvokeResult.Ok());
        var ended = await bench.EndedAsync(operation.Id);

        (half.Percent, half.Text).Should().Be((50, "1 / 2"));
        ended.Progress!.Percent.Should().Be(99);
    }

    [TestMethod]
    public async Task Finished_portions_are_kept_when_the_server_ends_in_the_middle()
    {
        bench.Invoker.Answer = async (args, _) =>
        {
            await Task.Delay(args.Get<string>("item") == "hangs" ? Timeout.InfiniteTimeSpan : TimeSpan.Zero);
            return InvokeResult.Ok("kept");
        };
        var operation = await bench.StartAsync(Work("a", "hangs") with { Threads = 1 });
        await bench.ToldAsync(told => told.Count == 1);

        bench.Restart();
        await bench.Lost.CloseAllAsync(CancellationToken.None);
        var map = await bench.Operations.ReadPortionsAsync(operation.Id, CancellationToken.None);

        bench.Find(operation.Id).Outcome.Should().Be(JobOutcome.Lost);
        Of(map, "a")["value"].Should().Be("kept");
        Of(map, "hangs")["status"].Should().Be("Running");
    }

    [TestMethod]
    public async Task Cancelled_operation_begins_no_more_portions_and_keeps_what_is_done()
    {
        var (_, begun) = bench.Hold();
        var operation = await bench.StartAsync(Work("a", "b", "c") with { Threads = 1 });
        await begun;

        await bench.Operations.CancelAsync(operation.Id, CancelledBy.Owner, CancellationToken.None);
        var ended = await bench.EndedAsync(operation.Id);

        ended.Status.Should().Be(OperationStatus.Canceled);
        bench.Invoker.Calls.Should().ContainSingle();
    }

    public void Dispose() => bench.Dispose();

    private static BackgroundWork Work(params string[] items) =>
        BackgroundBench.Work() with { Portions = [.. items.Select(item => new BackgroundPortion(item, [new InvokeArg("item", item)]))] };

    private static ConnectorRecord Of(ConnectorRecord map, string key) => (ConnectorRecord)map[key]!;
}
