using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using static Connectors.Egais.EgaisDocumentKind;
using static Connectors.Egais.EgaisOperation;

namespace Unit.Tests.Egais.Dialogue;

/// <summary>The tables of states, row by row: from, event, to, next actions.</summary>
[TestClass]
public sealed class StateTableTests
{
    private static readonly EgaisStatuses Statuses = new();

    private static Story Received => Story.Of(IncomingWaybill).Hears(IncomingWayBill);

    private static Story Confirmed => Conducted(Received, ActAccept, "a");

    private static Story Differs => Conducted(Received, ActDifferences, "a");

    private static Story Refused => Conducted(Received, ActReject, "a");

    private static Story AtClient => Registered(Conducted(Story.Of(OutgoingWaybill), WayBill, "w"), WayBill, "w");

    private static Story DifferencesCame => AtClient.Hears(IncomingActDifferences);

    private static Story RepealAsked => AtClient.Hears(IncomingActAccepted).Hears(IncomingRepealRequest);

    internal static IEnumerable<object[]> Rows =>
    [
        // Incoming waybill.
        Row("pair assembled", Received, "ReceivedFromEgais", "ConfirmReceipt", "RefuseWaybill"),
        Row("act accepted", Confirmed, "Confirmed", "RequestRepeal"),
        Row("act accepted, un-conducted", Confirmed.And(Confirmed.Unconducted(ActAccept, "a")), "CancelledBySupplier"),
        Row("act of differences conducted", Differs, "ConfirmedWithDifferences", "RequestRepeal"),
        Row("act of differences un-conducted", Differs.And(Differs.Unconducted(ActDifferences, "a")), "CancelledBySupplier"),
        Row("act of differences, supplier confirms before the tickets", Received.Sends(ActDifferences).Hears(IncomingDifferencesConfirmed), "ConfirmedWithDifferences", "RequestRepeal"),
        Row("act of differences, supplier refuses", Differs.Hears(IncomingDifferencesRefused), "CancelledBySupplier"),
        Row("refusal conducted", Refused, "Cancelled", "RequestRepeal"),
        Row("refusal un-conducted", Received.Sends(ActReject, "a").And(Received.Unconducted(ActReject, "a")), "Cancelled", "RequestRepeal"),
        Row("repeal conducted", Conducted(Confirmed, RepealRequestWayBill, "r"), "ReceivedFromEgais", "ConfirmReceipt", "RefuseWaybill"),
        Row("repeal un-conducted", Confirmed.Sends(RepealRequestWayBill, "r").And(Confirmed.Unconducted(RepealRequestWayBill, "r")), "ReceivedFromEgais", "ConfirmReceipt", "RefuseWaybill"),
        Row("repeal, un-conduct comes by the act's ticket", Confirmed.Sends(RepealRequestWayBill, "r").And(Confirmed.Unconducted(ActAccept, "a")), "ReceivedFromEgais", "ConfirmReceipt", "RefuseWaybill"),
        Row("repeal of differences conducted", Conducted(Differs, RepealRequestWayBill, "r"), "ReceivedFromEgais", "ConfirmReceipt", "RefuseWaybill"),
        Row("repeal refused by the supplier", Confirmed.Sends(RepealRequestWayBill, "r").Hears(IncomingRepealRefused), "Confirmed", "RequestRepeal"),
        Row("repeal of the refusal conducted", Conducted(Refused, RepealRequestWayBill, "r"), "ReceivedFromEgais", "ConfirmReceipt", "RefuseWaybill"),
        Row("repeal of the refusal refused", Refused.Sends(RepealRequestWayBill, "r").Hears(IncomingRepealRefused), "Cancelled", "RequestRepeal"),
        Row("un-conducted before an own act", Received.And(Received.Unconducted(IncomingUnconduct, null)), "CancelledBySupplier"),

        // Outgoing waybill.
        Row("created", Story.Of(OutgoingWaybill), "Draft", "TransferData"),
        Row("prepared", Story.Of(OutgoingWaybill).Prepares(WayBill), "ToSend", "RunExchange", "CancelTransfer"),
        Row("taken by the UTM", Story.Of(OutgoingWaybill).Sends(WayBill), "SentToUtm", "WaitReceivedTicket", "WaitConductedTicket", "WaitRegistration"),
        Row("first ticket", With(Story.Of(OutgoingWaybill).Sends(WayBill), WayBill, "Received"), "Processing", "WaitConductedTicket", "WaitRegistration"),
        Row("registered only", With(Story.Of(OutgoingWaybill).Sends(WayBill), WayBill, "Notice"), "Processing", "WaitReceivedTicket", "WaitConductedTicket"),
        Row("all receipts", AtClient, "ProcessedByClient", "WaitConfirmation", "RefuseWaybill"),
        Row("client accepts", AtClient.Hears(IncomingActAccepted), "Confirmed"),
        Row("client refuses", AtClient.Hears(IncomingActRejected), "CancelledByClient"),
        Row("client un-conducts", AtClient.And(AtClient.Unconducted(IncomingUnconduct, null)), "CancelledByClient"),
        Row("client differs", DifferencesCame, "DifferencesReceived", "ConfirmDifferences", "RefuseDifferences"),
        Row("differences confirmed", With(DifferencesCame.Sends(DifferencesConfirm), DifferencesConfirm, "Received"), "ConfirmedWithDifferences"),
        Row("differences refused", With(DifferencesCame.Sends(DifferencesRefuse), DifferencesRefuse, "Received"), "Cancelled"),
        Row("own refusal", Conducted(AtClient, ActReject, "o"), "Cancelled"),
        Row("own refusal, then the client's act", Conducted(AtClient, ActReject, "o").Hears(IncomingActRejected), "Cancelled"),
        Row("repeal asked", RepealAsked, "RepealRequestReceived", "ConfirmRepeal", "RefuseRepeal"),
        Row("repeal asked after differences", With(DifferencesCame.Sends(DifferencesConfirm), DifferencesConfirm, "Received").Hears(IncomingRepealRequest), "RepealRequestReceived", "ConfirmRepeal", "RefuseRepeal"),
        Row("repeal confirmed", Conducted(RepealAsked, RepealConfirmWayBill, "c"), "ProcessedByClient", "WaitConfirmation", "RefuseWaybill"),
        Row("repeal confirmed, un-conducted", RepealAsked.Sends(RepealConfirmWayBill, "c").And(RepealAsked.Unconducted(RepealConfirmWayBill, "c")), "ProcessedByClient", "WaitConfirmation", "RefuseWaybill"),
        Row("repeal confirmed, then a new act", Conducted(RepealAsked, RepealConfirmWayBill, "c").Hears(IncomingActDifferences), "DifferencesReceived", "ConfirmDifferences", "RefuseDifferences"),
        Row("repeal refused", With(RepealAsked.Sends(RepealRefuseWayBill), RepealRefuseWayBill, "Received"), "Confirmed"),
        Row("the waybill's ticket counts for the repeal under way", With(RepealAsked.Sends(RepealConfirmWayBill, "c"), WayBill, "Posted", "w"), "ProcessedByClient", "WaitConfirmation", "RefuseWaybill"),

        // Acts, transfers, questions.
        Row("charge-on of register 1", Registered(Conducted(Story.Of(ChargeOn), ChargeOnRegister1, "m"), ChargeOnRegister1, "m"), "Conducted", "RequestRepeal"),
        Row("charge-on of register 1 without its numbers", Conducted(Story.Of(ChargeOn), ChargeOnRegister1, "m"), "Processing", "WaitRegistration"),
        Row("charge-on of register 2", Conducted(Story.Of(ChargeOn), ChargeOnRegister2, "m"), "Conducted"),
        Row("marks fixed", Conducted(Story.Of(ChargeOn), ChargeOnRegister3, "m"), "Conducted"),
        Row("write-off of register 1", Conducted(Story.Of(WriteOff), WriteOffRegister1, "m"), "Conducted", "RequestRepeal"),
        Row("write-off of register 2", Conducted(Story.Of(WriteOff), WriteOffRegister2, "m"), "Conducted"),
        Row("marks unfixed", Conducted(Story.Of(WriteOff), WriteOffRegister3, "m"), "Conducted"),
        Row("write-off repealed", Conducted(Conducted(Story.Of(WriteOff), WriteOffRegister1, "m"), RepealRequestWriteOff, "r"), "Cancelled"),
        Row("charge-on repealed", Conducted(Registered(Conducted(Story.Of(ChargeOn), ChargeOnRegister1, "m"), ChargeOnRegister1, "m"), RepealRequestChargeOn, "r"), "Cancelled"),
        Row("write-off un-conducted without a request", Conducted(Story.Of(WriteOff), WriteOffRegister1, "m").And(Story.Of(WriteOff).Unconducted(IncomingUnconduct, null)), "Cancelled"),
        Row("transfer to the shop", Conducted(Story.Of(ShopTransfer), TransferToShop, "m"), "Conducted"),
        Row("transfer from the shop", Conducted(Story.Of(ShopTransfer), TransferFromShop, "m"), "Conducted"),
        Row("rests asked", Story.Of(RestsQuery).Sends(QueryRests), "SentToUtm", "WaitRests"),
        Row("rests, a ticket", With(Story.Of(RestsQuery).Sends(QueryRests), QueryRests, "Received"), "Processing", "WaitRests"),
        Row("rests answered", With(Story.Of(RestsQuery).Sends(QueryRests), QueryRests, "Reply"), "ReceivedRests"),
        Row("marks answered", With(Story.Of(MarksQuery).Sends(QueryMarkCodes), QueryMarkCodes, "Reply"), "ReceivedMarks"),
        Row("report answered", With(Story.Of(EgaisDocumentKind.Report).Sends(QueryHistoryShop), QueryHistoryShop, "Reply"), "ReceivedReport"),
        Row("no answer", Story.Of(RestsQuery).Sends(QueryRests).And(Story.Of(RestsQuery).Refused(QueryRests, "NoAnswer")), "NoAnswer", "RequestRests", "CancelOperation"),
        Row("the answer comes after all", With(Story.Of(RestsQuery).Sends(QueryRests).And(Story.Of(RestsQuery).Refused(QueryRests, "NoAnswer")), QueryRests, "Reply"), "ReceivedRests"),
        Row("raw document", Conducted(Story.Of(EgaisDocumentKind.Raw), EgaisOperation.Raw, "m"), "Conducted"),
        Row("production report", Conducted(Story.Of(EgaisDocumentKind.Report), ReportProduced, "m"), "Conducted"),
    ];

    /// <summary>The four statuses of each operation, and what follows its two errors.</summary>
    internal static IEnumerable<object[]> Groups =>
    [
        [Received, ActAccept, "ActAccept.", "ConfirmReceipt"],
        [Received, ActDifferences, "ActDifferences.", "ConfirmReceipt"],
        [Received, ActReject, "ActReject.", "RefuseWaybill"],
        [Confirmed, RepealRequestWayBill, "RepealRequest.", "RequestRepeal"],
        [Differs, RepealRequestWayBill, "RepealRequest.", "RequestRepeal"],
        [Refused, RepealRequestWayBill, "RejectRepealRequest.", "RequestRepeal"],
        [Story.Of(OutgoingWaybill), WayBill, "", "TransferData"],
        [DifferencesCame, DifferencesConfirm, "DifferencesConfirm.", "ConfirmDifferences"],
        [DifferencesCame, DifferencesRefuse, "DifferencesRefuse.", "RefuseDifferences"],
        [AtClient, ActReject, "OwnReject.", "RefuseWaybill"],
        [RepealAsked, RepealConfirmWayBill, "RepealConfirm.", "ConfirmRepeal"],
        [RepealAsked, RepealRefuseWayBill, "RepealRefuse.", "RefuseRepeal"],
        [Story.Of(ChargeOn), ChargeOnRegister1, "", "TransferData"],
        [Conducted(Story.Of(WriteOff), WriteOffRegister1, "w"), RepealRequestWriteOff, "RepealRequest.", "RequestRepeal"],
        [Story.Of(ShopTransfer), TransferToShop, "", "TransferData"],
        [Story.Of(RestsQuery), QueryRestsShop, "", "RequestRests"],
        [Story.Of(MarksQuery), QueryMarkCodes, "", "RequestMarks"],
    ];

    [TestMethod]
    [DynamicData(nameof(Rows))]
    public void A_row_of_the_tables_ends_in_its_status_with_its_actions(string row, object story, string status, string[] actions)
    {
        var end = ((Story)story).EndWith(Statuses);

        end.Status.Should().Be(status, row);
        end.Actions.Should().Equal(actions, row);
        end.Organisation.Should().Be(((Story)story).Facts.Count == 0 ? "" : "030000123456");
    }

    [TestMethod]
    [DynamicData(nameof(Groups))]
    public void Each_operation_goes_through_its_four_statuses(object begun, object named, string group, string repeat)
    {
        var (story, operation) = ((Story)begun, (EgaisOperation)named);
        var prepared = story.Prepares(operation, "new").End;
        var sent = story.Sends(operation, "new").End;
        var refused = story.Prepares(operation, "new").And(story.On(operation, FactKind.SendRefused, "new") with { Error = Story.Away }).End;
        var rejected = story.Sends(operation, "new").And(story.Refused(operation, EgaisStatuses.FirstTicket, "new")).End;
        var error = group.Length > 0 ? group + "Error" : "TransferError";

        prepared.Status.Should().Be(group + "ToSend");
        prepared.Actions.Should().Equal("RunExchange", "CancelTransfer");
        sent.Status.Should().Be(group + "SentToUtm");
        sent.Actions.Should().NotBeEmpty().And.OnlyContain(action => action.StartsWith("Wait"));
        new[] { refused, rejected }.Should().OnlyContain(state => state.Status == error && state.IsError && state.Error != null);
        refused.Actions.Should().Equal(repeat, "CancelOperation");
    }

    [TestMethod]
    [DataRow(WriteOff, WriteOffRegister1)]
    [DataRow(WriteOff, WriteOffRegister3)]
    [DataRow(ChargeOn, ChargeOnRegister2)]
    [DataRow(ShopTransfer, TransferFromShop)]
    public void The_second_ticket_of_an_act_has_its_own_error(object kind, object operation)
    {
        var story = Story.Of((EgaisDocumentKind)kind).Sends((EgaisOperation)operation);

        var end = story.And(story.Refused((EgaisOperation)operation, EgaisStatuses.SecondTicket)).End;

        end.Status.Should().Be("ConductError");
        end.Error!.MessageRu.Should().Be("Нет остатка");
        end.Actions.Should().Equal("TransferData", "CancelOperation");
    }

    private static object[] Row(string name, Story story, string status, params string[] actions) => [name, story, status, actions];

    private static Story With(Story story, EgaisOperation operation, string receipt, string message = "m-1") => story.And(story.Comes(operation, receipt, message));

    private static Story Conducted(Story story, EgaisOperation operation, string message) => With(With(story.Sends(operation, message), operation, "Received", message), operation, "Posted", message);

    private static Story Registered(Story story, EgaisOperation operation, string message) => With(story, operation, "Notice", message);
}
