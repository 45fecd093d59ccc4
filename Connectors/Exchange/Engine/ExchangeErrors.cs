using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;

namespace Connectors.Exchange;

/// <summary>Every failure the engine itself tells of, in both languages.</summary>
internal static class ExchangeErrors
{
    public const string RecordChangedReason = "RECORD_CHANGED";

    public static ConnectorError Nothing(string method) => Adapter($"The adapter returned nothing from {method}.", $"Адаптер ничего не вернул из {method}.");

    public static ConnectorError Nonsense(string method, string what, string whatRu) => Adapter($"The adapter's answer from {method} cannot be used: {what}.", $"Ответ адаптера из {method} использовать нельзя: {whatRu}.");

    public static ConnectorError TooLong(string method, TimeSpan limit) =>
        Adapter($"The adapter did not end {method} within {limit.TotalSeconds:0} s.", $"Адаптер не завершил {method} за {limit.TotalSeconds:0} с.") with { Code = ConnectorErrorCode.Timeout, Retryable = true };

    public static ConnectorError Stopped(string method) =>
        new(ConnectorErrorCode.Cancelled, $"The run was stopped during {method}.") { MessageRu = $"Обмен остановлен во время {method}.", Reason = "RUN_STOPPED", Retryable = true };

    public static ConnectorError Threw(string method, Exception exception) => exception is ConnectorException { Error: { } error }
        ? error
        : Adapter($"The adapter failed in {method}: {exception.GetType().Name}.", $"Сбой адаптера в {method}: {exception.GetType().Name}.") with { Code = CodeOf(exception), Detail = exception.Message };

    /// <summary>Whether an error says that the other side cannot be reached; only such a one speaks of more than its own message.</summary>
    public static bool IsAway(ConnectorError error) => error.Code is ConnectorErrorCode.Unavailable or ConnectorErrorCode.Timeout;

    public static ConnectorError BrokenOff(string organisation) =>
        new(ConnectorErrorCode.Failed, $"The exchange of '{organisation}' broke off, most likely because the database failed; the next run goes on with it. The server's log has the cause.")
        {
            MessageRu = $"Обмен организации «{organisation}» прервался, скорее всего из-за сбоя базы данных; следующий запуск его продолжит. Причина — в журнале сервера.",
            Reason = "RUN_BROKE_OFF",
            Retryable = true,
        };

    public static ConnectorError SenderGone { get; } = new(ConnectorErrorCode.Unavailable, "The server that was sending the message ended; whether it arrived is being found out.")
    {
        MessageRu = "Сервер, передававший сообщение, завершил работу; выясняется, дошло ли оно.",
        Reason = "SENDER_GONE",
        InDoubt = true,
        Retryable = true,
    };

    public static ConnectorError UncertainTooLong(TimeSpan limit, ConnectorError? last) => new(ConnectorErrorCode.Timeout, $"Whether the message arrived could not be found out in {limit.TotalHours:0} h: check it at the other system and decide.")
    {
        MessageRu = $"За {limit.TotalHours:0} ч не удалось выяснить, дошло ли сообщение: проверьте во внешней системе и примите решение.",
        Reason = "ARRIVAL_UNKNOWN",
        InDoubt = true,
        // What the last search said, or what spoiled it: the person who decides needs it.
        Target = last?.Target,
        Detail = last is null ? null : $"{last.Reason} {last.Message} {last.Detail}".Trim(),
    };

    public static ConnectorError ChangedElsewhere(string action, DocumentState now) =>
        Conflict("CHANGED_IN_ANOTHER_SESSION", $"The document status was changed in another session: '{action}' is not offered for '{now.Document}' in '{now.Status}'; read it again.", $"Статус документа изменён в другом сеансе: «{action}» недоступно для «{now.Document}» в статусе «{now.Status}»; обновите документ.");

    public static ConnectorError Contended(string what, string key) => Conflict("CHANGED_MEANWHILE", $"The {what} '{key}' was changed by somebody else meanwhile; repeat the step.", $"Объект «{key}» ({what}) тем временем изменён; повторите действие.") with { Retryable = true };

    public static ConnectorError RecordChanged(string key) => Conflict(RecordChangedReason, $"The connector's record '{key}' has another version than expected; read it again.", $"Запись коннектора «{key}» имеет другую версию; прочитайте её снова.") with { Retryable = true };

    public static ConnectorError Duplicate(string id) => Conflict("MESSAGE_EXISTS", $"There is already a message with the id '{id}'.", $"Сообщение с идентификатором «{id}» уже есть.");

    public static ConnectorError Wrong(string what, string whatRu) => new(ConnectorErrorCode.InvalidArguments, what) { MessageRu = whatRu, Reason = "MESSAGE_INVALID" };

    public static ConnectorError Missing(string id, string dependency) => new(ConnectorErrorCode.Rejected, $"The message '{id}' waits for '{dependency}', which does not exist: cancel it and prepare it again.")
    {
        MessageRu = $"Сообщение «{id}» ждёт «{dependency}», которого нет: отмените его и подготовьте снова.",
        Reason = "DEPENDENCY_MISSING",
    };

    public static ConnectorError Transmitted(string document) => Refused("ALREADY_TRANSMITTED", $"The document '{document}' is already transmitted and cannot be taken back.", $"Документ «{document}» уже передан, отменить передачу нельзя.");

    public static ConnectorError NoFailure(string document, string status) => Refused("NO_FAILURE", $"The last operation of '{document}' cannot be taken back: its status '{status}' is not one of failure.", $"Последнюю операцию «{document}» отменить нельзя: статус «{status}» не является ошибкой.");

    public static ConnectorError StillOpen(string document, string id) => Refused("MESSAGE_OPEN", $"The document '{document}' still has the open message '{id}': decide about it first.", $"У документа «{document}» есть незавершённое сообщение «{id}»: сначала примите решение по нему.");

    public static ConnectorError NotNow(string id, ExchangeDecision decision, ExchangeStage stage) => Refused("DECISION_REFUSED", $"'{decision}' is not possible for the message '{id}' in the stage {stage}.", $"Решение «{decision}» невозможно для сообщения «{id}» на этапе {stage}.");

    public static ConnectorError NoVerdictAwaited(string id, ExchangeStage stage) => Refused("NO_VERDICT_AWAITED", $"The message '{id}' waits for no verdict: it is in the stage {stage}. Look at its protocol.", $"Сообщение «{id}» не ждёт результата передачи: этап {stage}. Смотрите его протокол.");

    public static ConnectorError NoVerdict(string id) => new(ConnectorErrorCode.InvalidArguments, $"'HandedOut' is no verdict of a transmission: bring what became of the message '{id}'.")
    {
        MessageRu = $"«HandedOut» — не результат передачи: сообщите, что стало с сообщением «{id}».",
        Reason = "VERDICT_INVALID",
    };

    public static ConnectorError UnknownIncoming(string organisation, string remoteId) => new(ConnectorErrorCode.InvalidArguments, $"There is no incoming item '{remoteId}' of '{organisation}'.")
    {
        MessageRu = $"Входящего объекта «{remoteId}» организации «{organisation}» нет.",
        Reason = "INCOMING_UNKNOWN",
    };

    public static ConnectorError NotParked(string remoteId, IncomingStage stage) => Refused("INCOMING_NOT_PARKED", $"The incoming item '{remoteId}' is not parked but {stage}: there is nothing to release.", $"Входящий объект «{remoteId}» не отложен, а на этапе {stage}: возвращать нечего.");

    public static ConnectorError NotAtOnce(string id) => new(ConnectorErrorCode.Busy, $"The message '{id}' could not be sent at once and is cancelled; it will not be sent later. Repeat the step.")
    {
        MessageRu = $"Сообщение «{id}» не удалось передать немедленно, оно отменено и позже передано не будет. Повторите действие.",
        Reason = "NOT_SENT_AT_ONCE",
        Retryable = true,
    };

    public static ConnectorError Unknown(string id) => new(ConnectorErrorCode.InvalidArguments, $"There is no message '{id}'.") { MessageRu = $"Сообщения «{id}» нет.", Reason = "MESSAGE_UNKNOWN" };

    public static ConnectorError NoRequestId(string id) => new(ConnectorErrorCode.InvalidArguments, $"'Arrived' needs the id that the message '{id}' has at the other system.") { MessageRu = $"Для «дошло» нужен идентификатор сообщения «{id}» во внешней системе.", Reason = "REQUEST_ID_MISSING" };

    public static ConnectorError Token { get; } = new(ConnectorErrorCode.Rejected, "The continue token is unknown, used, outdated or another user's: run the exchange again for a new one.")
    {
        MessageRu = "Ключ продолжения неизвестен, использован, просрочен или выдан другому пользователю: выполните обмен снова.",
        Reason = "CONTINUE_TOKEN",
    };

    public static ConnectorError NotAsked(string itemId) => Signature($"Nothing was to be signed under '{itemId}' with this token.", $"Под «{itemId}» по этому ключу ничего не запрашивалось.");

    public static ConnectorError NotAwaiting(string itemId) => Signature($"The message of '{itemId}' no longer awaits this signature.", $"Сообщение «{itemId}» больше не ждёт этой подписи.");

    public static ConnectorError BadCms(string itemId, string what, string whatRu) => Signature($"The signature of '{itemId}' cannot be used: {what}; sign again.", $"Подпись «{itemId}» использовать нельзя: {whatRu}; подпишите снова.");

    // What a connection throws when it breaks.
    private static ConnectorErrorCode CodeOf(Exception exception) => exception switch
    {
        TimeoutException => ConnectorErrorCode.Timeout,
        IOException or HttpRequestException or System.Net.Sockets.SocketException => ConnectorErrorCode.Unavailable,
        _ => ConnectorErrorCode.Failed,
    };

    private static ConnectorError Signature(string text, string ru) => new(ConnectorErrorCode.InvalidArguments, text) { MessageRu = ru, Reason = "SIGNATURE_INVALID" };

    private static ConnectorError Adapter(string text, string ru) => new(ConnectorErrorCode.Failed, text) { MessageRu = ru, Reason = "ADAPTER_FAILED" };

    private static ConnectorError Conflict(string reason, string text, string ru) => new(ConnectorErrorCode.Conflict, text) { MessageRu = ru, Reason = reason };

    private static ConnectorError Refused(string reason, string text, string ru) => new(ConnectorErrorCode.Rejected, text) { MessageRu = ru, Reason = reason };
}
