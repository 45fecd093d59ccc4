using Cleverence.Connectivity;

namespace Connectors.Egais;

/// <summary>The failures at a UTM. The wordings "Код состояния HTTP" and "HTTP-запрос не отправлен" are those that users of ЕГАИС know and search by.</summary>
internal static class UtmErrors
{
    public static ConnectorError Offline(string target, string? detail) =>
        new(ConnectorErrorCode.Unavailable, $"The UTM {target} does not answer; nothing was sent. Check that it runs and that its token is plugged in.")
        {
            MessageRu = $"HTTP-запрос не отправлен: УТМ {target} не отвечает. Проверьте, что он запущен и токен вставлен.",
            Reason = UtmReasons.Offline,
            Target = target,
            Detail = detail,
            Retryable = true,
        };

    public static ConnectorError TimedOut(string target, string? detail) =>
        new(ConnectorErrorCode.Timeout, $"The UTM {target} did not answer in time. The next exchange asks again.")
        {
            MessageRu = $"УТМ {target} не ответил вовремя. Следующий обмен спросит снова.",
            Reason = UtmReasons.Timeout,
            Target = target,
            Detail = detail,
            Retryable = true,
        };

    public static ConnectorError OutcomeUnknown(string target, string? detail) =>
        new(ConnectorErrorCode.Unavailable, $"The UTM {target} gave no readable answer; it may have taken the document. It is looked for there before anything is sent again.")
        {
            MessageRu = $"УТМ {target} не дал понятного ответа и мог принять документ. Прежде чем отправлять снова, документ ищется в УТМ.",
            Reason = UtmReasons.OutcomeUnknown,
            Target = target,
            Detail = detail,
            InDoubt = true,
        };

    /// <summary>A status without a readable answer to a document: it may have been taken.</summary>
    public static ConnectorError OutcomeUnknown(string target, int status, string? detail) => OutcomeUnknown(target, detail) with
    {
        Message = $"The UTM {target} answered with HTTP status {status} and nothing readable; it may have taken the document. It is looked for there first.",
        MessageRu = $"Код состояния HTTP: {status}. УТМ {target} мог принять документ; прежде чем отправлять снова, документ ищется в УТМ.",
    };

    public static ConnectorError Status(string target, int status, string? detail) =>
        new(status >= 500 ? ConnectorErrorCode.Unavailable : ConnectorErrorCode.Rejected, $"The UTM {target} answered with HTTP status {status}.")
        {
            MessageRu = $"Код состояния HTTP: {status}",
            Reason = UtmReasons.Http,
            Target = target,
            Detail = detail,
            Retryable = status >= 500,
        };

    public static ConnectorError Refused(string target, string text) =>
        new(ConnectorErrorCode.Rejected, $"The UTM refused the document: {ForeignText.Shortened(text)}")
        {
            MessageRu = text,
            Reason = UtmReasons.Refused,
            Target = target,
            Detail = text,
        };

    public static ConnectorError TypeUnknown(string target, string urlType) =>
        new(ConnectorErrorCode.Rejected, $"The UTM {target} does not know the type '{urlType}'. Update the UTM, or set formatVersion to V3.")
        {
            MessageRu = $"УТМ {target} не знает тип «{urlType}» (Код состояния HTTP: 404). Обновите УТМ или укажите formatVersion V3.",
            Reason = UtmReasons.TypeUnknown,
            Target = target,
        };

    // Unavailable, although no repeat helps: what waits must go on waiting untouched until somebody has put the right key in.
    public static ConnectorError WrongOwner(string target, string expected, string found) =>
        new(ConnectorErrorCode.Unavailable, $"The UTM {target} belongs to {found}, not to {expected}. Nothing is exchanged. Check host, port and token.")
        {
            MessageRu = $"УТМ {target} принадлежит {found}, а не {expected}. Обмен не выполняется. Проверьте адрес, порт и токен.",
            Reason = UtmReasons.WrongOwner,
            Target = target,
        };

    public static ConnectorError Key(string target, string text) =>
        new(ConnectorErrorCode.Unavailable, $"The UTM {target} cannot use its key: {ForeignText.Shortened(text)}. Nothing is exchanged until its certificates are in order.")
        {
            MessageRu = $"УТМ {target} не может использовать ключ: {text}. Обмен не выполняется, пока сертификаты не в порядке.",
            Reason = UtmReasons.Key,
            Target = target,
            Detail = text,
        };

    public static ConnectorError NotXml(string target, string path, bool ofList) =>
        new(ofList ? ConnectorErrorCode.Unavailable : ConnectorErrorCode.Failed, $"The UTM {target} answered {path} with something that is no XML. It stays there and is read again.")
        {
            MessageRu = $"Ответ УТМ {target} на {path} — не XML. Документ остаётся в УТМ и будет прочитан снова.",
            Reason = UtmReasons.NotXml,
            Target = target,
            Retryable = true,
        };

    public static ConnectorError Gone(string target, string path) =>
        new(ConnectorErrorCode.Rejected, $"{path} is no longer in the UTM {target}; somebody else took it.")
        {
            MessageRu = $"{path} больше нет в УТМ {target}: документ забрала другая программа.",
            Reason = UtmReasons.Gone,
            Target = target,
        };

    public static ConnectorError NoSettings(string fsrarId, string known) =>
        new(ConnectorErrorCode.InvalidArguments, $"There is no organisation '{fsrarId}' in the connector's settings. Known: {known}.")
        {
            MessageRu = $"Для организации ЕГАИС {fsrarId} не заданы настройки подключения к УТМ",
            Reason = UtmReasons.NoSettings,
            Offenders = [$"organisation: '{fsrarId}' is not known"],
        };

    public static ConnectorError OrganisationMissing(string known) =>
        new(ConnectorErrorCode.InvalidArguments, $"Several organisations are configured; name one by its FSRAR ID. Known: {known}.")
        {
            MessageRu = $"Настроено несколько организаций; укажите ФСРАР ИД одной. Известны: {known}.",
            Reason = UtmReasons.NoSettings,
            Offenders = ["organisation: missing"],
        };

    /// <summary>A message that has to wait because its organisation was taken out of the settings.</summary>
    public static ConnectorError NotConfigured(string fsrarId) =>
        new(ConnectorErrorCode.Unavailable, $"The message to ЕГАИС waits: the connection to the UTM of {fsrarId} is not configured or is switched off.")
        {
            MessageRu = "Сообщение в ЕГАИС не может быть передано. Не настроено подключение к УТМ.",
            Reason = UtmReasons.NoSettings,
            Target = fsrarId,
        };

    public static ConnectorError Stopped(string messageId) =>
        new(ConnectorErrorCode.Unavailable, $"The message {messageId} was stopped before it left. It waits for the next run.")
        {
            MessageRu = $"Отправка сообщения {messageId} остановлена до передачи. Оно ждёт следующего обмена.",
            Reason = UtmReasons.Stopped,
            Retryable = true,
        };
}
