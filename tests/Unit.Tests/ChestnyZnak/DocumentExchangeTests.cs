using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.ChestnyZnak;
using Emulators.ChestnyZnak;

namespace Unit.Tests.ChestnyZnak;

[TestClass]
public sealed class DocumentExchangeTests
{
    private const string Create = "true-api POST lk/documents/create";

    [TestMethod]
    public async Task A_document_goes_from_draft_to_done()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var document = await rig.SaveAsync();
        var draft = await rig.StateAsync(document);

        await rig.PrepareAsync(document);
        var sent = await rig.StateAsync(document);
        await rig.RunAfterAsync(4);
        var done = await rig.StateAsync(document);

        (draft["status"], sent["status"], done["status"]).Should().Be(("Черновик", "ВыводИзОборотаОбрабатывается", "КодыМаркировкиВыведеныИзОборота"));
        done["statusEn"].Should().Be("CodesWithdrawn");
        done["actions"].Should().BeEquivalentTo(new[] { "АннулируйтеВыводИзОборота" });
        rig.System.World.Codes.All.Should().OnlyContain(code => code.Status == "RETIRED");
        rig.System.Judge.Requests(Create).Should().Be(1);
    }

    [TestMethod]
    [DataRow(FaultKind.ResetAfter)]
    [DataRow(FaultKind.HalfBody)]
    [DataRow(FaultKind.StatusAfter)]
    public async Task A_lost_answer_ends_in_exactly_one_document(FaultKind fault)
    {
        await using var rig = await ConnectorRig.StartAsync();
        var document = await rig.SaveAsync();
        rig.System.Faults.Add(new Fault(fault, Create));

        await rig.PrepareAsync(document);
        var unclear = await rig.StateAsync(document);
        await rig.RunAfterAsync(60, document);
        await rig.RunAfterAsync(60, document);
        var done = await rig.StateAsync(document);

        unclear["status"].Should().Be("ВыводИзОборотаСтатусНеопределен");
        done["status"].Should().Be("КодыМаркировкиВыведеныИзОборота");
        rig.System.World.Documents.All.Should().ContainSingle();
        rig.System.Judge.Doubles().Should().BeEmpty();
    }

    [TestMethod]
    public async Task A_document_that_never_arrived_waits_for_a_person_who_sends_it_again()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var document = await rig.SaveAsync();
        rig.System.Faults.Add(new Fault(FaultKind.ResetBefore, Create));
        await rig.PrepareAsync(document);

        await rig.RunAfterAsync(3600, document);
        var still = rig.Store.Messages.Single().Stage;
        await rig.FailAfterAsync(25 * 3600, document);
        var parked = rig.Store.Messages.Single();
        await rig.RecordAsync("Decide", ("message", parked.Id), ("decision", "SendAgain"));
        await rig.RunAfterAsync(1, document);
        await rig.RunAfterAsync(10, document);

        (still, parked.Stage).Should().Be((ExchangeStage.Uncertain, ExchangeStage.Parked));
        (await rig.StateAsync(document))["status"].Should().Be("КодыМаркировкиВыведеныИзОборота");
        rig.System.World.Documents.All.Should().ContainSingle();
    }

    [TestMethod]
    public async Task A_refused_document_offers_its_way_back_and_may_be_sent_again_corrected()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var document = await rig.SaveAsync(status: "APPLIED");
        await rig.PrepareAsync(document);
        await rig.FailAfterAsync(4);
        var refused = await rig.StateAsync(document);

        await rig.RecordAsync("Documents.Save", ("kind", "LK_RECEIPT"), ("payload", Messages.Withdrawal(rig.System.Seed.Codes(rig.Milk))), ("document", document), ("productGroup", "milk"));
        await rig.PrepareAsync(document, "SendData");
        await rig.RunAfterAsync(4);

        refused["status"].Should().Be("ВыводИзОборотаОшибкаОбработки");
        refused["actions"].Should().BeEquivalentTo(new[] { "ПередайтеДанные", "ОтменитеОперацию" });
        ((ConnectorRecord)refused["error"]!)["reason"].Should().Be("CHECKED_NOT_OK");
        (await rig.StateAsync(document))["status"].Should().Be("КодыМаркировкиВыведеныИзОборота");
    }

    [TestMethod]
    public async Task The_last_operation_is_taken_back_only_from_a_failure()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var bad = await rig.SaveAsync(document: "плохой", status: "APPLIED");
        var good = await rig.SaveAsync(document: "хороший");
        await rig.PrepareAsync(bad);
        await rig.PrepareAsync(good);
        await rig.RunAfterAsync(4);

        await rig.RecordAsync("ОтменитьПоследнююОперацию", ("document", bad));
        var undo = async () => await rig.RecordAsync("CancelLastOperation", ("document", good));

        (await undo.Should().ThrowAsync<ConnectorException>()).Which.Error.Code.Should().Be(ConnectorErrorCode.Rejected);
        (await rig.StateAsync(bad))["status"].Should().Be("Черновик");
    }

    [TestMethod]
    public async Task A_transfer_is_taken_back_before_it_is_sent_and_not_after()
    {
        await using var rig = await ConnectorRig.StartAsync(signs: false);
        var document = await rig.SaveAsync();
        await rig.PrepareAsync(document);
        var waiting = await rig.StateAsync(document);

        var cancelled = await rig.RecordAsync("CancelTransfer", ("document", document));
        var again = await rig.RecordAsync("CancelTransfer", ("document", document));

        waiting["status"].Should().Be("ВыводИзОборотаКПередаче");
        (await rig.StateAsync(document))["status"].Should().Be("Черновик");
        ((IReadOnlyList<object?>)cancelled["changes"]!).Should().ContainSingle();
        ((IReadOnlyList<object?>)again["changes"]!).Should().BeEmpty();
        rig.System.Judge.Requests(Create).Should().Be(0);
    }

    [TestMethod]
    public async Task Signatures_are_asked_for_and_brought_back_in_two_steps()
    {
        await using var rig = await ConnectorRig.StartAsync(signs: false);
        var document = await rig.SaveAsync();

        var result = await rig.PrepareAsync(document);
        var asked = await rig.SignAsync(result);
        await rig.RunAfterAsync(4);

        asked.Should().BeInRange(1, 2);
        (await rig.StateAsync(document))["status"].Should().Be("КодыМаркировкиВыведеныИзОборота");
        rig.System.Judge.SignIns("true-api").Should().Be(1);
    }

    [TestMethod]
    public async Task A_token_that_ended_while_an_answer_is_waited_for_is_asked_for_too()
    {
        await using var rig = await ConnectorRig.StartAsync(signs: false, options: options => options.DocumentDelay = TimeSpan.FromHours(11));
        var document = await rig.SaveAsync();
        var result = await rig.PrepareAsync(document);
        await rig.SignAsync(result);

        var later = await rig.RunAfterAsync(12 * 3600);
        var keys = (ConnectorRecord)later["sessionKeysRequired"]!;
        await rig.SignAsync(later);
        await rig.RunAfterAsync(1200);

        keys.Names.Should().Equal(rig.Owner.Inn);
        (await rig.StateAsync(document))["status"].Should().Be("КодыМаркировкиВыведеныИзОборота");
    }

    [TestMethod]
    public async Task A_long_list_goes_as_several_documents_each_followed_for_itself()
    {
        await using var rig = await ConnectorRig.StartAsync(settings => settings.Documents.MaxCodes = 2);
        var document = await rig.SaveAsync(5);

        await rig.PrepareAsync(document);
        await rig.RunOftenAsync(4, 10);
        var states = ((IReadOnlyList<object?>)(await rig.RecordAsync("Documents.Get", ("document", document)))["states"]!).Cast<ConnectorRecord>().ToList();

        states.Select(state => state["object"]).Should().Equal("Вывод 1#1", "Вывод 1#2", "Вывод 1#3");
        states.Should().OnlyContain(state => (string)state["status"]! == "КодыМаркировкиВыведеныИзОборота");
        rig.System.World.Documents.All.Should().HaveCount(3);
        rig.System.World.Codes.All.Should().OnlyContain(code => code.Status == "RETIRED");
    }

    [TestMethod]
    public async Task The_payload_of_a_split_document_is_not_replaced_once_a_part_has_left()
    {
        await using var rig = await ConnectorRig.StartAsync(settings => settings.Documents.MaxCodes = 2);
        var document = await rig.SaveAsync(3);
        await rig.PrepareAsync(document);
        var item = new ConnectorRecord { { "document", document }, { "nextAction", "SendData" }, { "extra", new ConnectorRecord { { "payload", Messages.Withdrawal(rig.System.Seed.Codes(rig.Milk, 6)) } } } };

        var again = async () => await rig.RecordAsync("PrepareForTransfer", ("items", new List<object?> { item }));

        (await again.Should().ThrowAsync<ConnectorException>()).Which.Error.Reason.Should().Be("PARTLY_SENT");
        rig.System.Judge.Requests(Create).Should().Be(2);
    }

    [TestMethod]
    public async Task A_sign_in_that_is_refused_when_the_key_ended_keeps_the_queue()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var first = await rig.SaveAsync();
        await rig.PrepareAsync(first);
        rig.System.World.Tokens.Put([.. rig.System.World.Tokens.All.Select(token => token with { Expires = DateTimeOffset.MinValue })]);
        rig.System.Faults.Add(new Fault(FaultKind.Status, "true-api POST auth/simpleSignIn") { Status = 403, Times = -1 });
        var second = await rig.SaveAsync(document: "Вывод 2");

        await rig.PrepareAsync(second);
        var kept = rig.Store.Messages.Single(message => message.Content.Document == second).Stage;
        rig.System.Faults.Clear();
        await rig.RunOftenAsync(3, 60);

        kept.Should().Be(ExchangeStage.Enqueued);
        (await rig.StateAsync(second))["status"].Should().Be("КодыМаркировкиВыведеныИзОборота");
    }

    [TestMethod]
    public async Task A_finished_withdrawal_is_taken_back_by_a_document_of_its_own()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var document = await rig.SaveAsync();
        await rig.PrepareAsync(document);
        await rig.RunAfterAsync(4);

        await rig.PrepareAsync(document, "АннулируйтеВыводИзОборота");
        await rig.RunAfterAsync(4);

        (await rig.StateAsync(document))["status"].Should().Be("ВыводИзОборотаОтменен");
        rig.System.World.Codes.All.Should().OnlyContain(code => code.Status == "INTRODUCED");
    }

    [TestMethod]
    public async Task Pressing_twice_sends_once()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var document = await rig.SaveAsync();
        await rig.PrepareAsync(document);

        var again = async () => await rig.PrepareAsync(document);

        await again.Should().ThrowAsync<ConnectorException>();
        rig.System.Judge.Requests(Create).Should().Be(1);
    }

    [TestMethod]
    public async Task The_restored_status_equals_the_live_one()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var document = await rig.SaveAsync();
        await rig.PrepareAsync(document);
        await rig.RunAfterAsync(4);
        var live = await rig.StateAsync(document);

        var restored = (IReadOnlyList<object?>)(await rig.CallAsync("RestoreStatus", ("document", document)))!;

        ((ConnectorRecord)restored.Single()!)["status"].Should().Be(live["status"]);
    }

    [TestMethod]
    public async Task A_restart_in_the_middle_loses_nothing()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var document = await rig.SaveAsync();
        await rig.PrepareAsync(document);
        rig.NewConnector();

        await rig.RunAfterAsync(4);

        (await rig.StateAsync(document))["status"].Should().Be("КодыМаркировкиВыведеныИзОборота");
        rig.System.Judge.SignIns("true-api").Should().Be(1);
    }

    [TestMethod]
    public async Task One_wrong_document_does_not_stop_the_others_and_is_told()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var document = await rig.SaveAsync();

        var result = await rig.RecordAsync("ПодготовитьКПередаче", ("items", new List<object?> { "нет такого", document }));

        var changes = ((IReadOnlyList<object?>)result["changes"]!).Cast<ConnectorRecord>().ToList();
        changes.Should().Contain(change => (string?)change["object"] == "нет такого" && change["error"] != null);
        ((IReadOnlyList<object?>)result["warnings"]!).Should().ContainSingle();
        (await rig.StateAsync(document))["status"].Should().Be("ВыводИзОборотаОбрабатывается");
    }

    [TestMethod]
    public async Task A_run_that_works_for_nobody_fails()
    {
        await using var rig = await ConnectorRig.StartAsync();
        var document = await rig.SaveAsync();
        await rig.System.RefuseConnectionsAsync();
        await rig.PrepareAsync(document);

        var error = await rig.FailAfterAsync(3600);

        error.Code.Should().Be(ConnectorErrorCode.Unavailable);
        await rig.System.ListenAgainAsync();
    }

    [TestMethod]
    public async Task A_misspelt_argument_is_not_passed_over()
    {
        await using var rig = await ConnectorRig.StartAsync();

        var run = async () => await rig.RecordAsync("RunExchange", ("organisaton", rig.Owner.Inn));

        (await run.Should().ThrowAsync<ConnectorException>()).Which.Error.Offenders.Should().Contain("organisaton: unknown");
    }

    [TestMethod]
    public async Task Every_command_has_its_name_in_the_accounting_system()
    {
        await using var rig = await ConnectorRig.StartAsync();

        var aliases = rig.Connector.Methods.SelectMany(method => method.Aliases).ToList();

        aliases.Should().Contain(["ПодготовитьКПередаче", "ЗагрузитьВходящиеДокументы", "ВыполнитьОбмен", "ПродолжитьВыполнениеОбмена", "ОтменитьПередачу", "ОтменитьПоследнююОперацию", "ВосстановитьСтатусДокументаПоДаннымПротоколаОбмена"]);
    }
}
