using Microsoft.Extensions.Logging;

namespace Connectors.Hosting;

/// <summary>The log events of classic connectors: 1080 to 1089.</summary>
internal static partial class ClassicLog
{
    [LoggerMessage(EventId = 1080, Message = "{Connector}: {Text}")]
    public static partial void ClassicWrote(this ILogger log, LogLevel level, string connector, string text, Exception? exception);

    [LoggerMessage(1081, LogLevel.Warning, "{Connector}:{Method} asked for the argument '{Argument}', which the caller did not give; it got null. Given: {Given}. Logged once per method and name")]
    public static partial void ArgumentMissed(this ILogger log, string connector, string method, string argument, string given);

    [LoggerMessage(1082, LogLevel.Warning, "{Connector}:{Method} returned null. That may be its answer; it is also what a connector answers to a method it does not know, so check the name. Logged once per method")]
    public static partial void ReturnedNull(this ILogger log, string connector, string method);

    [LoggerMessage(1083, LogLevel.Warning, "{Connector}: Timeout {Timeout} is read as milliseconds and looks like seconds. Write \"timeoutUnit\": \"s\" in its entry, or the limit in milliseconds")]
    public static partial void TimeoutLooksLikeSeconds(this ILogger log, string connector, int timeout);

    [LoggerMessage(1084, LogLevel.Warning, "{Connector}: methods listed under reInvoke are never called again, because its TimeoutBehavaior is ThrowException")]
    public static partial void ReInvokeWithoutBehavior(this ILogger log, string connector);

    [LoggerMessage(1085, LogLevel.Warning, "{Connector}: TimeoutBehavaior is ReInvoke but reInvoke lists no method, so none is called again. List the methods that may safely run twice")]
    public static partial void BehaviorWithoutReInvoke(this ILogger log, string connector);
}
