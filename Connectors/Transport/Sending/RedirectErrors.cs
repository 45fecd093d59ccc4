using Cleverence.Connectivity;

namespace Connectors.Transport;

/// <summary>The error of a redirect that is not followed.</summary>
internal static class RedirectErrors
{
    /// <remarks>
    /// Web programs answer a change that they have made with 301, 302 or 303, so it is in doubt; 307 and 308 ask to send the
    /// request again elsewhere and say by it that it was not carried out (RFC 9110, 15.4.8 and 15.4.9).
    /// </remarks>
    public static ConnectorError Of(string target, int status, bool readsOnly) =>
        new(ConnectorErrorCode.Rejected, $"{target} sends us to another address; that is not followed. Put the final address into baseAddress.")
        {
            MessageRu = $"{target} перенаправляет на другой адрес; это запрещено. Укажите конечный адрес в baseAddress.",
            Target = target,
            InDoubt = !readsOnly && (status is 301 or 302 or 303),
        };
}
