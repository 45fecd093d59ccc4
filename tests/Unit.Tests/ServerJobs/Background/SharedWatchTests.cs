using Cleverence.Connectivity;
using Cleverence.Warehouse;
using global::ServerJobs;
using global::ServerJobs.Background;
using Unit.Tests.Storage;

namespace Unit.Tests.ServerJobs.Background;

/// <summary>Two servers on one PostgreSQL, whose clocks differ by hours.</summary>
[TestClass]
public sealed class SharedWatchTests : IDisposable
{
    private readonly TaskCompletionSource<InvokeResult> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SharedNode a = null!;
    private SharedNode b = null!;

    [TestInitialize]
    public async Task OpenAsync()
    {
        var connectionString = (await PostgresDatabase.CreateAsync())!;
        a = new SharedNode(connectionString, "A", TimeSpan.FromHours(-3));
        b = new SharedNode(connectionString, "B", TimeSpan.FromHours(5));
        a.Live();
        b.Live();
    }

    [TestMethod]
    public async Task Operation_of_a_living_server_goes_on_whatever_another_one_does()
    {
        var operation = await a.HoldAsync(end.Task);

        await b.LookAsync(TimeSpan.FromHours(1));

        b.Find(operation.Id).State.Should().Be(BackgroundState.Active);
        (b.Find(operation.Id).Node, b.Find(operation.Id).NodeId).Should().Be(("A", "A/1"));
    }

    [TestMethod]
    public async Task Operation_of_a_server_that_fell_silent_is_lost_after_a_while_and_told_once()
    {
        var operation = await a.HoldAsync(end.Task, "k");
        a.FallSilent();

        await b.LookAsync(TimeSpan.FromSeconds(2));
        var soon = b.Find(operation.Id).State;
        await b.LookAsync(TimeSpan.FromSeconds(1));
        await b.LookAsync(TimeSpan.FromSeconds(1));

        var lost = b.Find(operation.Id);
        soon.Should().Be(BackgroundState.Active, "a server that was cut off for a moment joins again");
        (lost.Outcome, lost.HoldsKey, lost.Error!.Reason, lost.Error.InDoubt).Should().Be((JobOutcome.Lost, false, "ABNORMAL_END", true));
        (await ToldAsync(b)).Should().ContainSingle().Which.Kind.Should().Be(NotificationKinds.Finished);
        b.Log.Records.Should().ContainSingle(record => record.Id == 3205).Which.Text.Should().Contain(" A ");
    }

    [TestMethod]
    public async Task A_server_that_joins_again_keeps_its_operations()
    {
        var operation = await a.HoldAsync(end.Task);
        a.FallSilent();
        await b.LookAsync(TimeSpan.FromSeconds(2));
        a.Live();
        await b.LookAsync(TimeSpan.FromSeconds(2));
        a.FallSilent();

        await b.LookAsync(TimeSpan.FromSeconds(2));

        b.Find(operation.Id).State.Should().Be(BackgroundState.Active, "its silence counts anew");
    }

    [TestMethod]
    public async Task Server_that_comes_back_does_not_write_its_end_over_the_lost_one()
    {
        var operation = await a.HoldAsync(end.Task);
        a.FallSilent();
        await b.LookAsync(TimeSpan.FromSeconds(3));

        end.SetResult(InvokeResult.Ok("готово"));
        await Eventually.Become(() => a.Operations.Running.Count == 0, "the end on A");

        a.Find(operation.Id).Outcome.Should().Be(JobOutcome.Lost);
        (await ToldAsync(a)).Should().ContainSingle("the end is told once");
        (await a.Store.ReadResultAsync(operation.Id, a.Time.GetUtcNow(), default)).Should().BeNull();
        a.Log.Records.Should().ContainSingle(record => record.Id == 3220).Which.Text.Should().Contain(operation.Id);
        a.Log.Records.Should().NotContain(record => record.Id == 3201);
    }

    [TestMethod]
    public async Task Server_that_comes_back_stops_a_call_that_was_given_up()
    {
        await a.HoldAsync(end.Task);
        a.FallSilent();
        await b.LookAsync(TimeSpan.FromSeconds(3));

        await a.Watch.LookAsync(default);

        await Eventually.Become(() => a.Operations.Running.Count == 0, "the end of the call on A");
        a.Log.Records.Should().ContainSingle(record => record.Id == 3221);
    }

    [TestMethod]
    [DataRow(CancelledBy.Owner, OperationStatus.Canceled)]
    [DataRow(CancelledBy.Administrator, OperationStatus.Error)]
    public async Task Operation_is_cancelled_from_another_server(CancelledBy by, OperationStatus status)
    {
        var operation = await a.HoldAsync(end.Task);

        await b.Operations.CancelAsync(operation.Id, by, default);
        await b.Operations.CancelAsync(operation.Id, CancelledBy.Server, default);
        await a.Watch.LookAsync(default);
        await Eventually.Become(() => b.Find(operation.Id).State != BackgroundState.Active, "the end");

        (b.Find(operation.Id).Status, b.Find(operation.Id).CancelledBy).Should().Be((status, by), "the first who asked counts");
    }

    [TestMethod]
    public async Task News_of_another_server_wake_who_waits_here_and_nobody_else()
    {
        await a.HoldAsync(Task.FromResult(InvokeResult.Ok(null)));
        await Eventually.Become(() => a.Operations.Running.Count == 0, "the end");
        var mine = b.Notifications.Next(SharedNode.Owner);
        var other = b.Notifications.Next(new BackgroundOwner("key-1", "TSD-2"));

        await b.Watch.LookAsync(default);
        var again = b.Notifications.Next(SharedNode.Owner);
        await b.Watch.LookAsync(default);

        (mine.IsCompleted, other.IsCompleted, again.IsCompleted).Should().Be((true, false, false));
    }

    [TestMethod]
    public async Task Reader_that_goes_on_after_the_last_one_misses_nothing_of_two_servers_with_wrong_clocks()
    {
        var one = await a.HoldAsync(end.Task);
        var two = await b.HoldAsync(end.Task);
        var beginning = await b.Notifications.BeginAsync(default);
        var writing = Task.WhenAll(TellAsync(a, one), TellAsync(b, two));

        var seen = await ReadAsync(beginning, 400);
        await writing;

        seen.Should().HaveCount(400).And.OnlyHaveUniqueItems();
    }

    [TestMethod]
    public async Task Start_with_one_key_or_request_on_two_servers_at_once_succeeds_on_one_and_the_other_is_told()
    {
        var numbers = Enumerable.Range(0, 40).ToList();
        var starts = numbers.SelectMany(number => new[] { StartAsync(a, $"k{number}", null), StartAsync(b, $"k{number}", null), StartAsync(a, "", $"r{number}"), StartAsync(b, "", $"r{number}") });

        var records = await Task.WhenAll(starts);

        records.Count(record => record.Verdict == StartVerdict.New).Should().Be(80);
        records.Count(record => record.Verdict == StartVerdict.KeyTaken).Should().Be(40);
        records.Count(record => record.Verdict == StartVerdict.Repeated).Should().Be(40);
        records.GroupBy(record => (record.Operation.Key, record.Operation.RequestId)).Should().OnlyContain(pair => pair.Select(record => record.Operation.Id).Distinct().Count() == 1);
    }

    public void Dispose()
    {
        end.TrySetResult(InvokeResult.Ok(null));
        a?.Dispose();
        b?.Dispose();
    }

    private static Task<StartRecord> StartAsync(SharedNode node, string key, string? request) => Task.Run(async () =>
        await node.Store.StartAsync(new BackgroundOperation(Guid.NewGuid().ToString(), SharedNode.Owner, "Stock:Work", node.Time.GetUtcNow()) { Key = key, RequestId = request, Asked = [1] }, [], default));

    private static Task TellAsync(SharedNode node, BackgroundOperation operation) => Task.WhenAll(Enumerable.Range(0, 200).Select(number => Task.Run(async () =>
        await node.Store.TellAsync(new UserMessage($"{number}"), new Notification(Guid.NewGuid().ToString(), NotificationKinds.Message, SharedNode.Owner, operation.Id, new ConnectorRecord()), default))));

    private static async Task<IReadOnlyList<Notification>> ToldAsync(SharedNode node) => await node.Notifications.ReadAsync(SharedNode.Owner, 0, 100, default);

    private async Task<List<string>> ReadAsync(long from, int count)
    {
        var seen = new List<string>();
        await Eventually.Become(() => Page(ref from, seen) >= count, "all that was told");
        return seen;
    }

    private int Page(ref long from, List<string> seen)
    {
        var page = b.Notifications.ReadAsync(SharedNode.Owner, from, 7, default).AsTask().GetAwaiter().GetResult();
        seen.AddRange(page.Select(told => told.Id));
        from = page.Count == 0 ? from : page[^1].AddedMs;
        return seen.Count;
    }
}
