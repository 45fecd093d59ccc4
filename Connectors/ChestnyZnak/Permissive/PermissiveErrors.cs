using Cleverence.Connectivity;

namespace Connectors.ChestnyZnak;

/// <summary>Failures of the permissive mode.</summary>
internal static class PermissiveErrors
{
    public static ConnectorException NoList(ZnakOrganisation organisation, LinkAnswer answer) => answer.Status == 401
        ? new(new ConnectorError(ConnectorErrorCode.AccessDenied, $"The key of the permissive mode of {organisation.Inn} is refused. Check permissiveKey, or the signer that gets one.")
        {
            MessageRu = $"Ключ разрешительного режима {organisation.Inn} не принят. Проверьте permissiveKey или подписанта, который его получает.",
            Reason = "PERMISSIVE_KEY_REFUSED",
        })
        : new(new ConnectorError(ConnectorErrorCode.Unavailable, $"The list of hosts of the permissive mode was not given to {organisation.Inn} ({answer.Word}). The last one stays in use.")
        {
            MessageRu = $"Список площадок разрешительного режима для {organisation.Inn} не получен ({answer.Word}). Работает прежний.",
            Reason = "HOSTS_NOT_GIVEN",
            Retryable = true,
        });

    public static ConnectorException EmptyList(ZnakOrganisation organisation) =>
        new(new ConnectorError(ConnectorErrorCode.Unavailable, $"The list of hosts of the permissive mode for {organisation.Inn} holds none that may be asked. The last one stays in use.")
        {
            MessageRu = $"В списке площадок разрешительного режима для {organisation.Inn} нет ни одной допустимой. Работает прежний.",
            Reason = "HOSTS_EMPTY",
            Retryable = true,
        });

    public static ConnectorException Arguments(string message, string messageRu, string offender) =>
        new(new ConnectorError(ConnectorErrorCode.InvalidArguments, message) { MessageRu = messageRu, Reason = "SALE_ARGUMENTS", Offenders = [offender] });
}
