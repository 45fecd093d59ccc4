using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using FluentAssertions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace TestKit.Exchange;

/// <summary>Claims for sending: order, filters, one at a time, two servers at once.</summary>
public abstract class ExchangeStoreClaimContract : ExchangeStoreCommitContract
{
    [TestMethod]
    public async Task A_claimed_message_is_being_sent_counted_and_in_the_protocol()
    {
        var message = await AddAsync(Message(content: outgoing => outgoing with { Document = "д" }));

        var taken = (await TakeAsync(Claim() with { User = "Иванова" }))!;

        taken.Should().Match<ExchangeMessage>(m => m.Id == message.Id && m.Stage == ExchangeStage.Sending && m.Attempt == 1 && m.SentAt == Noon.AddSeconds(10) && m.StageSince == Noon.AddSeconds(10));
        (await FindAsync(message)).Should().BeEquivalentTo(taken);
        (await Store.ListProtocolAsync(Id, "д", true, default)).Should().ContainSingle().Which.Should().Match<ProtocolRecord>(record =>
            record.MessageId == message.Id && record.Stage == ExchangeStage.Sending && record.At == Noon.AddSeconds(10) && record.Node == "server-a" && record.User == "Иванова" && record.Operation == "LK_RECEIPT");
    }

    [TestMethod]
    public async Task What_is_claimed_is_committed_by_its_owner()
    {
        await AddAsync(Message());
        var taken = (await TakeAsync())!;

        await WriteAsync(new ExchangeCommit(Id) { LeaseOwner = "a", Changed = [taken with { Stage = ExchangeStage.Accepted, RequestId = "r" }] });

        (await FindAsync(taken)).Should().Match<ExchangeMessage>(message => message.Stage == ExchangeStage.Accepted && message.RequestId == "r" && message.Attempt == 1);
    }

    [TestMethod]
    public async Task Messages_are_taken_by_priority_and_then_by_age()
    {
        var messages = await AddAsync(Message("1"), Message("2"), Message("3", outgoing => outgoing with { Priority = 1 }), Message("4", outgoing => outgoing with { Priority = -1 }));

        var taken = new[] { await TakeAsync(), await TakeAsync(), await TakeAsync(), await TakeAsync(), await TakeAsync() };

        taken.Select(message => message?.Id).Should().Equal(messages[2].Id, messages[0].Id, messages[1].Id, messages[3].Id, null);
    }

    [TestMethod]
    public async Task At_most_one_message_of_an_organisation_and_purpose_is_being_sent()
    {
        await AddAsync(Message(), Message(), Message(content: outgoing => outgoing with { Purpose = "Suz" }), Message("7700000002"));

        var taken = new[] { await TakeAsync(), await TakeAsync(), await TakeAsync(), await TakeAsync(), await TakeAsync(Claim("b", 500)) };

        taken.Count(message => message is not null).Should().Be(3, "what is being sent blocks its purpose also after its lease, until somebody looked what became of it");
    }

    [TestMethod]
    public async Task A_message_waits_for_its_time()
    {
        await AddAsync(Message() with { NextAttemptAt = Noon.AddSeconds(11) });

        (await TakeAsync(Claim(seconds: 10))).Should().BeNull();
        (await TakeAsync(Claim(seconds: 11))).Should().NotBeNull();
    }

    [TestMethod]
    public async Task A_message_without_a_time_is_due_at_once_even_if_it_was_made_ahead_of_the_clock()
    {
        await AddAsync(Message() with { CreatedAt = Noon.AddSeconds(20), StageSince = Noon.AddSeconds(20) });

        (await TakeAsync(Claim(seconds: 10))).Should().NotBeNull();
    }

    [TestMethod]
    [DataRow(ExchangeStage.AwaitingSignature)]
    [DataRow(ExchangeStage.Accepted)]
    [DataRow(ExchangeStage.Uncertain)]
    [DataRow(ExchangeStage.Parked)]
    [DataRow(ExchangeStage.Done)]
    [DataRow(ExchangeStage.Cancelled)]
    public async Task Only_what_is_enqueued_is_taken_for_sending(ExchangeStage stage)
    {
        await AddAsync(Message() with { Stage = stage });

        (await TakeAsync()).Should().BeNull();
    }

    [TestMethod]
    public async Task Filters_of_a_claim_hold()
    {
        var messages = await AddAsync(Message("1"), Message("2", outgoing => outgoing with { Document = "д" }), Message("3"), Message("4", outgoing => outgoing with { Purpose = "Suz" }));

        (await TakeAsync(Claim() with { Stopped = ["1", "2", "3", "4"] })).Should().BeNull();
        (await TakeAsync(Claim() with { Organisations = ["5"] })).Should().BeNull();
        (await TakeAsync(Claim() with { Organisations = [] })).Should().BeNull();
        (await TakeAsync(Claim() with { Organisations = ["4"], Held = [new HeldPurpose("4", "Suz")] })).Should().BeNull();
        (await TakeAsync(Claim() with { Organisations = ["4"], Held = [new HeldPurpose("4", "TrueApi"), new HeldPurpose("3", "Suz")] }))!.Id.Should().Be(messages[3].Id);
        (await TakeAsync(Claim() with { Document = "д" }))!.Id.Should().Be(messages[1].Id);
        (await TakeAsync(Claim() with { MessageId = messages[2].Id }))!.Id.Should().Be(messages[2].Id);
        (await TakeAsync(Claim() with { Stopped = ["2", "3"], Organisations = ["1", "2"] }))!.Id.Should().Be(messages[0].Id);
        (await Store.ClaimToSendAsync(new ClaimRequest("egais", "a", Noon.AddHours(1), Noon.AddHours(2)), default)).Should().BeNull();
    }

    [TestMethod]
    public async Task A_message_is_sent_after_the_one_it_names_is_final()
    {
        var first = Message("1");
        await AddAsync(first with { Stage = ExchangeStage.Accepted, RequestId = "r" }, Message("2", outgoing => outgoing with { SendAfter = first.Id }));

        (await TakeAsync()).Should().BeNull();
        await ChangeAsync(first.Id, message => message with { Stage = ExchangeStage.Rejected });

        (await TakeAsync()).Should().NotBeNull();
    }

    [TestMethod]
    public async Task A_message_after_one_that_does_not_exist_is_not_sent()
    {
        await AddAsync(Message(content: outgoing => outgoing with { SendAfter = "nobody" }));

        (await TakeAsync()).Should().BeNull();
    }

    [TestMethod]
    [DataRow(ExchangeStage.Accepted)]
    [DataRow(ExchangeStage.Parked)]
    [DataRow(ExchangeStage.AwaitingSignature)]
    public async Task Messages_of_one_ordering_key_go_one_after_another(ExchangeStage stage)
    {
        var first = Message("1", outgoing => outgoing with { OrderingKey = "k" });
        var second = Message("2", outgoing => outgoing with { OrderingKey = "k", Priority = 9 });
        await AddAsync(first with { Stage = stage }, second, Message("3", outgoing => outgoing with { OrderingKey = "K" }));

        (await TakeAsync())!.Content.Organisation.Should().Be("3");
        (await TakeAsync()).Should().BeNull();
        await ChangeAsync(first.Id, message => message with { Stage = ExchangeStage.Done });

        (await TakeAsync())!.Id.Should().Be(second.Id);
    }

    [TestMethod]
    public async Task Later_messages_of_an_organisation_wait_behind_one_that_awaits_a_signature()
    {
        var before = Message("1");
        var awaiting = Message("1");
        var behind = Message("1", outgoing => outgoing with { Purpose = "Suz", Priority = 9 });
        var immediate = Message("1", outgoing => outgoing with { Purpose = "Other", Immediate = true });
        await AddAsync(before, awaiting with { Stage = ExchangeStage.AwaitingSignature }, behind, immediate, Message("2"));

        var taken = new[] { await TakeAsync(), await TakeAsync(Claim() with { MessageId = immediate.Id }), await TakeAsync(), await TakeAsync() };

        taken.Select(message => message?.Content.Organisation).Should().Equal("1", "1", "2", null);
        Ids(taken.OfType<ExchangeMessage>()).Should().Contain([before.Id, immediate.Id]).And.NotContain(behind.Id);
        await ChangeAsync(awaiting.Id, message => message with { Stage = ExchangeStage.Cancelled });
        (await TakeAsync())!.Id.Should().Be(behind.Id);
    }

    [TestMethod]
    public async Task What_is_sent_past_the_queue_is_taken_only_by_who_names_it_or_its_document()
    {
        var messages = await AddAsync(Message("1", outgoing => outgoing with { Immediate = true }), Message("2", outgoing => outgoing with { Immediate = true, Document = "д" }), Message("3", outgoing => outgoing with { Immediate = true }) with { Stage = ExchangeStage.Uncertain, NextAttemptAt = Noon });

        (await TakeAsync()).Should().BeNull();
        (await TakeAsync(Claim() with { Organisations = ["1"] })).Should().BeNull();
        (await Store.ClaimAsync(Claim(), [ExchangeStage.Enqueued, ExchangeStage.Uncertain], 10, default)).Select(message => message.Id).Should().Equal(messages[2].Id);
        (await TakeAsync(Claim() with { MessageId = messages[0].Id }))!.Id.Should().Be(messages[0].Id);
        (await TakeAsync(Claim() with { Document = "д" }))!.Id.Should().Be(messages[1].Id);
    }

    [TestMethod]
    public async Task What_is_sent_past_the_queue_wakes_no_run_that_does_not_name_it()
    {
        var message = await AddAsync(Message("1", outgoing => outgoing with { Immediate = true }));

        (await Store.NextDueAsync(Claim(), [ExchangeStage.Enqueued], default)).Should().BeNull();
        (await Store.NextDueAsync(Claim() with { MessageId = message.Id }, [ExchangeStage.Enqueued], default)).Should().NotBeNull();
    }

    [TestMethod]
    public async Task Messages_are_listed_by_whether_they_go_past_the_queue()
    {
        var messages = await AddAsync(Message("1"), Message("1", outgoing => outgoing with { Immediate = true }));

        Ids(await Store.ListMessagesAsync(Id, new ExchangeQuery { Immediate = true }, default)).Should().Equal(messages[1].Id);
        Ids(await Store.ListMessagesAsync(Id, new ExchangeQuery { Immediate = false }, default)).Should().Equal(messages[0].Id);
    }

    [TestMethod]
    public async Task Two_servers_at_once_take_each_message_once()
    {
        await AddAsync([.. Enumerable.Range(0, 60).Select(number => Message($"{number % 20}", outgoing => outgoing with { Purpose = $"{number / 20}" }))]);

        var taken = await Task.WhenAll(Enumerable.Range(0, 100).Select(number =>
            Task.Run(() => (number % 2 == 0 ? Store : Other).ClaimToSendAsync(Claim(number % 2 == 0 ? "a" : "b"), default))));
        var rest = await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => TakeAsync()));

        Ids(taken.Concat(rest).OfType<ExchangeMessage>()).Should().OnlyHaveUniqueItems().And.HaveCount(60);
    }

    [TestMethod]
    public async Task Two_servers_at_once_never_send_two_of_one_organisation_and_purpose()
    {
        await AddAsync([.. Enumerable.Range(0, 30).Select(_ => Message())]);

        var taken = await Task.WhenAll(Enumerable.Range(0, 30).Select(number =>
            Task.Run(() => (number % 2 == 0 ? Store : Other).ClaimToSendAsync(Claim(number % 2 == 0 ? "a" : "b"), default))));

        taken.Should().ContainSingle(message => message != null);
        (await Store.ListMessagesAsync(Id, new ExchangeQuery { Stages = [ExchangeStage.Sending] }, default)).Should().ContainSingle();
    }
}
