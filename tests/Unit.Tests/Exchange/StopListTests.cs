using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

/// <summary>Which failures leave the rest of an organisation for the next run, and that nobody waits for ever behind those that fail.</summary>
[TestClass]
public sealed class StopListTests : EngineSetting
{
    private static readonly ConnectorError Unknown = new(ConnectorErrorCode.Rejected, "There is no such document.") { Reason = "HTTP_404" };

    [TestMethod]
    [DataRow(ConnectorErrorCode.Rejected, false, 4)]
    [DataRow(ConnectorErrorCode.AccessDenied, false, 4)]
    [DataRow(ConnectorErrorCode.Unavailable, true, 2)]
    [DataRow(ConnectorErrorCode.Timeout, true, 2)]
    public async Task Only_an_other_side_that_cannot_be_reached_stops_the_questions(ConnectorErrorCode code, bool stopped, int asked)
    {
        await AcceptAsync("1", "2", "3", "4");
        Adapter.OnReply = (_, _) => ValueTask.FromResult(new ReplyOutcome(ReplyVerdict.Same) { Error = new ConnectorError(code, "No.") });

        var result = await StepAfterAsync(121);

        Adapter.Count("Reply").Should().Be(asked);
        result.Organisations.Single().Stopped.Should().Be(stopped);
    }

    [TestMethod]
    public async Task Questions_that_fail_each_time_do_not_come_first_for_ever()
    {
        var messages = await AcceptAsync("1", "2", "3");
        Adapter.OnReply = (message, _) => ValueTask.FromResult(message.Id == messages[2].Id ? new ReplyOutcome(ReplyVerdict.Done) : new ReplyOutcome(ReplyVerdict.Same) { Error = Away });

        await StepsAsync(2);

        (await FindAsync(messages[2].Id)).Stage.Should().Be(ExchangeStage.Done);
    }

    [TestMethod]
    public async Task Signer_that_fails_ends_the_signing_and_nothing_else()
    {
        var signing = 0;
        Adapter.Signers[Organisation] = new FixedSigner { Sign = _ => throw new ConnectorException(Away with { Detail = $"{signing++}" }) };
        var plain = await PrepareAsync(Outgoing("док-0"));
        await PrepareAsync(Outgoing("док-1") with { NeedsSignature = true });
        await PrepareAsync(Outgoing("док-2") with { NeedsSignature = true });
        await PrepareAsync(Outgoing("док-3") with { NeedsSignature = true });

        var result = await StepAsync();

        signing.Should().Be(2, "the third would fail like the first two");
        (await FindAsync(plain.Id)).Stage.Should().Be(ExchangeStage.Accepted);
        result.Organisations.Single().Should().Match<OrganisationReport>(report => !report.Stopped && report.Failed == 2);
    }

    [TestMethod]
    public async Task Incoming_item_that_cannot_be_fetched_is_parked_in_the_end_and_bars_no_other()
    {
        var receiving = Box("a", "b", "c");
        receiving.OnFetch = item => item.RemoteId == "c" ? [1] : throw new ConnectorException(Unknown);

        await ReceiveAsync();
        (await ItemAsync("c")).Stage.Should().Be(IncomingStage.Acknowledged);
        await ReceiveAsync();
        await ReceiveAsync();
        await ReceiveAsync();
        (await ItemAsync("a")).Should().Match<StoredIncoming>(item => item.Stage == IncomingStage.Seen && item.Attempt == 4);
        await ReceiveAsync();

        (await ItemAsync("a")).Should().Match<StoredIncoming>(item => item.Stage == IncomingStage.Parked && item.LastError == Unknown);
    }

    [TestMethod]
    public async Task Refused_acknowledgement_bars_no_other()
    {
        var receiving = Box("a", "b", "c");
        receiving.OnAcknowledge = item => _ = item.RemoteId == "c" ? Remote.Box.TryRemove("c", out _) : throw new ConnectorException(Unknown);

        var result = await ReceiveAsync();

        Remote.Box.Keys.Should().BeEquivalentTo("a", "b");
        result.Organisations.Single().Should().Match<OrganisationReport>(report => report.Failed == 2 && !report.Stopped);
    }

    private async Task<IReadOnlyList<ExchangeMessage>> AcceptAsync(params string[] documents)
    {
        await Engine.PrepareAsync(Adapter, [.. documents.Select(document => Outgoing(document))], default);
        await StepAsync();
        Store.Messages.Should().OnlyContain(message => message.Stage == ExchangeStage.Accepted);
        return Store.Messages;
    }

    private ReceivingAdapter Box(params string[] ids)
    {
        var receiving = new ReceivingAdapter(Remote) { OnDelay = _ => null };
        Adapter = receiving;
        foreach (var id in ids) Remote.Box[id] = (new IncomingItem(Organisation, id, "/" + id), System.Text.Encoding.UTF8.GetBytes(id));
        return receiving;
    }

    private ValueTask<ExchangeResult> ReceiveAsync() => Engine.RunAsync(Adapter, OneStep with { Organisations = [Organisation] }, default);

    private async Task<StoredIncoming> ItemAsync(string remoteId) => (await Store.FindIncomingAsync(Id, Organisation, remoteId, default))!;
}
