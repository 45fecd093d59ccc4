using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using FluentAssertions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace TestKit.Exchange;

/// <summary>Commits of an <see cref="IExchangeStore"/>: all or nothing, guarded by versions and leases.</summary>
public abstract class ExchangeStoreCommitContract : ExchangeStoreSetting
{
    [TestMethod]
    public async Task A_message_comes_back_as_it_was_written()
    {
        var written = Full();

        await AddAsync(written);

        var kept = await Store.FindMessageAsync(Id, written.Id, default);
        kept.Should().BeEquivalentTo(written, options => options.Excluding(message => message.Version).Excluding(message => message.Content.Records));
        kept!.Version.Should().Be(1);
        kept.Content.Records.Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_changed_message_comes_back_as_it_was_changed()
    {
        var first = await AddAsync(Message());
        var changed = Full() with { Id = first.Id, Content = first.Content, Version = first.Version, Stage = ExchangeStage.Parked };

        await WriteAsync(new ExchangeCommit(Id) { Changed = [changed] });

        (await FindAsync(first)).Should().BeEquivalentTo(changed, options => options.Excluding(message => message.Version).Excluding(message => message.CreatedAt));
        (await FindAsync(first)).Version.Should().Be(2);
    }

    [TestMethod]
    public async Task A_message_with_an_older_version_is_refused_and_named()
    {
        var message = await AddAsync(Message());
        await ChangeAsync(message.Id, before => before with { Memo = "first" });

        var conflict = await Store.CommitAsync(new ExchangeCommit(Id) { Changed = [message with { Memo = "second" }] }, default);

        conflict.Should().Be(new CommitConflict("message", message.Id));
        (await FindAsync(message)).Memo.Should().Be("first");
    }

    [TestMethod]
    public async Task A_new_message_under_an_id_that_exists_is_refused()
    {
        var message = await AddAsync(Message());

        (await Store.CommitAsync(new ExchangeCommit(Id) { Added = [message with { Version = 0 }] }, default)).Should().Be(new CommitConflict("message", message.Id));
    }

    [TestMethod]
    public async Task The_same_ids_of_two_connectors_do_not_meet()
    {
        var message = await AddAsync(Message());

        (await Store.CommitAsync(new ExchangeCommit("egais") { Added = [message with { Version = 0 }], Documents = [new DocumentState("д-1", "Заказ", "Черновик")] }, default)).Should().BeNull();

        (await Store.FindDocumentAsync(Id, "д-1", default)).Should().BeNull();
        (await Store.ListMessagesAsync("egais", new ExchangeQuery(), default)).Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_document_state_comes_back_as_it_was_written()
    {
        var state = new DocumentState("док/1", "МаркировкаТоваров", "ВводВОборотКПередаче")
        {
            Actions = ["ВыполнитеОбмен", "ОтменитеПередачуДанных"],
            Organisation = "7700000001",
            Operation = "LP_INTRODUCE_GOODS",
            Receipts = ["Received", "Posted"],
            Error = new ConnectorError(ConnectorErrorCode.Rejected, "Refused.") { MessageRu = "Отказ.", Reason = "R-1", Detail = "line", Offenders = ["a", "b"] },
            IsError = true,
            ChangedAt = Noon,
        };

        await WriteAsync(new ExchangeCommit(Id) { Documents = [state] });

        (await Store.FindDocumentAsync(Id, "док/1", default)).Should().BeEquivalentTo(state with { Version = 1 });
    }

    [TestMethod]
    [DataRow(1L)]
    [DataRow(3L)]
    public async Task A_document_state_with_another_version_is_refused_and_named(long version)
    {
        await WriteAsync(new ExchangeCommit(Id) { Documents = [new DocumentState("д", "к", "a")] });
        await WriteAsync(new ExchangeCommit(Id) { Documents = [new DocumentState("д", "к", "b") { Version = 1 }] });

        (await Store.CommitAsync(new ExchangeCommit(Id) { Documents = [new DocumentState("д", "к", "c") { Version = version }] }, default)).Should().Be(new CommitConflict("document", "д"));
        (await Store.CommitAsync(new ExchangeCommit(Id) { Documents = [new DocumentState("д", "к", "c")] }, default)).Should().Be(new CommitConflict("document", "д"));

        (await Store.FindDocumentAsync(Id, "д", default))!.Status.Should().Be("b");
    }

    [TestMethod]
    public async Task One_guard_that_does_not_hold_leaves_nothing_of_the_commit()
    {
        await WriteAsync(new ExchangeCommit(Id) { Records = [new RecordChange("mark", "1", [1])] });
        var message = Message(content: outgoing => outgoing with { Document = "д" });
        var commit = new ExchangeCommit(Id)
        {
            Added = [message],
            Documents = [new DocumentState("д", "к", "a")],
            Protocol = [new ProtocolRecord("p-1", "LK_RECEIPT", Noon) { MessageId = message.Id, Document = "д" }],
            Incoming = [Item("r-1", IncomingStage.Seen)],
            Records = [new RecordChange("mark", "1", [2]) { ExpectedVersion = 0 }],
            Suspension = new Suspension("s-1", [1], Noon.AddDays(1)),
        };

        (await Store.CommitAsync(commit, default)).Should().Be(new CommitConflict("record", "1"));

        (await Store.FindMessageAsync(Id, message.Id, default)).Should().BeNull();
        (await Store.FindDocumentAsync(Id, "д", default)).Should().BeNull();
        (await Store.ListProtocolAsync(Id, "д", true, default)).Should().BeEmpty();
        (await Store.FindIncomingAsync(Id, "7700000001", "r-1", default)).Should().BeNull();
        (await Store.TakeSuspensionAsync(Id, "s-1", Noon, default)).Should().BeNull();
    }

    [TestMethod]
    public async Task Of_many_that_write_one_version_at_once_one_wins()
    {
        var message = await AddAsync(Message());

        var conflicts = await Task.WhenAll(Enumerable.Range(0, 16).Select(number =>
            Task.Run(() => (number % 2 == 0 ? Store : Other).CommitAsync(new ExchangeCommit(Id) { Changed = [message with { Memo = $"{number}" }] }, default))));

        conflicts.Count(conflict => conflict is null).Should().Be(1);
        (await FindAsync(message)).Version.Should().Be(2);
    }

    [TestMethod]
    public async Task Of_many_that_make_one_document_at_once_one_wins()
    {
        var conflicts = await Task.WhenAll(Enumerable.Range(0, 16).Select(number =>
            Task.Run(() => (number % 2 == 0 ? Store : Other).CommitAsync(new ExchangeCommit(Id) { Documents = [new DocumentState("д", "к", $"{number}")] }, default))));

        conflicts.Count(conflict => conflict is null).Should().Be(1);
    }

    [TestMethod]
    public async Task A_lost_lease_refuses_the_commit_of_its_former_owner()
    {
        await AddAsync(Message());
        var first = (await Store.ClaimAsync(Claim("a"), [ExchangeStage.Enqueued], 1, default))[0];
        var second = (await Other.ClaimAsync(Claim("b", 100), [ExchangeStage.Enqueued], 1, default))[0];

        (await Store.CommitAsync(new ExchangeCommit(Id) { LeaseOwner = "a", Changed = [first with { Memo = "a" }] }, default)).Should().Be(new CommitConflict("message", first.Id));
        (await Store.CommitAsync(new ExchangeCommit(Id) { LeaseOwner = "b", Changed = [second with { Memo = "b" }] }, default)).Should().BeNull();
    }

    [TestMethod]
    public async Task A_lease_whose_time_is_over_and_that_nobody_took_still_commits()
    {
        await AddAsync(Message());
        var taken = (await TakeAsync())!;

        (await Store.CommitAsync(new ExchangeCommit(Id) { LeaseOwner = "a", Changed = [taken with { Stage = ExchangeStage.Accepted, RequestId = "r", ChangedAt = Noon.AddHours(1) }] }, default)).Should().BeNull();
    }

    [TestMethod]
    public async Task A_change_gives_the_lease_back()
    {
        await AddAsync(Message());
        var taken = (await Store.ClaimAsync(Claim("a"), [ExchangeStage.Enqueued], 1, default))[0];
        (await Store.ClaimAsync(Claim("b"), [ExchangeStage.Enqueued], 1, default)).Should().BeEmpty();

        await WriteAsync(new ExchangeCommit(Id) { LeaseOwner = "a", Changed = [taken] });

        (await Store.ClaimAsync(Claim("b"), [ExchangeStage.Enqueued], 1, default)).Should().ContainSingle();
        (await Store.RenewLeasesAsync(Id, "a", Noon.AddHours(1), default)).Should().Be(0);
    }

    /// <summary>An incoming item.</summary>
    protected static StoredIncoming Item(string remoteId, IncomingStage stage, string organisation = "7700000001", double seconds = 0) =>
        new($"in-{organisation}-{remoteId}", new IncomingItem(organisation, remoteId, $"/opt/out/{remoteId}"), []) { Stage = stage, CreatedAt = Noon.AddSeconds(seconds) };

    private ExchangeMessage Full() => Message(content: outgoing => outgoing with
    {
        Station = "станция",
        ProductGroup = "milk",
        Document = "док/1",
        DocumentKind = "МаркировкаТоваров",
        BaseDocument = "док/0",
        BaseMessage = "m-0",
        Action = "ПередайтеДанные",
        Format = "json",
        LoadAfter = "m-1",
        LoadBefore = "m-2",
        SendAfter = "m-3",
        NeedsSignature = true,
        Payload = [0, 29, 255, 10],
        SecondPayload = [7, 8],
        SecondSigner = "7700000002",
        Priority = 5,
        OrderingKey = "ключ",
        Immediate = true,
        Extra = new ConnectorRecord { { "type", "LK_RECEIPT" }, { "limit", 10L }, { "пусто", null } },
        User = "Иванова",
        Records = [new RecordChange("mark", "9", [1])],
    }) with
    {
        Stage = ExchangeStage.Accepted,
        RequestId = "b94cf7a5-request",
        Signature = [48, 1],
        SecondSignature = [48, 2],
        Attempt = 3,
        PollNumber = 4,
        NextAttemptAt = Noon.AddSeconds(5),
        SentAt = Noon.AddSeconds(1),
        LastError = new ConnectorError(ConnectorErrorCode.Unavailable, "Away.") { MessageRu = "Нет связи.", Reason = "OFF", Target = "host", Detail = "d", Retryable = true, InDoubt = true, RetryAfter = TimeSpan.FromSeconds(7) },
        Memo = "block 7",
    };
}
