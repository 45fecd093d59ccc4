using System.Net;
using Cleverence.Connectivity;

namespace Connectors.Transport;

/// <summary>The errors of the proxy between here and the other system: nothing reached that system.</summary>
internal static class ProxyErrors
{
    public static ConnectorError Of(Exception failure, string target) =>
        failure is HttpRequestException { StatusCode: HttpStatusCode.ProxyAuthenticationRequired } || failure.Message.Contains("'407'", StringComparison.Ordinal) ? Denied(target) : Refused(target);

    public static ConnectorError Denied(string target) =>
        new(ConnectorErrorCode.AccessDenied, $"The proxy before {target} refused our credentials. Check proxy.user and proxy.password.")
        {
            MessageRu = $"Прокси перед {target} не принял учётные данные. Проверьте proxy.user и proxy.password.",
            Reason = "PROXY_DENIED",
        };

    public static ConnectorError NotConnected(string proxy, string target) =>
        new(ConnectorErrorCode.Unavailable, $"The proxy {proxy} before {target} cannot be reached. Check proxy.address and that it runs.")
        {
            MessageRu = $"Нет связи с прокси {proxy} перед {target}. Проверьте proxy.address и что он запущен.",
            Reason = "PROXY_NOT_CONNECTED",
            Retryable = true,
        };

    private static ConnectorError Refused(string target) =>
        new(ConnectorErrorCode.Unavailable, $"The proxy does not let us through to {target}. Check its rules and proxy.address.")
        {
            MessageRu = $"Прокси не пропускает к {target}. Проверьте его правила и proxy.address.",
            Reason = "PROXY_REFUSED",
            Retryable = true,
        };
}
