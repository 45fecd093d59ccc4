using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>The worked timelines, to the tenth of a second, and the defaults of the options.</summary>
[TestClass]
public sealed class ExchangeTimelineTests : EngineSetting
{
    [TestMethod]
    public async Task Marking_document_whose_key_is_at_a_workplace()
    {
        var replies = new Queue<ReplyOutcome>([new ReplyOutcome(ReplyVerdict.Same), new ReplyOutcome(ReplyVerdict.Same) { Error = Away }, new ReplyOutcome(ReplyVerdict.Done)]);
        Adapter.OnReply = (_, _) => ValueTask.FromResult(replies.Dequeue());
        var message = await PrepareAsync(Outgoing() with { NeedsSignature = true });
        var asked = await StepAsync();
        await AssertAsync(message, ExchangeStage.AwaitingSignature, "ВводВОборотКПередаче");

        Clock.Advance(TimeSpan.FromSeconds(41));
        await Engine.ContinueAsync(Adapter, asked.ContinueToken!, [new SignedItem(message.Id, Cms.Detached(message.Content.Payload))], OneStep, default);
        await AssertAsync(message, ExchangeStage.Accepted, "ВводВОборотОбрабатывается");
        await StepAfterAsync(5);
        (await AssertAsync(message, ExchangeStage.Accepted, "ВводВОборотОбрабатывается")).PollNumber.Should().Be(1);
        await StepAfterAsync(7);
        (await AssertAsync(message, ExchangeStage.Accepted, "ВводВОборотОбрабатывается")).PollNumber.Should().Be(2);
        await StepAfterAsync(9.8);

        await AssertAsync(message, ExchangeStage.Done, "КодыМаркировкиВведеныВОборот");
        replies.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Write_off_whose_receipts_come_by_the_box()
    {
        var adapter = new ReceivingAdapter(Remote, ExampleStatuses.Egais) { OnDelay = _ => null };
        Adapter = adapter;
        adapter.OnHandle = item => new IncomingOutcome(true)
        {
            Operation = "Ticket",
            Replies = new Dictionary<string, ReplyOutcome> { [item.Item.ReplyTo!] = item.Item.Kind == "Posted" ? new ReplyOutcome(ReplyVerdict.Done) { Receipts = ["Posted"] } : new ReplyOutcome(ReplyVerdict.Same) { Receipts = ["Received"] } },
        };
        var message = await PrepareAsync(new OutgoingMessage(Organisation, ExampleStatuses.WriteOff, [1]) { Document = "док-1", DocumentKind = ExampleStatuses.WriteOffKind });
        await AssertAsync(message, ExchangeStage.Enqueued, "КПередаче");

        await StepAfterAsync(2);
        (await AssertAsync(message, ExchangeStage.Accepted, "ПереданВУТМ")).NextAttemptAt.Should().BeNull("tickets wake it");
        Put("t-1", "Received", message);
        await StepAfterAsync(600);
        await AssertAsync(message, ExchangeStage.Accepted, "ОбрабатываетсяЕГАИС");
        (await DocumentAsync()).Actions.Should().Equal("ОжидайтеПолучениеКвитанцииПроведенЕГАИС");
        Put("t-2", "Posted", message);
        await StepAfterAsync(600);

        await AssertAsync(message, ExchangeStage.Done, "ПроведенЕГАИС");
        Remote.Box.Should().BeEmpty("what is taken in is removed from the module");
        var live = await DocumentAsync();
        (await Engine.RestoreStatusAsync(Adapter, "док-1", null, default)).Should().BeEquivalentTo(live, options => options.Excluding(state => state.Version));
    }

    [TestMethod]
    [DataRow(0, 5.0)]
    [DataRow(1, 7.0)]
    [DataRow(2, 9.8)]
    [DataRow(3, 13.72)]
    [DataRow(9, 103.305)]
    [DataRow(14, 120.0)]
    [DataRow(1000, 120.0)]
    public void Default_waits_grow_to_two_minutes(int questions, double seconds) =>
        PollDelays.Of(new ExchangeMessage("m", Outgoing()) { PollNumber = questions }).TotalSeconds.Should().BeApproximately(seconds, 0.001);

    [TestMethod]
    public void Defaults_are_those_that_are_documented() => new ExchangeOptions().Should().BeEquivalentTo(new
    {
        Lease = TimeSpan.FromSeconds(60),
        Parallel = 4,
        FailuresToStop = 2,
        FirstSendDelay = TimeSpan.FromSeconds(5),
        MaxSendDelay = TimeSpan.FromMinutes(15),
        LaterDelay = TimeSpan.FromSeconds(60),
        MaxAttempts = 100,
        UnchangedLimit = TimeSpan.FromMinutes(5),
        VerdictLimit = TimeSpan.FromSeconds(60),
        VerdictPause = TimeSpan.FromSeconds(2),
        UncertainLimit = TimeSpan.FromHours(24),
        AdapterLimit = TimeSpan.FromMinutes(5),
        AdapterGrace = TimeSpan.FromSeconds(10),
        ContinueLife = TimeSpan.FromHours(24),
        MaxSigningItems = 100,
        IncomingRetry = TimeSpan.FromMinutes(5),
        IncomingAttempts = 5,
    });

    [TestMethod]
    public async Task What_has_not_changed_for_five_minutes_is_asked_for_once_in_a_run()
    {
        Remote.PollsInWork = int.MaxValue;
        Adapter.OnDelay = _ => TimeSpan.FromSeconds(1);
        await PrepareAsync();
        await StepAsync();
        Clock.Advance(TimeSpan.FromSeconds(299));
        var before = Adapter.Count("Reply");

        await DriveRunAsync(new ExchangeRun { Budget = TimeSpan.FromSeconds(10) });
        var first = Adapter.Count("Reply") - before;
        await DriveRunAsync(new ExchangeRun { Budget = TimeSpan.FromSeconds(10) });

        first.Should().Be(2, "one before the five minutes, one after them");
        (Adapter.Count("Reply") - before - first).Should().Be(1);
    }

    [TestMethod]
    public async Task Waiting_for_another_participant_is_left_for_the_next_run()
    {
        Adapter.OnReply = (_, _) => ValueTask.FromResult(new ReplyOutcome(ReplyVerdict.Waiting));
        Adapter.OnDelay = _ => TimeSpan.FromSeconds(1);
        var message = await PrepareAsync();

        await DriveRunAsync(new ExchangeRun { Budget = TimeSpan.FromSeconds(20) });
        Adapter.Count("Reply").Should().Be(1);
        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.WaitingRemote);
        await DriveRunAsync(new ExchangeRun { Budget = TimeSpan.FromSeconds(20) });

        Adapter.Count("Reply").Should().Be(2);
    }

    [TestMethod]
    public async Task Run_waits_for_what_falls_due_within_its_budget()
    {
        Remote.PollsInWork = 2;
        var message = await PrepareAsync();

        var result = await DriveRunAsync(new ExchangeRun { Budget = TimeSpan.FromSeconds(30) });

        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Done, "5 + 7 + 9.8 seconds fit");
        result.Wait.Should().BeNull();
    }

    [TestMethod]
    public async Task Run_does_not_wait_for_what_falls_due_after_its_budget_and_says_when()
    {
        Remote.PollsInWork = 9;
        await PrepareAsync();

        var result = await DriveRunAsync(new ExchangeRun { Budget = TimeSpan.FromSeconds(6) });

        Adapter.Count("Reply").Should().Be(1);
        result.Wait.Should().BeGreaterThan(TimeSpan.FromSeconds(6)).And.BeLessThanOrEqualTo(TimeSpan.FromSeconds(7));
    }

    [TestMethod]
    [DataRow(1, 5.0)]
    [DataRow(2, 10.0)]
    [DataRow(3, 20.0)]
    [DataRow(8, 640.0)]
    [DataRow(9, 900.0)]
    [DataRow(99, 900.0)]
    public async Task Transmission_in_vain_waits_longer_each_time(int attempt, double seconds)
    {
        Adapter.OnSend = (_, _) => ValueTask.FromResult(SendOutcome.NotSent(Away));
        var message = await PrepareAsync();
        await Store.CommitAsync(new ExchangeCommit(Id) { Changed = [message with { Attempt = attempt - 1 }] }, default);

        await StepAsync();

        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Enqueued && kept.Attempt == attempt && kept.NextAttemptAt == Clock.GetUtcNow().AddSeconds(seconds));
    }

    [TestMethod]
    public async Task Message_is_parked_after_a_hundred_transmissions_in_vain()
    {
        Adapter.OnSend = (_, _) => ValueTask.FromResult(SendOutcome.NotSent(Away));
        var message = await PrepareAsync();
        await Store.CommitAsync(new ExchangeCommit(Id) { Changed = [message with { Attempt = 99 }] }, default);

        await StepAsync();

        (await AssertAsync(message, ExchangeStage.Parked, "ВводВОборотТребуетРешения")).LastError.Should().Be(Away);
    }

    [TestMethod]
    public async Task Limit_of_orders_waits_a_minute_and_counts_no_attempt()
    {
        Adapter.OnSend = (_, _) => ValueTask.FromResult(new SendOutcome(SendVerdict.Later) { Error = Away });
        var message = await PrepareAsync();

        await StepAsync();

        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Enqueued && kept.Attempt == 0 && kept.NextAttemptAt == Clock.GetUtcNow().AddSeconds(60));
    }

    [TestMethod]
    public async Task Arrival_that_cannot_be_found_out_for_a_day_is_parked()
    {
        Adapter.OnSend = (_, _) => ValueTask.FromResult(SendOutcome.NoVerdict(Away));
        Adapter.OnFind = (_, _) => throw new IOException();
        var message = await PrepareAsync();
        await StepAsync();

        await StepAfterAsync(86_399);
        await AssertAsync(message, ExchangeStage.Uncertain, "ВводВОборотСтатусНеопределен");
        await StepAfterAsync(121);

        (await AssertAsync(message, ExchangeStage.Parked, "ВводВОборотТребуетРешения")).LastError!.Reason.Should().Be("ARRIVAL_UNKNOWN");
    }

    [TestMethod]
    public async Task Uncertain_message_is_asked_for_even_where_the_adapter_waits_for_tickets()
    {
        Adapter.OnDelay = _ => null;
        Adapter.OnSend = (_, _) => ValueTask.FromResult(SendOutcome.NoVerdict(Away));
        var message = await PrepareAsync();

        await StepAsync();

        (await FindAsync(message.Id)).NextAttemptAt.Should().Be(Clock.GetUtcNow().AddSeconds(5));
    }

    [TestMethod]
    public async Task Lease_of_a_minute_is_renewed_while_a_transmission_lasts()
    {
        var answer = new TaskCompletionSource<SendOutcome>();
        var sending = new TaskCompletionSource();
        Adapter.OnSend = (_, _) =>
        {
            sending.TrySetResult();
            return new ValueTask<SendOutcome>(answer.Task);
        };
        var message = await PrepareAsync();
        var run = StepAsync().AsTask();
        await sending.Task;

        Clock.Advance(TimeSpan.FromSeconds(20));
        await Poll.UntilAsync(async () => await Store.NextDueAsync(new ClaimRequest(Id, "b", default, default), [ExchangeStage.Sending], default) == Clock.GetUtcNow().AddSeconds(60));
        await NewEngine().RunAsync(new ScriptedAdapter(Remote), OneStep, default);
        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Sending, "another server leaves it alone");
        answer.SetResult(SendOutcome.Accepted("r"));
        await run;

        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Accepted);
    }

    private Task<ExchangeResult> DriveRunAsync(ExchangeRun run) => DriveAsync(Engine.RunAsync(Adapter, run, default).AsTask(), TimeSpan.FromMilliseconds(100));

    private async Task<ExchangeMessage> AssertAsync(ExchangeMessage message, ExchangeStage stage, string status)
    {
        var kept = await FindAsync(message.Id);
        kept.Stage.Should().Be(stage);
        (await DocumentAsync()).Status.Should().Be(status);
        return kept;
    }

    private void Put(string remoteId, string kind, ExchangeMessage message) =>
        Remote.Box[remoteId] = (new IncomingItem(Organisation, remoteId, "/" + remoteId) { Kind = kind, ReplyTo = RemoteSide.IdOf(message) }, [.. remoteId.Select(letter => (byte)letter)]);

    [TestMethod]
    [DataRow(false, ExchangeStage.Enqueued)]
    [DataRow(true, ExchangeStage.Parked)]
    public async Task Message_that_could_not_be_sent_for_more_than_a_day_waits_on_where_its_adapter_does_not_give_up(bool givesUp, ExchangeStage stage)
    {
        Adapter.GivesUp = givesUp;
        Adapter.OnSend = (_, _) => ValueTask.FromResult(SendOutcome.NotSent(Away));
        var message = await PrepareAsync();

        await StepsAsync(120, 901);
        var last = await StepAfterAsync(901);

        (await FindAsync(message.Id)).Stage.Should().Be(stage);
        last.Organisations.Sum(report => report.Failed).Should().Be(givesUp ? 0 : 1, "a run that could not send has failed");
        Adapter.OnSend = null;
        await StepAfterAsync(901);
        (await FindAsync(message.Id)).Stage.Should().Be(givesUp ? ExchangeStage.Parked : ExchangeStage.Accepted);
    }
}
