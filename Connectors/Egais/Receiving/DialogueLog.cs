using Microsoft.Extensions.Logging;

namespace Connectors.Egais;

/// <summary>The log records of the dialogue. No marks, no names.</summary>
internal static partial class DialogueLog
{
    [LoggerMessage(4941, LogLevel.Warning, "The UTM of {FsrarId} holds {RemoteId} ({Element}), which is not understood and stays there: {Reason}")]
    public static partial void Unknown(ILogger logger, string fsrarId, string remoteId, string element, string reason);

    [LoggerMessage(4942, LogLevel.Warning, "The {Missing} that belongs to {RemoteId} (waybill {Number}) has not come to {FsrarId} for {Hours} hours; ask for the waybill again (EgaisQueries.ResendWaybill)")]
    public static partial void HalfMissing(ILogger logger, string fsrarId, string remoteId, string number, string missing, int hours);

    [LoggerMessage(4944, LogLevel.Warning, "The UTM of {FsrarId} has held {RemoteId} ({Element}) for more than {Days} days: {Reason} It stays there until what it waits for comes, or somebody removes it (EgaisExchange.DeleteIncoming)")]
    public static partial void Waiting(ILogger logger, string fsrarId, string remoteId, string element, int days, string reason);

    [LoggerMessage(4943, LogLevel.Warning, "The waybill {RegId} of {FsrarId} came: {Reason}. {Text}")]
    public static partial void WaybillFlawed(ILogger logger, string fsrarId, string regId, string reason, string text);
}
