using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using FluentAssertions;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace TestKit.Exchange;

/// <summary>Leases without a move, and when the next step falls due.</summary>
public abstract class ExchangeStoreLeaseContract : ExchangeStoreClaimContract
{
    private static readonly ExchangeStage[] Polled = [ExchangeStage.Accepted, ExchangeStage.WaitingRemote];

    [TestMethod]
    public async Task Due_messages_are_leased_in_their_stage()
    {
        var due = await AddAsync(Message() with { Stage = ExchangeStage.Accepted, NextAttemptAt = Noon }, Message(content: outgoing => outgoing with { Priority = 1 }) with { Stage = ExchangeStage.WaitingRemote, NextAttemptAt = Noon.AddSeconds(10) });
        await AddAsync(Message() with { Stage = ExchangeStage.Accepted, NextAttemptAt = Noon.AddSeconds(11) }, Message() with { Stage = ExchangeStage.Uncertain, NextAttemptAt = Noon });

        var taken = await Store.ClaimAsync(Claim(), Polled, 10, default);

        Ids(taken).Should().Equal(due[1].Id, due[0].Id);
        taken.Select(message => message.Stage).Should().Equal(ExchangeStage.WaitingRemote, ExchangeStage.Accepted);
        (await Other.ClaimAsync(Claim("b"), Polled, 10, default)).Should().BeEmpty();
        (await Store.CommitAsync(new ExchangeCommit(Id) { LeaseOwner = "a", Changed = [.. taken.Select(message => message with { PollNumber = 1 })] }, default)).Should().BeNull();
    }

    [TestMethod]
    public async Task A_limit_of_leases_holds()
    {
        await AddAsync([.. Enumerable.Range(0, 5).Select(_ => Message() with { Stage = ExchangeStage.Accepted, NextAttemptAt = Noon })]);

        (await Store.ClaimAsync(Claim(), Polled, 2, default)).Should().HaveCount(2);
        (await Store.ClaimAsync(Claim(), Polled, 2, default)).Should().HaveCount(2);
        (await Store.ClaimAsync(Claim(), Polled, 2, default)).Should().HaveCount(1);
    }

    [TestMethod]
    [DataRow(ExchangeStage.Accepted)]
    [DataRow(ExchangeStage.WaitingRemote)]
    [DataRow(ExchangeStage.Uncertain)]
    public async Task What_something_else_will_wake_is_never_due_by_itself(ExchangeStage stage)
    {
        await AddAsync(Message() with { Stage = stage });

        (await Store.ClaimAsync(Claim(seconds: 100_000), [stage], 10, default)).Should().BeEmpty();
        (await Store.NextDueAsync(Claim(), [stage], default)).Should().BeNull();
    }

    [TestMethod]
    public async Task What_awaits_a_signature_is_due_at_once()
    {
        await AddAsync(Message() with { Stage = ExchangeStage.AwaitingSignature });

        (await Store.ClaimAsync(Claim(), [ExchangeStage.AwaitingSignature], 10, default)).Should().ContainSingle();
    }

    [TestMethod]
    public async Task What_is_being_sent_is_due_when_its_lease_is_over()
    {
        await AddAsync(Message());
        var sent = (await TakeAsync(Claim("a", 10)))!;

        (await Store.NextDueAsync(Claim(), [ExchangeStage.Sending], default)).Should().Be(Noon.AddSeconds(70));
        (await Store.ClaimAsync(Claim("b", 69), [ExchangeStage.Sending], 10, default)).Should().BeEmpty();
        var found = await Store.ClaimAsync(Claim("b", 70), [ExchangeStage.Sending], 10, default);

        found.Should().ContainSingle().Which.Should().Match<ExchangeMessage>(message => message.Id == sent.Id && message.Stage == ExchangeStage.Sending);
        (await Store.CommitAsync(new ExchangeCommit(Id) { LeaseOwner = "a", Changed = [sent with { Stage = ExchangeStage.Accepted }] }, default)).Should().NotBeNull();
    }

    [TestMethod]
    public async Task A_renewed_lease_lasts_longer_and_only_for_its_owner()
    {
        await AddAsync(Message("1"), Message("2"), Message("3"));
        await TakeAsync();
        await TakeAsync();
        await TakeAsync(Claim("b"));

        (await Store.RenewLeasesAsync(Id, "a", Noon.AddSeconds(1000), default)).Should().Be(2);
        (await Store.RenewLeasesAsync("egais", "a", Noon.AddSeconds(1000), default)).Should().Be(0);

        (await Store.ClaimAsync(Claim("c", 999), [ExchangeStage.Sending], 10, default)).Should().ContainSingle().Which.Content.Organisation.Should().Be("3");
        (await Store.RenewLeasesAsync(Id, "b", Noon.AddSeconds(2000), default)).Should().Be(0, "its lease was taken over");
    }

    [TestMethod]
    public async Task Two_servers_at_once_lease_each_message_once()
    {
        await AddAsync([.. Enumerable.Range(0, 50).Select(_ => Message() with { Stage = ExchangeStage.Accepted, NextAttemptAt = Noon })]);

        var taken = await Task.WhenAll(Enumerable.Range(0, 30).Select(number =>
            Task.Run(() => (number % 2 == 0 ? Store : Other).ClaimAsync(Claim(number % 2 == 0 ? "a" : "b"), Polled, 3, default))));
        var rest = await Store.ClaimAsync(Claim(), Polled, 100, default);

        Ids(taken.SelectMany(messages => messages).Concat(rest)).Should().OnlyHaveUniqueItems().And.HaveCount(50);
    }

    [TestMethod]
    public async Task An_answer_is_taken_after_the_message_that_must_come_first()
    {
        var first = Message();
        var after = Message(content: outgoing => outgoing with { LoadAfter = first.Id });
        await AddAsync(first with { Stage = ExchangeStage.Uncertain }, after with { Stage = ExchangeStage.Accepted, NextAttemptAt = Noon }, Message(content: outgoing => outgoing with { LoadAfter = "nobody" }) with { Stage = ExchangeStage.Accepted, NextAttemptAt = Noon });

        (await Store.ClaimAsync(Claim(), Polled, 10, default)).Should().BeEmpty();
        (await Store.NextDueAsync(Claim(), Polled, default)).Should().BeNull();
        await ChangeAsync(first.Id, message => message with { Stage = ExchangeStage.Done });

        Ids(await Store.ClaimAsync(Claim(), Polled, 10, default)).Should().Equal(after.Id);
    }

    [TestMethod]
    public async Task An_answer_waits_for_a_message_that_is_to_be_loaded_before_it()
    {
        var awaited = Message();
        var first = Message(content: outgoing => outgoing with { LoadBefore = awaited.Id });
        await AddAsync(awaited with { Stage = ExchangeStage.Accepted, NextAttemptAt = Noon }, first);

        (await Store.ClaimAsync(Claim(), Polled, 10, default)).Should().BeEmpty();
        await ChangeAsync(first.Id, message => message with { Stage = ExchangeStage.Done });

        Ids(await Store.ClaimAsync(Claim(), Polled, 10, default)).Should().Equal(awaited.Id);
    }

    [TestMethod]
    public async Task Next_due_is_the_earliest_of_the_stages_asked_for()
    {
        await AddAsync(Message("1") with { Stage = ExchangeStage.Accepted, NextAttemptAt = Noon.AddSeconds(30) }, Message("2") with { Stage = ExchangeStage.Uncertain, NextAttemptAt = Noon.AddSeconds(20) }, Message("3") with { NextAttemptAt = Noon.AddSeconds(40) });

        (await Store.NextDueAsync(Claim(), [ExchangeStage.Accepted, ExchangeStage.Enqueued], default)).Should().Be(Noon.AddSeconds(30));
        (await Store.NextDueAsync(Claim(), [ExchangeStage.Accepted, ExchangeStage.Uncertain], default)).Should().Be(Noon.AddSeconds(20));
        (await Store.NextDueAsync(Claim() with { Stopped = ["2"] }, [ExchangeStage.Accepted, ExchangeStage.Uncertain], default)).Should().Be(Noon.AddSeconds(30));
        (await Store.NextDueAsync(Claim() with { Organisations = ["3"] }, [ExchangeStage.Enqueued], default)).Should().Be(Noon.AddSeconds(40));
        (await Store.NextDueAsync(Claim(), [ExchangeStage.Parked], default)).Should().BeNull();
    }

    [TestMethod]
    public async Task What_waits_behind_another_message_is_not_due()
    {
        await AddAsync(Message() with { Stage = ExchangeStage.AwaitingSignature }, Message(), Message("2", outgoing => outgoing with { SendAfter = "nobody" }));

        (await Store.NextDueAsync(Claim(), [ExchangeStage.Enqueued], default)).Should().BeNull();
    }

    [TestMethod]
    public async Task What_can_be_taken_at_once_is_due_in_the_past()
    {
        await AddAsync(Message());

        (await Store.NextDueAsync(Claim(), [ExchangeStage.Enqueued], default)).Should().NotBeNull().And.BeOnOrBefore(Noon.AddSeconds(10));
    }

    [TestMethod]
    public async Task What_is_leased_is_due_at_the_end_of_its_lease()
    {
        await AddAsync(Message() with { Stage = ExchangeStage.Accepted, NextAttemptAt = Noon });
        await Store.ClaimAsync(Claim("b", 10), Polled, 10, default);

        (await Store.NextDueAsync(Claim(), Polled, default)).Should().Be(Noon.AddSeconds(70));
    }
}
