using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>Names for people: statuses and next actions in Russian, and the statuses of messages.</summary>
internal static class EgaisNames
{
    private static readonly Dictionary<string, string> Statuses = new(StringComparer.OrdinalIgnoreCase)
    {
        [EgaisStatus.Draft] = "Черновик", [EgaisStatus.ToSend] = "К передаче", [EgaisStatus.SentToUtm] = "Передан в УТМ", [EgaisStatus.Processing] = "Обрабатывается ЕГАИС",
        [EgaisStatus.TransferError] = "Ошибка передачи", [EgaisStatus.ConductError] = "Ошибка проведения ЕГАИС", [EgaisStatus.NoAnswer] = "Нет ответа", [EgaisStatus.ReceivedFromEgais] = "Принят из ЕГАИС",
        [EgaisStatus.Confirmed] = "Подтвержден", [EgaisStatus.ConfirmedWithDifferences] = "Подтвержден с расхождениями", [EgaisStatus.Cancelled] = "Отменен", [EgaisStatus.CancelledBySupplier] = "Отменен поставщиком",
        [EgaisStatus.CancelledByClient] = "Отменен клиентом", [EgaisStatus.ProcessedByClient] = "Обрабатывается клиентом", [EgaisStatus.DifferencesReceived] = "Акт расхождений принят",
        [EgaisStatus.RepealRequestReceived] = "Получен запрос на отмену проведения", [EgaisStatus.Conducted] = "Проведен ЕГАИС", [EgaisStatus.ReceivedRests] = "Остатки получены",
        [EgaisStatus.ReceivedMarks] = "Акцизные марки получены", [EgaisStatus.ReceivedReport] = "Отчет получен",
    };

    private static readonly Dictionary<string, string> Groups = new(StringComparer.OrdinalIgnoreCase)
    {
        ["ActAccept"] = "Акт подтверждения", ["ActDifferences"] = "Акт расхождений", ["ActReject"] = "Акт отказа", ["RepealRequest"] = "Запрос на отмену проведения",
        ["RejectRepealRequest"] = "Запрос на отмену акта отказа", ["DifferencesConfirm"] = "Подтверждение акта расхождений", ["DifferencesRefuse"] = "Отказ от акта расхождений",
        ["OwnReject"] = "Отказ от накладной", ["RepealConfirm"] = "Подтверждение запроса на отмену проведения", ["RepealRefuse"] = "Отказ от запроса на отмену проведения",
    };

    private static readonly Dictionary<string, string> Steps = new(StringComparer.OrdinalIgnoreCase)
    {
        [EgaisStatus.ToSend] = "к передаче", [EgaisStatus.SentToUtm] = "передан в УТМ", [EgaisStatus.Processing] = "обрабатывается ЕГАИС", [EgaisStatus.Error] = "ошибка",
    };

    private static readonly (string Action, string Russian)[] Actions =
    [
        (NextAction.None, "НеТребуется"), (NextAction.TransferData, "ПередайтеДанные"), (NextAction.PerformCheck, "ВыполнитеПроверку"), (NextAction.ConfirmReceipt, "ПодтвердитеПолучение"),
        (NextAction.ConfirmReceiptAccept, "ПодтвердитеПолучениеАктПодтверждения"), (NextAction.ConfirmReceiptDifferences, "ПодтвердитеПолучениеАктРасхождений"), (NextAction.RefuseWaybill, "ОткажитесьОтНакладной"),
        (NextAction.ConfirmDifferences, "ПодтвердитеАктОРасхождениях"), (NextAction.RefuseDifferences, "ОткажитесьОтАктаОРасхождениях"), (NextAction.RequestRepeal, "ЗапроситеОтменуПроведения"),
        (NextAction.ConfirmRepeal, "ПодтвердитеЗапросНаОтменуПроведения"), (NextAction.RefuseRepeal, "ОткажитесьОтЗапросаНаОтменуПроведения"), (NextAction.RequestRests, "ЗапроситеОстатки"),
        (NextAction.RequestMarks, "ЗапроситеАкцизныеМарки"), (NextAction.RequestReport, "ЗапроситеОтчет"), (NextAction.CancelOperation, "ОтменитеОперацию"), (NextAction.CancelTransfer, "ОтменитеПередачуДанных"),
        (NextAction.RunExchange, "ВыполнитеОбмен"), (NextAction.WaitScheduledTransfer, "ОжидайтеПередачуДанныхРегламентнымЗаданием"), (NextAction.WaitReceivedTicket, "ОжидайтеПолучениеКвитанцииПолученЕГАИС"),
        (NextAction.WaitConductedTicket, "ОжидайтеПолучениеКвитанцииПроведенЕГАИС"), (NextAction.WaitRegistration, "ОжидайтеПолучениеУведомленияОРегистрацииДвижения"), (NextAction.WaitRests, "ОжидайтеПолучениеОстатков"),
        (NextAction.WaitMarks, "ОжидайтеПолучениеАкцизныхМарок"), (NextAction.WaitReport, "ОжидайтеПолучениеОтчета"), (NextAction.WaitConfirmation, "ОжидайтеПолученияПодтверждения"),
        (NextAction.WorkOffDifferences, "ОтработайтеРасхождения"), (NextAction.DeclineDifferencesWork, "ОтклонитеОтработкуРасхождений"),
    ];

    private static readonly Dictionary<string, string> Russian = Actions.ToDictionary(pair => pair.Action, pair => pair.Russian, StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> Known = Actions.SelectMany(pair => new[] { (Name: pair.Action, pair.Action), (Name: pair.Russian, pair.Action) }).ToDictionary(pair => pair.Name, pair => pair.Action, StringComparer.OrdinalIgnoreCase);

    /// <summary>All next actions.</summary>
    public static IReadOnlyList<string> AllActions { get; } = [.. Actions.Select(pair => pair.Action)];

    /// <summary>A status in Russian; the status itself where it has no other name.</summary>
    public static string StatusRu(string status)
    {
        var parts = status.Split('.', 2);
        return parts.Length == 2 && Groups.TryGetValue(parts[0], out var group) && Steps.TryGetValue(parts[1], out var step) ? $"{group}: {step}" : Statuses.GetValueOrDefault(status, status);
    }

    /// <summary>A next action in Russian; the action itself where it has no other name.</summary>
    public static string ActionRu(string action) => Russian.GetValueOrDefault(action, action);

    /// <summary>The next action that is named in either language; null when it is none.</summary>
    public static string? ActionOf(string? name) => name is null ? null : Known.GetValueOrDefault(name.Trim());

    /// <summary>The status of a message in the words of the registry's users.</summary>
    /// <param name="message">The message.</param>
    /// <param name="hasTicket">Whether the registry has said anything about it.</param>
    public static (string Name, string Russian) MessageStatus(ExchangeMessage message, bool hasTicket) => message.Stage switch
    {
        ExchangeStage.Accepted or ExchangeStage.WaitingRemote => hasTicket ? ("ProcessingByEgais", "Обрабатывается ЕГАИС") : ("SentToUtm", "Передано в УТМ"),
        ExchangeStage.Done or ExchangeStage.DonePartly => ("Conducted", "Документ проведен"),
        ExchangeStage.Reversed => ("UnConducted", "Документ распроведен"),
        ExchangeStage.Cancelled => ("CancelledDoc", "Документ отменен"),
        ExchangeStage.Rejected or ExchangeStage.Parked => ("Error", "Ошибка"),
        _ => ("ToSend", "К передаче"),
    };
}
