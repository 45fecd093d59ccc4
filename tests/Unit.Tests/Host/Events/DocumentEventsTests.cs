using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging.Abstractions;
using Server.Api;
using Server.Events;
using Server.Storage;
using Unit.Tests.ServerJobs;
using Unit.Tests.Storage;

namespace Unit.Tests.Host.Events;

[TestClass]
public sealed class DocumentEventsTests : StoreTest
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly FakeInvoker invoker = new();
    private readonly FakeRegistry registry = new();
    private DocumentEvents? events;
    private SqlDocumentEvents? store;
    private EventsFile? file;

    private string FilePath => Path.Combine(Home.Options.HomeFolder, "events.json");

    [TestMethod]
    public async Task A_document_whose_session_cannot_be_written_reaches_every_handler()
    {
        await StartAsync("""{"documentCompleted":["A:One","B:Two"],"addSession":true}""");

        await SaveAsync(new ConnectorRecord { { "id", "d\u0001" }, { "finished", true }, { "name", "\u0002" }, { "userId", "u\u0003" } });
        await EndedAsync(2);

        invoker.Calls.Select(call => call.ConnectorId).Should().BeEquivalentTo(["A", "B"]);
        invoker.Calls.Select(call => call.Count).Should().Equal(3, 3);
    }

    [TestMethod]
    public async Task A_handler_that_throws_stops_no_other_and_is_kept_in_doubt()
    {
        await StartAsync("""{"documentCompleted":["A:One","B:Two"]}""");
        invoker.Answer = (args, _) => args.ConnectorId == "A" ? throw new InvalidOperationException("Broken.") : new(InvokeResult.Ok());

        await SaveAsync();
        await EndedAsync(2);

        (await store!.ListAsync(null, 10, default)).Select(left => (left.Handler, left.State, left.Error)).Should().Equal(("A:One", DocumentEventState.InDoubt, "Broken."));
    }

    [TestMethod]
    public async Task A_table_a_handler_streams_is_given_back()
    {
        await StartAsync("""{"documentCompleted":["A:One"]}""");
        var disposed = false;
        invoker.Answer = (_, _) => new(InvokeResult.Ok(ConnectorTable.Stream([], AsyncEnumerable.Empty<object?[]>(), () =>
        {
            disposed = true;
            return ValueTask.CompletedTask;
        })));

        await SaveAsync();
        await EndedAsync(1);

        disposed.Should().BeTrue();
    }

    [TestMethod]
    public async Task Start_is_committed_before_the_handler_is_called()
    {
        await StartAsync("""{"documentCompleted":["A:One"]}""");
        IReadOnlyList<DocumentEvent> seen = [];
        invoker.Answer = async (_, _) =>
        {
            seen = await store!.ListAsync(null, 10, default);
            return InvokeResult.Ok();
        };

        await SaveAsync();
        await EndedAsync(1);

        seen.Should().ContainSingle().Which.State.Should().Be(DocumentEventState.Running);
        (await store!.ListAsync(null, 10, default)).Should().BeEmpty("it has answered");
    }

    [TestMethod]
    public async Task A_repeat_is_the_same_call_under_the_same_request_id_and_past_the_memory_of_the_first()
    {
        await StartAsync("""{"documentCompleted":["A:One","ServerOperationConnector:Принять"]}""");
        invoker.Answer = (args, _) => new(args.ConnectorId == "A" && invoker.Calls.Count(call => call.ConnectorId == "A") == 1 ? InvokeResult.Fail(new ConnectorError(ConnectorErrorCode.Unavailable, "Away.") { Retryable = true }) : InvokeResult.Ok());

        await SaveAsync();
        await CalledAsync(2);
        await SoonAsync(async () => (await store!.ListAsync(null, 10, default)) is [{ State: DocumentEventState.Pending }]);
        Home.Time.Advance(TimeSpan.FromSeconds(6));
        await CalledAsync(3);

        // The handlers of one event run side by side.
        var calls = invoker.Calls.Where(call => call.ConnectorId == "A").ToList();
        calls.Should().HaveCount(2);
        (calls[1].RequestId, calls[1][0], calls[1][1]).Should().Be((calls[0].RequestId, "d", "ivanov"));
        calls[1].Caller.ApiKeyId.Should().NotBe(calls[0].Caller.ApiKeyId);
        invoker.Calls.Single(call => call.ConnectorId == "ServerOperationConnector")[0].Should().BeOfType<ConnectorRecord>("an operation is given the document");
    }

    [TestMethod]
    public async Task A_handler_whose_connector_is_starting_waits_and_does_not_count_it()
    {
        registry.Connectors = [new ConnectorInfo("A", "T", ConnectorState.Starting)];
        await StartAsync("""{"documentCompleted":["A:One"]}""");
        await SaveAsync();
        await SoonAsync(async () => (await store!.ListAsync(null, 10, default)) is [var waiting] && waiting.DueAt > waiting.CreatedAt);
        var (before, row) = (invoker.Calls.Count, (await store!.ListAsync(null, 10, default)).Single());

        registry.Connectors = [new ConnectorInfo("A", "T", ConnectorState.Ready)];
        Home.Time.Advance(TimeSpan.FromSeconds(2));
        await EndedAsync(1);

        (before, row.Attempts).Should().Be((0, 0L));
    }

    [TestMethod]
    public async Task A_stopping_server_waits_for_a_handler_that_was_called()
    {
        await StartAsync("""{"documentCompleted":["A:One","B:Two"]}""");
        var called = new TaskCompletionSource();
        var letGo = new TaskCompletionSource<InvokeResult>();
        invoker.Answer = (_, _) =>
        {
            called.TrySetResult();
            return new(letGo.Task);
        };
        await SaveAsync();
        await called.Task.WaitAsync(Patience);

        var stop = events!.StopAsync(CancellationToken.None);
        var waited = !stop.IsCompleted;
        letGo.SetResult(InvokeResult.Ok());
        await stop.WaitAsync(Patience);

        waited.Should().BeTrue();
        (await store!.ListAsync(null, 10, default)).Select(left => (left.Handler, left.Attempts)).Should().Equal(("B:Two", 0L));
    }

    [TestMethod]
    [DataRow("Read", MethodSafety.Safe)]
    [DataRow("прочитать", MethodSafety.Safe)]
    [DataRow("Stock.Send", MethodSafety.Keyed)]
    [DataRow("Stock.Write", MethodSafety.Unsafe)]
    public void A_handler_is_as_safe_as_its_connector_declares(string text, MethodSafety expected)
    {
        var connector = new ConnectorInfo("A", "T", ConnectorState.Ready)
        {
            Methods = [new ConnectorMethodInfo("", "Read") { Aliases = ["Прочитать"], Safety = MethodSafety.Safe }, new ConnectorMethodInfo("Stock", "Send") { Safety = MethodSafety.Keyed }],
        };

        HandlerSafety.Of(connector, new ConnectorCall("A", text)).Should().Be(expected);
    }

    [TestMethod]
    public void A_file_with_half_a_character_leaves_the_last_good_state_in_force()
    {
        var wrong = new EventsFile(FilePath, NullLogger<EventsFile>.Instance);
        File.WriteAllText(FilePath, """{"documentCompleted":["A:One"]}""");
        var before = wrong.Current;
        File.WriteAllText(FilePath, """{"documentCompleted":["\ud800"]}""");
        File.SetLastWriteTimeUtc(FilePath, new DateTime(2030, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        wrong.Current.Should().BeSameAs(before);
    }

    [TestCleanup]
    public async Task EndAsync()
    {
        if (events is null) return;
        await events.StopAsync(CancellationToken.None);
        events.Dispose();
    }

    private async Task StartAsync(string text)
    {
        _ = Home.Database;
        await File.WriteAllTextAsync(FilePath, text);
        var pace = new EventPace(5, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15));
        file = new EventsFile(FilePath, NullLogger<EventsFile>.Instance);
        store = new SqlDocumentEvents(Home.Database, Home.Time);
        events = new DocumentEvents(store, new EventHandling(store, invoker, registry, pace, Home.Time, NullLogger<EventHandling>.Instance), pace, Home.Time, NullLogger<DocumentEvents>.Instance);
        await events.StartAsync(default);
    }

    private async Task SaveAsync(ConnectorRecord? content = null) => await new DocumentIntake(store!, file!, events!, Home.Time).SaveAsync(
        content ?? new ConnectorRecord { { "id", "d" }, { "finished", true }, { "userId", "ivanov" } }, new ApiCaller(new ApiKey("k", "k", [], default, null), "r", null, "ТСД", null), default);

    private Task CalledAsync(int calls) => SoonAsync(() => Task.FromResult(invoker.Calls.Count >= calls));

    private async Task EndedAsync(int calls)
    {
        await CalledAsync(calls);
        await SoonAsync(async () => (await store!.ListAsync(null, 10, default)).All(left => left.State is DocumentEventState.InDoubt or DocumentEventState.Parked));
    }

    private static async Task SoonAsync(Func<Task<bool>> look)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!await look()) await Task.Delay(10, patience.Token);
    }
}
