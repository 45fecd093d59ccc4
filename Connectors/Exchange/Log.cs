using Cleverence.Connectivity;
using Cleverence.Connectivity.Exchange;
using Microsoft.Extensions.Logging;

namespace Connectors.Exchange;

/// <summary>All log records of this room, event ids from 2000. Ids and stages only: no payloads, tokens, signatures, codes or names of people.</summary>
internal static partial class Log
{
    [LoggerMessage(2000, LogLevel.Debug, "{ConnectorId}: message {MessageId} of {Organisation}, {Operation}: {From} -> {To} by {Event}.")]
    public static partial void Moved(ILogger logger, string connectorId, string messageId, string organisation, string operation, ExchangeStage from, ExchangeStage to, ExchangeEvent @event);

    [LoggerMessage(2001, LogLevel.Warning, "{ConnectorId}: message {MessageId} of {Organisation}, {Operation} is {Stage}: {Code}, {Reason}.")]
    public static partial void Trouble(ILogger logger, string connectorId, string messageId, string organisation, string operation, ExchangeStage stage, ConnectorErrorCode? code, string? reason);

    [LoggerMessage(2002, LogLevel.Warning, "{ConnectorId}: the adapter failed in {Method}: {Code} {ExceptionType}.")]
    public static partial void AdapterFailed(ILogger logger, string connectorId, string method, ConnectorErrorCode code, string? exceptionType);

    [LoggerMessage(2003, LogLevel.Warning, "{ConnectorId}: after {Failures} failures the rest of {Organisation} is left for the next run.")]
    public static partial void Stopped(ILogger logger, string connectorId, string organisation, int failures);

    [LoggerMessage(2004, LogLevel.Warning, "{ConnectorId}: the verdict {Event} about message {MessageId} came too late and is only noted: the message is {Stage}.")]
    public static partial void LateVerdict(ILogger logger, string connectorId, string messageId, ExchangeEvent @event, ExchangeStage stage);

    [LoggerMessage(2005, LogLevel.Error, "{ConnectorId}: the status of a document could not be computed for message {MessageId}: {Code}, {Reason}; it stays as it was.")]
    public static partial void StatusFailed(ILogger logger, string connectorId, string? messageId, ConnectorErrorCode code, string? reason);

    [LoggerMessage(2006, LogLevel.Error, "{ConnectorId}: leases could not be renewed.")]
    public static partial void LeaseNotRenewed(ILogger logger, string connectorId, Exception exception);

    [LoggerMessage(2007, LogLevel.Error, "{ConnectorId}: what message {MessageId} brought with it was not kept: {Reason}.")]
    public static partial void NotKept(ILogger logger, string connectorId, string messageId, string? reason);

    [LoggerMessage(2010, LogLevel.Warning, "{ConnectorId}: incoming item {ItemId} of {Organisation} failed at {Step}: {Code}, {Reason}.")]
    public static partial void IncomingFailed(ILogger logger, string connectorId, string itemId, string organisation, string step, ConnectorErrorCode code, string? reason);

    [LoggerMessage(2020, LogLevel.Information, "{ConnectorId}: run over {Organisations} organisations ended after {ElapsedMs} ms: {Sent} sent, {Finished} finished, {Failed} failed steps.")]
    public static partial void RunEnded(ILogger logger, string connectorId, int organisations, long elapsedMs, int sent, int finished, int failed);
}
