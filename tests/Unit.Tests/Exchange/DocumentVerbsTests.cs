using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>What people do to documents and messages.</summary>
[TestClass]
public sealed class DocumentVerbsTests : EngineSetting
{
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public async Task Transfer_is_taken_back_before_it_was_sent(bool signed)
    {
        var message = await PrepareAsync(Outgoing() with { NeedsSignature = signed });

        var changes = await Engine.CancelTransferAsync(Adapter, "док-1", "Иванова", default);

        changes.Should().ContainSingle().Which.Should().Match<ExchangeChange>(change => change.Stage == ExchangeStage.Cancelled && change.NewStatus == "Черновик" && change.NewActions[0] == "ПередайтеДанные");
        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Cancelled);
        await AssertReplayAsync();
        await StepAsync();
        Remote.Arrivals.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Taking_back_a_second_try_returns_to_the_failure_before_it()
    {
        await RefuseAsync();
        var failed = await DocumentAsync();
        await PrepareAsync();

        await Engine.CancelTransferAsync(Adapter, "док-1", null, default);

        (await DocumentAsync()).Should().BeEquivalentTo(failed, options => options.Excluding(state => state.Version).Excluding(state => state.ChangedAt));
        await AssertReplayAsync();
    }

    [TestMethod]
    public async Task Nothing_to_take_back_is_no_change() =>
        (await Engine.CancelTransferAsync(Adapter, "нет такого", null, default)).Should().BeEmpty();

    [TestMethod]
    public async Task Last_operation_that_failed_is_undone_here_and_the_protocol_says_so()
    {
        var message = await RefuseAsync();

        var change = await Engine.CancelLastOperationAsync(Adapter, "док-1", "Иванова", default);

        change.Should().Match<ExchangeChange>(made => made.NewStatus == "Черновик" && made.MessageId == message.Id);
        await AssertReplayAsync();
        (await Engine.ListProtocolAsync("док-1", default)).Should().Contain(record => record.User == "Иванова" && record.Description != null && record.Description.Contains("not told"));
    }

    [TestMethod]
    public async Task Each_failure_is_undone_by_itself()
    {
        await RefuseAsync();
        await RefuseAsync();

        (await Engine.CancelLastOperationAsync(Adapter, "док-1", null, default)).NewStatus.Should().Be("ВводВОборотОшибкаПередачи");
        (await Engine.CancelLastOperationAsync(Adapter, "док-1", null, default)).NewStatus.Should().Be("Черновик");
        await AssertReplayAsync();
    }

    [TestMethod]
    public async Task Operation_that_did_not_fail_is_not_undone()
    {
        await PrepareAsync();

        (await RefusalOf(() => Engine.CancelLastOperationAsync(Adapter, "док-1", null, default).AsTask())).Reason.Should().Be("NO_FAILURE");
        (await RefusalOf(() => Engine.CancelLastOperationAsync(Adapter, "нет", null, default).AsTask())).Reason.Should().Be("NO_FAILURE");
    }

    [TestMethod]
    public async Task Status_nobody_has_facts_of_is_not_restored() =>
        (await Engine.RestoreStatusAsync(Adapter, "нет", null, default)).Should().BeNull();

    [TestMethod]
    public async Task Broken_status_is_restored_from_the_protocol()
    {
        await PrepareAsync();
        var right = await DocumentAsync();
        await Store.CommitAsync(new Connectors.Exchange.ExchangeCommit(Id) { Documents = [right with { Status = "сломан", Actions = [] }] }, default);

        var restored = await Engine.RestoreStatusAsync(Adapter, "док-1", "Иванова", default);

        restored!.Status.Should().Be("ВводВОборотКПередаче");
        (await DocumentAsync()).Should().BeEquivalentTo(restored);
    }

    [TestMethod]
    [DataRow(ExchangeDecision.Arrived, ExchangeStage.Accepted, "ВводВОборотОбрабатывается")]
    [DataRow(ExchangeDecision.SendAgain, ExchangeStage.Enqueued, "ВводВОборотКПередаче")]
    [DataRow(ExchangeDecision.Drop, ExchangeStage.Cancelled, "Черновик")]
    [DataRow(ExchangeDecision.AskAgain, ExchangeStage.Uncertain, "ВводВОборотСтатусНеопределен")]
    public async Task Parked_message_goes_where_a_person_decides(ExchangeDecision decision, ExchangeStage stage, string status)
    {
        var message = await ParkAsync();

        var change = await Engine.DecideAsync(Adapter, message.Id, decision, "r-known", "Иванова", default);

        change.Should().Match<ExchangeChange>(made => made.Stage == stage && made.NewStatus == status);
        (await Engine.ListProtocolAsync(message.Id, default)).Should().Contain(record => record.User == "Иванова" && record.Description == $"A person decided: {decision}.");
        await AssertReplayAsync();
    }

    [TestMethod]
    public async Task Decided_message_goes_on_by_itself()
    {
        var arrived = await ParkAsync();
        await Engine.DecideAsync(Adapter, arrived.Id, ExchangeDecision.Arrived, "r-known", null, default);

        await StepAsync();

        (await FindAsync(arrived.Id)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Done && kept.RequestId == "r-known");
        Adapter.Count("Send").Should().Be(1);
    }

    [TestMethod]
    [DataRow(ExchangeDecision.SendAgain)]
    [DataRow(ExchangeDecision.Drop)]
    [DataRow(ExchangeDecision.Arrived)]
    public async Task Decision_about_what_needs_none_is_refused(ExchangeDecision decision)
    {
        var message = await PrepareAsync();
        await StepAsync();

        (await RefusalOf(() => Engine.DecideAsync(Adapter, message.Id, decision, "r", null, default).AsTask())).Reason.Should().Be("DECISION_REFUSED");
    }

    [TestMethod]
    public async Task What_has_an_id_at_the_other_side_is_never_sent_again()
    {
        Adapter.OnReply = (_, _) => ValueTask.FromResult(new ReplyOutcome(ReplyVerdict.Attention) { Error = Away });
        var message = await PrepareAsync();
        await StepAsync();
        await StepAfterAsync(5);
        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Parked);

        (await RefusalOf(() => Engine.DecideAsync(Adapter, message.Id, ExchangeDecision.SendAgain, null, null, default).AsTask())).Reason.Should().Be("DECISION_REFUSED");
        (await Engine.DecideAsync(Adapter, message.Id, ExchangeDecision.AskAgain, null, null, default)).Stage.Should().Be(ExchangeStage.Accepted);
    }

    [TestMethod]
    public async Task Arrival_needs_its_id_and_a_message_must_exist()
    {
        var message = await ParkAsync();

        (await RefusalOf(() => Engine.DecideAsync(Adapter, message.Id, ExchangeDecision.Arrived, " ", null, default).AsTask())).Reason.Should().Be("REQUEST_ID_MISSING");
        (await RefusalOf(() => Engine.DecideAsync(Adapter, "нет", ExchangeDecision.Drop, null, null, default).AsTask())).Reason.Should().Be("MESSAGE_UNKNOWN");
    }

    [TestMethod]
    public async Task Facts_records_and_messages_of_a_transaction_stand_or_fall_together()
    {
        var fact = new DocumentFact("док-9", ExampleStatuses.MarkingKind, ExampleStatuses.Introduce, FactKind.Done);
        var record = new RecordChange("mark", "1", [1]) { ExpectedVersion = 0 };
        await Engine.TransactAsync(Adapter, [fact], [record], [Outgoing("док-8") with { Action = null, Id = "m-8" }], "Иванова", default);

        var refusal = await RefusalOf(() => Engine.TransactAsync(Adapter, [fact with { Kind = FactKind.Rejected }], [record], [Outgoing("док-7") with { Action = null, Id = "m-7" }], null, default).AsTask());

        refusal.Should().Match<ConnectorError>(error => error.Code == ConnectorErrorCode.Conflict && error.Reason == "RECORD_CHANGED");
        (await DocumentAsync("док-9")).Status.Should().Be("КодыМаркировкиВведеныВОборот");
        (await FindAsync("m-8")).Stage.Should().Be(ExchangeStage.Enqueued);
        (await Store.FindMessageAsync(Id, "m-7", default)).Should().BeNull();
    }

    [TestMethod]
    public async Task Transaction_holds_to_the_next_actions_too()
    {
        await PrepareAsync();

        (await RefusalOf(() => Engine.TransactAsync(Adapter, [], [], [Outgoing()], null, default).AsTask())).Reason.Should().Be("CHANGED_IN_ANOTHER_SESSION");
    }

    private async Task<ExchangeMessage> RefuseAsync()
    {
        Adapter.OnSend = (_, _) => ValueTask.FromResult(SendOutcome.Refused(Away));
        var message = await PrepareAsync();
        await StepAsync();
        return message;
    }

    private async Task<ExchangeMessage> ParkAsync()
    {
        Adapter.OnSend = (_, _) => ValueTask.FromResult(SendOutcome.NoVerdict(Away));
        Adapter.OnFind = (_, _) => ValueTask.FromResult(new FindOutcome(FindVerdict.Never));
        var message = await PrepareAsync();
        await StepAsync();
        await StepAfterAsync(5);
        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Parked);
        return message;
    }

    private async Task AssertReplayAsync()
    {
        var live = await DocumentAsync();
        (await Engine.RestoreStatusAsync(Adapter, "док-1", null, default)).Should().BeEquivalentTo(live, options => options.Excluding(state => state.Version).Excluding(state => state.ChangedAt));
    }

    private static async Task<ConnectorError> RefusalOf(Func<Task> action) => (await FluentActions.Awaiting(action).Should().ThrowAsync<ConnectorException>()).Which.Error;
}
