using Cleverence.Connectivity.Exchange;

namespace Connectors.ChestnyZnak;

/// <summary>The statuses of what is sent to the order station.</summary>
internal static class SuzStatuses
{
    private static readonly (string Kind, string Stem, string StemEn)[] Kinds = [("SuzOrder", "ЗаказКодов", "CodeOrder"), ("SuzClosing", "ЗакрытиеЗаказа", "OrderClosing"), ("SuzReport", "ОтчетСУЗ", "StationReport")];

    private static readonly (string Ending, string English)[] Endings =
    [
        ("КПередаче", "ToSend"), ("Обрабатывается", "InProcess"), ("Выполнен", "Done"), ("ВыполненЧастично", "DonePartly"), ("ОшибкаПередачи", "SendError"), ("ОшибкаОбработки", "Refused"),
        ("СтатусНеопределен", "Uncertain"), ("ТребуетРешения", "NeedsDecision"),
    ];

    /// <summary>The statuses with their English names.</summary>
    public static IEnumerable<(string Status, string English)> Names => Kinds.SelectMany(kind => Endings.Select(ending => (kind.Stem + ending.Ending, kind.StemEn + ending.English)));

    public static string KindOf(string operation) => operation switch
    {
        SuzOperations.Order => "SuzOrder",
        SuzOperations.Close => "SuzClosing",
        _ => "SuzReport",
    };

    public static DocumentStatusTable Fill(DocumentStatusTable table)
    {
        foreach (var operation in (string[])[SuzOperations.Order, SuzOperations.Close, SuzOperations.Utilisation, SuzOperations.Aggregation, SuzOperations.Dropout, SuzOperations.Surplus])
        {
            var kind = KindOf(operation);
            table.Add(kind, operation, Of(Kinds.First(one => one.Kind == kind).Stem));
        }

        return table;
    }

    private static OperationStatuses Of(string stem) => new(
        new StatusEntry($"{stem}КПередаче", ActionNames.RunExchange, ActionNames.WaitForJob, ActionNames.CancelTransfer),
        new StatusEntry($"{stem}Обрабатывается", ActionNames.WaitForRemote),
        new StatusEntry($"{stem}Выполнен", ActionNames.None),
        new StatusEntry($"{stem}ОшибкаПередачи", ActionNames.CancelOperation) { IsError = true })
    {
        DonePartly = new StatusEntry($"{stem}ВыполненЧастично", ActionNames.None),
        PostingError = new StatusEntry($"{stem}ОшибкаОбработки", ActionNames.CancelOperation) { IsError = true },
        Uncertain = new StatusEntry($"{stem}СтатусНеопределен", ActionNames.WaitForRemote),
        Parked = new StatusEntry($"{stem}ТребуетРешения", ActionNames.Check),
    };
}
