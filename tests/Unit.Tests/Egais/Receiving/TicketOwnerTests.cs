using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using static Connectors.Egais.EgaisDocumentKind;
using static Connectors.Egais.EgaisOperation;

namespace Unit.Tests.Egais.Receiving;

/// <summary>Whose a ticket is: by request, TransportId, Identity and type, or number.</summary>
[TestClass]
public sealed class TicketOwnerTests
{
    private const string RegId = "TTN-0900000001";
    private const string Identity = "awb-7d2c1f64-6a0e-4b57-9a53-0f4c6f7f2a11";
    private readonly DialogueRig rig = new();

    [TestMethod]
    [DataRow("upper-case without dashes", true)]
    [DataRow("with the owner in front", false)]
    public async Task A_ticket_without_replyId_and_Identity_is_found_by_its_TransportId(string form, bool isBare)
    {
        var (card, message) = await AcceptedAsync();
        var transport = isBare ? message.RequestId!.ToUpperInvariant() : $"{DialogueRig.Us}-{Guid.Parse(message.RequestId!):D}";

        await rig.ReceiveAsync(("Ticket", null, UtmXml.Conducted(transport: transport)));

        (await rig.StatusAsync(card)).Should().Be("Confirmed", form);
    }

    [TestMethod]
    public async Task A_ticket_is_found_by_its_Identity_and_type_whatever_their_generation()
    {
        var (card, _) = await AcceptedAsync();

        await rig.ReceiveAsync(("Ticket", null, UtmXml.Conducted(Identity, "ffffffff-1111-4222-8333-444455556666", "WayBillAct_v3")));

        (await rig.StatusAsync(card)).Should().Be("Confirmed");
    }

    [TestMethod]
    public async Task An_Identity_of_another_type_is_not_ours_and_stays_in_the_box()
    {
        var (card, _) = await AcceptedAsync();

        await rig.ReceiveAsync(("Ticket", null, UtmXml.Conducted(Identity, docType: "WayBill_v4")));

        (await rig.StatusAsync(card)).Should().Be("ActAccept.SentToUtm");
        rig.InBox.Should().Be(1);
    }

    [TestMethod]
    public async Task The_newest_message_with_an_Identity_is_meant()
    {
        var card = await rig.DocumentAsync(IncomingWaybill, RegId);
        var first = await rig.SendAsync(card, ActAccept, "WayBillAct_v4", Identity);
        await rig.ReceiveAsync(("Ticket", first.RequestId, UtmXml.Taken(refusal: "Неверный формат")));
        var second = await rig.SendAsync(card, ActAccept, "WayBillAct_v4", Identity);

        await rig.ReceiveAsync(("Ticket", null, UtmXml.Conducted(Identity)));

        (await rig.StageAsync(first)).Should().Be(ExchangeStage.Rejected);
        (await rig.StageAsync(second)).Should().Be(ExchangeStage.Done);
        (await rig.StatusAsync(card)).Should().Be("Confirmed");
    }

    [TestMethod]
    public async Task A_ticket_for_a_message_of_another_organisation_is_an_error_and_stays_in_the_box()
    {
        var card = await rig.DocumentAsync(IncomingWaybill, RegId, organisation: DialogueRig.Sister);
        var message = await rig.SendAsync(card, ActAccept, "WayBillAct_v4", Identity, organisation: DialogueRig.Sister);

        var result = await rig.ReceiveAsync(("Ticket", null, UtmXml.Conducted(Identity)));

        result.Organisations.Single().Error!.Reason.Should().Be("UTM_WRONG_OWNER");
        (await rig.InboxAsync(IncomingStage.Parked)).Should().ContainSingle();
        (await rig.StageAsync(message)).Should().Be(ExchangeStage.Accepted);
        rig.InBox.Should().Be(1);
    }

    [TestMethod]
    public async Task A_TransportId_of_another_owner_is_left_to_him()
    {
        var (card, message) = await AcceptedAsync();

        await rig.ReceiveAsync(("Ticket", null, UtmXml.Conducted(Identity, $"{DialogueRig.Partner}-{Guid.Parse(message.RequestId!):D}")));

        (await rig.StatusAsync(card)).Should().Be("ActAccept.SentToUtm");
        rig.InBox.Should().Be(1);
    }

    [TestMethod]
    public async Task The_id_of_a_ticket_itself_is_never_asked()
    {
        rig.Sending = SendOutcome.Accepted(ReplyIds.Normalise("1C0FFEE0-0000-4000-8000-000000000001")!);
        var (card, _) = await AcceptedAsync(null);

        await rig.ReceiveAsync(("Ticket", null, UtmXml.Conducted()));

        (await rig.StatusAsync(card)).Should().Be("ActAccept.SentToUtm");
    }

    [TestMethod]
    public async Task A_request_without_an_Identity_is_found_by_the_number_and_its_type()
    {
        var card = await rig.DocumentAsync(IncomingWaybill, RegId);
        await rig.SendAsync(card, ActAccept, "WayBillAct_v4", Identity);
        await rig.ReceiveAsync(("Ticket", null, UtmXml.Conducted(Identity)));
        var message = await rig.SendAsync(card, RepealRequestWayBill, "RequestRepealWB");

        await rig.ReceiveAsync(("Ticket", null, UtmXml.Conducted(regId: RegId, docType: "RequestRepealWB", name: "UnConfirm")));

        (await rig.StageAsync(message)).Should().Be(ExchangeStage.Done);
        (await rig.StatusAsync(card)).Should().Be("ReceivedFromEgais");
        (await rig.CardAsync(card)).RegistrationDate.Should().BeNull();
    }

    private async Task<(EgaisDocument Card, ExchangeMessage Message)> AcceptedAsync(string? identity = Identity)
    {
        var card = await rig.DocumentAsync(IncomingWaybill, RegId);
        return (card, await rig.SendAsync(card, ActAccept, "WayBillAct_v4", identity));
    }
}
