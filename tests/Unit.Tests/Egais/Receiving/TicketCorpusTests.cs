using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using static Connectors.Egais.EgaisDocumentKind;
using static Connectors.Egais.EgaisOperation;

namespace Unit.Tests.Egais.Receiving;

/// <summary>Tickets out of order, twice, without their ids, of others, too early: each ends in its documented state.</summary>
[TestClass]
public sealed class TicketCorpusTests
{
    private const string RegId = "TTN-0900000001";
    private const string Identity = "awb-7d2c1f64-6a0e-4b57-9a53-0f4c6f7f2a11";
    private readonly DialogueRig rig = new();

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public async Task Both_tickets_in_either_order_confirm_a_waybill_and_leave_the_box(bool inOrder)
    {
        var (card, message) = await AcceptedAsync();
        var taken = ("Ticket", message.RequestId, UtmXml.Taken());
        var conducted = ("Ticket", message.RequestId, UtmXml.Conducted(regId: RegId));

        await rig.ReceiveAsync(inOrder ? taken : conducted);
        var between = await rig.StateAsync(card);
        await rig.ReceiveAsync(inOrder ? conducted : taken);

        between.Status.Should().Be(inOrder ? "ActAccept.Processing" : "Confirmed");
        (await rig.StatusAsync(card)).Should().Be("Confirmed");
        (await rig.StageAsync(message)).Should().Be(ExchangeStage.Done);
        (await rig.CardAsync(card)).RegistrationDate.Should().Be("2026-05-31T12:00:04");
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task One_ticket_with_both_verdicts_counts_as_two()
    {
        var (card, message) = await AcceptedAsync();

        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Both(null)));

        (await rig.StatusAsync(card)).Should().Be("Confirmed");
        (await rig.StateAsync(card)).Receipts.Should().Contain(["Received", "Posted"]);
    }

    [TestMethod]
    public async Task The_same_ticket_twice_changes_nothing_and_leaves_the_box()
    {
        var (card, message) = await AcceptedAsync();
        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Taken()), ("Ticket", message.RequestId, UtmXml.Taken()));
        var before = await rig.StateAsync(card);

        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Taken()));

        (await rig.StateAsync(card)).Should().Be(before);
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task A_ticket_that_is_too_early_waits_for_its_message()
    {
        const string request = "5b8e0f7a-9999-4222-8333-444455556666";
        await rig.ReceiveAsync(("Ticket", request, UtmXml.Conducted()));
        rig.InBox.Should().Be(1);
        rig.Sending = SendOutcome.Accepted(ReplyIds.Normalise(request)!);
        var (card, _) = await AcceptedAsync();

        await rig.ReceiveAsync();

        (await rig.StatusAsync(card)).Should().Be("Confirmed");
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task What_nobody_asked_for_is_put_away_after_thirty_days_and_not_before()
    {
        await rig.ReceiveAsync(("Ticket", "5b8e0f7a-9999-4222-8333-444455556666", UtmXml.Conducted()));
        rig.Clock.Advance(TimeSpan.FromDays(29.9));
        await rig.ReceiveAsync();
        var before = rig.InBox;
        rig.Clock.Advance(TimeSpan.FromDays(0.2));

        await rig.ReceiveAsync();

        before.Should().Be(1);
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task A_ticket_that_proves_an_uncertain_message_stays_until_the_message_is_found()
    {
        rig.Sending = SendOutcome.NoVerdict(Dialogue.Story.Away);
        var (card, message) = await AcceptedAsync();

        await rig.ReceiveAsync(("Ticket", null, UtmXml.Taken(Identity)));
        var between = rig.InBox;
        await rig.ReceiveAsync(("Ticket", null, UtmXml.Conducted(Identity)));

        (between, await rig.StageAsync(message)).Should().Be((1, ExchangeStage.Done));
        (await rig.StatusAsync(card)).Should().Be("Confirmed");
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task Our_tickets_are_found_among_thousands_of_others()
    {
        var (card, message) = await AcceptedAsync();
        var foreign = Enumerable.Range(0, 1000).Select(n => ("Ticket", (string?)$"5b8e0f7a-9999-4222-8333-{n:D12}", UtmXml.Conducted(regId: $"TTN-{n:D10}"))).ToArray();

        await rig.ReceiveAsync([.. foreign[..500], ("Ticket", message.RequestId, UtmXml.Taken()), .. foreign[500..], ("Ticket", null, UtmXml.Conducted(Identity))]);

        (await rig.StatusAsync(card)).Should().Be("Confirmed");
        rig.InBox.Should().Be(1000);
    }

    private async Task<(EgaisDocument Card, ExchangeMessage Message)> AcceptedAsync(string? identity = Identity)
    {
        var card = await rig.DocumentAsync(IncomingWaybill, RegId);
        return (card, await rig.SendAsync(card, ActAccept, "WayBillAct_v4", identity));
    }
}
