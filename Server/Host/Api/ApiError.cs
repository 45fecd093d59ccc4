using Cleverence.Connectivity;

namespace Server.Api;

/// <summary>An error as a request is answered with it. Refusals that come before a call have codes of their own.</summary>
internal sealed record ApiError(int Status, string Code, ConnectorError Error)
{
    public static ApiError Of(ConnectorError error) => new(ErrorStatus.Of(error.Code), error.Code.ToString(), error);

    public static ApiError Unauthorized { get; } = Refusal(401, "Unauthorized", "The header X-Api-Key is missing or its key is not known here. Ask the administrator for a key.", "Нет заголовка X-Api-Key или такой ключ здесь неизвестен. Ключ выдаёт администратор.");

    public static ApiError Failed { get; } = Of(new ConnectorError(ConnectorErrorCode.Failed, "The server failed; the administrator finds the cause in its log under this request id.")
    {
        MessageRu = "Сбой сервера; администратор найдёт причину в журнале по номеру запроса.",
    });

    public static ApiError StorageAway { get; } = Of(new ConnectorError(ConnectorErrorCode.Unavailable, "The server's storage is away; the administrator finds the cause in its log under this request id.")
    {
        MessageRu = "Хранилище сервера недоступно; администратор найдёт причину в журнале по номеру запроса.",
        Retryable = true,
    });

    public static ApiError Forbidden(string connectorId) =>
        Refusal(403, "Forbidden", $"This key may not call connector '{connectorId}'.", $"Этому ключу нельзя вызывать коннектор «{connectorId}».");

    public static ApiError ForbiddenHere { get; } =
        Refusal(403, "Forbidden", "This key is limited to calls of its connectors.", "Этому ключу можно только вызывать свои коннекторы.");

    public static ApiError ForbiddenToChange { get; } =
        Refusal(403, "Forbidden", "This key may change nothing of the server. Use the key of an administrator.", "Этому ключу нельзя ничего менять на сервере. Нужен ключ администратора.");

    public static ApiError NotFound(string what, string whatRu) => Refusal(404, "NotFound", what, whatRu);

    public static ApiError MethodNotAllowed(string verb, string allowed) =>
        Refusal(405, "MethodNotAllowed", $"{verb} is not possible here; possible: {allowed}.", $"{verb} здесь невозможен; возможно: {allowed}.");

    public static ApiError UnsupportedMediaType { get; } =
        Refusal(415, "UnsupportedMediaType", "The body must be JSON: send the header Content-Type: application/json.", "Тело должно быть в JSON: передайте заголовок Content-Type: application/json.");

    public static ApiError MustBeXml { get; } =
        Refusal(415, "UnsupportedMediaType", "The body must be XML: send the header Content-Type: application/xml.", "Тело должно быть в XML: передайте заголовок Content-Type: application/xml.");

    public static ApiError BodyTooLarge(long? limit) => Of(new ConnectorError(ConnectorErrorCode.TooLarge, $"The body is over the limit of {limit} bytes.") { MessageRu = $"Тело запроса больше предела в {limit} байт." });

    public static ApiError Invalid(string text, string textRu) => Of(new ConnectorError(ConnectorErrorCode.InvalidArguments, text) { MessageRu = textRu });

    public static ApiError TooOften(TimeSpan wait) => Of(new ConnectorError(ConnectorErrorCode.Busy, "This key and device call too often. Wait a moment.")
    {
        MessageRu = "Слишком частые вызовы с этим ключом и устройством. Подождите.",
        Retryable = true,
        RetryAfter = wait,
    });

    private static ApiError Refusal(int status, string code, string text, string textRu) =>
        new(status, code, new ConnectorError(ConnectorErrorCode.InvalidArguments, text) { MessageRu = textRu });
}
