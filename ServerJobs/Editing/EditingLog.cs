using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>What changes of the job file leave in the log; event ids from 3160.</summary>
internal static partial class EditingLog
{
    [LoggerMessage(3160, LogLevel.Warning, "Job {JobId} was {Change} in the job file by {By}: revision {Before} became {After}.")]
    public static partial void JobEdited(ILogger logger, string jobId, string change, string by, string before, string after);

    [LoggerMessage(3161, LogLevel.Error, "The job file {File} could not be changed for {By}.")]
    public static partial void JobFileNotWritten(ILogger logger, string file, string by, Exception exception);
}
