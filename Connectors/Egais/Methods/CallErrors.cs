using System.Globalization;
using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Egais;

/// <summary>What the methods refuse, in both languages; the codes are those that callers know.</summary>
internal static class CallErrors
{
    public const string Busy = "BUSY";
    public const string NoSettings = "NO_SETTINGS";
    public const string RateLimited = "RATE_LIMITED";
    public const string TransferInProgress = "TRANSFER_IN_PROGRESS";
    public const string NotSaved = "NOT_SAVED";

    public static ConnectorError IsBusy(string fsrarId) => new(ConnectorErrorCode.Busy, $"The exchange of {fsrarId} is being run by somebody else just now. Wait for it or try again.")
    {
        MessageRu = $"Обмен по организации ЕГАИС {fsrarId} уже выполняется. Дождитесь его завершения или повторите.",
        Reason = Busy,
        Retryable = true,
        RetryAfter = TimeSpan.FromSeconds(5),
    };

    public static ConnectorError WithoutSettings(string fsrarId) => new(ConnectorErrorCode.InvalidArguments, $"The organisation {fsrarId} has no UTM in the connector's settings, or is switched off. Add it to organisations.")
    {
        MessageRu = $"Для организации ЕГАИС {fsrarId} не заданы настройки подключения к УТМ",
        Reason = NoSettings,
        Offenders = [$"organisation: '{fsrarId}' is not known"],
    };

    public static ConnectorError ActionNotAllowed(string document, string action, DocumentState state) =>
        new(ConnectorErrorCode.Rejected, $"'{action}' is not possible for the document {document} in '{state.Status}'; possible: {Listed(state.Actions)}.")
        {
            MessageRu = $"Действие «{action}» для документа {document} в статусе «{state.Status}» недоступно; доступно: {Listed(state.Actions)}.",
            Reason = "ACTION_NOT_ALLOWED",
        };

    public static ConnectorError NoOperation(EgaisDocument document, string action) =>
        new(ConnectorErrorCode.Rejected, $"'{action}' is no step of a document of the kind {document.Kind}: {document.Id}.")
        {
            MessageRu = $"Действие «{action}» для документа вида {document.Kind} не предусмотрено: {document.Id}.",
            Reason = "ACTION_NOT_ALLOWED",
        };

    public static ConnectorError OtherOrganisation(EgaisDocument document, string asked) =>
        new(ConnectorErrorCode.InvalidArguments, $"The document {document.Id} belongs to {document.FsrarId}, not to {asked}.")
        {
            MessageRu = $"Документ {document.Id} принадлежит {document.FsrarId}, а не {asked}.",
            Reason = "OTHER_ORGANISATION",
        };

    public static ConnectorError MessageUnknown(string id) => new(ConnectorErrorCode.InvalidArguments, $"There is no message '{id}'.") { MessageRu = $"Сообщения «{id}» нет.", Reason = "MESSAGE_UNKNOWN" };

    public static ConnectorError ActionMissing(EgaisDocument document, IReadOnlyList<string> actions) =>
        new(ConnectorErrorCode.InvalidArguments, $"Name the next action of the document {document.Id}; possible: {Listed(actions)}.")
        {
            MessageRu = $"Укажите дальнейшее действие для документа {document.Id}; доступно: {Listed(actions)}.",
            Reason = "ACTION_NOT_ALLOWED",
            Offenders = ["nextAction: missing"],
        };

    public static ConnectorError ChequeUnanswered(string message) => new(ConnectorErrorCode.Unavailable, $"The cheque {message} has no answer of the UTM: refuse the purchase.")
    {
        MessageRu = $"На чек {message} нет ответа УТМ: продажу выполнять нельзя.",
        Reason = UtmReasons.OutcomeUnknown,
        InDoubt = true,
    };

    public static ConnectorError ChequeNotSent(string message) => new(ConnectorErrorCode.Busy, $"The cheque {message} was not sent and will not be sent later: refuse the purchase or repeat it.")
    {
        MessageRu = $"Чек {message} не передан и позже передан не будет: откажите в продаже или повторите.",
        Reason = "NOT_SENT_AT_ONCE",
        Retryable = true,
    };

    public static ConnectorError NobodyTransmits(string fsrarId) => new(ConnectorErrorCode.Rejected, $"The UTM of {fsrarId} is reached by a workplace, and this caller transmits nothing: it cannot be sent at once. Call with handOut.")
    {
        MessageRu = $"УТМ организации {fsrarId} доступен только с рабочего места, а вызывающий сам не передаёт: немедленная передача невозможна. Вызовите с handOut.",
        Reason = "NOT_SENT_AT_ONCE",
    };

    public static ConnectorError ParameterNotAllowed(string what, string whatRu) => new(ConnectorErrorCode.InvalidArguments, what) { MessageRu = whatRu, Reason = "PARAMETER_NOT_ALLOWED" };

    public static ConnectorError InProgress(string document) =>
        new(ConnectorErrorCode.Rejected, $"A message of the document {document} is being transmitted, or it is being found out whether it arrived; it cannot be taken back now.")
        {
            MessageRu = $"Сообщение документа {document} передаётся, или выясняется, дошло ли оно; отменить передачу сейчас нельзя.",
            Reason = TransferInProgress,
        };

    public static ConnectorError OnlyErrors(string document, string status) =>
        new(ConnectorErrorCode.Rejected, $"The last operation of {document} stays: its status '{status}' is not an error. 'force' changes nothing: what the registry may still answer is not taken back here; wait, or repeal it.")
        {
            MessageRu = $"Последняя операция документа {document} не отменена: статус «{status}» не является ошибкой, и force этого не меняет. Дождитесь квитанции или запросите отмену проведения.",
            Reason = "ACTION_NOT_ALLOWED",
        };

    public static ConnectorError IsLimited(string fsrarId, string question, DateTimeOffset earliest, TimeSpan wait) =>
        new(ConnectorErrorCode.Busy, $"'{question}' of {fsrarId} was asked too short a time ago; it may be asked again from {Told(earliest)}.")
        {
            MessageRu = $"Запрос «{question}» организации {fsrarId} уже отправлялся недавно; повторить можно с {Told(earliest)}.",
            Reason = RateLimited,
            Retryable = true,
            RetryAfter = wait,
        };

    public static ConnectorError IsNotSaved(string fsrarId, string url) =>
        new(ConnectorErrorCode.Rejected, $"{url} of {fsrarId} stays in the UTM: its content is not taken in yet. Receive first, or give force to archive and delete it.")
        {
            MessageRu = $"{url} организации {fsrarId} оставлен в УТМ: его содержимое ещё не обработано. Сначала получите документы или укажите force: документ будет сохранён в архив и удалён.",
            Reason = NotSaved,
        };

    public static ConnectorError NotExclusive(string fsrarId) =>
        new(ConnectorErrorCode.Rejected, $"Nothing is deleted from the UTM of {fsrarId}: somebody else may read it too. Set 'exclusive' when this server is the only one.")
        {
            MessageRu = $"Из УТМ организации {fsrarId} ничего не удаляется: его может читать и другая программа. Если сервер один, установите exclusive.",
            Reason = "UTM_SHARED",
        };

    public static ConnectorError Invalid(string document, IReadOnlyList<BuildProblem> problems) =>
        new(ConnectorErrorCode.InvalidArguments, $"The document {document} cannot be sent: {problems[0].Path} {problems[0].Rule}{More(problems.Count, " and {0} more")}.")
        {
            MessageRu = $"Документ {document} нельзя передать: {problems[0].Path} {problems[0].RuleRu}{More(problems.Count, " и ещё {0}")}.",
            Reason = "VALIDATION",
            Offenders = [.. problems.Select(problem => $"{problem.Path}: {problem.Rule}")],
        };

    public static ConnectorError Taken(string document) =>
        new(ConnectorErrorCode.Conflict, $"The document {document} is of another kind or organisation, or is on its way already. Save a correction under an id of its own.")
        {
            MessageRu = $"Документ {document} другого вида или организации, либо уже передаётся. Запишите исправление под другим идентификатором.",
            Reason = "DOCUMENT_TAKEN",
        };

    public static string Told(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Listed(IReadOnlyList<string> actions) => actions.Count == 0 ? "–" : string.Join(", ", actions);

    private static string More(int count, string text) => count < 2 ? "" : string.Format(CultureInfo.InvariantCulture, text, count - 1);
}
