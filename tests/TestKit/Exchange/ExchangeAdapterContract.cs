using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using FluentAssertions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace TestKit.Exchange;

/// <summary>What every <see cref="IExchangeAdapter"/> must do. A test class inherits it and brings the adapter, a message it can send, and a hand on the other side.</summary>
public abstract class ExchangeAdapterContract
{
    /// <summary>The adapter under test, on an other side that works.</summary>
    protected abstract IExchangeAdapter Adapter { get; }

    /// <summary>A new message that the other side takes, as the engine has it when it sends: in the stage of sending, signed where it must be.</summary>
    protected abstract Task<ExchangeMessage> MessageAsync();

    /// <summary>How often a message arrived at the other side.</summary>
    protected abstract Task<int> ArrivalsAsync(ExchangeMessage message);

    /// <summary>The next transmission arrives, and its answer is lost.</summary>
    protected abstract Task LoseNextAnswerAsync();

    /// <summary>Nobody listens at the other side's address from now on.</summary>
    protected abstract Task GoAwayAsync();

    /// <summary>The next transmission is refused for its content.</summary>
    protected abstract Task RefuseNextAsync();

    /// <summary>The next transmission gets no answer as long as somebody waits.</summary>
    protected abstract Task HangNextAsync();

    /// <summary>The other side comes to a good end with a message it has.</summary>
    protected abstract Task FinishAsync(ExchangeMessage message);

    /// <summary>A message some time later, for adapters that wait before they call something absent.</summary>
    protected virtual ExchangeMessage Later(ExchangeMessage message) => message;

    [TestMethod]
    public async Task A_message_is_taken_over_with_an_id_and_arrives_once()
    {
        var message = await MessageAsync();

        var outcome = await Adapter.SendAsync(message, default);

        outcome.Verdict.Should().BeOneOf(SendVerdict.Accepted, SendVerdict.Done);
        outcome.RequestId.Should().NotBeNullOrWhiteSpace();
        (await ArrivalsAsync(message)).Should().Be(1);
    }

    [TestMethod]
    public async Task A_lost_answer_has_no_verdict_and_the_message_is_found_under_its_id()
    {
        var message = await MessageAsync();
        await LoseNextAnswerAsync();

        var outcome = await SendAsync(message);
        var found = await Adapter.FindSentAsync(Uncertain(message), default);

        outcome.Verdict.Should().Be(SendVerdict.NoVerdict);
        found.Verdict.Should().BeOneOf([FindVerdict.Found, FindVerdict.NotYet, FindVerdict.Never], "it arrived, so it is never called absent");
        (found.Verdict == FindVerdict.Found && string.IsNullOrWhiteSpace(found.RequestId)).Should().BeFalse("what is found has an id");
        (await ArrivalsAsync(message)).Should().Be(1);
    }

    [TestMethod]
    public async Task A_message_that_never_arrived_is_never_found()
    {
        var message = await MessageAsync();

        var found = await Adapter.FindSentAsync(Later(Uncertain(message)), default);

        found.Verdict.Should().NotBe(FindVerdict.Found);
        (await ArrivalsAsync(message)).Should().Be(0, "a question sends nothing");
    }

    [TestMethod]
    public async Task Nobody_listening_is_proven_not_sent_or_has_no_verdict()
    {
        var message = await MessageAsync();
        await GoAwayAsync();

        var outcome = await SendAsync(message);

        outcome.Verdict.Should().BeOneOf(SendVerdict.NotSent, SendVerdict.NoVerdict, SendVerdict.SessionKeyNeeded);
        outcome.Error.Should().NotBeNull();
    }

    [TestMethod]
    public async Task A_refusal_carries_its_reason()
    {
        var message = await MessageAsync();
        await RefuseNextAsync();

        var outcome = await SendAsync(message);

        outcome.Verdict.Should().Be(SendVerdict.Refused);
        outcome.Error!.Message.Should().NotBeNullOrWhiteSpace();
    }

    [TestMethod]
    public async Task A_cancelled_transmission_ends_and_has_no_verdict()
    {
        var message = await MessageAsync();
        await HangNextAsync();
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        var sending = SendAsync(message, stop.Token);
        var first = await Task.WhenAny(sending, Task.Delay(TimeSpan.FromSeconds(20), CancellationToken.None));

        first.Should().BeSameAs(sending, "a cancelled call ends");
        (await sending).Verdict.Should().Be(SendVerdict.NoVerdict);
    }

    [TestMethod]
    public async Task A_result_comes_to_its_end()
    {
        var message = await MessageAsync();
        var accepted = Accepted(message, await Adapter.SendAsync(message, default));
        await FinishAsync(accepted);

        var reply = await Adapter.GetReplyAsync(accepted, default);

        reply.Verdict.Should().Be(ReplyVerdict.Done);
        (await Adapter.GetReplyAsync(accepted, default)).Verdict.Should().Be(ReplyVerdict.Done, "a question changes nothing");
    }

    [TestMethod]
    public async Task A_result_that_cannot_be_asked_for_is_not_known_yet()
    {
        var message = await MessageAsync();
        var accepted = Accepted(message, await Adapter.SendAsync(message, default));
        await GoAwayAsync();

        var reply = await AskAsync(accepted);

        reply.Verdict.Should().Be(ReplyVerdict.Same);
        reply.Error.Should().NotBeNull();
    }

    [TestMethod]
    public async Task Waits_are_never_negative()
    {
        var message = await MessageAsync();
        ExchangeMessage[] asked = [Uncertain(message), message with { Stage = ExchangeStage.Accepted, RequestId = "r" }, message with { Stage = ExchangeStage.WaitingRemote, RequestId = "r", PollNumber = 1000 }];

        asked.Select(one => Adapter.DelayOf(one)).Where(delay => delay < TimeSpan.Zero).Should().BeEmpty();
    }

    [TestMethod]
    public async Task Statuses_of_its_documents_are_pure_and_offer_at_most_three_actions()
    {
        var content = (await MessageAsync()).Content;
        var fact = new DocumentFact(content.Document ?? "document", content.DocumentKind, content.Operation, FactKind.Prepared) { Organisation = content.Organisation };

        DocumentState State() => Adapter.Statuses.After(Adapter.Statuses.Start(fact.Document, fact.DocumentKind), fact);

        State().Should().BeEquivalentTo(State());
        State().Status.Should().NotBeNullOrEmpty();
        State().Actions.Count.Should().BeLessThanOrEqualTo(DocumentState.MaxActions);
    }

    private static ExchangeMessage Uncertain(ExchangeMessage message) => message with { Stage = ExchangeStage.Uncertain };

    private static ExchangeMessage Accepted(ExchangeMessage message, SendOutcome outcome) => message with { Stage = ExchangeStage.Accepted, RequestId = outcome.RequestId, Memo = outcome.Memo };

    // As the engine takes exceptions.
    private async Task<SendOutcome> SendAsync(ExchangeMessage message, CancellationToken cancellationToken = default)
    {
        try
        {
            return await Adapter.SendAsync(message, cancellationToken);
        }
        catch (ConnectorException exception) when (exception.Error is { Code: ConnectorErrorCode.Rejected or ConnectorErrorCode.InvalidArguments, InDoubt: false })
        {
            return SendOutcome.Refused(exception.Error);
        }
        catch (ConnectorException exception)
        {
            return SendOutcome.NoVerdict(exception.Error);
        }
        catch (OperationCanceledException)
        {
            return new SendOutcome(SendVerdict.NoVerdict);
        }
    }

    private async Task<ReplyOutcome> AskAsync(ExchangeMessage message)
    {
        try
        {
            return await Adapter.GetReplyAsync(message, default);
        }
        catch (ConnectorException exception)
        {
            return new ReplyOutcome(ReplyVerdict.Same) { Error = exception.Error };
        }
    }
}
