using Connectors.Egais;

namespace Unit.Tests.Egais.Incoming;

[TestClass]
public sealed class TicketTests
{
    [TestMethod]
    public void First_verdict_is_read_with_every_field()
    {
        var document = Corpus.Read("Ticket.received");

        document.Should().BeEquivalentTo(new IncomingDocument("Ticket", "3463047")
        {
            Ticket = new Ticket
            {
                TicketDate = "2026-02-03T12:00:05.120",
                Identity = "awb-7d2c1f64-6a0e-4b57-9a53-0f4c6f7f2a11",
                DocId = "1C0FFEE0-0000-4000-8000-000000000001",
                TransportId = "5b8e0f7a-1111-4222-8333-444455556666",
                RegId = null,
                DocHash = "0",
                DocType = "WayBillAct_v4",
                Conclusion = "Accepted",
                ConclusionDate = "2026-02-03T12:00:04.000",
                Comments = "Документ  принят: \"ok\" <1>",
            },
        });
    }

    [TestMethod]
    public void Second_verdict_is_read_with_every_field()
    {
        var ticket = Corpus.Read("Ticket.conducted").Ticket!;

        (ticket.OperationName, ticket.OperationResult, ticket.OperationDate, ticket.RegId).Should().Be(("Confirm", "Accepted", "2026-02-03T12:00:04.000", "TTN-0900000001"));
        ticket.OperationComment.Should().Be("Накладная TTN-0900000001 подтверждена <полностью>");
        (ticket.Conclusion, ticket.Comments, ticket.DocHash).Should().Be((null, null, null));
    }

    [TestMethod]
    public void Refusal_without_declaration_version_and_identity_keeps_the_registrys_text()
    {
        var ticket = Corpus.Read("Ticket.refused").Ticket!;

        (ticket.Conclusion, ticket.Comments).Should().Be(("REJECTED", "Ошибка при проверке документа: Неизвестная организация"));
        (ticket.Identity, ticket.TransportId, ticket.OperationName).Should().Be((null, "5B8E0F7A111142228333444455556666", null));
    }

    [TestMethod]
    public void Ticket_with_both_verdicts_gives_both()
    {
        var ticket = Corpus.Read("Ticket.both").Ticket!;

        (ticket.Conclusion, ticket.Comments).Should().Be(("Accepted", null));
        (ticket.OperationName, ticket.OperationResult, ticket.OperationComment).Should().Be(("UnConfirm", "Rejected", "Документ распроведён"));
    }

    [TestMethod]
    public void Ticket_without_a_verdict_has_none()
    {
        var ticket = Corpus.Read("Ticket.neither").Ticket!;

        (ticket.Conclusion, ticket.OperationName, ticket.OperationResult, ticket.DocType).Should().Be((null, null, null, "QueryRests_v2"));
    }

    [TestMethod]
    public void Verdicts_without_an_element_around_them_are_verdicts()
    {
        var ticket = Corpus.ReadText("<Documents><Document><Ticket><Conclusion>Rejected</Conclusion><Comments>нет</Comments><OperationResult>Accepted</OperationResult></Ticket></Document></Documents>").Ticket!;

        (ticket.Conclusion, ticket.Comments, ticket.OperationResult, ticket.OperationName).Should().Be(("Rejected", "нет", "Accepted", ""));
    }

    [TestMethod]
    public void Result_of_an_unnamed_operation_is_a_result()
    {
        var ticket = Corpus.ReadText("<Documents><Document><Ticket><OperationResult><OperationResult>Rejected</OperationResult></OperationResult></Ticket></Document></Documents>").Ticket!;

        (ticket.OperationName, ticket.OperationResult).Should().Be(("", "Rejected"));
    }
}
