using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>Messages that a workplace transmits: handed out once, their verdict brought by it, found out about when nobody brings one.</summary>
[TestClass]
public sealed class HandOutTests : EngineSetting
{
    private const string Workplace = "касса-1";

    public HandOutTests() => Adapter.OnSend = (_, _) => ValueTask.FromResult(new SendOutcome(SendVerdict.HandedOut) { After = TimeSpan.FromMinutes(10) });

    [TestMethod]
    public async Task Hand_out_is_no_failure_and_shows_nothing_at_the_document()
    {
        var message = await PrepareAsync();
        var before = await DocumentAsync();

        var result = await StepAsync();

        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Failed == 0 && report.Unclear == 0 && report.Error == null && report.Sent == 0);
        result.Changes.Should().ContainSingle().Which.Should().Match<ExchangeChange>(change => change.MessageId == message.Id && change.Error == null && !change.Sent);
        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(now => now.Stage == ExchangeStage.Uncertain && now.LastError == null && now.Attempt == 1);
        (await DocumentAsync()).Should().BeEquivalentTo(before);
    }

    [TestMethod]
    public async Task Message_is_handed_out_to_one_workplace_and_left_alone_until_its_time_is_over()
    {
        var message = await HandOutAsync();

        await StepAfterAsync(599);
        Adapter.Count("Find").Should().Be(0);
        await StepAfterAsync(2);

        Adapter.Calls.Should().Equal($"Send {message.Id}", $"Find {message.Id}", $"Send {message.Id}");
    }

    [TestMethod]
    public async Task Message_that_arrived_although_nobody_brought_a_verdict_is_found()
    {
        var message = await HandOutAsync();
        Remote.Arrive(message);

        await StepAfterAsync(601);

        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(now => now.Stage == ExchangeStage.Accepted && now.RequestId == RemoteSide.IdOf(message));
        Adapter.Count("Send").Should().Be(1);
    }

    [TestMethod]
    [DataRow(SendVerdict.Accepted, ExchangeStage.Accepted, "ВводВОборотОбрабатывается")]
    [DataRow(SendVerdict.Done, ExchangeStage.Done, "КодыМаркировкиВведеныВОборот")]
    [DataRow(SendVerdict.Refused, ExchangeStage.Rejected, "ВводВОборотОшибкаПередачи")]
    [DataRow(SendVerdict.NotSent, ExchangeStage.Enqueued, "ВводВОборотКПередаче")]
    [DataRow(SendVerdict.Later, ExchangeStage.Enqueued, "ВводВОборотКПередаче")]
    [DataRow(SendVerdict.NoVerdict, ExchangeStage.Uncertain, "ВводВОборотСтатусНеопределен")]
    public async Task Brought_verdict_counts_as_our_own_would(SendVerdict verdict, ExchangeStage stage, string status)
    {
        var message = await HandOutAsync();

        var change = await BringAsync(message.Id, new SendOutcome(verdict) { RequestId = "r-1", Error = Away });

        change.NewStatus.Should().Be(status);
        (await FindAsync(message.Id)).Stage.Should().Be(stage);
        (await DocumentAsync()).Status.Should().Be(status);
        (await Engine.RestoreStatusAsync(Adapter, "док-1", null, default))!.Status.Should().Be(status);
        (await Store.ListProtocolAsync(Id, "док-1", false, default)).Should().Contain(record => record.User == Workplace);
    }

    [TestMethod]
    public async Task Message_that_was_not_sent_there_is_handed_out_again_and_one_of_unknown_fate_is_looked_for_at_once()
    {
        var refused = await HandOutAsync();
        await BringAsync(refused.Id, SendOutcome.NotSent(Away));
        await StepAfterAsync(6);
        await BringAsync(refused.Id, SendOutcome.NoVerdict(Away));

        await StepAfterAsync(121);

        Adapter.Calls.Should().Equal($"Send {refused.Id}", $"Send {refused.Id}", $"Find {refused.Id}", $"Send {refused.Id}");
    }

    [TestMethod]
    public async Task Verdict_that_is_brought_twice_changes_nothing_and_one_that_contradicts_is_refused()
    {
        var message = await HandOutAsync();
        await BringAsync(message.Id, SendOutcome.Accepted("r-1"));
        var before = await FindAsync(message.Id);

        var again = await BringAsync(message.Id, SendOutcome.Accepted("r-1"));

        again.Stage.Should().Be(ExchangeStage.Accepted);
        (await FindAsync(message.Id)).Should().BeEquivalentTo(before);
        await RefusedAsync(message.Id, SendOutcome.Accepted("r-2"));
        await RefusedAsync(message.Id, SendOutcome.Refused(Away));
        await RefusedAsync(message.Id, SendOutcome.NotSent(Away));
        (await FindAsync(message.Id)).Should().BeEquivalentTo(before);
    }

    [TestMethod]
    public async Task Verdict_that_comes_after_the_first_answer_adds_the_id_it_was_taken_under()
    {
        var message = await HandOutAsync();
        await AnswerAsync(message.Id, new ReplyOutcome(ReplyVerdict.Same) { Receipts = [DocumentStatusTable.Received] });
        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(now => now.Stage == ExchangeStage.Accepted && now.RequestId == null);

        await BringAsync(message.Id, SendOutcome.Accepted("r-1"));

        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(now => now.Stage == ExchangeStage.Accepted && now.RequestId == "r-1");
    }

    [TestMethod]
    public async Task Verdict_that_comes_after_the_end_leaves_the_end()
    {
        var message = await HandOutAsync();
        await AnswerAsync(message.Id, new ReplyOutcome(ReplyVerdict.Done));

        var change = await BringAsync(message.Id, SendOutcome.Accepted("r-1"));

        change.Stage.Should().Be(ExchangeStage.Done);
        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Done);
        await RefusedAsync(message.Id, SendOutcome.NotSent(Away));
    }

    [TestMethod]
    public async Task Failure_of_an_earlier_attempt_says_nothing_about_the_later_one_and_its_arrival_does()
    {
        var message = await HandOutAsync();
        await StepAfterAsync(601);
        (await FindAsync(message.Id)).Attempt.Should().Be(2);

        await RefusedAsync(message.Id, SendOutcome.NotSent(Away) with { Attempt = 1 });
        await RefusedAsync(message.Id, SendOutcome.Refused(Away) with { Attempt = 1 });
        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Uncertain);
        await BringAsync(message.Id, SendOutcome.Accepted("r-1") with { Attempt = 1 });

        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(now => now.Stage == ExchangeStage.Accepted && now.RequestId == "r-1");
    }

    [TestMethod]
    public async Task Arrival_of_a_message_that_was_called_absent_keeps_it_from_being_sent_again()
    {
        var message = await HandOutAsync();
        Adapter.OnSend = (_, _) => ValueTask.FromResult(SendOutcome.NotSent(Away));
        await StepAfterAsync(601);
        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Enqueued);

        await BringAsync(message.Id, SendOutcome.Accepted("r-1"));
        await StepsAsync(2);

        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Done);
        Adapter.Count("Send").Should().Be(2);
    }

    [TestMethod]
    public async Task Handed_out_message_is_not_taken_back()
    {
        await HandOutAsync();

        var cancel = () => Engine.CancelTransferAsync(Adapter, "док-1", "Иванова", default).AsTask();

        (await cancel.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("ALREADY_TRANSMITTED");
    }

    [TestMethod]
    public async Task No_verdict_is_taken_for_a_message_that_was_never_handed_out()
    {
        var message = await PrepareAsync();

        await RefusedAsync(message.Id, SendOutcome.Accepted("r-1"));
        await RefusedAsync(message.Id, new SendOutcome(SendVerdict.HandedOut), "VERDICT_INVALID");
        await RefusedAsync("nobody", SendOutcome.Accepted("r-1"), "MESSAGE_UNKNOWN");
    }

    [TestMethod]
    public async Task Verdict_is_kept_even_if_what_came_with_it_is_not()
    {
        var message = await HandOutAsync();

        await BringAsync(message.Id, SendOutcome.Accepted("r-1") with { Records = [new RecordChange("k", "x", [1]) { ExpectedVersion = 7 }] });

        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(now => now.Stage == ExchangeStage.Accepted && now.LastError!.Reason == "RECORD_CHANGED");
    }

    private async Task<ExchangeMessage> HandOutAsync()
    {
        var message = await PrepareAsync();
        await StepAsync();
        return message;
    }

    private ValueTask<ExchangeChange> BringAsync(string id, SendOutcome outcome) => Engine.BringVerdictAsync(Adapter, id, outcome, Workplace, default);

    private async Task RefusedAsync(string id, SendOutcome outcome, string reason = "NO_VERDICT_AWAITED")
    {
        var bring = () => BringAsync(id, outcome).AsTask();
        (await bring.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be(reason);
    }

    // By the box, as a receipt comes.
    private async Task AnswerAsync(string messageId, ReplyOutcome reply)
    {
        Remote.Box["t-1"] = (new IncomingItem(Organisation, "t-1", "/t-1"), [1]);
        var box = new ReceivingAdapter(Remote) { OnHandle = _ => new IncomingOutcome(true) { Replies = new Dictionary<string, ReplyOutcome> { [messageId] = reply } } };
        await Engine.RunAsync(box, OneStep with { Organisations = [Organisation], Part = ExchangePart.Receiving }, default);
    }
}
