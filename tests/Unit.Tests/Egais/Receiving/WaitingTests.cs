using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using static Connectors.Egais.EgaisDocumentKind;
using static Connectors.Egais.EgaisOperation;

namespace Unit.Tests.Egais.Receiving;

/// <summary>What waits in the box for something else: only tickets of nobody are ever put away for their age.</summary>
[TestClass]
public sealed class WaitingTests
{
    private const string RegId = "TTN-0900000001";
    private static readonly TimeSpan MoreThanAMonth = TimeSpan.FromDays(31);
    private readonly DialogueRig rig = new();

    [TestMethod]
    public async Task Half_a_waybill_waits_for_longer_than_a_month_and_is_put_together_when_both_come_again()
    {
        await rig.ReceiveAsync(Waybill());
        rig.Clock.Advance(MoreThanAMonth);
        await rig.ReceiveAsync();
        var waiting = rig.InBox;

        await rig.ReceiveAsync(Waybill(), Registration());
        await rig.ReceiveAsync();

        waiting.Should().Be(1);
        (await rig.StatusAsync(await rig.WaybillAsync(RegId))).Should().Be("ReceivedFromEgais");
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    [DataRow("WayBillAct_v4")]
    [DataRow("ReplyRests_v2")]
    [DataRow("TTNHISTORYF2REG")]
    [DataRow("FORM2REGINFO")]
    [DataRow("INVENTORYREGINFO")]
    public async Task What_is_no_ticket_stays_in_the_box_however_old_it_is(string kind)
    {
        await rig.ReceiveAsync((kind, "5b8e0f7a-9999-4222-8333-444455556666", OfOthers[kind]));
        rig.Clock.Advance(MoreThanAMonth);

        await rig.ReceiveAsync();

        rig.InBox.Should().Be(1);
        (await rig.InboxAsync(IncomingStage.Stored)).Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_ticket_of_a_message_that_nobody_knows_to_have_arrived_stays_however_old_it_is()
    {
        rig.Sending = SendOutcome.NoVerdict(Dialogue.Story.Away);
        var card = await rig.DocumentAsync(IncomingWaybill, RegId);
        await rig.SendAsync(card, ActAccept, "WayBillAct_v4", "awb-1");
        await rig.ReceiveAsync(("Ticket", null, UtmXml.Taken("awb-1")));
        rig.Clock.Advance(MoreThanAMonth);

        await rig.ReceiveAsync();

        rig.InBox.Should().Be(1);
    }

    private static Dictionary<string, byte[]> OfOthers => new Dictionary<string, byte[]>
    {
        ["WayBillAct_v4"] = UtmXml.Act("Accepted", RegId, DialogueRig.Partner),
        ["ReplyRests_v2"] = UtmXml.Rests(),
        ["TTNHISTORYF2REG"] = UtmXml.History(RegId),
        ["FORM2REGINFO"] = UtmXml.Registration("Н-7", DialogueRig.Us, DialogueRig.Partner, RegId, "wbl-7", "1"),
        ["INVENTORYREGINFO"] = UtmXml.Inventory("INV-0000000001", "chg-1"),
    };

    private static (string Kind, string? ReplyTo, byte[] Xml) Waybill() => ("WayBill_v4", null, UtmXml.Waybill("Н-1", DialogueRig.Partner, DialogueRig.Us, "wbl-1", ("1", ["M1"])));

    private static (string Kind, string? ReplyTo, byte[] Xml) Registration() => ("FORM2REGINFO", null, UtmXml.Registration("Н-1", DialogueRig.Partner, DialogueRig.Us, RegId, "wbl-1", "1"));
}
