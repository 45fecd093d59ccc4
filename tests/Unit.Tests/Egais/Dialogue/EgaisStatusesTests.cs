using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using static Connectors.Egais.EgaisDocumentKind;
using static Connectors.Egais.EgaisOperation;

namespace Unit.Tests.Egais.Dialogue;

[TestClass]
public sealed class EgaisStatusesTests
{
    private static Story Received => Story.Of(IncomingWaybill).Hears(IncomingWayBill);

    [TestMethod]
    public void A_waybill_that_may_have_arrived_waits_to_be_sent_and_cannot_be_taken_back()
    {
        var story = Received.Prepares(ActAccept);

        var end = story.And(story.On(ActAccept, FactKind.Uncertain, "m-1") with { Error = Story.Away }).End;

        end.Status.Should().Be("ActAccept.ToSend");
        end.Actions.Should().Equal("RunExchange");
        end.Error!.Reason.Should().Be("UTM_OUTCOME_UNKNOWN");
    }

    [TestMethod]
    public void What_is_proven_absent_is_prepared_again_as_before()
    {
        var story = Received.Prepares(ActAccept);

        var end = story.And(story.On(ActAccept, FactKind.Uncertain, "m-1"), story.On(ActAccept, FactKind.Prepared, "m-1")).End;

        end.Should().BeEquivalentTo(story.End);
    }

    [TestMethod]
    public void A_parked_message_shows_an_error_that_cannot_be_undone_and_a_ticket_ends_it()
    {
        var story = Received.Prepares(ActAccept);
        var parked = story.And(story.On(ActAccept, FactKind.Uncertain, "m-1"), story.On(ActAccept, FactKind.Parked, "m-1") with { Error = Story.Away });

        parked.End.Should().Match<DocumentState>(state => state.Status == "ActAccept.Error" && !state.IsError);
        parked.And(story.Comes(ActAccept, "Received")).End.Status.Should().Be("ActAccept.Processing");
    }

    [TestMethod]
    public void An_error_is_left_by_a_new_try_and_the_old_ticket_says_nothing_about_it()
    {
        var story = Received.Sends(ActAccept);
        var again = story.And(story.Refused(ActAccept, EgaisStatuses.SecondTicket)).Sends(ActAccept, "m-2");

        var end = again.And(story.Refused(ActAccept, EgaisStatuses.FirstTicket), story.Comes(ActAccept, "Received")).End;

        end.Status.Should().Be("ActAccept.SentToUtm");
        end.Error.Should().BeNull();
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void An_act_that_is_there_already_is_conducted_when_the_earlier_ticket_comes(bool ticketFirst)
    {
        var story = Received.Sends(ActAccept).Sends(ActAccept, "m-2");
        var conducted = story.Comes(ActAccept, "Posted");
        var refused = story.On(ActAccept, FactKind.Rejected, "m-2") with { Status = "Result", Error = DialogueErrors.ActedAlready("x", "Акт для данной накладной уже зарегистрирован") };

        var end = (ticketFirst ? story.And(conducted, refused) : story.And(refused, conducted)).End;

        end.Status.Should().Be("Confirmed");
        end.Error.Should().BeNull();
        story.And(refused).End.Status.Should().Be("ActAccept.Error");
    }

    [TestMethod]
    public void Without_an_answer_to_a_repeal_it_may_be_repeated()
    {
        var story = Received.Sends(ActAccept, "a").And(Received.Comes(ActAccept, "Posted", "a")).Sends(RepealRequestWayBill, "r");

        var end = story.And(story.On(RepealRequestWayBill, FactKind.Waiting, "r") with { Status = "NoAnswer" }).End;

        end.Status.Should().Be("RepealRequest.Processing");
        end.Actions[0].Should().Be("RequestRepeal");
    }

    [TestMethod]
    public void A_waybill_without_its_F2_offers_nothing_until_it_comes_whole()
    {
        var flawed = Story.Of(IncomingWaybill).And(Story.Of(IncomingWaybill).On(IncomingWayBill, FactKind.Received) with { Error = DialogueErrors.WithoutF2("TTN-1", ["2"]) });

        flawed.End.Actions.Should().BeEmpty();
        flawed.End.Error!.Reason.Should().Be("F2_MISSING");
        flawed.Hears(IncomingWayBill).End.Actions.Should().Equal("ConfirmReceipt", "RefuseWaybill");
        flawed.Hears(IncomingWayBill).End.Error.Should().BeNull();
    }

    [TestMethod]
    public void A_waybill_that_comes_again_after_the_supplier_took_it_back_stays_cancelled() =>
        Received.And(Received.Unconducted(IncomingUnconduct, null)).Hears(IncomingWayBill).End.Status.Should().Be("CancelledBySupplier");

    [TestMethod]
    public void Goods_are_checked_first_where_that_is_wanted()
    {
        var statuses = new EgaisStatuses(checkFirst: true);
        var checkedWaybill = Received.And(Received.On(IncomingWayBill, FactKind.InWork) with { Receipts = ["Checked"] });

        Received.EndWith(statuses).Actions.Should().Equal("PerformCheck", "RefuseWaybill");
        checkedWaybill.EndWith(statuses).Actions.Should().Equal("ConfirmReceipt", "RefuseWaybill");
        checkedWaybill.Hears(IncomingWayBill).EndWith(statuses).Actions.Should().Equal(["PerformCheck", "RefuseWaybill"], "other content has not been checked");
    }

    [TestMethod]
    public void Where_a_job_sends_people_wait_for_it() =>
        Received.Prepares(ActAccept).EndWith(new EgaisStatuses(byJob: true)).Actions.Should().Equal("WaitScheduledTransfer", "CancelTransfer");

    [TestMethod]
    [DataRow("OutgoingWaybill", "WriteOffRegister1")]
    [DataRow("IncomingWaybill", "WayBill")]
    [DataRow("OutgoingWaybill", "нет такой")]
    [DataRow("Waybill", "WayBill")]
    public void An_operation_that_a_kind_does_not_know_is_refused(string kind, string operation)
    {
        var preparing = () => new EgaisStatuses().After(new DocumentState("1", kind, "Draft"), new DocumentFact("1", kind, operation, FactKind.Prepared));

        preparing.Should().Throw<ConnectorException>().Which.Error.Reason.Should().Be("STATUS_TABLE");
    }
}
