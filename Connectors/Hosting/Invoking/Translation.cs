using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using Cleverence.Connectivity;
using Cleverence.Warehouse;

namespace Connectors.Hosting;

/// <summary>Turns an exception that left a connector into the error its caller is given. Type names and stacks stay in the log.</summary>
internal static class Translation
{
    public static ConnectorError Translate(Exception failure, InvokeArgs args, MethodSafety safety) => failure switch
    {
        ConnectorException declared => declared.Error,
        HttpRequestException http => Http(http, args, safety),
        SocketException socket => Unreachable(socket, args, safety, inDoubt: true),
        OperationCanceledException or TimeoutException => Slow(failure, args, safety),
        _ => Undeclared(failure, args, safety),
    };

    private static ConnectorError Http(HttpRequestException http, InvokeArgs args, MethodSafety safety) => http.StatusCode switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => new(ConnectorErrorCode.AccessDenied, $"The system behind '{args.ConnectorId}' refused our credentials. Check them in the connector's settings.")
        {
            MessageRu = $"Система за «{args.ConnectorId}» не приняла учётные данные. Проверьте их в настройках коннектора.",
            Detail = http.ToString(),
        },
        >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError => new(ConnectorErrorCode.Rejected, $"The system behind '{args.ConnectorId}' refused the request (HTTP {(int)http.StatusCode}).")
        {
            MessageRu = $"Система за «{args.ConnectorId}» отклонила запрос (HTTP {(int)http.StatusCode}).",
            Detail = http.ToString(),
        },
        _ => Unreachable(http, args, safety, http.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError)),
    };

    private static ConnectorError Unreachable(Exception failure, InvokeArgs args, MethodSafety safety, bool inDoubt) =>
        new(ConnectorErrorCode.Unavailable, $"The system behind '{args.ConnectorId}' cannot be reached. Check that it runs and that the network is up.")
        {
            MessageRu = $"Система за «{args.ConnectorId}» недоступна. Проверьте, что она запущена и что есть сеть.",
            Detail = failure.ToString(),
            Retryable = true,
            InDoubt = inDoubt && safety != MethodSafety.Safe,
        };

    private static ConnectorError Slow(Exception failure, InvokeArgs args, MethodSafety safety) =>
        new(ConnectorErrorCode.Timeout, $"'{args.ConnectorId}' did not answer '{args.MethodName}' in time.")
        {
            MessageRu = $"«{args.ConnectorId}» не успел ответить на «{args.MethodName}».",
            Detail = failure.ToString(),
            Retryable = true,
            InDoubt = safety != MethodSafety.Safe,
        };

    private static ConnectorError Undeclared(Exception failure, InvokeArgs args, MethodSafety safety) =>
        new(ConnectorErrorCode.Failed, $"Connector '{args.ConnectorId}' failed in '{args.MethodName}'. The server log tells why, under the request id.")
        {
            MessageRu = $"Сбой коннектора «{args.ConnectorId}» в «{args.MethodName}». Причина в журнале сервера под номером запроса.",
            Detail = failure.ToString(),
            InDoubt = safety != MethodSafety.Safe,
        };
}
