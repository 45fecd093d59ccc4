using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Why there is no token.</summary>
internal static class SignInErrors
{
    public static ConnectorException NeedsSignature(ZnakOrganisation organisation) =>
        new(new ConnectorError(ConnectorErrorCode.AccessDenied, $"Nobody signs for {organisation.Inn} on this server: run the exchange, sign the sign-in at a workplace and hand it back.")
        {
            MessageRu = $"На сервере никто не подписывает за {organisation.Inn}: выполните обмен, подпишите вход на рабочем месте и верните подпись.",
            Reason = ZnakReasons.NeedsSignature,
        });

    public static ConnectorException SignerMissing(ZnakOrganisation organisation, IReadOnlyList<string> known) =>
        new(new ConnectorError(ConnectorErrorCode.AccessDenied, $"The signer '{organisation.SignerName}' of {organisation.Inn} is not configured. Known: {(known.Count == 0 ? "—" : string.Join(", ", known))}.")
        {
            MessageRu = $"Подписант «{organisation.SignerName}» организации {organisation.Inn} не настроен. Известны: {(known.Count == 0 ? "—" : string.Join(", ", known))}.",
            Reason = ZnakReasons.SignerMissing,
        });

    public static ConnectorException NotExclusive(ZnakOrganisation organisation) =>
        new(new ConnectorError(ConnectorErrorCode.AccessDenied, $"A new client token of {organisation.Inn} would end the one of another program. If nobody else uses its omsConnection, set exclusive to true.")
        {
            MessageRu = $"Новый токен СУЗ организации {organisation.Inn} оборвёт работу другой программы. Если omsConnection больше никто не использует, укажите exclusive: true.",
            Reason = ZnakReasons.NotExclusive,
        });

    public static ConnectorException NoConnection(ZnakOrganisation organisation) =>
        new(new ConnectorError(ConnectorErrorCode.AccessDenied, $"{organisation.Inn} has no omsConnection in the settings, so that it cannot sign in to the order station.")
        {
            MessageRu = $"У организации {organisation.Inn} в настройках нет omsConnection: войти в СУЗ нельзя.",
            Reason = "OMS_CONNECTION_MISSING",
        });

    public static ConnectorException NoToken(ZnakOrganisation organisation, ZnakAnswer answer, ZnakRequest request) =>
        new(new ConnectorError(ConnectorErrorCode.AccessDenied, $"Chestny ZNAK answered the sign-in of {organisation.Inn} without a token. The log has the answer's names of fields.")
        {
            MessageRu = $"Честный ЗНАК ответил на вход {organisation.Inn} без токена. Имена полей ответа — в журнале.",
            Reason = ZnakReasons.AuthFailed,
            Target = answer.Target,
            Detail = $"{request.Path}: HTTP {answer.Status}, {answer.Body.Length} bytes, fields: {string.Join(", ", answer.Json() is Newtonsoft.Json.Linq.JObject fields ? fields.Properties().Select(field => field.Name) : [])}",
        });

    public static ConnectorError Broken(ZnakOrganisation organisation, Exception failure) =>
        new(ConnectorErrorCode.Failed, $"The sign-in of {organisation.Inn} at Chestny ZNAK broke off ({failure.GetType().Name}). The log has the cause.")
        {
            MessageRu = $"Вход {organisation.Inn} в Честный ЗНАК прервался ({failure.GetType().Name}). Причина — в журнале.",
            Reason = ZnakReasons.AuthFailed,
            Retryable = true,
        };

    public static ConnectorException StillSigning(ZnakOrganisation organisation) =>
        new(new ConnectorError(ConnectorErrorCode.Unavailable, $"Another server has been signing in {organisation.Inn} for too long. Try again.")
        {
            MessageRu = $"Другой сервер слишком долго выполняет вход {organisation.Inn}. Повторите.",
            Reason = "SIGN_IN_BUSY",
            Retryable = true,
        });
}
