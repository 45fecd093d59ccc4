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
