using Connectors.Egais;

namespace Unit.Tests.Egais.Exchange;

/// <summary>What proves that an answer at the UTM is that of another message; without proof nothing is sent again.</summary>
[TestClass]
public sealed class SentTraceTests
{
    private const string Own = "TTN-0000000001";

    [TestMethod]
    [DataRow("cnf-1", "ConfirmTicket", true, DisplayName = "the element")]
    [DataRow("cnf-1", "WayBillTicket", true, DisplayName = "the address of a confirmation in place of its element")]
    [DataRow("cnf-1", "WayBillTicket_v3", true, DisplayName = "with a generation")]
    [DataRow("cnf-1", "WayBill_v4", null, DisplayName = "our Identity under another type")]
    [DataRow("cnf-2", "ConfirmTicket", false, DisplayName = "another Identity")]
    [DataRow(null, "WayBill_v4", null, DisplayName = "another type and nothing else")]
    [DataRow(null, "ConfirmTicket", null, DisplayName = "the type and nothing else")]
    public void A_ticket_is_told_by_the_Identity(string? identity, string docType, bool? expected)
    {
        var sent = new SentTrace("ConfirmTicket", "cnf-1", Own);

        sent.IsAnsweredBy(new DocumentTrace("Ticket") { Identity = identity, DocType = docType }).Should().Be(expected);
    }

    [TestMethod]
    [DataRow(null, null, DisplayName = "without a number")]
    [DataRow(Own, true, DisplayName = "with its number")]
    [DataRow("17", null, DisplayName = "with a number of another kind")]
    [DataRow("TTN-0000000002", false, DisplayName = "with the number of another waybill")]
    public void A_ticket_whose_Identity_is_not_of_us_may_still_answer_a_message_that_has_none(string? regId, bool? expected)
    {
        var sent = new SentTrace("RequestRepealWB", null, Own);

        sent.IsAnsweredBy(new DocumentTrace("Ticket") { Identity = "the registry's own", DocType = "RequestRepealWB", RegId = regId }).Should().Be(expected);
    }

    [TestMethod]
    public void A_taken_document_of_another_type_is_another_message() =>
        new SentTrace("RequestRepealWB", null, Own).IsSameAs(new DocumentTrace("WayBillAct_v4") { RegId = Own }).Should().BeFalse();
}
