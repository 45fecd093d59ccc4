using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>Signatures by people: what is asked for, what is taken back, and the token between them.</summary>
[TestClass]
public sealed class ContinueTests : EngineSetting
{
    private static readonly byte[] Challenge = [9, 9, 9];

    [TestMethod]
    public async Task Signature_that_is_missing_is_asked_for_with_the_exact_bytes()
    {
        var message = await PrepareAsync(Outgoing() with { NeedsSignature = true });

        var result = await StepAsync();

        message.Stage.Should().Be(ExchangeStage.AwaitingSignature);
        result.SigningRequired.Should().ContainSingle().Which.Should().BeEquivalentTo(new SigningItem(message.Id, Organisation, SignatureForm.Detached, [1, 2, 3]) { Purpose = ExampleStatuses.Introduce, Document = "док-1" });
        result.NothingWorked.Should().BeFalse("nothing failed");
        Remote.Arrivals.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Token_survives_a_restart_and_is_used_up()
    {
        var message = await PrepareAsync(Outgoing() with { NeedsSignature = true });
        var token = (await StepAsync()).ContinueToken!;
        Engine = NewEngine();

        await ContinueAsync(token, message.Id);

        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Accepted && kept.Signature!.Length > 0);
        await AssertRefusedAsync(() => ContinueAsync(token, message.Id));
    }

    [TestMethod]
    [DataRow(86_399, true)]
    [DataRow(86_400, false)]
    public async Task Token_lives_a_day(int seconds, bool alive)
    {
        var message = await PrepareAsync(Outgoing() with { NeedsSignature = true });
        var token = (await StepAsync()).ContinueToken!;
        Clock.Advance(TimeSpan.FromSeconds(seconds));

        await Task.WhenAny(ContinueAsync(token, message.Id));

        ((await FindAsync(message.Id)).Stage == ExchangeStage.Accepted).Should().Be(alive);
    }

    [TestMethod]
    public async Task Token_of_another_user_is_refused_and_stays_good_for_its_own()
    {
        var message = await PrepareAsync(Outgoing() with { NeedsSignature = true });
        var token = (await StepAsync()).ContinueToken!;

        await AssertRefusedAsync(() => Engine.ContinueAsync(Adapter, token, [], OneStep with { User = "Петров" }, default).AsTask());
        await ContinueAsync(token, message.Id);

        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Accepted);
    }

    [TestMethod]
    [DataRow("")]
    [DataRow("abc")]
    [DataRow("%%%%")]
    [DataRow("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public Task Nonsense_is_no_token(string token) => AssertRefusedAsync(() => Engine.ContinueAsync(Adapter, token, [], OneStep, default).AsTask());

    [TestMethod]
    public async Task Store_alone_cannot_read_what_is_suspended()
    {
        var (store, spy) = SpyStore.Over(Store);
        Engine = NewEngine(store);
        var message = await PrepareAsync(Outgoing() with { NeedsSignature = true });

        var token = (await StepAsync()).ContinueToken!;

        var text = System.Text.Encoding.UTF8.GetString(spy.Suspension!.Sealed);
        text.Should().NotContain(message.Id).And.NotContain("items");
        token.Should().NotContain(spy.Suspension.Id);
    }

    public static IEnumerable<object[]> BadSignatures => [["other bytes", Cms.Detached([7])], ["other bytes inside", Cms.Attached([7])], ["no CMS", new byte[] { 1, 2, 3 }], ["nothing", Array.Empty<byte>()], ["half", Cms.Detached([1, 2, 3])[..20]]];

    [TestMethod]
    [DynamicData(nameof(BadSignatures))]
    public async Task Signature_that_is_none_of_ours_is_refused_and_asked_for_again(string what, byte[] cms)
    {
        var message = await PrepareAsync(Outgoing() with { NeedsSignature = true });
        var asked = await StepAsync();

        var result = await Engine.ContinueAsync(Adapter, asked.ContinueToken!, [new SignedItem(message.Id, cms)], OneStep, default);

        result.Changes.Should().ContainSingle().Which.Error!.Reason.Should().Be("SIGNATURE_INVALID", what);
        result.SigningRequired.Should().ContainSingle();
        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.AwaitingSignature);
    }

    [TestMethod]
    public async Task Signature_nobody_asked_for_hinders_no_other()
    {
        var message = await PrepareAsync(Outgoing() with { NeedsSignature = true });
        var later = await PrepareAsync(Outgoing("док-2") with { NeedsSignature = true });
        var token = (await Engine.RunAsync(Adapter, OneStep with { MessageId = message.Id }, default)).ContinueToken!;

        var result = await ContinueAsync(token, later.Id, message.Id);

        result.Changes.Should().Contain(change => change.MessageId == later.Id && change.Error!.Reason == "SIGNATURE_INVALID");
        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Accepted);
        (await FindAsync(later.Id)).Stage.Should().Be(ExchangeStage.AwaitingSignature, "it does not belong to the token");
    }

    [TestMethod]
    public async Task Signature_for_a_message_that_was_taken_back_is_told()
    {
        var message = await PrepareAsync(Outgoing() with { NeedsSignature = true });
        var token = (await StepAsync()).ContinueToken!;
        await Engine.CancelTransferAsync(Adapter, "док-1", null, default);

        var result = await ContinueAsync(token, message.Id);

        result.Changes.Should().ContainSingle().Which.Error!.Message.Should().Contain(message.Id).And.Contain("no longer awaits");
        Remote.Arrivals.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Key_of_the_server_signs_at_once()
    {
        Adapter.Signers[Organisation] = new FixedSigner();
        var message = await PrepareAsync(Outgoing() with { NeedsSignature = true });

        var result = await StepAsync();

        result.SigningRequired.Should().BeEmpty();
        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Accepted);
    }

    [TestMethod]
    public async Task Run_of_one_message_signs_what_stands_before_it_and_nothing_behind()
    {
        Adapter.Signers[Organisation] = new FixedSigner();
        await PrepareAsync(Outgoing("док-1") with { NeedsSignature = true, Id = "m-1" });
        await PrepareAsync(Outgoing("док-2") with { NeedsSignature = true, Id = "m-2" });
        await PrepareAsync(Outgoing("док-3") with { NeedsSignature = true, Id = "m-3" });

        var result = await Engine.RunAsync(Adapter, OneStep with { MessageId = "m-2" }, default);

        (await FindAsync("m-1")).Stage.Should().Be(ExchangeStage.Enqueued, "it is not this run's to send");
        (await FindAsync("m-2")).Stage.Should().Be(ExchangeStage.Accepted);
        (await FindAsync("m-3")).Stage.Should().Be(ExchangeStage.AwaitingSignature);
        result.HeldMessages.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Run_of_one_document_signs_what_stands_before_it()
    {
        Adapter.Signers[Organisation] = new FixedSigner();
        await PrepareAsync(Outgoing("док-1") with { NeedsSignature = true, Id = "m-1" });
        await PrepareAsync(Outgoing("док-2") with { Id = "m-2" });

        await Engine.RunAsync(Adapter, OneStep with { Document = "док-2" }, default);

        (await FindAsync("m-2")).Stage.Should().Be(ExchangeStage.Accepted);
    }

    [TestMethod]
    public async Task Message_that_waits_behind_anothers_signature_is_told_as_held_in_its_own_run()
    {
        await PrepareAsync(Outgoing("док-1") with { NeedsSignature = true, Id = "m-1" });
        await PrepareAsync(Outgoing("док-2") with { Id = "m-2" });
        await PrepareAsync(Outgoing("док-3") with { Id = "m-3" });

        var result = await Engine.RunAsync(Adapter, OneStep with { MessageId = "m-2" }, default);

        result.HeldMessages.Should().Equal("m-2");
        result.SigningRequired.Should().BeEmpty("the other document is not this run's");
        Remote.Arrivals.Should().BeEmpty();
    }

    [TestMethod]
    public async Task Signer_that_defers_leaves_it_to_people_and_one_that_fails_is_told()
    {
        Adapter.Signers["1"] = new FixedSigner { Sign = _ => SignOutcome.Deferred };
        Adapter.Signers["2"] = new FixedSigner { Sign = _ => throw new ConnectorException(Away) };
        await PrepareAsync(Outgoing("док-1", "1") with { NeedsSignature = true, Id = "m-1" });
        await PrepareAsync(Outgoing("док-2", "2") with { NeedsSignature = true, Id = "m-2" });

        var result = await StepAsync();

        result.SigningRequired.Select(item => item.ItemId).Should().Equal("m-1", "m-2");
        result.Organisations.Single(report => report.Organisation == "2").Error.Should().Be(Away);
        (await FindAsync("m-2")).LastError.Should().Be(Away);
        (await FindAsync("m-1")).LastError.Should().BeNull();
    }

    [TestMethod]
    public async Task Second_payload_is_signed_by_its_own_signer()
    {
        Adapter.Signers[Organisation] = new FixedSigner();
        var message = await PrepareAsync(Outgoing() with { NeedsSignature = true, SecondPayload = [5], SecondSigner = "7700000002" });

        var asked = await StepAsync();
        asked.SigningRequired.Should().ContainSingle().Which.Should().Match<SigningItem>(item => item.Organisation == "7700000002" && item.ItemId == message.Id + ":2" && item.Content[0] == 5);
        await Engine.ContinueAsync(Adapter, asked.ContinueToken!, [new SignedItem(message.Id + ":2", Cms.Detached([5]))], OneStep, default);

        (await FindAsync(message.Id)).Should().Match<ExchangeMessage>(kept => kept.Stage == ExchangeStage.Accepted && kept.Signature != null && kept.SecondSignature != null);
    }

    [TestMethod]
    public async Task Session_key_is_signed_for_first_and_the_message_goes_with_it()
    {
        var keyed = AskForKey();
        var message = await PrepareAsync();
        var asked = await StepAsync();
        asked.SigningRequired.Should().ContainSingle().Which.Should().Match<SigningItem>(item => item.ItemId == "c-1" && item.Form == SignatureForm.Attached && item.Purpose == "session");
        asked.NothingWorked.Should().BeFalse();

        await Engine.ContinueAsync(Adapter, asked.ContinueToken!, [new SignedItem("c-1", Cms.Attached(Challenge))], OneStep, default);

        keyed().Should().Be("memo");
        (await FindAsync(message.Id)).Stage.Should().Be(ExchangeStage.Accepted);
    }

    [TestMethod]
    public async Task Challenge_that_is_outdated_is_asked_for_afresh()
    {
        AskForKey();
        await PrepareAsync();
        var asked = await StepAsync();
        Adapter.OnSend = (_, _) => ValueTask.FromResult(new SendOutcome(SendVerdict.SessionKeyNeeded));
        Adapter.OnSessionKey = (challenge, _) => ValueTask.FromResult<SessionChallenge?>(challenge with { ItemId = "c-2", Content = [8] });

        var again = await Engine.ContinueAsync(Adapter, asked.ContinueToken!, [new SignedItem("c-1", Cms.Attached(Challenge))], OneStep, default);

        again.SigningRequired.Should().ContainSingle().Which.ItemId.Should().Be("c-2");
        again.ContinueToken.Should().NotBeNull();
    }

    [TestMethod]
    public async Task Question_that_needs_a_key_asks_for_it_too()
    {
        await PrepareAsync();
        await StepAsync();
        Adapter.OnReply = (_, _) => ValueTask.FromResult(new ReplyOutcome(ReplyVerdict.Same) { Error = Away, Challenge = new SessionChallenge("c-1", Organisation, "TrueApi", Challenge) });

        var result = await StepAfterAsync(5);

        result.SigningRequired.Should().ContainSingle().Which.ItemId.Should().Be("c-1");
        result.NothingWorked.Should().BeFalse();
    }

    private Func<string?> AskForKey()
    {
        string? key = null;
        Adapter.OnSend = (message, _) => ValueTask.FromResult(key is null
            ? new SendOutcome(SendVerdict.SessionKeyNeeded) { Challenge = new SessionChallenge("c-1", Organisation, "TrueApi", Challenge) { Memo = "memo" } }
            : SendOutcome.Accepted(Remote.Arrive(message)));
        Adapter.OnSessionKey = (challenge, _) =>
        {
            key = challenge.Memo;
            return ValueTask.FromResult<SessionChallenge?>(null);
        };
        return () => key;
    }

    private Task<ExchangeResult> ContinueAsync(string token, params string[] ids) =>
        Engine.ContinueAsync(Adapter, token, [.. ids.Select(id => new SignedItem(id, Cms.Detached([1, 2, 3])))], OneStep, default).AsTask();

    private static async Task AssertRefusedAsync(Func<Task> action) =>
        (await FluentActions.Awaiting(action).Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("CONTINUE_TOKEN");
}
