using Microsoft.Extensions.Logging;

namespace Server.Storage;

/// <summary>All log records of this room, event ids from 5000.</summary>
internal static partial class Log
{
    [LoggerMessage(5000, LogLevel.Error, "A row ({Kind} {Id}) of {Source} cannot be understood and is left out of lists: {Reason} It is told once; correct or delete the row.")]
    public static partial void RowDamaged(ILogger logger, string kind, string id, string source, string reason);

    [LoggerMessage(5001, LogLevel.Error, "Writes fail. {Reason} They are tried again as they come; this is told once a fault.")]
    public static partial void WritesFail(ILogger logger, string reason);

    [LoggerMessage(5002, LogLevel.Warning, "Writes to {Source} succeed again; {Failed} failed meanwhile.")]
    public static partial void WritesSucceed(ILogger logger, string source, long failed);

    [LoggerMessage(5003, LogLevel.Information, "The storage is {Provider} {Source}.")]
    public static partial void Opened(ILogger logger, string provider, string source);
}
