using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Emulators.Utm;

namespace Unit.Tests.Egais.Methods;

/// <summary>Documents on their way: what is refused, taken back, sent again.</summary>
[TestClass]
public sealed class TransferTests
{
    [TestMethod]
    public async Task A_document_that_is_not_there_is_named()
    {
        await using var rig = await EgaisRig.StartAsync();

        (await rig.FailAsync("PrepareForTransfer", ("items", "Накладная 1"))).Reason.Should().Be("DOCUMENT_NOT_FOUND");
    }

    [TestMethod]
    public async Task One_bad_document_does_not_block_the_others()
    {
        await using var rig = await EgaisRig.StartAsync();
        var good = await rig.SaveWaybillAsync();

        var result = await rig.RecordAsync("EgaisExchange.PrepareForTransfer", ("items", new List<object?> { "нет такого", good }));

        var changes = ((IReadOnlyList<object?>)result["changes"]!).Cast<ConnectorRecord>().ToList();
        changes[0]["errorCode"].Should().Be("DOCUMENT_NOT_FOUND");
        changes[^1]["newState"].Should().Be("SentToUtm");
    }

    [TestMethod]
    public async Task A_document_with_mistakes_is_not_queued_and_all_of_them_are_told()
    {
        await using var rig = await EgaisRig.StartAsync();
        var saved = await rig.RecordAsync("Documents.Save", ("kind", "WriteOff"), ("organisation", EgaisRig.A), ("payload", new ConnectorRecord { ["number"] = "1", ["type"] = "Каприз" }));

        var error = await rig.FailAsync("PrepareForTransfer", ("items", saved["document"]));

        error.Reason.Should().Be("VALIDATION");
        error.Offenders.Should().HaveCountGreaterThan(1);
        ((IReadOnlyList<object?>)saved["warnings"]!).Should().NotBeEmpty();
        rig.Store.Messages.Should().BeEmpty();
    }

    [TestMethod]
    public async Task An_action_that_the_state_does_not_offer_is_refused()
    {
        await using var rig = await EgaisRig.StartAsync();
        var (sent, _) = await rig.ShipAsync();

        (await rig.FailAsync("PrepareForTransfer", ("items", sent), ("nextAction", "ConfirmDifferences"))).Reason.Should().Be("ACTION_NOT_ALLOWED");
        (await rig.FailAsync("PrepareForTransfer", ("items", sent), ("nextAction", "Спляшите"))).Reason.Should().Be("ACTION_NOT_ALLOWED");
    }

    [TestMethod]
    public async Task What_to_do_with_a_partners_waybill_must_be_said()
    {
        await using var rig = await EgaisRig.StartAsync();
        var (_, received) = await rig.ShipAsync();

        (await rig.FailAsync("PrepareForTransfer", ("items", received))).Reason.Should().Be("ACTION_NOT_ALLOWED");
    }

    [TestMethod]
    public async Task With_the_UTM_off_a_message_waits_and_its_transfer_can_be_taken_back()
    {
        await using var rig = await EgaisRig.StartAsync();
        var document = await rig.SaveWaybillAsync();
        await rig.System[EgaisRig.A].GoOfflineAsync();

        var prepared = await rig.PrepareAsync(document);
        var waiting = await rig.StateAsync(document);
        var taken = await rig.RecordAsync("ОтменитьПередачу", ("document", document));

        prepared["errorCode"].Should().Be("UTM_OFFLINE");
        waiting.Should().Be("ToSend");
        ((IReadOnlyList<object?>)taken["changes"]!).Should().ContainSingle();
        (await rig.StateAsync(document)).Should().Be("Draft");
        ((IReadOnlyList<object?>)(await rig.RecordAsync("CancelTransfer", ("document", document)))["changes"]!).Should().BeEmpty();
    }

    [TestMethod]
    [DataRow("CancelTransfer")]
    [DataRow("CancelLastOperation")]
    [DataRow("EgaisExchange.GetProtocol")]
    public async Task A_document_that_does_not_exist_is_named(string method)
    {
        await using var rig = await EgaisRig.StartAsync();

        (await rig.FailAsync(method, ("document", "нет такого"))).Should().Match<ConnectorError>(error => error.Reason == "DOCUMENT_NOT_FOUND" && error.Message.Contains("нет такого"));
    }

    [TestMethod]
    public async Task A_message_of_which_nobody_knows_whether_it_arrived_cannot_be_taken_back()
    {
        await using var rig = await EgaisRig.StartAsync();
        var document = await rig.SaveWaybillAsync();
        rig.System[EgaisRig.A].Faults.Add(new Fault(FaultKind.ResetAfter, "POST /opt/in/*"));
        await rig.PrepareAsync(document);

        (await rig.FailAsync("CancelTransfer", ("document", document))).Reason.Should().Be("TRANSFER_IN_PROGRESS");
        await rig.RunAsync(300);
        await rig.RunOftenAsync();

        (await rig.StateAsync(document)).Should().Be("ProcessedByClient");
        rig.System.Judge.Doubles().Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_refusal_of_the_UTM_is_told_in_its_own_words_and_the_next_try_has_an_identity_of_its_own()
    {
        await using var rig = await EgaisRig.StartAsync();
        var document = await rig.SaveWaybillAsync();
        rig.System[EgaisRig.A].Faults.Add(new Fault(FaultKind.Error, "POST /opt/in/*") { Text = "Нет лицензии", Status = 500 });

        var refused = await rig.PrepareAsync(document);
        var state = await rig.StateAsync(document);
        var text = await rig.CallAsync("EgaisExchange.GetLastErrorText", ("document", document));
        await rig.PrepareAsync(document, "TransferData");

        refused["errorCode"].Should().Be("UTM_REFUSED");
        state.Should().Be("TransferError");
        text.Should().Be("Нет лицензии");
        rig.System.Judge.Posts().Single().Identity.Should().Be($"wbl-{document}-2");
    }

    [TestMethod]
    public async Task The_last_operation_is_taken_back_only_from_an_error_whoever_insists()
    {
        await using var rig = await EgaisRig.StartAsync();
        var waiting = await rig.SaveWaybillAsync();
        var refused = await rig.SaveWaybillAsync();
        await rig.PrepareAsync(waiting);
        rig.System[EgaisRig.A].Faults.Add(new Fault(FaultKind.Error, "POST /opt/in/*"));
        await rig.PrepareAsync(refused);

        await rig.RecordAsync("CancelLastOperation", ("document", refused));

        (await rig.StateAsync(refused)).Should().Be("Draft");
        (await rig.FailAsync("ОтменитьПоследнююОперацию", ("document", waiting), ("force", true))).MessageRu.Should().Contain("не является ошибкой");
    }

    [TestMethod]
    public async Task A_document_waits_for_a_UTM_that_is_off_for_longer_than_a_day()
    {
        await using var rig = await EgaisRig.StartAsync();
        var document = await rig.SaveWaybillAsync();
        await rig.System[EgaisRig.A].GoOfflineAsync();
        await rig.PrepareAsync(document);

        await rig.RunOftenAsync(110, 910);
        var waiting = rig.Store.Messages.Single();
        await rig.System[EgaisRig.A].ComeOnlineAsync();
        await rig.RunOftenAsync(3, 910);

        waiting.Should().Match<ExchangeMessage>(message => message.Stage == ExchangeStage.Enqueued && message.Attempt > 100);
        rig.System.Judge.Posts(EgaisRig.A).Should().ContainSingle();
    }

    [TestMethod]
    public async Task Documents_that_a_UTM_answers_with_a_page_while_it_wakes_up_are_received_when_it_is_awake()
    {
        await using var rig = await EgaisRig.StartAsync();
        var document = await rig.SaveWaybillAsync();
        rig.System[EgaisRig.B].Faults.Add(new Fault(FaultKind.Html, "GET /opt/out/*") { Times = -1 });
        await rig.PrepareAsync(document);

        await rig.RunOftenAsync(40, 60);
        rig.System[EgaisRig.B].Faults.Clear();
        await rig.RunOftenAsync(3, 301);

        (await rig.StateAsync(await rig.IncomingAsync())).Should().Be("ReceivedFromEgais");
        rig.System[EgaisRig.B].OutBox.Should().BeEmpty();
    }

    [TestMethod]
    public async Task The_UTMs_own_text_is_told_to_its_end_and_no_mark_of_it_gets_into_the_log()
    {
        await using var rig = await EgaisRig.StartAsync();
        var document = await rig.SaveWaybillAsync();
        var mark = string.Concat(Enumerable.Repeat("22N0000154", 15));
        var text = $"Невалидные марки [{mark}]: {string.Join(' ', Enumerable.Repeat("марка не числится за организацией", 12))}.";
        rig.System[EgaisRig.A].Faults.Add(new Fault(FaultKind.Error, "POST /opt/in/*") { Text = text });

        var report = await rig.PrepareAsync(document);

        ((IReadOnlyList<object?>)report["changes"]!).Cast<ConnectorRecord>().Select(change => (string)change["errorText"]!).Should().Contain(text);
        ((string)(await rig.CallAsync("EgaisExchange.GetLastErrorText", ("document", document)))!).Should().Be(text);
        rig.Store.Messages.Single().LastError!.Message.Should().Contain("22N000015422N0000154… (150)").And.NotContain("22N000015422N00001542");
    }

    [TestMethod]
    public async Task An_immediate_message_that_could_not_leave_is_not_tried_again()
    {
        await using var rig = await EgaisRig.StartAsync();
        var document = await rig.SaveWaybillAsync();
        await rig.System[EgaisRig.A].GoOfflineAsync();

        await rig.RecordAsync("EgaisExchange.PrepareForTransfer", ("items", document), ("immediate", true));
        await rig.System[EgaisRig.A].ComeOnlineAsync();
        await rig.RunOftenAsync();

        rig.System.Judge.Posts().Should().BeEmpty();
        rig.Store.Messages.Should().OnlyContain(message => message.IsFinal);
    }
}
