using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Egais;
using static Connectors.Egais.EgaisDocumentKind;
using static Connectors.Egais.EgaisOperation;

namespace Unit.Tests.Egais.Receiving;

/// <summary>What tickets say: refusals, numbers, un-conducts, and words about questions.</summary>
[TestClass]
public sealed class TicketVerdictTests
{
    private const string RegId = "TTN-0900000001";
    private const string Identity = "awb-7d2c1f64-6a0e-4b57-9a53-0f4c6f7f2a11";
    private readonly DialogueRig rig = new();

    [TestMethod]
    [DataRow(false, "EGAIS_FORMAT")]
    [DataRow(true, "EGAIS_CONDUCT")]
    public async Task A_refusal_keeps_the_registrys_own_text(bool second, string reason)
    {
        const string text = "Ошибка: остаток по справке FB-000000900000002 недостаточен [0004]";
        var (card, message) = await AcceptedAsync();

        await rig.ReceiveAsync(("Ticket", message.RequestId, second ? UtmXml.Conducted(refusal: text) : UtmXml.Taken(refusal: text)));

        var state = await rig.StateAsync(card);
        (await rig.StatusAsync(card)).Should().Be("ActAccept.Error");
        state.Error!.Reason.Should().Be(reason);
        state.Error.MessageRu.Should().Be(text);
        state.Actions.Should().Equal("ConfirmReceipt", "CancelOperation");
        (await rig.StageAsync(message)).Should().Be(ExchangeStage.Rejected);
    }

    [TestMethod]
    public async Task A_second_try_of_a_message_that_had_worked_is_no_error()
    {
        var (card, message) = await AcceptedAsync();
        await rig.ReceiveAsync(("Ticket", null, UtmXml.Conducted(Identity, "5b8e0f7a-7777-4222-8333-444455556666")));

        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Taken(refusal: "Акт для данной накладной уже зарегистрирован")));

        (await rig.StatusAsync(card)).Should().Be("Confirmed");
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task An_act_that_is_registered_already_is_an_error_until_its_earlier_ticket_comes()
    {
        var (card, message) = await AcceptedAsync();

        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Taken(refusal: "Акт для данной накладной уже зарегистрирован")));
        var between = await rig.StateAsync(card);
        await rig.ReceiveAsync(("Ticket", null, UtmXml.Conducted(Identity, "5b8e0f7a-7777-4222-8333-444455556666")));

        between.Error!.Reason.Should().Be("EGAIS_ALREADY_ACTED");
        (await rig.StatusAsync(card)).Should().Be("Confirmed");
    }

    [TestMethod]
    public async Task A_wrong_number_never_replaces_that_of_the_waybill()
    {
        var card = await rig.DocumentAsync(OutgoingWaybill, RegId);
        var message = await rig.SendAsync(card, RepealConfirmWayBill, "ConfirmRepealWB", "cnf-1");

        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Conducted(regId: "900000001")));

        (await rig.CardAsync(card)).RegId.Should().Be(RegId);
        (await rig.StatusAsync(card)).Should().Be("ProcessedByClient");
    }

    [TestMethod]
    public async Task The_number_of_an_act_is_taken_from_its_ticket()
    {
        var card = await rig.DocumentAsync(WriteOff);
        var message = await rig.SendAsync(card, WriteOffRegister1, "ActWriteOff_v4", "wro-1");

        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Conducted(regId: "AWO-0000000077")));

        (await rig.CardAsync(card)).RegId.Should().Be("AWO-0000000077");
        (await rig.StateAsync(card)).Actions.Should().Equal("RequestRepeal");
    }

    [TestMethod]
    public async Task A_supplier_takes_a_waybill_back_that_was_not_answered()
    {
        var card = await rig.DocumentAsync(IncomingWaybill, RegId);

        await rig.ReceiveAsync(("Ticket", null, UtmXml.Conducted(regId: RegId, docType: "WayBill_v4", name: "UnConfirm")));

        (await rig.StatusAsync(card)).Should().Be("CancelledBySupplier");
    }

    [TestMethod]
    public async Task A_supplier_takes_a_confirmed_waybill_back()
    {
        var (card, message) = await AcceptedAsync();
        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Conducted()));

        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Conducted(name: "UnConfirm")));

        (await rig.StatusAsync(card)).Should().Be("CancelledBySupplier");
        (await rig.StageAsync(message)).Should().Be(ExchangeStage.Reversed);
        (await rig.CardAsync(card)).RegistrationDate.Should().BeNull();
    }

    [TestMethod]
    public async Task An_un_conduct_that_was_refused_leaves_the_document_conducted()
    {
        var (card, message) = await AcceptedAsync();
        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Conducted()));

        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Conducted(name: "UnConfirm", refusal: "Отказ")));

        (await rig.StatusAsync(card)).Should().Be("Confirmed");
        rig.InBox.Should().Be(0);
    }

    [TestMethod]
    public async Task A_ticket_without_a_verdict_stays_in_the_box_for_good()
    {
        var (card, message) = await AcceptedAsync();

        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Ticket(Identity, null, null, null)));
        rig.Clock.Advance(TimeSpan.FromDays(100));
        await rig.ReceiveAsync();

        (await rig.StatusAsync(card)).Should().Be("ActAccept.SentToUtm");
        rig.InBox.Should().Be(1);
    }

    [TestMethod]
    public async Task A_confirmation_of_differences_is_done_with_its_first_ticket()
    {
        var card = await rig.DocumentAsync(OutgoingWaybill, RegId);
        var message = await rig.SendAsync(card, DifferencesConfirm, "ConfirmTicket", "cnf-1");

        await rig.ReceiveAsync(("Ticket", null, UtmXml.Taken("cnf-1", docType: "WayBillTicket")));

        (await rig.StageAsync(message)).Should().Be(ExchangeStage.Done);
        (await rig.StatusAsync(card)).Should().Be("ConfirmedWithDifferences");
    }

    [TestMethod]
    public async Task A_question_that_comes_too_often_moves_its_gate()
    {
        var message = await rig.SendAsync(null, QueryRests, "QueryRests_v2");

        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Taken(refusal: "Превышена частота запросов")));

        rig.Refused.Should().Equal(message.Id);
        (await rig.Records.GetAsync(RecordKinds.Gate, "moved", default)).Should().NotBeNull();
        (await rig.MessageAsync(message.Id))!.LastError!.MessageRu.Should().Be("Превышена частота запросов");
    }

    [TestMethod]
    public async Task A_question_that_is_refused_for_another_reason_moves_no_gate()
    {
        var message = await rig.SendAsync(null, QueryRests, "QueryRests_v2");

        await rig.ReceiveAsync(("Ticket", message.RequestId, UtmXml.Taken(refusal: "Нет лицензии")));

        rig.Refused.Should().BeEmpty();
        (await rig.StageAsync(message)).Should().Be(ExchangeStage.Rejected);
    }

    private async Task<(EgaisDocument Card, ExchangeMessage Message)> AcceptedAsync(string? identity = Identity)
    {
        var card = await rig.DocumentAsync(IncomingWaybill, RegId);
        return (card, await rig.SendAsync(card, ActAccept, "WayBillAct_v4", identity));
    }
}
