using Connectors.Egais;

namespace Unit.Tests.Egais.Dialogue;

[TestClass]
public sealed class TicketMeaningTests
{
    [TestMethod]
    [DataRow("Accepted", null, null, "Received", null, false)]
    [DataRow("ACCEPTED", null, null, "Received", null, false)]
    [DataRow("Rejected", null, null, "", "Result", false)]
    [DataRow(null, "Confirm", "Accepted", "Posted", null, false)]
    [DataRow(null, "confirm", "accepted", "Posted", null, false)]
    [DataRow(null, "UnConfirm", "Accepted", "Posted", null, true)]
    [DataRow(null, "Другое", "Accepted", "Posted", null, false)]
    [DataRow(null, "Confirm", "Rejected", "", "Operation", false)]
    [DataRow(null, "UnConfirm", "rejected", "", "Operation", true)]
    [DataRow("Accepted", "Confirm", "Accepted", "Received,Posted", null, false)]
    [DataRow("Accepted", "Confirm", "Rejected", "Received", "Operation", false)]
    [DataRow("Rejected", "Confirm", "Accepted", "Posted", "Result", false)]
    public void A_ticket_means_what_its_verdicts_say(string? conclusion, string? name, string? result, string receipts, string? refusedBy, bool isUnconduct)
    {
        var meaning = TicketMeaning.Of(new Ticket { Conclusion = conclusion, OperationName = name, OperationResult = result });

        meaning.IsKnown.Should().BeTrue();
        string.Join(',', meaning.Receipts).Should().Be(receipts);
        meaning.RefusedBy.Should().Be(refusedBy);
        meaning.IsUnconduct.Should().Be(isUnconduct);
    }

    [TestMethod]
    [DataRow(null)]
    [DataRow("Perhaps")]
    public void A_ticket_without_a_verdict_means_nothing(string? conclusion) => TicketMeaning.Of(new Ticket { Conclusion = conclusion, RegId = "TTN-1" }).IsKnown.Should().BeFalse();

    [TestMethod]
    [DataRow("WayBillAct_v4", "WayBillAct_v3", true)]
    [DataRow("waybillact", "WayBillAct_v4", true)]
    [DataRow("WayBillTicket", "ConfirmTicket", true)]
    [DataRow("WayBill_v4", "WayBillAct_v4", false)]
    [DataRow(null, "WayBill_v4", true)]
    public void Types_are_compared_without_their_generation(string? one, string? other, bool same) => DocTypes.AreSame(one, other).Should().Be(same);

    [TestMethod]
    [DataRow(null, "TTN-1", "TTN-1")]
    [DataRow(null, "123456789", null)]
    [DataRow("TTN-1", "123456789", "TTN-1")]
    [DataRow("TTN-1", "TTN-2", "TTN-1")]
    [DataRow("TTN-1", null, "TTN-1")]
    public void A_waybill_takes_only_its_own_form_of_number(string? before, string? number, string? after) =>
        CardNews.WithRegId(new EgaisDocument("1", EgaisDocumentKind.OutgoingWaybill, "030000123456") { RegId = before }, number).RegId.Should().Be(after);

    [TestMethod]
    public void An_act_takes_any_number_once() =>
        CardNews.WithRegId(CardNews.WithRegId(new EgaisDocument("1", EgaisDocumentKind.WriteOff, "030000123456"), "AWO-77"), "AWO-78").RegId.Should().Be("AWO-77");
}
