using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using Emulators.Utm;

namespace Unit.Tests.Egais.Exchange;

[TestClass]
public sealed class SentSearchTests
{
    private static readonly TimeSpan LongAgo = TimeSpan.FromHours(1);

    [TestMethod]
    [DataRow(false, false)]
    [DataRow(true, false)]
    [DataRow(false, true)]
    public async Task A_ticket_with_the_Identity_finds_the_message(bool prefixed, bool withoutReplyId)
    {
        await using var rig = await UtmRig.StartAsync(options: new UtmOptions { PrefixedRequestIds = prefixed });
        rig.Host.Twists.TicketsWithoutReplyId = withoutReplyId;
        var message = await LostAsync(rig, FaultKind.ResetAfter);

        var found = await rig.Adapter.FindSentAsync(message, CancellationToken.None);

        found.Verdict.Should().Be(FindVerdict.Found);
        found.RequestId.Should().Be(ReplyIds.Normalise(rig.System.Judge.Posts(UtmRig.Shop)[^1].RequestId));
        found.Proof.Should().StartWith("Found: /opt/out/Ticket/");
    }

    [TestMethod]
    public async Task A_ticket_without_Identity_finds_the_message_by_the_registry_s_number()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.Host.Twists.TicketsWithoutIdentity = true;
        var message = await LostAsync(rig, FaultKind.ResetAfter);

        var found = await rig.Adapter.FindSentAsync(message, CancellationToken.None);

        found.Verdict.Should().Be(FindVerdict.Found);
    }

    [TestMethod]
    [DataRow(true, false, FindVerdict.Found)]
    [DataRow(false, false, FindVerdict.NotYet)]
    [DataRow(true, true, FindVerdict.NotYet)]
    public async Task A_message_without_Identity_is_the_only_unknown_request_of_its_type_at_a_UTM_of_our_own(bool exclusive, bool another, FindVerdict verdict)
    {
        await using var rig = await UtmRig.StartAsync(settings => settings.Organisations[1].Exclusive = exclusive);
        var message = await LostAsync(rig, FaultKind.ResetAfter, EgaisOperation.RepealRequestWayBill);
        await (another ? rig.KeepAsync(message with { Id = "another", Content = message.Content with { Id = "another" } }) : Task.CompletedTask);

        var found = await rig.Adapter.FindSentAsync(message, CancellationToken.None);

        found.Verdict.Should().Be(verdict);
    }

    [TestMethod]
    public async Task What_was_taken_and_shows_no_ticket_yet_is_never_called_absent()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.Host.Twists.Hold = "Ticket/*";
        var message = await LostAsync(rig, FaultKind.ResetAfter);

        var found = await rig.Adapter.FindSentAsync(Earlier(message), CancellationToken.None);

        found.Verdict.Should().Be(FindVerdict.NotYet);
        found.Proof.Should().Contain("may be its own or somebody else's");
    }

    [TestMethod]
    public async Task What_never_arrived_is_absent_when_the_wait_is_over_and_not_before()
    {
        await using var rig = await UtmRig.StartAsync();
        var message = await LostAsync(rig, FaultKind.ResetBefore);

        var early = await rig.Adapter.FindSentAsync(message, CancellationToken.None);
        var late = await rig.Adapter.FindSentAsync(Earlier(message), CancellationToken.None);

        early.Verdict.Should().Be(FindVerdict.NotYet);
        early.After.Should().BeCloseTo(TimeSpan.FromMinutes(3), TimeSpan.FromSeconds(30));
        late.Verdict.Should().Be(FindVerdict.Absent);
        late.Proof.Should().NotBeNullOrEmpty();
    }

    [TestMethod]
    [DataRow("GET /opt/out")]
    [DataRow("GET /opt/in")]
    [DataRow("GET /opt/in/state")]
    public async Task A_question_that_the_UTM_did_not_answer_leaves_it_open(string endpoint)
    {
        await using var rig = await UtmRig.StartAsync();
        var message = await LostAsync(rig, FaultKind.ResetBefore);
        rig.Host.Faults.Add(new Fault(FaultKind.Status, endpoint) { Status = 404 });

        var found = await rig.Adapter.FindSentAsync(Earlier(message), CancellationToken.None);

        found.Verdict.Should().Be(FindVerdict.NotYet);
        found.Error!.Reason.Should().Be("UTM_HTTP");
    }

    [TestMethod]
    public async Task Requests_of_others_that_cannot_be_told_apart_leave_it_open()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.Host.Twists.TicketsWithoutIdentity = true;
        var other = rig.Act();
        await rig.Utm.PostAsync(rig.Organisation(UtmRig.Shop), "WayBillAct_v4", other.Content.Payload, CancellationToken.None);
        var message = rig.Act() with { Stage = ExchangeStage.Uncertain };

        var found = await rig.Adapter.FindSentAsync(Earlier(WithoutRegId(message)), CancellationToken.None);

        found.Verdict.Should().Be(FindVerdict.NotYet);
    }

    [TestMethod]
    public async Task Requests_of_others_whose_tickets_name_them_do_not_hinder()
    {
        await using var rig = await UtmRig.StartAsync();
        var other = rig.Act();
        await rig.Utm.PostAsync(rig.Organisation(UtmRig.Shop), "WayBillAct_v4", other.Content.Payload, CancellationToken.None);
        var message = rig.Act() with { Stage = ExchangeStage.Uncertain };

        var found = await rig.Adapter.FindSentAsync(Earlier(message), CancellationToken.None);

        found.Verdict.Should().Be(FindVerdict.Absent);
    }

    [TestMethod]
    public async Task Own_requests_do_not_hinder()
    {
        await using var rig = await UtmRig.StartAsync();
        rig.Host.Twists.Hold = "Ticket/*";
        var sent = rig.Act();
        var outcome = await rig.Adapter.SendAsync(sent, CancellationToken.None);
        await rig.KeepAsync(sent with { Stage = ExchangeStage.Accepted, RequestId = outcome.RequestId });
        var message = rig.Act() with { Stage = ExchangeStage.Uncertain };

        var found = await rig.Adapter.FindSentAsync(Earlier(message), CancellationToken.None);

        found.Verdict.Should().Be(FindVerdict.Absent);
    }

    [TestMethod]
    public async Task A_workplace_s_message_waits_for_what_the_workplace_brings()
    {
        await using var rig = await UtmRig.StartAsync(settings => settings.Organisations[1].Mode = "client");
        var message = rig.Act() with { Stage = ExchangeStage.Uncertain };

        var found = await rig.Adapter.FindSentAsync(Earlier(message), CancellationToken.None);

        found.Verdict.Should().Be(FindVerdict.NotYet);
        rig.Requests("GET *").Should().Be(0);
    }

    [TestMethod]
    public async Task A_UTM_of_somebody_else_proves_nothing()
    {
        await using var rig = await UtmRig.StartAsync();
        var message = rig.Act() with { Stage = ExchangeStage.Uncertain };
        rig.Host.Conditions.KeyOwner = UtmRig.Wholesaler;

        var found = await rig.Adapter.FindSentAsync(Earlier(message), CancellationToken.None);

        found.Verdict.Should().Be(FindVerdict.NotYet);
        found.Error!.Reason.Should().Be("UTM_WRONG_OWNER");
    }

    private static async Task<ExchangeMessage> LostAsync(UtmRig rig, FaultKind fault, EgaisOperation operation = EgaisOperation.ActAccept)
    {
        var act = rig.Act();
        var message = operation == EgaisOperation.ActAccept ? act : await RepealAsync(rig, act, operation);
        rig.Host.Faults.Add(new Fault(fault, "POST /opt/in/*"));
        (await rig.Adapter.SendAsync(message, CancellationToken.None)).Verdict.Should().Be(SendVerdict.NoVerdict);
        return message with { Stage = ExchangeStage.Uncertain };
    }

    private static async Task<ExchangeMessage> RepealAsync(UtmRig rig, ExchangeMessage act, EgaisOperation operation)
    {
        var outcome = await rig.Adapter.SendAsync(act, CancellationToken.None);
        await rig.KeepAsync(act with { Stage = ExchangeStage.Accepted, RequestId = outcome.RequestId });
        var document = new EgaisDocument(act.Content.Document!, EgaisDocumentKind.IncomingWaybill, UtmRig.Shop) { RegId = (string?)act.Content.Extra["regId"] };
        return rig.Message(operation, document, new ConnectorRecord { ["actNumber"] = "R-1" });
    }

    private static ExchangeMessage Earlier(ExchangeMessage message) => message with { SentAt = message.SentAt - LongAgo, StageSince = message.StageSince - LongAgo };

    private static ExchangeMessage WithoutRegId(ExchangeMessage message)
    {
        var extra = new ConnectorRecord(message.Content.Extra) { ["regId"] = null };
        return message with { Content = message.Content with { Extra = extra } };
    }
}
