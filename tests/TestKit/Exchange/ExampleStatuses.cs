using Cleverence.Connectivity.Exchange;

namespace TestKit.Exchange;

/// <summary>Two status tables of the field: a marking document of Chestny ZNAK and a write-off of EGAIS.</summary>
public static class ExampleStatuses
{
    /// <summary>The kind of the marking document.</summary>
    public const string MarkingKind = "МаркировкаТоваровИСМП";

    /// <summary>Its operation.</summary>
    public const string Introduce = "ВводВОборот";

    /// <summary>The kind of the write-off.</summary>
    public const string WriteOffKind = "АктСписанияЕГАИС";

    /// <summary>Its operation.</summary>
    public const string WriteOff = "АктСписания";

    /// <summary>The request to undo it.</summary>
    public const string CancelWriteOff = "ЗапросНаОтменуПроведения";

    /// <summary>The receipts a write-off waits for.</summary>
    public static readonly IReadOnlyList<string> Receipts = [DocumentStatusTable.Received, DocumentStatusTable.Posted];

    private static readonly Dictionary<string, string> Waits = new() { [DocumentStatusTable.Received] = "ОжидайтеПолучениеКвитанцииПолученЕГАИС", [DocumentStatusTable.Posted] = "ОжидайтеПолучениеКвитанцииПроведенЕГАИС" };

    /// <summary>The marking document.</summary>
    public static DocumentStatusTable Marking { get; } = new DocumentStatusTable(new StatusEntry("Черновик", "ПередайтеДанные"))
        .Add(MarkingKind, Introduce, new OperationStatuses(
            new StatusEntry("ВводВОборотКПередаче", "ВыполнитеОбмен", "ОтменитеПередачуДанных"),
            new StatusEntry("ВводВОборотОбрабатывается", "ОжидайтеЗавершенияОбработкиДанныхИСМП"),
            new StatusEntry("КодыМаркировкиВведеныВОборот"),
            new StatusEntry("ВводВОборотОшибкаПередачи", "ПередайтеДанные", "ОтменитеОперацию") { IsError = true })
        {
            DonePartly = new StatusEntry("КодыМаркировкиВведеныВОборотЧастично", "ПередайтеДанныеСИсправлениями"),
            Uncertain = new StatusEntry("ВводВОборотСтатусНеопределен", "ВыполнитеОбмен"),
            Parked = new StatusEntry("ВводВОборотТребуетРешения", "ПередайтеДанные", "ОтменитеОперацию"),
        });

    /// <summary>The write-off.</summary>
    public static DocumentStatusTable Egais { get; } = new DocumentStatusTable(new StatusEntry("Черновик", "ПередайтеДанные"))
        .Add(WriteOffKind, WriteOff, new OperationStatuses(
            new StatusEntry("КПередаче", "ВыполнитеОбмен", "ОтменитеПередачуДанных"),
            new StatusEntry("ОбрабатываетсяЕГАИС"),
            new StatusEntry("ПроведенЕГАИС", "НеТребуется", "ЗапроситеОтменуПроведения"),
            new StatusEntry("ОшибкаПередачи", "ПередайтеДанные") { IsError = true })
        {
            Sent = new StatusEntry("ПереданВУТМ"),
            PostingError = new StatusEntry("ОшибкаПроведенияЕГАИС", "ОтменитеОперацию") { IsError = true, IsFinal = true },
            RequiredReceipts = Receipts,
            WaitActions = Waits,
        })
        .Add(WriteOffKind, CancelWriteOff, new OperationStatuses(
            new StatusEntry("ЗапросНаОтменуПроведенияКПередаче", "ВыполнитеОбмен", "ОтменитеПередачуДанных"),
            new StatusEntry("ЗапросНаОтменуПроведенияОбрабатываетсяЕГАИС"),
            new StatusEntry("Отменен") { IsFinal = true },
            new StatusEntry("ЗапросНаОтменуПроведенияОшибка", "ЗапроситеОтменуПроведения", "ОтменитеОперацию") { IsError = true })
        {
            Sent = new StatusEntry("ЗапросНаОтменуПроведенияПереданВУТМ"),
            RequiredReceipts = Receipts,
            WaitActions = Waits,
        });
}
