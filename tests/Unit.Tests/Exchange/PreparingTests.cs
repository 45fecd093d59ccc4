using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>Taking messages into the queue, and the order they go in.</summary>
[TestClass]
public sealed class PreparingTests : EngineSetting
{
    [TestMethod]
    public async Task Message_document_records_and_protocol_are_one_commit()
    {
        var message = await PrepareAsync(Outgoing() with { Records = [new RecordChange("mark", "1", [1]) { ExpectedVersion = 0 }] });

        message.Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Enqueued && kept.Version == 1 && kept.Content.Records.Count == 0);
        (await DocumentAsync()).Should().Match<DocumentState>(state => state.Status == "ВводВОборотКПередаче" && state.Version == 1 && state.Organisation == Organisation);
        var record = (await Store.ListProtocolAsync(Id, message.Id, true, default)).Should().ContainSingle().Which;
        record.Should().Match<ProtocolRecord>(entry => entry.Stage == ExchangeStage.Enqueued && !entry.Incoming && entry.User == "Иванова" && entry.Node == "server-a" && entry.PayloadHash == "A5BYxvLAy0ksUzsKTRTvd8wPeKvMztUofYShogEc+4E=");
        record.Payload.Should().Equal(1, 2, 3);
        (await Engine.PrepareAsync(Adapter, [Outgoing("док-2") with { Records = [new RecordChange("mark", "1", [1]) { ExpectedVersion = 0 }] }], default))[0].Error!.Reason.Should().Be("RECORD_CHANGED");
        (await Store.FindDocumentAsync(Id, "док-2", default)).Should().BeNull();
    }

    [TestMethod]
    public async Task Failure_of_one_document_does_not_touch_the_others()
    {
        await PrepareAsync(Outgoing("занят"));

        var changes = await Engine.PrepareAsync(Adapter, [Outgoing("док-1"), Outgoing("занят"), Outgoing("док-2") with { DocumentKind = "неизвестный" }, Outgoing("док-3")], default);

        changes.Select(change => change.Error?.Reason).Should().Equal(null, "CHANGED_IN_ANOTHER_SESSION", "STATUS_TABLE", null);
        changes.Select(change => change.Prepared).Should().Equal(true, false, false, true);
        changes.Select(change => change.Document).Should().Equal("док-1", "занят", "док-2", "док-3");
    }

    [TestMethod]
    public async Task Messages_of_one_document_stand_or_fall_together()
    {
        var changes = await Engine.PrepareAsync(Adapter, [Outgoing(), Outgoing() with { Operation = "" }, Outgoing("док-2")], default);

        changes.Select(change => change.Error is null).Should().Equal(false, false, true);
        Store.Messages.Should().ContainSingle();
    }

    public static IEnumerable<object[]> Wrong =>
    [
        ["organisation", new OutgoingMessage("", "o", [])],
        ["operation", new OutgoingMessage("1", "", [])],
        ["payload", new OutgoingMessage("1", "o", null!)],
        ["null", null!],
        ["second payload without signer", new OutgoingMessage("1", "o", []) { SecondPayload = [1] }],
        ["signer without second payload", new OutgoingMessage("1", "o", []) { SecondSigner = "2" }],
        ["empty id", new OutgoingMessage("1", "o", []) { Id = "" }],
        ["long id", new OutgoingMessage("1", "o", []) { Id = new string('x', 201) }],
        ["waits for itself", new OutgoingMessage("1", "o", []) { Id = "m", SendAfter = "m" }],
        ["unknown dependency", new OutgoingMessage("1", "o", []) { SendAfter = "nobody" }],
    ];

    [TestMethod]
    [DynamicData(nameof(Wrong))]
    public async Task Message_that_is_wrong_is_refused_in_both_languages(string what, OutgoingMessage message)
    {
        var change = (await Engine.PrepareAsync(Adapter, [message], default)).Single();

        change.Error.Should().Match<ConnectorError>(error => error.MessageRu != null && (error.Code == ConnectorErrorCode.InvalidArguments || error.Reason == "DEPENDENCY_MISSING"), what);
        Store.Messages.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Id_that_exists_is_refused()
    {
        await PrepareAsync(Outgoing() with { Id = "m" });

        (await Engine.PrepareAsync(Adapter, [Outgoing("док-2") with { Id = "m" }], default))[0].Error!.Reason.Should().Be("MESSAGE_EXISTS");
        (await Engine.PrepareAsync(Adapter, [Outgoing("док-3") with { Id = "n" }, Outgoing("док-3") with { Id = "n" }], default))[0].Error!.Reason.Should().Be("MESSAGE_EXISTS");
    }

    [TestMethod]
    public async Task Messages_of_one_moment_go_in_the_order_they_were_given()
    {
        await Engine.PrepareAsync(Adapter, [.. Enumerable.Range(0, 50).Select(number => Outgoing($"док-{number}") with { Id = number % 3 == 0 ? $"{99 - number:D2}" : null })], default);

        await StepAsync();

        var order = Store.Messages.OrderBy(message => Remote.Order.ToList().IndexOf(message.Id)).Select(message => message.Content.Document);
        order.Should().Equal(Enumerable.Range(0, 50).Select(number => $"док-{number}"));
    }

    [TestMethod]
    public async Task Chain_goes_one_after_another_and_answers_are_taken_in_their_order()
    {
        await PrepareAsync(Outgoing("1", "1") with { Id = "a" });
        await PrepareAsync(Outgoing("2", "2") with { Id = "b", SendAfter = "a" });
        await PrepareAsync(Outgoing("3", "3") with { Id = "c", LoadAfter = "b" });

        await StepAsync();
        Remote.Order.Should().BeEquivalentTo("a", "c");
        await StepAfterAsync(5);
        await StepAsync();
        Adapter.Calls.Should().NotContain("Reply c");
        await StepAfterAsync(5);
        await StepAsync();

        Store.Messages.Should().OnlyContain(message => message.Stage == ExchangeStage.Done);
        Adapter.Calls.Where(call => call.StartsWith("Reply", StringComparison.Ordinal)).Should().Equal("Reply a", "Reply b", "Reply c");
    }

    [TestMethod]
    public async Task Dependency_that_is_gone_is_reported_and_nothing_is_sent()
    {
        await PrepareAsync(Outgoing("1") with { Id = "a" });
        await PrepareAsync(Outgoing("2") with { Id = "b", SendAfter = "a" });
        await Engine.CancelTransferAsync(Adapter, "1", null, default);
        var lost = await FindAsync("b");
        await Store.CommitAsync(new ExchangeCommit(Id) { Changed = [lost with { Content = lost.Content with { SendAfter = "gone" } }] }, default);

        var result = await StepAsync();

        result.Changes.Should().ContainSingle().Which.Error.Should().Match<ConnectorError>(error => error.Reason == "DEPENDENCY_MISSING" && error.Message.Contains("gone"));
        result.NothingWorked.Should().BeTrue();
        Remote.Order.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Messages_an_answer_brings_are_enqueued_with_it()
    {
        Adapter.OnSend = (message, _) => ValueTask.FromResult(SendOutcome.Accepted(Remote.Arrive(message)) with { Memo = "block 1", Next = message.Content.Document == "док-1" ? [Outgoing("док-2") with { Action = null, BaseMessage = message.Id }] : [] });
        await PrepareAsync();

        await StepAsync();

        Store.Messages.Should().HaveCount(2);
        Store.Messages[0].Memo.Should().Be("block 1");
        Store.Messages[1].Content.BaseMessage.Should().Be(Store.Messages[0].Id);
        Remote.Order.Should().HaveCount(2);
    }

    public static IEnumerable<object[]> Belongings =>
    [
        ["a record that was changed", SendOutcome.Accepted("r") with { Records = [new RecordChange("k", "x", [1]) { ExpectedVersion = 5 }] }],
        ["a message that is wrong", SendOutcome.Accepted("r") with { Next = [new OutgoingMessage("", "", [])] }],
        ["a message that is null", SendOutcome.Accepted("r") with { Next = [null!] }],
        ["a message that exists", SendOutcome.Accepted("r") with { Next = [new OutgoingMessage("1", "o", []) { Id = "m" }] }],
    ];

    [TestMethod]
    [DynamicData(nameof(Belongings))]
    public async Task Verdict_is_kept_even_where_what_came_with_it_cannot_be(string what, SendOutcome outcome)
    {
        Adapter.OnSend = (_, _) => ValueTask.FromResult(outcome);
        var message = await PrepareAsync(Outgoing() with { Id = "m" });

        await StepAsync();

        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Accepted && kept.RequestId == "r" && kept.LastError != null, what);
        (await DocumentAsync()).Status.Should().Be("ВводВОборотОбрабатывается");
    }

    [TestMethod]
    public async Task Answer_whose_records_changed_meanwhile_is_asked_for_again()
    {
        var replies = 0;
        Adapter.OnReply = (_, _) => ValueTask.FromResult(new ReplyOutcome(ReplyVerdict.Done) { Records = [new RecordChange("k", "x", [1]) { ExpectedVersion = replies++ == 0 ? 5 : 0 }] });
        var message = await PrepareAsync();
        await StepAsync();

        await StepAfterAsync(5);
        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Accepted && kept.LastError!.Reason == "RECORD_CHANGED");
        await StepAfterAsync(7);

        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Done);
    }

    [TestMethod]
    public async Task Status_table_that_fails_loses_no_verdict()
    {
        var message = await PrepareAsync();
        Adapter.Statuses = new DocumentStatusTable(new StatusEntry("Черновик"));

        await StepAsync();

        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Accepted);
        Adapter.Statuses = ExampleStatuses.Marking;
        (await Engine.RestoreStatusAsync(Adapter, "док-1", null, default))!.Status.Should().Be("ВводВОборотОбрабатывается", "the fact was kept");
    }

    [TestMethod]
    public void Ids_keep_the_order_of_their_making_within_one_millisecond()
    {
        var ids = new MessageIds(Clock);

        var made = Enumerable.Range(0, 10_000).Select(_ => ids.Next()).ToList();

        made.Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);
        made.Select(id => Guid.Parse(id).Version).Should().AllBeEquivalentTo(7);
    }
}
