namespace Connectors.ChestnyZnak;

/// <summary>The statuses of documents: Russian ones, which are stored, and their English names.</summary>
internal static class StatusNames
{
    public const string Draft = "Черновик";
    public const string Received = "ПолученИзГИСМТ";
    public const string ReceivedBad = "ПолученСОшибкойОбработки";
    public const string ReceivedCancelled = "ПолученИАннулирован";

    private static readonly (string Ending, string English)[] Endings =
    [
        ("КПередаче", "ToSend"), ("ОшибкаПередачи", "SendError"), ("ОшибкаОбработки", "Refused"), ("Обрабатывается", "InProcess"), ("ОжидаетДругогоУчастника", "WaitsForOther"),
        ("СтатусНеопределен", "Uncertain"), ("ТребуетРешения", "NeedsDecision"), ("Аннулирован", "Reversed"), ("Частично", "Partly"),
    ];

    private static readonly Dictionary<string, string> English = DocumentShapes.All.SelectMany(Pairs).Concat(SuzStatuses.Names).Append((Draft, "Draft")).Append((Received, "Received")).Append((ReceivedBad, "ReceivedRefused")).Append((ReceivedCancelled, "ReceivedCancelled")).DistinctBy(pair => pair.Item1).ToDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.Ordinal);

    public static string Of(DocumentShape shape, string ending) => ending == "Частично" ? shape.Done + ending : shape.Stem + ending;

    /// <summary>The English name of a status; the status itself where there is none.</summary>
    public static string EnglishOf(string status) => English.GetValueOrDefault(status, status);

    private static IEnumerable<(string, string)> Pairs(DocumentShape shape) =>
        Endings.Select(pair => (Of(shape, pair.Ending), pair.Ending == "Частично" ? shape.DoneEn + pair.English : shape.StemEn + pair.English)).Append((shape.Done, shape.DoneEn));
}
