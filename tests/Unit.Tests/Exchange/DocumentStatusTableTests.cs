using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Connectors.Exchange;
using TestKit.Exchange;

namespace Unit.Tests.Exchange;

[TestClass]
public sealed class DocumentStatusTableTests
{
    private static readonly ConnectorError No = new(ConnectorErrorCode.Rejected, "No.");

    [TestMethod]
    [DataRow("", "Черновик", "ПередайтеДанные")]
    [DataRow("Prepared", "ВводВОборотКПередаче", "ВыполнитеОбмен,ОтменитеПередачуДанных")]
    [DataRow("Prepared Sent", "ВводВОборотОбрабатывается", "ОжидайтеЗавершенияОбработкиДанныхИСМП")]
    [DataRow("Prepared Sent InWork", "ВводВОборотОбрабатывается", "ОжидайтеЗавершенияОбработкиДанныхИСМП")]
    [DataRow("Prepared Sent Done", "КодыМаркировкиВведеныВОборот", "")]
    [DataRow("Prepared Sent DonePartly", "КодыМаркировкиВведеныВОборотЧастично", "ПередайтеДанныеСИсправлениями")]
    [DataRow("Prepared SendRefused", "ВводВОборотОшибкаПередачи", "ПередайтеДанные,ОтменитеОперацию")]
    [DataRow("Prepared Sent Rejected", "ВводВОборотОшибкаПередачи", "ПередайтеДанные,ОтменитеОперацию")]
    [DataRow("Prepared Uncertain", "ВводВОборотСтатусНеопределен", "ВыполнитеОбмен")]
    [DataRow("Prepared Uncertain Parked", "ВводВОборотТребуетРешения", "ПередайтеДанные,ОтменитеОперацию")]
    [DataRow("Prepared Uncertain Parked Sent", "ВводВОборотОбрабатывается", "ОжидайтеЗавершенияОбработкиДанныхИСМП")]
    [DataRow("Prepared Sent Waiting", "ВводВОборотОбрабатывается", "ОжидайтеЗавершенияОбработкиДанныхИСМП")]
    [DataRow("Prepared Sent Rejected InWork", "ВводВОборотОшибкаПередачи", "ПередайтеДанные,ОтменитеОперацию")]
    [DataRow("Prepared Sent Done InWork", "КодыМаркировкиВведеныВОборот", "")]
    [DataRow("Prepared SendRefused Sent", "ВводВОборотОшибкаПередачи", "ПередайтеДанные,ОтменитеОперацию")]
    [DataRow("Prepared SendRefused Prepared", "ВводВОборотКПередаче", "ВыполнитеОбмен,ОтменитеПередачуДанных")]
    [DataRow("Prepared SendRefused Prepared Sent", "ВводВОборотОбрабатывается", "ОжидайтеЗавершенияОбработкиДанныхИСМП")]
    public void Marking_document_goes_its_way(string facts, string status, string actions)
    {
        var state = Follow(ExampleStatuses.Marking, ExampleStatuses.MarkingKind, ExampleStatuses.Introduce, facts);

        state.Status.Should().Be(status);
        string.Join(',', state.Actions).Should().Be(actions);
    }

    [TestMethod]
    [DataRow("", "Черновик", "ПередайтеДанные")]
    [DataRow("Prepared", "КПередаче", "ВыполнитеОбмен,ОтменитеПередачуДанных")]
    [DataRow("Prepared Sent", "ПереданВУТМ", "ОжидайтеПолучениеКвитанцииПолученЕГАИС,ОжидайтеПолучениеКвитанцииПроведенЕГАИС")]
    [DataRow("Prepared SendRefused", "ОшибкаПередачи", "ПередайтеДанные")]
    [DataRow("Prepared Sent InWork:Received", "ОбрабатываетсяЕГАИС", "ОжидайтеПолучениеКвитанцииПроведенЕГАИС")]
    [DataRow("Prepared Sent InWork:Received Done:Posted", "ПроведенЕГАИС", "НеТребуется,ЗапроситеОтменуПроведения")]
    [DataRow("Prepared Sent Done:Posted", "ПроведенЕГАИС", "НеТребуется,ЗапроситеОтменуПроведения")]
    [DataRow("Prepared Sent Done:Posted InWork:Received", "ПроведенЕГАИС", "НеТребуется,ЗапроситеОтменуПроведения")]
    [DataRow("Prepared Sent Done:Received", "ОбрабатываетсяЕГАИС", "ОжидайтеПолучениеКвитанцииПроведенЕГАИС")]
    [DataRow("Prepared Sent Rejected", "ОшибкаПроведенияЕГАИС", "ОтменитеОперацию")]
    [DataRow("Prepared Sent InWork:Received Rejected", "ОшибкаПроведенияЕГАИС", "ОтменитеОперацию")]
    [DataRow("Prepared Sent Rejected InWork:Received", "ОшибкаПроведенияЕГАИС", "ОтменитеОперацию")]
    public void Write_off_goes_its_way(string facts, string status, string actions)
    {
        var state = Follow(ExampleStatuses.Egais, ExampleStatuses.WriteOffKind, ExampleStatuses.WriteOff, facts);

        state.Status.Should().Be(status);
        string.Join(',', state.Actions).Should().Be(actions);
    }

    [TestMethod]
    [DataRow("Prepared", "ЗапросНаОтменуПроведенияКПередаче")]
    [DataRow("Prepared Sent", "ЗапросНаОтменуПроведенияПереданВУТМ")]
    [DataRow("Prepared Sent InWork:Received", "ЗапросНаОтменуПроведенияОбрабатываетсяЕГАИС")]
    [DataRow("Prepared Sent InWork:Received Done:Posted", "Отменен")]
    [DataRow("Prepared Sent Rejected", "ЗапросНаОтменуПроведенияОшибка")]
    public void Request_to_undo_a_write_off_goes_its_way(string facts, string status)
    {
        var posted = Follow(ExampleStatuses.Egais, ExampleStatuses.WriteOffKind, ExampleStatuses.WriteOff, "Prepared Sent InWork:Received Done:Posted");

        Follow(ExampleStatuses.Egais, ExampleStatuses.WriteOffKind, ExampleStatuses.CancelWriteOff, facts, posted).Status.Should().Be(status);
    }

    [TestMethod]
    [DataRow("InWork:Received Done:Posted InWork:Notice")]
    [DataRow("InWork:Received InWork:Notice Done:Posted")]
    [DataRow("InWork:Notice InWork:Received Done:Posted")]
    [DataRow("InWork:Notice Done:Posted InWork:Received")]
    [DataRow("Done:Posted InWork:Notice InWork:Received")]
    [DataRow("Done:Posted InWork:Received InWork:Notice")]
    [DataRow("Done:Posted Done:Notice")]
    [DataRow("Done:Notice Done:Posted")]
    public void Three_receipts_make_the_end_in_every_order_and_not_before_the_last(string receipts)
    {
        var table = new DocumentStatusTable(new StatusEntry("Черновик")).Add("к", "о", new OperationStatuses(new StatusEntry("КПередаче"), new StatusEntry("Обрабатывается"), new StatusEntry("Проведен"), new StatusEntry("Ошибка")) { RequiredReceipts = ["Received", "Posted", "Notice"] });
        var facts = receipts.Split(' ');
        var last = receipts.Contains("Received", StringComparison.Ordinal) && facts[^1] == "InWork:Received" ? facts[..^2] : facts[..^1];

        Follow(table, "к", "о", "Prepared Sent " + receipts).Status.Should().Be("Проведен");
        Follow(table, "к", "о", "Prepared Sent " + string.Join(' ', last)).Status.Should().Be("Обрабатывается");
    }

    [TestMethod]
    public void Final_status_is_not_overwritten_by_work_of_another_operation()
    {
        var cancelled = Follow(ExampleStatuses.Egais, ExampleStatuses.WriteOffKind, ExampleStatuses.CancelWriteOff, "Prepared Sent Done:Posted");

        Follow(ExampleStatuses.Egais, ExampleStatuses.WriteOffKind, ExampleStatuses.WriteOff, "InWork:Received", cancelled).Status.Should().Be("Отменен");
    }

    [TestMethod]
    public void Refusal_keeps_its_reason_and_may_be_taken_back_a_parked_message_may_not()
    {
        Follow(ExampleStatuses.Marking, ExampleStatuses.MarkingKind, ExampleStatuses.Introduce, "Prepared SendRefused").Should().Match<DocumentState>(state => state.IsError && state.Error == No);
        Follow(ExampleStatuses.Egais, ExampleStatuses.WriteOffKind, ExampleStatuses.WriteOff, "Prepared Parked").IsError.Should().BeFalse();
        Follow(ExampleStatuses.Marking, ExampleStatuses.MarkingKind, ExampleStatuses.Introduce, "Prepared SendRefused Prepared").Should().Match<DocumentState>(state => !state.IsError && state.Error == null);
    }

    [TestMethod]
    public void Received_document_starts_its_way_and_coming_again_changes_nothing_begun_since()
    {
        var table = new DocumentStatusTable(new StatusEntry("Черновик"))
            .Add("ТТН", "Прием", new OperationStatuses(new StatusEntry("-"), new StatusEntry("-"), new StatusEntry("ПринятИзЕГАИС", "ПодтвердитеПолучение"), new StatusEntry("-")))
            .Add("ТТН", "Акт", new OperationStatuses(new StatusEntry("АктКПередаче"), new StatusEntry("АктОбрабатывается"), new StatusEntry("Подтвержден"), new StatusEntry("АктОшибка")));
        var received = Follow(table, "ТТН", "Прием", "Received");
        var begun = Follow(table, "ТТН", "Акт", "Prepared", received);

        received.Status.Should().Be("ПринятИзЕГАИС");
        Follow(table, "ТТН", "Прием", "Received", begun).Should().BeSameAs(begun);
    }

    [TestMethod]
    public void Unknown_operation_is_refused_naming_those_that_are_known()
    {
        var refusal = FluentActions.Invoking(() => Follow(ExampleStatuses.Marking, ExampleStatuses.MarkingKind, "Агрегация", "Prepared")).Should().Throw<ConnectorException>().Which.Error;

        refusal.Message.Should().Contain("Агрегация").And.Contain(ExampleStatuses.MarkingKind).And.Contain(ExampleStatuses.Introduce);
        refusal.MessageRu.Should().Contain("Агрегация");
    }

    [TestMethod]
    [DataRow("P1 F1 P2", "C2", "ВводВОборотОшибкаПередачи")]
    [DataRow("P1 F1", "U1", "Черновик")]
    [DataRow("P1 F1 P2 F2", "U2", "ВводВОборотОшибкаПередачи")]
    [DataRow("P1 F1 P2 F2", "U2 U1", "Черновик")]
    [DataRow("P1 S1 D1 P2 F2", "U2", "КодыМаркировкиВведеныВОборот")]
    [DataRow("P1 P2 C1", "S2", "ВводВОборотОбрабатывается")]
    [DataRow("P1 F1", "U0", "Черновик")]
    public void What_is_taken_back_is_left_out_of_the_replay(string before, string then, string status)
    {
        var facts = $"{before} {then}".Split(' ').Select(word => new DocumentFact("д", ExampleStatuses.MarkingKind, ExampleStatuses.Introduce, KindOf(word[0])) { MessageId = word[1] == '0' ? null : word[1..] }).ToList();

        StatusReplay.Of(ExampleStatuses.Marking, "д", ExampleStatuses.MarkingKind, facts).Status.Should().Be(status);
    }

    private static FactKind KindOf(char letter) => letter switch
    {
        'P' => FactKind.Prepared,
        'S' => FactKind.Sent,
        'D' => FactKind.Done,
        'F' => FactKind.SendRefused,
        'C' => FactKind.Cancelled,
        _ => FactKind.Undone,
    };

    private static DocumentState Follow(DocumentStatusTable table, string kind, string operation, string facts, DocumentState? from = null) => facts
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(word => word.Split(':'))
        .Select(word => new DocumentFact("д", kind, operation, Enum.Parse<FactKind>(word[0])) { Receipts = word[1..], Error = No })
        .Aggregate(from ?? table.Start("д", kind), table.After);
}
