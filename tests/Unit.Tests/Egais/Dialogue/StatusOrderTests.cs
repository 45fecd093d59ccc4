using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using static Connectors.Egais.EgaisDocumentKind;
using static Connectors.Egais.EgaisOperation;

namespace Unit.Tests.Egais.Dialogue;

/// <summary>The registry's words come in any order, and some twice: the end is the same.</summary>
[TestClass]
public sealed class StatusOrderTests
{
    private static Story Received => Story.Of(IncomingWaybill).Hears(IncomingWayBill);

    private static Story Confirmed => Received.Sends(ActAccept, "a").And(Received.Comes(ActAccept, "Posted", "a"));

    private static Story Waybill => Story.Of(OutgoingWaybill);

    private static Story AtClient => Waybill.Sends(WayBill, "w").And(Waybill.Comes(WayBill, "Posted", "w"), Waybill.Comes(WayBill, "Notice", "w"));

    private static Story RepealAsked => AtClient.Hears(IncomingActAccepted).Hears(IncomingRepealRequest);

    internal static IEnumerable<object[]> Dialogues =>
    [
        Dialogue("own waybill, accepted", Waybill.Sends(WayBill), "Confirmed", Waybill.Comes(WayBill, "Received"), Waybill.Comes(WayBill, "Posted"), Waybill.Comes(WayBill, "Notice"), Waybill.On(IncomingActAccepted, FactKind.Received)),
        Dialogue("own waybill, accepted and repeal asked", Waybill.Sends(WayBill), "RepealRequestReceived", Waybill.Comes(WayBill, "Received"), Waybill.Comes(WayBill, "Posted"), Waybill.Comes(WayBill, "Notice"), Waybill.On(IncomingActAccepted, FactKind.Received), Waybill.On(IncomingRepealRequest, FactKind.Received)),
        Dialogue("own waybill, differences", Waybill.Sends(WayBill), "DifferencesReceived", Waybill.Comes(WayBill, "Received"), Waybill.Comes(WayBill, "Posted"), Waybill.Comes(WayBill, "Notice"), Waybill.On(IncomingActDifferences, FactKind.Received)),
        Dialogue("own waybill, refused", Waybill.Sends(WayBill), "CancelledByClient", Waybill.Comes(WayBill, "Received"), Waybill.Comes(WayBill, "Posted"), Waybill.Comes(WayBill, "Notice"), Waybill.On(IncomingActRejected, FactKind.Received), Waybill.Unconducted(IncomingUnconduct, null)),
        Dialogue("own waybill, not taken", Waybill.Sends(WayBill), "TransferError", Waybill.Comes(WayBill, "Received"), Waybill.Refused(WayBill, EgaisStatuses.SecondTicket), Waybill.Comes(WayBill, "Notice")),
        Dialogue("accept", Received.Sends(ActAccept), "Confirmed", Received.Comes(ActAccept, "Received"), Received.Comes(ActAccept, "Posted"), Received.On(IncomingWayBill, FactKind.Received)),
        Dialogue("accept, un-conducted by the supplier", Received.Sends(ActAccept), "CancelledBySupplier", Received.Comes(ActAccept, "Received"), Received.Comes(ActAccept, "Posted"), Received.Unconducted(ActAccept)),
        Dialogue("accept, refused", Received.Sends(ActAccept), "ActAccept.Error", Received.Comes(ActAccept, "Received"), Received.Refused(ActAccept, EgaisStatuses.SecondTicket), Received.Comes(ActAccept, "Received")),
        Dialogue("differences confirmed", Received.Sends(ActDifferences), "ConfirmedWithDifferences", Received.Comes(ActDifferences, "Received"), Received.Comes(ActDifferences, "Posted"), Received.On(IncomingDifferencesConfirmed, FactKind.Received)),
        Dialogue("differences refused", Received.Sends(ActDifferences), "CancelledBySupplier", Received.Comes(ActDifferences, "Received"), Received.Comes(ActDifferences, "Posted"), Received.On(IncomingDifferencesRefused, FactKind.Received), Received.Unconducted(IncomingUnconduct, null)),
        Dialogue("reject", Received.Sends(ActReject), "Cancelled", Received.Comes(ActReject, "Received"), Received.Comes(ActReject, "Posted"), Received.Unconducted(ActReject)),
        Dialogue("repeal asked here, granted", Confirmed.Sends(RepealRequestWayBill), "ReceivedFromEgais", Received.Comes(RepealRequestWayBill, "Received"), Received.Comes(RepealRequestWayBill, "Posted"), Received.On(IncomingRepealConfirmed, FactKind.Received), Received.Unconducted(ActAccept, "a")),
        Dialogue("repeal asked here, refused", Confirmed.Sends(RepealRequestWayBill), "Confirmed", Received.Comes(RepealRequestWayBill, "Received"), Received.Comes(RepealRequestWayBill, "Posted"), Received.On(IncomingRepealRefused, FactKind.Received)),
        Dialogue("a new act, and the late word of the repeal before it", Confirmed.Sends(RepealRequestWayBill, "r").And(Received.Comes(RepealRequestWayBill, "Posted", "r")).Sends(ActAccept, "b"), "Confirmed", Received.Comes(ActAccept, "Received", "b"), Received.Comes(ActAccept, "Posted", "b"), Received.Unconducted(ActAccept, "a")),
        Dialogue("repeal granted here", RepealAsked.Sends(RepealConfirmWayBill), "ProcessedByClient", Waybill.Comes(RepealConfirmWayBill, "Received"), Waybill.Comes(RepealConfirmWayBill, "Posted"), Waybill.Comes(WayBill, "Posted", "w"), Waybill.Unconducted(WayBill, "w")),
        Dialogue("repeal granted here, and a new act", RepealAsked.Sends(RepealConfirmWayBill), "DifferencesReceived", Waybill.Comes(RepealConfirmWayBill, "Received"), Waybill.Comes(RepealConfirmWayBill, "Posted"), Waybill.On(IncomingActDifferences, FactKind.Received)),
        Dialogue("charge-on", Story.Of(ChargeOn).Sends(ChargeOnRegister1), "Conducted", Story.Of(ChargeOn).Comes(ChargeOnRegister1, "Received"), Story.Of(ChargeOn).Comes(ChargeOnRegister1, "Posted"), Story.Of(ChargeOn).Comes(ChargeOnRegister1, "Notice")),
        Dialogue("write-off, refused by both", Story.Of(WriteOff).Sends(WriteOffRegister1), "ConductError", Story.Of(WriteOff).Comes(WriteOffRegister1, "Received"), Story.Of(WriteOff).Refused(WriteOffRegister1, EgaisStatuses.FirstTicket), Story.Of(WriteOff).Refused(WriteOffRegister1, EgaisStatuses.SecondTicket)),
        Dialogue("write-off repealed", Story.Of(WriteOff).Sends(WriteOffRegister1, "w").And(Story.Of(WriteOff).Comes(WriteOffRegister1, "Posted", "w")).Sends(RepealRequestWriteOff), "Cancelled", Story.Of(WriteOff).Comes(RepealRequestWriteOff, "Received"), Story.Of(WriteOff).Comes(RepealRequestWriteOff, "Posted"), Story.Of(WriteOff).Unconducted(WriteOffRegister1, "w")),
        Dialogue("transfer", Story.Of(ShopTransfer).Sends(TransferToShop), "Conducted", Story.Of(ShopTransfer).Comes(TransferToShop, "Received"), Story.Of(ShopTransfer).Comes(TransferToShop, "Posted")),
        Dialogue("question", Story.Of(RestsQuery).Sends(QueryRests), "ReceivedRests", Story.Of(RestsQuery).Comes(QueryRests, "Received"), Story.Of(RestsQuery).Comes(QueryRests, "Reply"), Story.Of(RestsQuery).Refused(QueryRests, "NoAnswer")),
        Dialogue("answers overtake the UTM's", Waybill.Prepares(WayBill), "ProcessedByClient", Waybill.On(WayBill, FactKind.Sent, "m-1"), Waybill.Comes(WayBill, "Received"), Waybill.Comes(WayBill, "Posted"), Waybill.Comes(WayBill, "Notice")),
    ];

    [TestMethod]
    [DynamicData(nameof(Dialogues))]
    public void Every_order_of_a_dialogue_ends_alike(string name, object begun, string status, object[] words)
    {
        var facts = words.Cast<DocumentFact>().ToList();

        var ends = Permutations.Of(facts).Select(order => ((Story)begun).And([.. order]).End).ToList();

        ends.Should().OnlyContain(end => end.Status == status, name);
        ends.Select(Describe).Distinct().Should().ContainSingle(name);
    }

    [TestMethod]
    [DynamicData(nameof(Dialogues))]
    public void What_comes_twice_changes_nothing(string name, object begun, string status, object[] words)
    {
        var facts = words.Cast<DocumentFact>().ToList();
        var once = ((Story)begun).And([.. facts]).End;

        var twice = Permutations.Of(facts).Select(order => ((Story)begun).And([.. facts, .. order]).End).Select(Describe).Distinct();

        twice.Should().Equal([Describe(once)], name);
        once.Status.Should().Be(status);
    }

    private static object[] Dialogue(string name, Story begun, string status, params DocumentFact[] words) => [name, begun, status, words];

    private static string Describe(DocumentState state) => $"{state.Status} [{string.Join(",", state.Actions)}] {state.IsError} {state.Error?.Reason} ({string.Join(",", state.Receipts)})";
}
