using Cleverence.Connectivity;
using Cleverence.Warehouse;
using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>The log events of hosting: 1000 to 1999.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Information, "{Connector}:{Call} Ok in {Elapsed:0.0} ms, {Origin} {Device}, request {RequestId}")]
    public static partial void CallEnded(this ILogger log, string connector, string call, double elapsed, CallOrigin origin, string device, string? requestId);

    [LoggerMessage(1001, LogLevel.Warning, "{Connector}:{Call} {Code} in {Elapsed:0.0} ms, {Origin} {Device}, request {RequestId}: {Message}")]
    public static partial void CallFailed(this ILogger log, string connector, string call, string code, double elapsed, CallOrigin origin, string device, string? requestId, string message);

    [LoggerMessage(1002, LogLevel.Error, "{Connector}:{Method} threw, request {RequestId}")]
    public static partial void ConnectorThrew(this ILogger log, string connector, string method, string? requestId, Exception failure);

    [LoggerMessage(1003, LogLevel.Error, "The invoker itself failed at {Connector}:{Method}, request {RequestId}")]
    public static partial void Unexpected(this ILogger log, string connector, string method, string? requestId, Exception failure);

    [LoggerMessage(1004, LogLevel.Warning, "{Connector}:{Method} worked for over 100 ms before its first await; from now on its calls run on threads of the connector")]
    public static partial void MovedToOwnThreads(this ILogger log, string connector, string method);

    [LoggerMessage(1005, LogLevel.Warning, "{Connector}:{Method} ended late, after {Elapsed:0.0} s, with {Code}, request {RequestId}")]
    public static partial void LateResult(this ILogger log, string connector, string method, string? requestId, double elapsed, string code);

    [LoggerMessage(1006, LogLevel.Warning, "{Connector}: the breaker of target '{Target}' opened for {Pause}")]
    public static partial void BreakerOpened(this ILogger log, string connector, string target, TimeSpan pause);

    [LoggerMessage(1008, LogLevel.Warning, "{Connector}:{Method} streamed a table that nobody waits for any more, and it could not be closed, request {RequestId}")]
    public static partial void TableNotClosed(this ILogger log, string connector, string method, string? requestId, Exception failure);

    [LoggerMessage(1009, LogLevel.Error, "{Connector}:{Method} ran, but the store did not take its outcome under request {RequestId}; after a restart a repeat will be told that its end is not known")]
    public static partial void OutcomeNotKept(this ILogger log, string connector, string method, string? requestId, Exception failure);

    [LoggerMessage(1007, LogLevel.Warning, "{Connector}:{Method} is repeated after attempt {Attempt} ended with {Code}, request {RequestId}")]
    public static partial void Repeating(this ILogger log, string connector, string method, int attempt, ConnectorErrorCode code, string? requestId);

    [LoggerMessage(1010, LogLevel.Information, "The check of {Connector} found {Field} {Code}: {Problem} {Detail}")]
    public static partial void CheckFound(this ILogger log, string connector, string field, string code, string problem, string? detail);
}
