using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>Incoming items: imported before the remote copy is removed, once, and in order.</summary>
[TestClass]
public sealed class ReceivingTests : EngineSetting
{
    private const string Kind = "ТТН";

    private readonly ReceivingAdapter receiving;

    public ReceivingTests()
    {
        var table = new DocumentStatusTable(new StatusEntry("Черновик"))
            .Add(Kind, "Прием", new OperationStatuses(new StatusEntry("-"), new StatusEntry("-"), new StatusEntry("ПринятИзЕГАИС", "ПодтвердитеПолучение"), new StatusEntry("-")))
            .Add(ExampleStatuses.MarkingKind, ExampleStatuses.Introduce, new OperationStatuses(new StatusEntry("КПередаче"), new StatusEntry("Обрабатывается"), new StatusEntry("Проведен"), new StatusEntry("Ошибка")));
        receiving = new ReceivingAdapter(Remote, table) { OnDelay = _ => null, OnHandle = Waybill };
        Adapter = receiving;
    }

    [TestMethod]
    public async Task Waybill_is_taken_in_and_then_removed()
    {
        Put("w-1");

        var result = await ReceiveAsync();

        (await DocumentAsync("doc w-1")).Should().Match<DocumentState>(state => state.Status == "ПринятИзЕГАИС" && state.Organisation == Organisation);
        Remote.Box.Should().BeEmpty();
        result.Organisations.Should().ContainSingle().Which.Should().Match<OrganisationReport>(report => report.Received == 1 && report.Failed == 0);
        result.Changes.Should().ContainSingle().Which.Should().Match<ExchangeChange>(change => change.Received && change.NewStatus == "ПринятИзЕГАИС");
        (await Store.ListProtocolAsync(Id, "doc w-1", true, default)).Should().Contain(record => record.Incoming && record.Payload != null);
    }

    [TestMethod]
    public async Task Same_bytes_under_another_id_have_no_second_effect()
    {
        Put("w-1");
        await ReceiveAsync();
        Put("w-2", bytes: "w-1");

        await ReceiveAsync();

        receiving.Count("Handle").Should().Be(1);
        Remote.Box.Should().BeEmpty("a repetition is removed too");
    }

    [TestMethod]
    [DataRow("r-1", "r-2", 2, DisplayName = "two questions are each answered, although alike")]
    [DataRow("r-1", "r-1", 1, DisplayName = "one answer came twice")]
    [DataRow("r-1", null, 2, DisplayName = "one of them answers nothing")]
    [DataRow(null, null, 1, DisplayName = "a document that nobody asked for came twice")]
    public async Task Same_bytes_have_a_second_effect_only_in_answer_to_another_message(string? first, string? second, int effects)
    {
        Put("w-1", replyTo: first);
        await ReceiveAsync();
        Put("w-2", bytes: "w-1", replyTo: second);
        await ReceiveAsync();

        receiving.Count("Handle").Should().Be(effects);
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Same_bytes_in_answer_to_two_messages_are_told_apart_within_one_slice()
    {
        Put("w-1", replyTo: "r-1");
        Put("w-2", bytes: "w-1", replyTo: "r-2");
        receiving.OnHandle = _ => new IncomingOutcome(true);

        await ReceiveAsync();

        receiving.Count("Handle").Should().Be(2);
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Number_that_comes_again_with_the_same_bytes_for_another_message_is_another_answer()
    {
        Put("w-1", replyTo: "r-1");
        await ReceiveAsync();
        Put("w-1", replyTo: "r-2");
        await ReceiveAsync();

        receiving.Count("Handle").Should().Be(2);
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Same_bytes_under_two_ids_at_once_have_one_effect()
    {
        Put("w-1");
        Put("w-2", bytes: "w-1");

        await ReceiveAsync();

        receiving.Count("Handle").Should().Be(1);
        (await ItemAsync("w-2")).Stage.Should().Be(IncomingStage.Acknowledged);
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Item_whose_removal_failed_is_recognised_and_removed_next_time()
    {
        Put("w-1");
        receiving.OnAcknowledge = _ => throw new IOException();
        await ReceiveAsync();
        receiving.OnAcknowledge = null;

        await ReceiveAsync();

        receiving.Count("Handle").Should().Be(1);
        receiving.Count("Fetch").Should().Be(1);
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Item_that_is_listed_again_after_its_removal_is_removed_again()
    {
        Put("w-1");
        receiving.OnAcknowledge = _ => { };
        await ReceiveAsync();
        receiving.OnAcknowledge = null;

        await ReceiveAsync();

        receiving.Count("Handle").Should().Be(1);
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Box_that_others_read_too_is_left_as_it_is()
    {
        Put("w-1");
        receiving.IsExclusive = false;

        await ReceiveAsync();
        await ReceiveAsync();

        receiving.Count("Acknowledge").Should().Be(0);
        receiving.Count("Handle").Should().Be(1);
        Remote.Box.Should().ContainSingle();
    }

    [TestMethod]
    public async Task Receipts_go_before_documents_whatever_the_box_says()
    {
        Put("a", kind: "WayBill");
        Put("b", kind: "Ticket");
        receiving.Rank = item => item.Item.Kind == "Ticket" ? 0 : 1;

        await ReceiveAsync();

        receiving.Calls.Where(call => call.StartsWith("Handle", StringComparison.Ordinal)).Should().Equal("Handle b", "Handle a");
    }

    [TestMethod]
    public async Task Later_items_of_a_document_wait_when_one_of_it_failed_and_others_do_not()
    {
        Put("a", document: "1");
        Put("b", document: "1");
        Put("c", document: "2");
        receiving.OnHandle = item => Waybill(item) with { Records = item.Item.RemoteId == "a" ? [new RecordChange("k", "x", [1]) { ExpectedVersion = 7 }] : [] };

        await ReceiveAsync();

        (await Store.FindDocumentAsync(Id, "1", default)).Should().BeNull();
        (await DocumentAsync("2")).Status.Should().Be("ПринятИзЕГАИС");
        Remote.Box.Keys.Should().BeEquivalentTo("a", "b");
        receiving.OnHandle = Waybill;
        await ReceiveAsync();
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Item_that_keeps_failing_is_parked_with_its_reason()
    {
        Put("w-1");
        receiving.OnHandle = _ => throw new ConnectorException(Away);

        await ReceiveAsync();
        await ReceiveAsync();
        await ReceiveAsync();
        await ReceiveAsync();
        (await ItemAsync("w-1")).Stage.Should().Be(IncomingStage.Stored);
        await ReceiveAsync();

        (await ItemAsync("w-1")).Should().Match<StoredIncoming>(item => item.Stage == IncomingStage.Parked && item.LastError == Away && item.Attempt == 5);
        Remote.Box.Should().ContainSingle();
    }

    [TestMethod]
    [DataRow(ConnectorErrorCode.Unavailable, false)]
    [DataRow(ConnectorErrorCode.Timeout, false)]
    [DataRow(ConnectorErrorCode.Failed, true)]
    public async Task Item_that_cannot_be_fetched_for_a_reason_that_may_pass_is_never_parked(ConnectorErrorCode code, bool retryable)
    {
        Put("w-1");
        receiving.OnFetch = _ => throw new ConnectorException(new ConnectorError(code, "It is starting.") { Retryable = retryable });
        await ReceiveAsync();
        await StepsAsync(40);
        (await ItemAsync("w-1")).Stage.Should().Be(IncomingStage.Seen);
        receiving.OnFetch = null;

        await StepsAsync(3);

        Remote.Box.Should().BeEmpty();
        (await ItemAsync("w-1")).Stage.Should().Be(IncomingStage.Acknowledged);
    }

    [TestMethod]
    public async Task Item_that_could_not_be_fetched_twice_is_left_alone_for_five_minutes_and_the_others_go_before_it()
    {
        Put("a");
        Put("b");
        Put("c");
        receiving.OnFetch = item => item.RemoteId == "c" ? [1] : throw new ConnectorException(Away);
        await ReceiveAsync();
        await ReceiveAsync();
        receiving.Count("Fetch").Should().Be(4);

        await ReceiveAsync();
        (await ItemAsync("c")).Stage.Should().Be(IncomingStage.Acknowledged);
        await StepAfterAsync(299);
        receiving.Count("Fetch").Should().Be(5);
        await StepAfterAsync(1);

        receiving.Count("Fetch").Should().Be(7);
    }

    [TestMethod]
    public async Task Item_that_cannot_be_fetched_for_a_reason_that_stays_is_parked()
    {
        Put("w-1");
        receiving.OnFetch = _ => throw new ConnectorException(ConnectorErrorCode.Failed, "It is too large.");

        await ReceiveAsync();
        await StepsAsync(4);

        (await ItemAsync("w-1")).Should().Match<StoredIncoming>(item => item.Stage == IncomingStage.Parked && item.Attempt == 5);
    }

    [TestMethod]
    public async Task Item_that_cannot_be_understood_is_parked_at_once()
    {
        Put("w-1");
        receiving.OnHandle = _ => new IncomingOutcome(false) { Error = Away };

        await ReceiveAsync();

        (await ItemAsync("w-1")).Stage.Should().Be(IncomingStage.Parked);
    }

    [TestMethod]
    public async Task Half_a_waybill_stays_until_its_other_half_completes_it()
    {
        Put("w-1");
        receiving.OnHandle = item => item.Item.RemoteId == "w-1" ? new IncomingOutcome(false) : Waybill(item) with { Completes = ["w-1"] };
        await ReceiveAsync();
        (await ItemAsync("w-1")).Stage.Should().Be(IncomingStage.Stored);

        Put("w-2");
        receiving.Rank = item => item.Item.RemoteId == "w-2" ? 0 : 1;
        await ReceiveAsync();

        Remote.Box.Should().BeEmpty();
        receiving.Calls.Should().ContainSingle(call => call == "Handle w-1");
    }

    [TestMethod]
    public async Task Answer_that_comes_before_its_message_is_known_waits_for_it()
    {
        Put("t-1", replyTo: "r-later");
        receiving.OnHandle = item => new IncomingOutcome(true) { Replies = new Dictionary<string, ReplyOutcome> { [item.Item.ReplyTo!] = new(ReplyVerdict.Done) } };
        await ReceiveAsync();
        (await ItemAsync("t-1")).Stage.Should().Be(IncomingStage.Stored);

        var message = await PrepareAsync(Outgoing() with { Id = "later", Action = null });
        await ReceiveAsync();

        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Done);
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow(ExchangeStage.Uncertain)]
    [DataRow(ExchangeStage.Parked)]
    public async Task Answer_to_a_message_nobody_knew_the_fate_of_proves_that_it_arrived(ExchangeStage stage)
    {
        receiving.OnSend = (_, _) => ValueTask.FromResult(SendOutcome.NoVerdict(Away));
        receiving.OnFind = (_, _) => ValueTask.FromResult(new FindOutcome(stage == ExchangeStage.Parked ? FindVerdict.Never : FindVerdict.NotYet));
        receiving.OnDelay = _ => TimeSpan.FromSeconds(1);
        var message = await PrepareAsync(Outgoing() with { Action = null });
        await StepAsync();
        await StepAfterAsync(2);
        (await FindAsync(message.Id)).Stage.Should().Be(stage);
        Put("t-1", replyTo: message.Id);
        receiving.OnHandle = item => new IncomingOutcome(true) { Replies = new Dictionary<string, ReplyOutcome> { [item.Item.ReplyTo!] = new(ReplyVerdict.Done) } };

        await ReceiveAsync();

        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Done);
        (await DocumentAsync()).Status.Should().Be("Проведен");
    }

    [TestMethod]
    public async Task Dead_box_is_a_failure_of_the_organisation_and_of_nothing_else()
    {
        receiving.OnFetch = _ => throw new IOException();
        Put("a");
        Put("b");
        Put("c");

        var result = await ReceiveAsync();

        receiving.Count("Fetch").Should().Be(2, "after two failures the rest waits");
        result.Organisations.Single().Stopped.Should().BeTrue();
        (await ItemAsync("c")).Stage.Should().Be(IncomingStage.Seen);
    }

    public static IEnumerable<object[]> Points => from at in Enumerable.Range(0, 40) from after in new[] { false, true } select new object[] { at, after };

    [TestMethod]
    [DynamicData(nameof(Points))]
    public async Task Item_has_its_effect_once_wherever_the_server_dies(int at, bool after)
    {
        Put("w-1");
        var point = new CrashPoint(at, after);
        Engine = NewEngine(new CrashingStore(Store, point));
        receiving.OnHandle = item => Waybill(item) with { Records = [new RecordChange("taken", item.Item.RemoteId, [1]) { ExpectedVersion = 0 }] };
        await Task.WhenAny(ReceiveAsync().AsTask());

        Engine = NewEngine();
        await ReceiveAsync();
        await ReceiveAsync();

        Remote.Box.Should().BeEmpty();
        (await ItemAsync("w-1")).Stage.Should().Be(IncomingStage.Acknowledged);
        (await Store.ListProtocolAsync(Id, "doc w-1", false, default)).Count(record => record.Fact is not null).Should().Be(1);
    }

    private static IncomingOutcome Waybill(StoredIncoming item)
    {
        var document = $"doc {System.Text.Encoding.UTF8.GetString(item.Payload)}";
        if (item.Item.Kind?.StartsWith("of ", StringComparison.Ordinal) == true) document = item.Item.Kind[3..];
        return new IncomingOutcome(true) { Operation = "WayBill_v4", Document = document, Facts = [new DocumentFact(document, Kind, "Прием", FactKind.Received) { Organisation = Organisation }] };
    }

    private ValueTask<ExchangeResult> ReceiveAsync() => Engine.RunAsync(Adapter, OneStep with { Organisations = [Organisation] }, default);

    private async Task<StoredIncoming> ItemAsync(string remoteId) => (await Store.FindIncomingAsync(Id, Organisation, remoteId, default))!;

    private void Put(string remoteId, string? bytes = null, string? kind = null, string? document = null, string? replyTo = null) => Remote.Box[remoteId] =
        (new IncomingItem(Organisation, remoteId, "/" + remoteId) { Kind = document is null ? kind : "of " + document, ReplyTo = replyTo }, System.Text.Encoding.UTF8.GetBytes(bytes ?? remoteId));
}
