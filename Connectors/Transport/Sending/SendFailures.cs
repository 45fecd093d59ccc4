using System.Net.Sockets;
using Cleverence.Connectivity;

namespace Connectors.Transport;

/// <summary>Sorts the failures of requests that got no answer: what was proven not sent may be repeated, the rest is in doubt.</summary>
internal static class SendFailures
{
    public static ConnectorException Of(Exception failure, SendFacts facts)
    {
        var error = Sort(failure, facts) with { Target = facts.Target, Detail = ForeignText.Limited(failure.ToString()) };
        return new(error, failure);
    }

    private static ConnectorError Sort(Exception failure, SendFacts facts) => failure switch
    {
        ObjectDisposedException when !facts.Sent || facts.ReadsOnly => Stopped(facts),
        _ when Inner<AddressRefusedException>(failure) is { } refused => Refused(refused),
        _ when Inner<AnswerTooLargeException>(failure) is { } large => TooLarge(large, facts),
        _ when Inner<CertificateRefusedException>(failure) is { } certificate => CertificateErrors.Of(certificate.Fault, facts.Target),
        // At the end of our own limit the handler tears the connection down, and the cancellation may carry that inside.
        not OperationCanceledException when Inner<HttpIOException>(failure) is { HttpRequestError: HttpRequestError.ResponseEnded } => Lost(facts),
        HttpRequestException { HttpRequestError: HttpRequestError.ProxyTunnelError } => ProxyErrors.Of(failure, facts.Target),
        _ when facts.Proxy is { } proxy && (IsName(failure) || failure is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError }) => ProxyErrors.NotConnected(proxy, facts.Target),
        _ when IsName(failure) => NotSent("NAME_NOT_RESOLVED", facts, "its name does not resolve. Check baseAddress and DNS", "имя не разрешается. Проверьте baseAddress и DNS"),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => NotSent("TLS_FAILED", facts, "the secure connection failed. Check its certificate and that it speaks TLS", "не удалось защищённое соединение. Проверьте сертификат и TLS"),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => NotSent("NOT_CONNECTED", facts, "it does not accept connections. Check that it runs and that the port is right", "нет соединения. Проверьте, что система запущена и порт указан верно"),
        OperationCanceledException when !facts.Sent || (!facts.LimitPassed && Inner<TimeoutException>(failure) is not null) => NotSent("CONNECT_TIMEOUT", facts, "no connection within the limit. Check the network and connectTimeout", "соединение не установлено вовремя. Проверьте сеть и connectTimeout"),
        OperationCanceledException => NoAnswer(facts),
        HttpRequestException or IOException => Lost(facts),
        _ => Unknown(facts),
    };

    private static ConnectorError NotSent(string reason, SendFacts facts, string cause, string causeRu) =>
        new(ConnectorErrorCode.Unavailable, $"{facts.Target} cannot be reached: {cause}.")
        {
            MessageRu = $"Нет связи с {facts.Target}: {causeRu}.",
            Reason = reason,
            Retryable = true,
        };

    private static ConnectorError NoAnswer(SendFacts facts) =>
        new(ConnectorErrorCode.Timeout, facts.ReadsOnly
            ? $"{facts.Target} did not answer in time."
            : $"{facts.Target} did not answer in time; the request may have been carried out. Look there before you send it again.")
        {
            MessageRu = facts.ReadsOnly
                ? $"{facts.Target} не ответил вовремя."
                : $"{facts.Target} не ответил вовремя; запрос мог быть выполнен. Проверьте, прежде чем повторять.",
            Reason = "NO_ANSWER",
            Retryable = facts.ReadsOnly,
            InDoubt = !facts.ReadsOnly,
        };

    private static ConnectorError Lost(SendFacts facts)
    {
        var inDoubt = facts.Sent && !facts.ReadsOnly;
        return new(ConnectorErrorCode.Unavailable, inDoubt
            ? $"The connection to {facts.Target} broke before an answer; the request may have been carried out. Look there before you send it again."
            : $"The connection to {facts.Target} broke before an answer.")
        {
            MessageRu = inDoubt
                ? $"Связь с {facts.Target} прервалась до ответа; запрос мог быть выполнен. Проверьте, прежде чем повторять."
                : $"Связь с {facts.Target} прервалась до ответа.",
            Reason = "CONNECTION_LOST",
            Retryable = !inDoubt,
            InDoubt = inDoubt,
        };
    }

    private static ConnectorError TooLarge(AnswerTooLargeException large, SendFacts facts) =>
        new(ConnectorErrorCode.TooLarge, $"The answer of {facts.Target} is over the limit of {large.Limit} bytes. Narrow the request or raise maxResponseBytes.")
        {
            MessageRu = $"Ответ {facts.Target} больше предела {large.Limit} байт. Сузьте запрос или увеличьте maxResponseBytes.",
            Reason = "ANSWER_TOO_LARGE",
            InDoubt = !facts.ReadsOnly,
        };

    private static ConnectorError Refused(AddressRefusedException refused) => refused.Number is { } number
        ? new(ConnectorErrorCode.Failed, $"{Shown(refused.Address)} stands for {number}, which is refused to names. If that is right, add {number} to allowedHosts.")
        {
            MessageRu = $"{Shown(refused.Address)} указывает на {number}, а именам это запрещено. Если так и надо, добавьте {number} в allowedHosts.",
            Reason = "ADDRESS_REFUSED",
        }
        : new(ConnectorErrorCode.Failed, $"This connector may not connect to {Shown(refused.Address)}, only to {Shown(refused.Allowed)}. If it is right, add it to allowedHosts.")
        {
            MessageRu = $"Коннектору нельзя соединяться с {Shown(refused.Address)}, разрешены {Shown(refused.Allowed)}. Если адрес верен, добавьте его в allowedHosts.",
            Reason = "ADDRESS_REFUSED",
        };

    // The advice stands at the end, and a message is cut at 200 characters. The whole list is in the log.
    private static string Shown(string hosts) => hosts.Length <= 50 ? hosts : $"{hosts[..49]}…";

    private static ConnectorError Stopped(SendFacts facts) =>
        new(ConnectorErrorCode.Unavailable, $"The connector to {facts.Target} was stopped or replaced before it was answered. Try again.")
        {
            MessageRu = $"Коннектор к {facts.Target} остановлен или заменён до ответа. Повторите.",
            Reason = "CONNECTOR_STOPPED",
            Retryable = true,
        };

    private static ConnectorError Unknown(SendFacts facts) =>
        new(ConnectorErrorCode.Failed, $"The request to {facts.Target} could not be made or read. The log has the cause.")
        {
            MessageRu = $"Запрос к {facts.Target} не удалось составить или прочитать ответ. Причина в журнале.",
            Reason = "REQUEST_FAILED",
            InDoubt = facts.Sent && !facts.ReadsOnly,
        };

    private static bool IsName(Exception failure) =>
        failure is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError }
        || Inner<SocketException>(failure)?.SocketErrorCode is SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData or SocketError.NoRecovery;

    private static T? Inner<T>(Exception? failure)
        where T : Exception
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure is T found) return found;
        }

        return null;
    }
}
