using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using static Connectors.Egais.EgaisDocumentKind;
using static Connectors.Egais.EgaisOperation;

namespace Unit.Tests.Egais.Receiving;

/// <summary>The registry says that it has such an act: mostly it is our own, sent once before, whose tickets are on their way.</summary>
[TestClass]
public sealed class ActedAlreadyTests
{
    private const string RegId = "TTN-0900000001";
    private const string Identity = "awb-1";
    private const string FirstRequest = "5b8e0f7a-7777-4222-8333-444455556666";
    private const string Acted = "Акт для данной накладной уже зарегистрирован";
    private readonly DialogueRig rig = new();

    [TestMethod]
    public async Task An_act_that_was_posted_twice_is_not_offered_again_while_the_ticket_of_the_first_post_may_come()
    {
        var (card, message) = await PostedTwiceAsync();

        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Taken(refusal: Acted)));
        var between = await rig.StateAsync(card);
        await rig.ReceiveAsync(("Ticket", null, UtmXml.Conducted(Identity, FirstRequest)));
        await rig.ReceiveAsync();

        between.Status.Should().Be("ActAccept.SentToUtm");
        between.Actions.Should().Equal("WaitReceivedTicket", "WaitConductedTicket");
        (await rig.StatusAsync(card)).Should().Be("Confirmed");
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task An_act_that_was_posted_twice_is_an_error_when_no_other_ticket_comes_in_its_time()
    {
        var (card, message) = await PostedTwiceAsync();
        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Taken(refusal: Acted)));
        rig.Clock.Advance(TimeSpan.FromMinutes(59));
        await rig.ReceiveAsync();
        var early = await rig.StateAsync(card);
        rig.Clock.Advance(TimeSpan.FromMinutes(2));

        await rig.ReceiveAsync();

        early.IsError.Should().BeFalse();
        (await rig.StatusAsync(card)).Should().Be("ActAccept.Error");
        (await rig.StateAsync(card)).Error!.Reason.Should().Be("EGAIS_ALREADY_ACTED");
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task An_act_prepared_anew_after_an_earlier_one_waits_for_the_ticket_of_the_earlier_one()
    {
        var card = await rig.DocumentAsync(IncomingWaybill, RegId);
        var first = await rig.SendAsync(card, ActAccept, "WayBillAct_v4", Identity);
        await rig.ReceiveAsync(("Ticket", first.RequestId, UtmXml.Taken(refusal: "Неверный формат")));
        var second = await rig.SendAsync(card, ActAccept, "WayBillAct_v4", "awb-1-2");

        await rig.ReceiveAsync(("Ticket", second.RequestId, UtmXml.Taken(refusal: Acted)));

        (await rig.StatusAsync(card)).Should().Be("ActAccept.SentToUtm");
    }

    private async Task<(EgaisDocument Card, ExchangeMessage Message)> PostedTwiceAsync()
    {
        var card = await rig.DocumentAsync(IncomingWaybill, RegId);
        rig.Sending = SendOutcome.NotSent(Dialogue.Story.Away);
        var message = await rig.SendAsync(card, ActAccept, "WayBillAct_v4", Identity);
        rig.Clock.Advance(TimeSpan.FromMinutes(20));
        await rig.Exchange.RunAsync(rig.Adapter, new ExchangeRun { MessageId = message.Id, OneStep = true }, default);
        var posted = (await rig.MessageAsync(message.Id))!;
        (posted.Stage, posted.Attempt).Should().Be((ExchangeStage.Accepted, 2));
        return (card, posted);
    }
}
