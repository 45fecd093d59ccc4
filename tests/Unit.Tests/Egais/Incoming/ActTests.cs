using Connectors.Egais;

namespace Unit.Tests.Egais.Incoming;

[TestClass]
public sealed class ActTests
{
    [TestMethod]
    public void Act_of_differences_is_read_with_every_field()
    {
        var document = Corpus.Read("WayBillAct_v4");

        (document.Element, document.Owner).Should().Be(("WayBillAct_v4", "030000123456"));
        document.Act.Should().BeEquivalentTo(new WaybillActBody(ActVerdict.Differences, "TTN-0900000001")
        {
            Identity = "awb-7d2c1f64-6a0e-4b57-9a53-0f4c6f7f2a11",
            Number = "A-15",
            Date = new DateOnly(2026, 2, 3),
            Note = "бой",
            ChangeOwnership = "IsChange",
            Positions =
            [
                new ActPosition("1", "FB-000000900000001", 3) { AlcPercent = 40.5m, RejectedMarks = [Corpus.Mark(4)] },
                new ActPosition("2", "FB-000000900000002", 0),
            ],
        });
    }

    [TestMethod]
    public void Act_of_the_third_generation_is_read_whatever_the_case_of_its_verdict() =>
        Corpus.Read("WayBillAct_v3").Act.Should().BeEquivalentTo(new WaybillActBody(ActVerdict.Accepted, "TTN-0900000001") { Number = "16", Date = new DateOnly(2026, 2, 3) });

    [TestMethod]
    [DataRow("0")]
    [DataRow("Maybe")]
    [DataRow("Accepted, Rejected")]
    public void Act_with_an_unknown_verdict_is_refused(string verdict) =>
        FluentActions.Invoking(() => Corpus.ReadText(Corpus.Text("WayBillAct_v4").Replace("<wa:IsAccept>Differences<", $"<wa:IsAccept>{verdict}<", StringComparison.Ordinal)))
            .Should().Throw<UnreadableXmlException>().WithMessage("*unreadable IsAccept*");

    [TestMethod]
    public void Answer_to_an_act_of_differences_is_read() =>
        Corpus.Read("ConfirmTicket").Should().BeEquivalentTo(new IncomingDocument("ConfirmTicket", "010000000001")
        {
            Confirm = new ConfirmBody(true, "TTN-0900000001") { Identity = "cnf-1", Number = "О-1", Date = new DateOnly(2026, 2, 4), Note = "согласны" },
        });

    [TestMethod]
    public void Answer_to_a_request_to_un_conduct_is_read() =>
        Corpus.Read("ConfirmRepealWB").Should().BeEquivalentTo(new IncomingDocument("ConfirmRepealWB", "010000000001")
        {
            Confirm = new ConfirmBody(false, "TTN-0900000001") { Number = "О-2", Date = new DateOnly(2026, 2, 5), Note = "не согласны" },
        });

    [TestMethod]
    public void Answer_that_is_neither_yes_nor_no_is_refused() =>
        FluentActions.Invoking(() => Corpus.ReadText(Corpus.Text("ConfirmTicket").Replace("Accepted", "Differences", StringComparison.Ordinal))).Should().Throw<UnreadableXmlException>().WithMessage("*IsConfirm*");

    [TestMethod]
    public void Request_to_un_conduct_is_read() =>
        Corpus.Read("RequestRepealWB").Repeal.Should().Be(new RepealRequestBody("TTN-0900000001") { ClientId = "030000123456", Number = "З-1", Date = "2026-02-05T10:11:12" });
}
