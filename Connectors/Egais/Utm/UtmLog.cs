using Microsoft.Extensions.Logging;

namespace Connectors.Egais;

/// <summary>The log records of the work with UTMs.</summary>
internal static partial class UtmLog
{
    [LoggerMessage(4901, LogLevel.Warning, "The UTM {Target} does not say whom it belongs to; it is taken for that of {FsrarId}")]
    public static partial void OwnerUnknown(ILogger logger, string target, string fsrarId);

    [LoggerMessage(4902, LogLevel.Warning, "UTM_BACKLOG: {Count} documents wait in the UTM {Target} of {FsrarId}; answers to our own messages are taken first")]
    public static partial void Backlog(ILogger logger, int count, string target, string fsrarId);

    [LoggerMessage(4903, LogLevel.Warning, "The UTM {Target} of {FsrarId} went from {Before} to {Now}: {Text}")]
    public static partial void VerdictWorse(ILogger logger, string target, string fsrarId, UtmVerdict before, UtmVerdict now, string text);

    [LoggerMessage(4904, LogLevel.Information, "The UTM {Target} of {FsrarId} went from {Before} to {Now}")]
    public static partial void VerdictBetter(ILogger logger, string target, string fsrarId, UtmVerdict before, UtmVerdict now);

    [LoggerMessage(4905, LogLevel.Information, "{Count} entries in the UTM {Target} of {FsrarId} belong to other organisations and are left alone")]
    public static partial void Foreign(ILogger logger, int count, string target, string fsrarId);

    [LoggerMessage(4906, LogLevel.Warning, "The document {Path} of {FsrarId} belongs to an earlier database of the UTM {Target}; nothing is removed there")]
    public static partial void OtherEpoch(ILogger logger, string path, string fsrarId, string target);

    [LoggerMessage(4907, LogLevel.Warning, "The lease of the run of {FsrarId} could not be renewed or given back; it ends by itself")]
    public static partial void LeaseFailed(ILogger logger, string fsrarId, Exception failed);
}
