using Microsoft.Extensions.Logging;

namespace Connectors.Transport;

/// <summary>The log records of this assembly: 4000 to 4999. Queries and bodies are left out: they hold what people own.</summary>
internal static partial class Log
{
    [LoggerMessage(4000, LogLevel.Debug, "{Verb} {Target}{Path} answered {Status} in {Milliseconds} ms")]
    public static partial void Answered(ILogger logger, string verb, string target, string path, int status, long milliseconds);
}
