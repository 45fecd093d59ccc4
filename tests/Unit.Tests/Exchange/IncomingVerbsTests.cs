using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>What others may say of incoming items: try a parked one again, and that remote copies are removed.</summary>
[TestClass]
public sealed class IncomingVerbsTests : EngineSetting
{
    private readonly ReceivingAdapter receiving;

    public IncomingVerbsTests()
    {
        receiving = new ReceivingAdapter(Remote) { OnDelay = _ => null };
        Adapter = receiving;
    }

    [TestMethod]
    public async Task Released_item_is_handled_by_the_next_run()
    {
        Put("w-1");
        receiving.OnHandle = _ => new IncomingOutcome(false) { Error = Away };
        await ReceiveAsync();
        receiving.OnHandle = null;
        await ReceiveAsync();
        (await ItemAsync("w-1")).Stage.Should().Be(IncomingStage.Parked, "nobody but a person touches it");

        var released = await Engine.ReleaseIncomingAsync(Organisation, "w-1", "Иванова", default);
        await ReceiveAsync();

        released.Should().Match<StoredIncoming>(item => item.Stage == IncomingStage.Stored && item.Attempt == 0 && item.LastError == null && item.Version == 3);
        (await ItemAsync("w-1")).Should().Match<StoredIncoming>(item => item.Stage == IncomingStage.Acknowledged && item.Payload.Length > 0);
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Released_item_that_could_not_be_fetched_is_fetched_again()
    {
        Options.IncomingAttempts = 1;
        Put("w-1");
        receiving.OnFetch = _ => throw new ConnectorException(Away with { Code = ConnectorErrorCode.Rejected, Retryable = false });
        await ReceiveAsync();
        receiving.OnFetch = null;

        var released = await Engine.ReleaseIncomingAsync(Organisation, "w-1", "Иванова", default);
        await ReceiveAsync();

        released.Stage.Should().Be(IncomingStage.Seen);
        Remote.Box.Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("w-1", "INCOMING_NOT_PARKED", ConnectorErrorCode.Rejected)]
    [DataRow("w-2", "INCOMING_UNKNOWN", ConnectorErrorCode.InvalidArguments)]
    public async Task Only_a_parked_item_is_released(string remoteId, string reason, ConnectorErrorCode code)
    {
        Put("w-1");
        await ReceiveAsync();

        var release = () => Engine.ReleaseIncomingAsync(Organisation, remoteId, null, default).AsTask();

        (await release.Should().ThrowAsync<ConnectorException>()).Which.Error.Should().Match<ConnectorError>(error => error.Reason == reason && error.Code == code && error.MessageRu != null);
    }

    [TestMethod]
    public async Task Removal_by_somebody_else_is_noted_for_what_is_handled_and_for_nothing_else()
    {
        Put("w-1");
        Put("w-2");
        Put("w-3");
        receiving.IsExclusive = false;
        receiving.OnHandle = item => new IncomingOutcome(item.Item.RemoteId != "w-3");
        await ReceiveAsync();

        var noted = await Engine.AcknowledgedAsync(Organisation, ["w-1", "w-2", "w-3", "unknown"], "касса-1", default);
        var again = await Engine.AcknowledgedAsync(Organisation, ["w-1"], "касса-1", default);

        (noted, again).Should().Be((2, 0));
        (await ItemAsync("w-1")).Stage.Should().Be(IncomingStage.Acknowledged);
        (await ItemAsync("w-3")).Stage.Should().Be(IncomingStage.Stored);
        receiving.Count("Acknowledge").Should().Be(0);
    }

    [TestMethod]
    public async Task Removal_under_a_number_used_before_is_noted_for_the_last_item_under_it()
    {
        Put("n", 1);
        await ReceiveAsync();
        receiving.IsExclusive = false;
        Put("n", 2);
        await ReceiveAsync();
        receiving.IsExclusive = false;

        (await Engine.AcknowledgedAsync(Organisation, ["n"], null, default)).Should().Be(1);

        (await ItemAsync("n#2")).Stage.Should().Be(IncomingStage.Acknowledged);
    }

    [TestMethod]
    [DataRow(ExchangeStage.Uncertain)]
    [DataRow(ExchangeStage.Parked)]
    [DataRow(ExchangeStage.Enqueued)]
    public async Task Receipt_for_a_message_nobody_knew_the_fate_of_proves_that_it_arrived(ExchangeStage stage)
    {
        var message = await UnknownAsync(stage);
        Put("t-1", replyTo: "r-77");
        receiving.OnHandle = _ => Reply(message.Id, new ReplyOutcome(ReplyVerdict.Same) { Receipts = [DocumentStatusTable.Received] });

        await ReceiveAsync();

        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(now => now.Stage == ExchangeStage.Accepted && now.RequestId == "r-77" && now.NextAttemptAt == null);
        (await DocumentAsync()).Receipts.Should().Contain(DocumentStatusTable.Received);
        (await Engine.RestoreStatusAsync(Adapter, "док-1", null, default))!.Status.Should().Be((await DocumentAsync()).Status);
        var sends = receiving.Count("Send");
        await StepsAsync(3);
        receiving.Count("Send").Should().Be(sends, "what arrived is not sent again");
    }

    [TestMethod]
    public async Task Answer_without_a_receipt_shows_the_document_as_sent()
    {
        var message = await UnknownAsync(ExchangeStage.Uncertain);
        Put("t-1");
        receiving.OnHandle = _ => Reply(message.Id, new ReplyOutcome(ReplyVerdict.Same));

        await ReceiveAsync();

        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Accepted);
        (await DocumentAsync()).Status.Should().Be("ВводВОборотОбрабатывается");
    }

    [TestMethod]
    public async Task Receipt_for_a_message_that_is_being_sent_waits_for_the_sender()
    {
        var message = await PrepareAsync();
        await Store.ClaimToSendAsync(new ClaimRequest(Id, "other", Clock.GetUtcNow(), Clock.GetUtcNow().AddSeconds(60)), default);
        Put("t-1", replyTo: "r-77");
        receiving.OnHandle = _ => Reply(message.Id, new ReplyOutcome(ReplyVerdict.Done));
        await ReceiveAsync();
        (await ItemAsync("t-1")).Should().Match<StoredIncoming>(item => item.Stage == IncomingStage.Stored && item.Attempt == 0);

        // The sender is gone for good: its message is uncertain, and the receipt proves it.
        Clock.Advance(TimeSpan.FromMinutes(2));
        receiving.OnFind = (_, _) => ValueTask.FromResult(new FindOutcome(FindVerdict.NotYet));
        await StepAsync();
        await ReceiveAsync();

        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Done);
        receiving.Count("Send").Should().Be(0);
    }

    private async Task<ExchangeMessage> UnknownAsync(ExchangeStage stage)
    {
        receiving.OnDelay = message => message.Stage == ExchangeStage.Uncertain ? TimeSpan.FromSeconds(1) : null;
        receiving.OnSend = (_, _) => ValueTask.FromResult(SendOutcome.NoVerdict(Away));
        receiving.OnFind = (_, _) => ValueTask.FromResult(new FindOutcome(stage switch { ExchangeStage.Parked => FindVerdict.Never, ExchangeStage.Enqueued => FindVerdict.Absent, _ => FindVerdict.NotYet }));
        var message = await PrepareAsync();
        await StepAsync();
        Clock.Advance(TimeSpan.FromSeconds(2));
        receiving.OnSend = (_, _) => ValueTask.FromResult(SendOutcome.NotSent(Away));
        await StepAsync();
        (await FindAsync(message.Id)).Stage.Should().Be(stage);
        return message;
    }

    private static IncomingOutcome Reply(string messageId, ReplyOutcome reply) => new(true) { Operation = "Ticket", Replies = new Dictionary<string, ReplyOutcome> { [messageId] = reply } };

    private ValueTask<ExchangeResult> ReceiveAsync() => Engine.RunAsync(Adapter, OneStep with { Organisations = [Organisation], Part = ExchangePart.Receiving }, default);

    private async Task<StoredIncoming> ItemAsync(string remoteId) => (await Store.FindIncomingAsync(Id, Organisation, remoteId, default))!;

    private void Put(string remoteId, byte bytes = 1, string? replyTo = null) => Remote.Box[remoteId] = (new IncomingItem(Organisation, remoteId, "/" + remoteId) { ReplyTo = replyTo }, [bytes, .. System.Text.Encoding.UTF8.GetBytes(remoteId)]);
}
