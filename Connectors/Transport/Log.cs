using Microsoft.Extensions.Logging;

namespace Connectors.Transport;

/// <summary>The log records of this assembly: 4000 to 4999. Queries, headers and bodies are left out: they hold what people own.</summary>
internal static partial class Log
{
    [LoggerMessage(4000, LogLevel.Debug, "{Verb} {Target}{Path} answered {Status} in {Milliseconds} ms")]
    public static partial void Answered(ILogger logger, string verb, string target, string path, int status, long milliseconds);

    [LoggerMessage(4001, LogLevel.Information, "{Verb} to {Target} failed ({Reason}); repeat {Number} in {Milliseconds} ms")]
    public static partial void Repeated(ILogger logger, string verb, string? target, string? reason, int number, long milliseconds);

    [LoggerMessage(4002, LogLevel.Debug, "{Verb} to {Target} was redirected with {Status} to {Next}")]
    public static partial void Redirected(ILogger logger, string verb, string target, int status, string next);

    [LoggerMessage(4003, LogLevel.Warning, "A connection to {Address} was refused: it is not an address of the connector's settings")]
    public static partial void AddressRefused(ILogger logger, string address);
}
