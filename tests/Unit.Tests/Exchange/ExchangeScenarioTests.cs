using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>The scenarios of acceptance, one test or more for each.</summary>
[TestClass]
public sealed class ExchangeScenarioTests : EngineSetting
{
    [TestMethod]
    public async Task Two_servers_on_one_queue_send_each_message_once()
    {
        await Engine.PrepareAsync(Adapter, [.. Enumerable.Range(0, 60).Select(number => Outgoing($"док-{number}", $"77000000{number % 7:D2}"))], default);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => NewEngine().RunAsync(Adapter, OneStep, default).AsTask())));
        await StepAsync();

        Remote.Arrivals.Should().HaveCount(60);
        Remote.Arrivals.Values.Should().AllBeEquivalentTo(1);
    }

    [TestMethod]
    public async Task Of_three_organisations_the_one_that_signed_goes_and_keeps_its_order()
    {
        foreach (var organisation in new[] { "1", "2", "3" })
        {
            await PrepareAsync(Outgoing($"{organisation}-a", organisation) with { NeedsSignature = true, Id = $"{organisation}-a" });
            await PrepareAsync(Outgoing($"{organisation}-b", organisation) with { Id = $"{organisation}-b" });
        }

        var asked = await StepAsync();
        asked.SigningRequired.Select(item => item.ItemId).Should().Equal("1-a", "2-a", "3-a");
        asked.HeldMessages.Should().Equal("1-b", "2-b", "3-b");
        Remote.Order.Should().BeEmpty();

        var result = await Engine.ContinueAsync(Adapter, asked.ContinueToken!, [new SignedItem("2-a", Cms.Detached([1, 2, 3]))], OneStep, default);

        Remote.Order.Should().Equal("2-a", "2-b");
        result.SigningRequired.Select(item => item.ItemId).Should().Equal("1-a", "3-a");
        result.ContinueToken.Should().NotBeNull().And.NotBe(asked.ContinueToken);
    }

    [TestMethod]
    public async Task Acceptance_that_comes_after_a_person_decided_to_send_again_counts_and_nothing_is_sent_twice()
    {
        Adapter.OnSend = async (sent, _) =>
        {
            (await Store.CommitAsync(new ExchangeCommit(Id) { Changed = [sent with { Stage = ExchangeStage.Uncertain, NextAttemptAt = Clock.GetUtcNow().AddHours(1) }] }, default)).Should().BeNull();
            await NewEngine().DecideAsync(Adapter, sent.Id, ExchangeDecision.SendAgain, null, "Иванова", default);
            return SendOutcome.Accepted(Remote.Arrive(sent));
        };
        var message = await PrepareAsync();

        await StepAsync();

        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Accepted && kept.RequestId == RemoteSide.IdOf(message));
        await StepsAsync(2);
        Adapter.Count("Send").Should().Be(1);
        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Done);
    }

    [TestMethod]
    public async Task Failing_polls_wait_longer_each_time_and_are_no_error_of_the_message()
    {
        List<DateTimeOffset> asked = [];
        Adapter.OnReply = (_, _) =>
        {
            asked.Add(Clock.GetUtcNow());
            return asked.Count <= 3 ? ValueTask.FromResult(new ReplyOutcome(ReplyVerdict.Same) { Error = Away }) : ValueTask.FromResult(new ReplyOutcome(ReplyVerdict.Done));
        };
        var message = await PrepareAsync();
        await StepAsync();
        var accepted = Clock.GetUtcNow();

        foreach (var delay in new[] { 5.0, 7.0, 9.8, 13.72 })
        {
            await StepAfterAsync(delay - 0.01);
            await StepAfterAsync(0.01);
        }

        asked.Select(at => (at - accepted).TotalSeconds).Should().Equal(5.0, 12.0, 21.8, 35.52);
        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Done);
    }

    [TestMethod]
    public async Task Transfer_that_was_accepted_cannot_be_taken_back()
    {
        await PrepareAsync();
        await StepAsync();

        var refusal = await FluentActions.Awaiting(() => Engine.CancelTransferAsync(Adapter, "док-1", "Иванова", default).AsTask()).Should().ThrowAsync<ConnectorException>();

        refusal.Which.Error.Should().Match<ConnectorError>(error => error.Code == ConnectorErrorCode.Rejected && error.Reason == "ALREADY_TRANSMITTED" && error.Message.Contains("already transmitted"));
        (await DocumentAsync()).Status.Should().Be("ВводВОборотОбрабатывается");
    }

    [TestMethod]
    public async Task Module_that_is_down_is_called_at_most_twice_for_each_organisation_and_the_queue_grows()
    {
        Adapter.OnSend = (_, _) => ValueTask.FromResult(SendOutcome.NotSent(Away));
        await Engine.PrepareAsync(Adapter, [.. Enumerable.Range(0, 20).Select(number => Outgoing($"док-{number}", $"{number % 2}"))], default);

        var result = await Engine.RunAsync(Adapter, new ExchangeRun { OneStep = true }, default);

        Adapter.Count("Send").Should().Be(4);
        result.NothingWorked.Should().BeTrue();
        result.Organisations.Should().HaveCount(2).And.OnlyContain(report => report.Stopped && report.Failed == 2 && report.Error == Away);
        Store.Messages.Should().HaveCount(20).And.OnlyContain(message => message.Stage == ExchangeStage.Enqueued);
    }

    [TestMethod]
    public async Task Replay_gives_what_was_seen_live_for_a_marking_document()
    {
        await PrepareAsync();
        await AssertReplayAsync("док-1");
        await StepAsync();
        await AssertReplayAsync("док-1");
        await StepAfterAsync(5);
        await AssertReplayAsync("док-1");

        (await DocumentAsync()).Status.Should().Be("КодыМаркировкиВведеныВОборот");
    }

    [TestMethod]
    public async Task Of_two_users_that_begin_one_action_one_wins_and_the_other_is_told()
    {
        var first = await Engine.PrepareAsync(Adapter, [Outgoing()], default);
        var second = await NewEngine().PrepareAsync(Adapter, [Outgoing()], default);

        first[0].Error.Should().BeNull();
        second[0].Error.Should().Match<ConnectorError>(error => error.Code == ConnectorErrorCode.Conflict && error.Message.Contains("changed in another session") && error.MessageRu!.Contains("изменён в другом сеансе"));
        Store.Messages.Should().ContainSingle();
    }

    [TestMethod]
    public async Task Of_many_users_at_once_one_wins()
    {
        var changes = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => NewEngine().PrepareAsync(Adapter, [Outgoing()], default).AsTask())));

        changes.Count(made => made[0].Error is null).Should().Be(1);
        Store.Messages.Should().ContainSingle();
    }

    [TestMethod]
    public async Task Waits_survive_a_restart()
    {
        Remote.PollsInWork = 10;
        var message = await PrepareAsync();
        await StepAsync();
        await StepAfterAsync(5);
        Engine = NewEngine();

        await StepAfterAsync(6.9);
        Adapter.Count("Reply").Should().Be(1);
        await StepAfterAsync(0.1);

        Adapter.Count("Reply").Should().Be(2);
        (await FindAsync(message.Id)).PollNumber.Should().Be(2);
    }

    [TestMethod]
    public async Task Expired_session_key_never_makes_a_message_rejected_and_counts_no_attempt()
    {
        Adapter.OnSend = (_, _) => ValueTask.FromResult(new SendOutcome(SendVerdict.SessionKeyNeeded) { Error = Away });
        var message = await PrepareAsync();
        await PrepareAsync(Outgoing("док-2"));

        await StepAsync();
        await StepAsync();

        Adapter.Count("Send").Should().Be(2, "a purpose without a key is tried once in a run");
        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Enqueued && kept.Attempt == 0 && kept.SentAt == null);
        Adapter.OnSend = null;
        await StepAsync();
        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Accepted && kept.Attempt == 1);
    }

    [TestMethod]
    [DataRow(SendVerdict.Accepted, ExchangeStage.Done, "ВводВОборотОбрабатывается")]
    [DataRow(SendVerdict.Done, ExchangeStage.Done, "КодыМаркировкиВведеныВОборот")]
    [DataRow(SendVerdict.Refused, ExchangeStage.Rejected, "ВводВОборотОшибкаПередачи")]
    [DataRow(SendVerdict.NotSent, ExchangeStage.Cancelled, "Черновик")]
    [DataRow(SendVerdict.Later, ExchangeStage.Cancelled, "Черновик")]
    [DataRow(SendVerdict.SessionKeyNeeded, ExchangeStage.Cancelled, "Черновик")]
    [DataRow(SendVerdict.NoVerdict, ExchangeStage.Uncertain, "ВводВОборотСтатусНеопределен")]
    public async Task What_is_sent_at_once_leaves_nothing_open_unless_it_is_uncertain(SendVerdict verdict, ExchangeStage stage, string status)
    {
        Adapter.OnSend = (_, _) => ValueTask.FromResult(new SendOutcome(verdict) { RequestId = "r", Error = Away });
        var message = await PrepareAsync(Outgoing() with { Immediate = true });

        var result = await Engine.RunAsync(Adapter, OneStep with { MessageId = message.Id }, default);

        (await FindAsync(message.Id)).Stage.Should().Be(stage);
        (await DocumentAsync()).Status.Should().Be(status);
        result.Changes.Should().ContainSingle().Which.MessageId.Should().Be(message.Id);
        await AssertReplayAsync("док-1");
    }

    [TestMethod]
    public async Task Uncertain_message_sent_at_once_ends_when_it_is_found_or_proven_absent()
    {
        Adapter.OnSend = (message, _) =>
        {
            if (message.Content.Document == "док-1") Remote.Arrive(message);
            return ValueTask.FromResult(SendOutcome.NoVerdict(Away));
        };
        var found = await PrepareAsync(Outgoing() with { Immediate = true });
        var absent = await PrepareAsync(Outgoing("док-2") with { Immediate = true });

        await Engine.RunAsync(Adapter, OneStep with { MessageId = found.Id }, default);
        await Engine.RunAsync(Adapter, OneStep with { Document = "док-2" }, default);
        await StepAfterAsync(5);

        (await FindAsync(found.Id)).Stage.Should().Be(ExchangeStage.Done);
        (await FindAsync(absent.Id)).Stage.Should().Be(ExchangeStage.Cancelled);
        Adapter.Count("Send").Should().Be(2);
    }

    private async Task AssertReplayAsync(string document)
    {
        var live = await DocumentAsync(document);
        var restored = await Engine.RestoreStatusAsync(Adapter, document, "Иванова", default);
        restored.Should().BeEquivalentTo(live, options => options.Excluding(state => state.Version));
        (await DocumentAsync(document)).Should().BeEquivalentTo(restored);
    }
}
