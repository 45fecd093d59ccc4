using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using static Connectors.Egais.EgaisDocumentKind;
using static Connectors.Egais.EgaisOperation;

namespace Unit.Tests.Egais.Receiving;

/// <summary>Registrations of our own, documents of partners, answers, and what nobody can read.</summary>
[TestClass]
public sealed class PartnerDialogueTests
{
    private const string RegId = "TTN-0900000001";
    private readonly DialogueRig rig = new();

    internal static IEnumerable<object[]> Orders => Permutation([0, 1, 2, 3]).Select(order => new object[] { order });

    [TestMethod]
    [DynamicData(nameof(Orders))]
    public async Task An_own_waybill_ends_alike_in_every_order_of_arrival(int[] order)
    {
        var card = await rig.DocumentAsync(OutgoingWaybill);
        var message = await rig.SendAsync(card, WayBill, "WayBill_v4", "wbl-1");
        (string, string?, byte[])[] documents =
        [
            ("Ticket", message.RequestId, UtmXml.Taken()),
            ("Ticket", message.RequestId, UtmXml.Conducted(regId: RegId)),
            ("FORM2REGINFO", message.RequestId, UtmXml.Registration("Н-1", DialogueRig.Us, DialogueRig.Partner, RegId, "wbl-1", "1")),
            ("WayBillAct_v4", null, UtmXml.Act("Accepted", RegId, DialogueRig.Partner)),
        ];

        await rig.ReceiveAsync(documents[order[0]]);
        await rig.ReceiveAsync(documents[order[1]]);
        await rig.ReceiveAsync(documents[order[2]]);
        await rig.ReceiveAsync(documents[order[3]]);
        await rig.ReceiveAsync();

        (await rig.StatusAsync(card)).Should().Be("Confirmed");
        (await rig.StageAsync(message)).Should().Be(ExchangeStage.Done);
        (await rig.CardAsync(card)).RegId.Should().Be(RegId);
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    [DataRow(true, "wbl-1")]
    [DataRow(false, "wbl-1")]
    [DataRow(false, null)]
    public async Task The_registration_of_an_own_waybill_is_found_by_request_Identity_or_number(bool byRequest, string? identity)
    {
        var card = await rig.DocumentAsync(OutgoingWaybill);
        var message = await rig.SendAsync(card, WayBill, "WayBill_v4", "wbl-1");

        await rig.ReceiveAsync(("FORM2REGINFO", byRequest ? message.RequestId : null, UtmXml.Registration("Н-1", DialogueRig.Us, DialogueRig.Partner, RegId, identity, "1")));

        (await rig.CardAsync(card)).RegId.Should().Be(RegId);
        (await rig.StateAsync(card)).Actions.Should().Equal("WaitReceivedTicket", "WaitConductedTicket");
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task The_registration_of_a_waybill_that_another_program_sent_stays_in_the_box()
    {
        await rig.ReceiveAsync(("FORM2REGINFO", "5b8e0f7a-9999-4222-8333-444455556666", UtmXml.Registration("Ч-1", DialogueRig.Us, DialogueRig.Partner, RegId, "wbl-x", "1")));

        rig.InBox.Should().Be(1);
    }

    [TestMethod]
    [DataRow(true, null)]
    [DataRow(false, "chg-1")]
    public async Task A_charge_on_ends_with_its_registration(bool byRequest, string? identity)
    {
        var card = await rig.DocumentAsync(ChargeOn);
        var message = await rig.SendAsync(card, ChargeOnRegister1, "ActChargeOn_v2", "chg-1");
        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Conducted()));

        await rig.ReceiveAsync(("INVENTORYREGINFO", byRequest ? message.RequestId : null, UtmXml.Inventory("INV-0000000123", identity)));

        (await rig.StatusAsync(card)).Should().Be("Conducted");
        (await rig.CardAsync(card)).RegId.Should().Be("INV-0000000123");
        (await rig.StageAsync(message)).Should().Be(ExchangeStage.Done);
    }

    [TestMethod]
    [DataRow("Accepted", "Confirmed")]
    [DataRow("Rejected", "CancelledByClient")]
    [DataRow("Differences", "DifferencesReceived")]
    public async Task A_clients_act_is_found_by_the_number_of_the_waybill(string verdict, string status)
    {
        var card = await AtClientAsync();

        await rig.ReceiveAsync(("WayBillAct_v4", null, UtmXml.Act(verdict, RegId, DialogueRig.Partner)));

        (await rig.StatusAsync(card)).Should().Be(status);
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task An_act_for_a_waybill_that_is_not_registered_here_waits()
    {
        await rig.ReceiveAsync(("WayBillAct_v4", null, UtmXml.Act("Accepted", RegId, DialogueRig.Partner)));
        var before = rig.InBox;
        var card = await AtClientAsync();

        await rig.ReceiveAsync();

        (before, rig.InBox).Should().Be((1, 0));
        (await rig.StatusAsync(card)).Should().Be("Confirmed");
    }

    [TestMethod]
    public async Task An_echo_of_our_own_act_changes_nothing()
    {
        var card = await rig.DocumentAsync(IncomingWaybill, RegId);
        await rig.SendAsync(card, ActAccept, "WayBillAct_v4", "awb-1");

        await rig.ReceiveAsync(("WayBillAct_v4", null, UtmXml.Act("Accepted", RegId, DialogueRig.Us)));

        (await rig.StatusAsync(card)).Should().Be("ActAccept.SentToUtm");
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    [DataRow("Accepted", "ConfirmedWithDifferences")]
    [DataRow("Rejected", "CancelledBySupplier")]
    public async Task A_suppliers_word_ends_an_act_of_differences(string verdict, string status)
    {
        var card = await rig.DocumentAsync(IncomingWaybill, RegId);
        await rig.SendAsync(card, ActDifferences, "WayBillAct_v4", "awb-1");

        await rig.ReceiveAsync(("WayBillTicket", null, UtmXml.Confirm("ConfirmTicket", verdict, RegId, DialogueRig.Partner)));

        (await rig.StatusAsync(card)).Should().Be(status);
    }

    [TestMethod]
    public async Task A_client_asks_for_a_repeal_and_it_is_granted()
    {
        var card = await AtClientAsync();
        await rig.ReceiveAsync(("WayBillAct_v4", null, UtmXml.Act("Accepted", RegId, DialogueRig.Partner)));

        await rig.ReceiveAsync(("RequestRepealWB", null, UtmXml.RepealRequest(RegId, DialogueRig.Partner)));
        var asked = await rig.StatusAsync(card);
        var message = await rig.SendAsync(card, RepealConfirmWayBill, "ConfirmRepealWB", "cnf-1");
        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Taken(regId: "900000001")), ("Ticket", null, UtmXml.Conducted(regId: RegId, docType: "WayBill_v4", name: "UnConfirm")));

        asked.Should().Be("RepealRequestReceived");
        (await rig.StatusAsync(card)).Should().Be("ProcessedByClient");
    }

    [TestMethod]
    public async Task A_repeal_that_the_supplier_refuses_leaves_the_waybill_confirmed()
    {
        var card = await rig.DocumentAsync(IncomingWaybill, RegId);
        var act = await rig.SendAsync(card, ActAccept, "WayBillAct_v4", "awb-1");
        await rig.ReceiveAsync(("Ticket", act.RequestId, UtmXml.Conducted()));
        await rig.SendAsync(card, RepealRequestWayBill, "RequestRepealWB");

        await rig.ReceiveAsync(("ConfirmRepealWB", null, UtmXml.Confirm("ConfirmRepealWB", "Rejected", RegId, DialogueRig.Partner)));

        (await rig.StatusAsync(card)).Should().Be("Confirmed");
        (await rig.StateAsync(card)).Actions.Should().Equal("RequestRepeal");
    }

    private async Task<EgaisDocument> AtClientAsync()
    {
        var card = await rig.DocumentAsync(OutgoingWaybill);
        var message = await rig.SendAsync(card, WayBill, "WayBill_v4", "wbl-1");
        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Conducted(regId: RegId)), ("FORM2REGINFO", message.RequestId, UtmXml.Registration("Н-1", DialogueRig.Us, DialogueRig.Partner, RegId, "wbl-1", "1")));
        return card;
    }

    private static IEnumerable<int[]> Permutation(int[] things) => Dialogue.Permutations.Of(things).Select(order => order.ToArray());
}
