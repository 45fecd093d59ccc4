using Microsoft.Extensions.Logging;

namespace ServerJobs.Background;

/// <summary>All log records of background operations, event ids from 3200.</summary>
internal static partial class BackgroundLog
{
    [LoggerMessage(3200, LogLevel.Information, "Operation {OperationId} of {Call} started by key {KeyId} on device '{Device}', key '{Key}', portions {Portions}. Correlation {CorrelationId}.")]
    public static partial void Started(ILogger logger, string operationId, string call, string keyId, string device, string key, int portions, string? correlationId);

    [LoggerMessage(EventId = 3201, Message = "Operation {OperationId} of {Call} ended: {Outcome} after {Seconds} s, {ErrorCode}: {Text} Correlation {CorrelationId}. Detail: {Detail}")]
    public static partial void Ended(ILogger logger, LogLevel level, string operationId, string call, JobOutcome outcome, string seconds, string? errorCode, string? text, string? correlationId, string? detail);

    [LoggerMessage(3202, LogLevel.Warning, "Operation {OperationId} of {Call} reported progress more than {Limit} times; the rest is dropped.")]
    public static partial void TooMuchProgress(ILogger logger, string operationId, string call, int limit);

    [LoggerMessage(3203, LogLevel.Warning, "Operation {OperationId} of {Call} told more than {Limit} messages or notices; the rest is dropped.")]
    public static partial void TooManyMessages(ILogger logger, string operationId, string call, int limit);

    [LoggerMessage(3204, LogLevel.Error, "The store of background operations failed at '{Step}' of {Id}; the work goes on.")]
    public static partial void StoreFailed(ILogger logger, string step, string id, Exception failure);

    [LoggerMessage(3205, LogLevel.Warning, "Operation {OperationId} of {Call} was in work when its server {Node} ended or fell silent; it is closed as lost.")]
    public static partial void Lost(ILogger logger, string operationId, string call, string node);

    [LoggerMessage(3206, LogLevel.Information, "Operation {OperationId} of {Call} is asked to stop by {By}.")]
    public static partial void Cancelling(ILogger logger, string operationId, string call, CancelledBy by);

    [LoggerMessage(3207, LogLevel.Warning, "The control of operation {OperationId} broke and is begun again, {Restart} of {Restarts}.")]
    public static partial void ControlRestarted(ILogger logger, string operationId, int restart, int restarts, Exception failure);

    [LoggerMessage(3208, LogLevel.Warning, "Portion '{Portion}' of operation {OperationId} is tried again after {Code}: {Text}")]
    public static partial void PortionRepeated(ILogger logger, string operationId, string portion, string code, string text);

    [LoggerMessage(3209, LogLevel.Critical, "The end of operation {OperationId} cannot be kept: its caller is not told until it is. It is tried again.")]
    public static partial void EndNotKept(ILogger logger, string operationId, Exception failure);

    [LoggerMessage(3220, LogLevel.Warning, "The end of operation {OperationId} of {Call} is not recorded: {Outcome}, {ErrorCode}. Another server closed it as lost while this one gave no word; what it did outside stands. Look at what was done.")]
    public static partial void Fenced(ILogger logger, string operationId, string call, JobOutcome outcome, string? errorCode);

    [LoggerMessage(3221, LogLevel.Error, "Operation {OperationId} was closed as lost by another server while it ran here, on {Node}: this server gave no word for longer than its lease. Its call is asked to stop.")]
    public static partial void GivenUp(ILogger logger, string operationId, string node);

    [LoggerMessage(3222, LogLevel.Error, "The store that the servers share does not answer: what other servers told or asked of operations is not seen until it does.")]
    public static partial void SharedAway(ILogger logger, Exception failure);

    [LoggerMessage(3223, LogLevel.Information, "The store that the servers share answers again; what other servers tell and ask of operations is seen.")]
    public static partial void SharedBack(ILogger logger);
}
