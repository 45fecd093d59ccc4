using Microsoft.Extensions.Logging;

namespace Connectors.Transport;

/// <summary>The log records of this assembly: 4000 to 4999. Queries and bodies are left out: they hold what people own.</summary>
internal static partial class Log
{
    [LoggerMessage(4000, LogLevel.Debug, "{Verb} {Target}{Path} answered {Status} in {Milliseconds} ms")]
    public static partial void Answered(ILogger logger, string verb, string target, string path, int status, long milliseconds);

    [LoggerMessage(4001, LogLevel.Warning, "{Verb} {Target}{Path} failed in {Milliseconds} ms: {Reason}, in doubt: {InDoubt}")]
    public static partial void Failed(ILogger logger, Exception exception, string verb, string target, string path, long milliseconds, string? reason, bool inDoubt);
}
