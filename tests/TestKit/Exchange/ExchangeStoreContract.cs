using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using FluentAssertions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace TestKit.Exchange;

/// <summary>What every <see cref="IExchangeStore"/> must do. A test class inherits it and brings the store, and a second server on it where there can be one.</summary>
public abstract class ExchangeStoreContract : ExchangeStoreIncomingContract
{
    [TestMethod]
    public async Task Messages_are_listed_oldest_first_page_by_page()
    {
        var messages = await AddAsync([.. Enumerable.Range(0, 5).Select(number => Message(content: outgoing => outgoing with { Priority = number }))]);

        var first = await Store.ListMessagesAsync(Id, new ExchangeQuery { Limit = 2 }, default);
        var second = await Store.ListMessagesAsync(Id, new ExchangeQuery { Limit = 10, After = first[1].Id }, default);

        Ids(first.Concat(second)).Should().Equal(Ids(messages));
    }

    [TestMethod]
    public async Task Messages_of_one_millisecond_are_in_the_order_of_their_ids()
    {
        var second = Message() with { CreatedAt = Noon };
        var third = Message() with { CreatedAt = Noon };
        await AddAsync(third, second);

        Ids(await Store.ListMessagesAsync(Id, new ExchangeQuery(), default)).Should().Equal(second.Id, third.Id);
        (await TakeAsync())!.Id.Should().Be(second.Id);
    }

    [TestMethod]
    public async Task Filters_of_a_list_hold()
    {
        var messages = await AddAsync(Message("1", outgoing => outgoing with { Document = "д" }), Message("2") with { Stage = ExchangeStage.Done }, Message("2") with { Stage = ExchangeStage.Parked });

        Ids(await Store.ListMessagesAsync(Id, new ExchangeQuery(), default)).Should().Equal(messages[0].Id, messages[2].Id);
        Ids(await Store.ListMessagesAsync(Id, new ExchangeQuery { Organisation = "2" }, default)).Should().Equal(messages[2].Id);
        Ids(await Store.ListMessagesAsync(Id, new ExchangeQuery { Document = "д" }, default)).Should().Equal(messages[0].Id);
        Ids(await Store.ListMessagesAsync(Id, new ExchangeQuery { Stages = [ExchangeStage.Done] }, default)).Should().Equal(messages[1].Id);
        (await Store.ListMessagesAsync("egais", new ExchangeQuery(), default)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_message_is_found_by_the_id_it_was_accepted_under_the_open_one_first()
    {
        var messages = await AddAsync(Message() with { Stage = ExchangeStage.Accepted, RequestId = "r" }, Message() with { Stage = ExchangeStage.Done, RequestId = "r" }, Message("2") with { Stage = ExchangeStage.Accepted, RequestId = "r" });

        (await Store.FindByRequestIdAsync(Id, "7700000001", "r", default))!.Id.Should().Be(messages[0].Id);
        await ChangeAsync(messages[0].Id, message => message with { Stage = ExchangeStage.Rejected });
        (await Store.FindByRequestIdAsync(Id, "7700000001", "r", default))!.Id.Should().Be(messages[1].Id, "it is the latest");
        (await Store.FindByRequestIdAsync(Id, "7700000001", "R", default)).Should().BeNull();
    }

    [TestMethod]
    public async Task Organisations_are_open_by_messages_and_by_incoming_items()
    {
        await AddAsync(Message("1"), Message("1"), Message("2") with { Stage = ExchangeStage.Done }, Message("3") with { Stage = ExchangeStage.Parked });
        await WriteAsync(new ExchangeCommit(Id) { Incoming = [Item("a", IncomingStage.Stored, "4"), Item("b", IncomingStage.Acknowledged, "5"), Item("c", IncomingStage.Seen, "6")] });

        (await Store.OpenOrganisationsAsync(Id, default)).Should().BeEquivalentTo("1", "3", "4", "6");
    }

    [TestMethod]
    public async Task The_protocol_comes_back_whole_and_in_the_order_of_its_commits()
    {
        var first = new ProtocolRecord("z-1", "WayBillAct_v4", Noon)
        {
            MessageId = "m",
            Document = "д",
            Stage = ExchangeStage.Accepted,
            Fact = new DocumentFact("д", "ТТН", "WayBillAct_v4", FactKind.Rejected) { Organisation = "1", Status = "нет", Receipts = ["Received"], Error = new ConnectorError(ConnectorErrorCode.Rejected, "No."), MessageId = "m", At = Noon },
            Incoming = true,
            Format = "xml4",
            RequestId = "r",
            PayloadHash = "hash",
            Payload = [.. Enumerable.Range(0, 5000).Select(number => (byte)number)],
            Signed = true,
            Description = "Refused.",
            Node = "server-a",
            User = "Иванова",
        };
        await WriteAsync(new ExchangeCommit(Id) { Protocol = [first, new ProtocolRecord("y-2", "second", Noon.AddSeconds(-5)) { Document = "д" }] });
        await WriteAsync(new ExchangeCommit(Id) { Protocol = [new ProtocolRecord("a-3", "third", Noon.AddSeconds(-9)) { Document = "д", MessageId = "m" }] });

        var ofDocument = await Store.ListProtocolAsync(Id, "д", true, default);
        var ofMessage = await Store.ListProtocolAsync(Id, "m", false, default);

        ofDocument.Select(record => record.Id).Should().Equal("z-1", "y-2", "a-3");
        ofDocument[0].Should().BeEquivalentTo(first);
        ofMessage.Select(record => record.Id).Should().Equal("z-1", "a-3");
        ofMessage[0].Payload.Should().BeNull();
        (await Store.ListProtocolAsync("egais", "д", true, default)).Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_suspension_is_taken_once_and_in_its_time()
    {
        await WriteAsync(new ExchangeCommit(Id) { Suspension = new Suspension("s", [1, 2], Noon.AddHours(24)) });
        await WriteAsync(new ExchangeCommit(Id) { Suspension = new Suspension("old", [3], Noon.AddHours(24)) });

        (await Store.TakeSuspensionAsync("egais", "s", Noon, default)).Should().BeNull();
        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => (number % 2 == 0 ? Store : Other).TakeSuspensionAsync(Id, "s", Noon.AddHours(23), default))));

        taken.Where(bytes => bytes is not null).Should().ContainSingle().Which.Should().Equal(1, 2);
        (await Store.TakeSuspensionAsync(Id, "old", Noon.AddHours(24), default)).Should().BeNull();
    }

    [TestMethod]
    public async Task Records_of_a_commit_are_guarded_by_the_version_expected()
    {
        await WriteAsync(new ExchangeCommit(Id) { Records = [new RecordChange("mark", "1", [1]) { ExpectedVersion = 0 }] });
        await WriteAsync(new ExchangeCommit(Id) { Records = [new RecordChange("mark", "1", [2]) { ExpectedVersion = 1 }, new RecordChange("mark", "2", [1])] });

        (await Store.CommitAsync(new ExchangeCommit(Id) { Records = [new RecordChange("mark", "1", [3]) { ExpectedVersion = 1 }] }, default)).Should().Be(new CommitConflict("record", "1"));
    }

    [TestMethod]
    public async Task Old_rows_are_removed_a_portion_at_a_time_and_open_ones_never()
    {
        var messages = await AddAsync([.. Enumerable.Range(0, 3).Select(_ => Message() with { Stage = ExchangeStage.Done }), Message(), Message() with { Stage = ExchangeStage.Done, ChangedAt = Noon.AddHours(2) }]);
        await WriteAsync(new ExchangeCommit(Id) { Incoming = [Item("a", IncomingStage.Acknowledged), Item("b", IncomingStage.Stored)], Protocol = [new ProtocolRecord("p", "o", Noon) { Document = "д", Payload = [1] }] });

        var removed = new[] { await Store.RemoveOldAsync(Noon.AddHours(1), 2, default), await Store.RemoveOldAsync(Noon.AddHours(1), 100, default), await Store.RemoveOldAsync(Noon.AddHours(1), 100, default) };

        removed[0].Should().BeInRange(1, 2);
        removed.Should().EndWith(0);
        Ids(await Store.ListMessagesAsync(Id, new ExchangeQuery { Stages = Enum.GetValues<ExchangeStage>() }, default)).Should().Equal(messages[3].Id, messages[4].Id);
        (await Store.FindIncomingAsync(Id, "7700000001", "a", default)).Should().BeNull();
        (await Store.FindIncomingAsync(Id, "7700000001", "b", default)).Should().NotBeNull();
        (await Store.ListProtocolAsync(Id, "д", true, default)).Should().ContainSingle("the entry stays, its bytes go").Which.Payload.Should().BeNull();
    }
}
