using Connectors.Egais;
using Unit.Tests.Egais.Outgoing.Support;

namespace Unit.Tests.Egais.Outgoing;

/// <summary>What we send is read by the other side with the readers that we read it with ourselves.</summary>
[TestClass]
public sealed class ReadBackTests
{
    [TestMethod]
    [DataRow("WayBillAct_v4.Accepted", nameof(ActVerdict.Accepted), "IsChange")]
    [DataRow("WayBillAct_v4.Rejected", nameof(ActVerdict.Rejected), "NotChange")]
    [DataRow("WayBillAct_v4.Differences", nameof(ActVerdict.Differences), "IsChange")]
    [DataRow("WayBillAct_v3.Differences", nameof(ActVerdict.Differences), null)]
    public void Act_is_read_with_its_verdict_and_its_waybill(string name, string verdict, string? ownership)
    {
        var result = Orders.Build(OutgoingSamples.All[name]);

        var act = IncomingReader.Read(result.Xml).Act!;

        act.Should().BeEquivalentTo(new { Verdict = Enum.Parse<ActVerdict>(verdict), RegId = Orders.RegId, result.Identity, ChangeOwnership = ownership, Date = new DateOnly(2026, 2, 5) });
    }

    [TestMethod]
    public void Act_of_differences_is_read_with_its_positions_and_the_marks_not_accepted()
    {
        var act = IncomingReader.Read(Orders.Build(OutgoingSamples.All["WayBillAct_v4.Differences"]).Xml).Act!;

        act.Number.Should().Be("А-15");
        act.Positions.Should().BeEquivalentTo(
            [new ActPosition("1", "FB-000000000000100", 2) { RejectedMarks = [Payloads.Mark(3)] }, new ActPosition("2", "FB-000000000000101", 0)],
            options => options.WithStrictOrdering());
    }

    [TestMethod]
    [DataRow("ConfirmTicket.Accepted", true, null)]
    [DataRow("ConfirmTicket.Rejected", false, "Отгружено полностью")]
    [DataRow("ConfirmRepealWB.Accepted", true, null)]
    [DataRow("ConfirmRepealWB.Rejected", false, null)]
    public void Answer_is_read_with_its_verdict(string name, bool isAccepted, string? note)
    {
        var result = Orders.Build(OutgoingSamples.All[name]);

        IncomingReader.Read(result.Xml).Confirm.Should().Be(new ConfirmBody(isAccepted, Orders.RegId) { Identity = result.Identity, Number = "К-3", Date = new DateOnly(2026, 2, 5), Note = note });
    }

    [TestMethod]
    public void Request_to_repeal_is_read_with_who_asks() =>
        IncomingReader.Read(Orders.Build(OutgoingSamples.All["RequestRepealWB"]).Xml).Repeal.Should().Be(new RepealRequestBody(Orders.RegId) { ClientId = Payloads.Own, Number = "К-3", Date = "2026-02-05T09:30:15" });
}
