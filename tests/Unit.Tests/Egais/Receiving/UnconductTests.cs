using Connectors.Egais;
using static Connectors.Egais.EgaisDocumentKind;
using static Connectors.Egais.EgaisOperation;

namespace Unit.Tests.Egais.Receiving;

/// <summary>Un-conducts: whose they are, and which of them are over already.</summary>
[TestClass]
public sealed class UnconductTests
{
    private const string RegId = "TTN-0900000001";
    private readonly DialogueRig rig = new(new DialogueRules { Organisations = [DialogueRig.Us, DialogueRig.Sister], Zone = TimeZoneInfo.Utc });

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task The_late_word_of_a_repeal_leaves_the_next_act_alone(bool byIdentity)
    {
        var card = await ConfirmedAsync();
        var repeal = await rig.SendAsync(card, RepealRequestWayBill, "RequestRepealWB");
        await rig.ReceiveAsync(("Ticket", repeal.RequestId, UtmXml.Conducted()));
        rig.Clock.Advance(TimeSpan.FromDays(400));
        var second = await rig.SendAsync(card, ActAccept, "WayBillAct_v4", "awb-1-2");

        await rig.ReceiveAsync(("Ticket", null, UtmXml.Conducted(byIdentity ? "awb-1" : null, docType: "WayBillAct_v4", regId: byIdentity ? null : RegId, name: "UnConfirm")));
        var between = await rig.StatusAsync(card);
        await rig.ReceiveAsync(("Ticket", second.RequestId, UtmXml.Conducted("awb-1-2")));

        between.Should().Be("ActAccept.SentToUtm");
        (await rig.StatusAsync(card)).Should().Be("Confirmed");
        (await rig.CardAsync(card)).RegistrationDate.Should().NotBeNull();
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task A_supplier_who_takes_back_what_was_accepted_a_second_time_is_heard(bool byIdentity)
    {
        var card = await ConfirmedAsync();
        var repeal = await rig.SendAsync(card, RepealRequestWayBill, "RequestRepealWB");
        await rig.ReceiveAsync(("Ticket", repeal.RequestId, UtmXml.Conducted()));
        var second = await rig.SendAsync(card, ActAccept, "WayBillAct_v4", "awb-1-2");
        await rig.ReceiveAsync(("Ticket", second.RequestId, UtmXml.Conducted("awb-1-2")));

        await rig.ReceiveAsync(("Ticket", null, UtmXml.Conducted(byIdentity ? "awb-1" : null, docType: byIdentity ? "WayBillAct_v4" : "WayBill_v4", regId: RegId, name: "UnConfirm")));

        (await rig.StatusAsync(card)).Should().Be("CancelledBySupplier");
    }

    [TestMethod]
    public async Task The_word_to_a_supplier_of_our_own_about_what_he_took_back_is_ours_too()
    {
        var sent = await rig.DocumentAsync(OutgoingWaybill, organisation: DialogueRig.Sister);
        await rig.SendAsync(sent, WayBill, "WayBill_v4", "wbl-1", organisation: DialogueRig.Sister);
        var card = await rig.DocumentAsync(IncomingWaybill, RegId);

        var result = await rig.ReceiveAsync(("Ticket", null, UtmXml.Conducted("wbl-1", docType: "WayBill_v4", regId: RegId, name: "UnConfirm")));

        result.Organisations.Single().Error.Should().BeNull();
        (await rig.StatusAsync(card)).Should().Be("CancelledBySupplier");
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task Another_word_for_an_organisation_of_ours_stays_an_error_even_about_a_known_waybill()
    {
        var sent = await rig.DocumentAsync(OutgoingWaybill, organisation: DialogueRig.Sister);
        await rig.SendAsync(sent, WayBill, "WayBill_v4", "wbl-1", organisation: DialogueRig.Sister);
        var card = await rig.DocumentAsync(IncomingWaybill, RegId);
        await rig.SendAsync(card, ActAccept, "WayBillAct_v4", "awb-1");

        var result = await rig.ReceiveAsync(("Ticket", null, UtmXml.Conducted("wbl-1", docType: "WayBill_v4", regId: RegId)));

        result.Organisations.Single().Error!.Reason.Should().Be("UTM_WRONG_OWNER");
        (await rig.StatusAsync(card)).Should().Be("ActAccept.SentToUtm");
    }

    private async Task<EgaisDocument> ConfirmedAsync()
    {
        var card = await rig.DocumentAsync(IncomingWaybill, RegId);
        var act = await rig.SendAsync(card, ActAccept, "WayBillAct_v4", "awb-1");
        await rig.ReceiveAsync(("Ticket", act.RequestId, UtmXml.Conducted(regId: RegId)));
        (await rig.StatusAsync(card)).Should().Be("Confirmed");
        return card;
    }
}
