using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>All log records of this room, event ids from 3000.</summary>
internal static partial class Log
{
    [LoggerMessage(3000, LogLevel.Information, "Job file {File} read: {Jobs} jobs, {Problems} problems.")]
    public static partial void JobFileRead(ILogger logger, string file, int jobs, int problems);

    [LoggerMessage(3001, LogLevel.Error, "{Problem} The other entries are in force.")]
    public static partial void JobEntryRejected(ILogger logger, string problem);

    [LoggerMessage(3002, LogLevel.Error, "{Problem} The last good jobs stay in force.")]
    public static partial void JobFileKept(ILogger logger, string problem);

    [LoggerMessage(3003, LogLevel.Warning, "Changes of {File} are not announced by the system; it is read every {Interval}.")]
    public static partial void JobFileNotWatched(ILogger logger, string file, TimeSpan interval, Exception exception);

    [LoggerMessage(3010, LogLevel.Information, "Server jobs started: {Jobs} jobs, {Lost} runs of the former process closed as lost.")]
    public static partial void Started(ILogger logger, int jobs, int lost);

    [LoggerMessage(3011, LogLevel.Critical, "The loop of server jobs met a fault and goes on.")]
    public static partial void LoopFault(ILogger logger, Exception exception);

    [LoggerMessage(3049, LogLevel.Error, "Job {JobId} met a fault at its moment and is looked at again in a second; the other jobs go on.")]
    public static partial void JobFault(ILogger logger, string jobId, Exception exception);

    [LoggerMessage(EventId = 3020, Message = "Job {JobId} '{JobName}', call {Call}: {Outcome} after {ElapsedMs} ms, {ErrorCode}: {UserMessage} Correlation {CorrelationId}. Detail: {Detail}")]
    public static partial void RunFailed(ILogger logger, LogLevel level, string jobId, string jobName, string call, JobOutcome outcome, string elapsedMs, string? errorCode, string? userMessage, string? correlationId, string? detail);

    [LoggerMessage(3021, LogLevel.Error, "The run of job {JobId} broke outside its call.")]
    public static partial void RunBroken(ILogger logger, string jobId, Exception exception);

    [LoggerMessage(3030, LogLevel.Error, "The store of jobs failed at '{Step}' of job {JobId}; the job goes on.")]
    public static partial void StoreFailed(ILogger logger, string jobId, string step, Exception exception);

    [LoggerMessage(3040, LogLevel.Information, "Job {JobId} paused by {By}: {Reason}")]
    public static partial void Paused(ILogger logger, string jobId, string by, string reason);

    [LoggerMessage(3041, LogLevel.Information, "Job {JobId} resumed by {By}.")]
    public static partial void Resumed(ILogger logger, string jobId, string by);

    [LoggerMessage(3042, LogLevel.Warning, "All jobs locked by {By}: {Reason} Nothing starts by its schedule until they are unlocked.")]
    public static partial void Locked(ILogger logger, string by, string reason);

    [LoggerMessage(3043, LogLevel.Information, "All jobs unlocked by {By}.")]
    public static partial void Unlocked(ILogger logger, string by);

    [LoggerMessage(3044, LogLevel.Information, "Run {RunId} cancelled by {By}.")]
    public static partial void Cancelled(ILogger logger, string runId, string by);

    [LoggerMessage(3045, LogLevel.Error, "ALERT: job {JobId} '{JobName}' was to run once and did not succeed; nothing starts it any more. {UserMessage} Run it by hand, or give it another day.")]
    public static partial void OneTimeFailed(ILogger logger, string jobId, string jobName, string? userMessage);

    [LoggerMessage(3046, LogLevel.Warning, "{Problem} The job starts all the same: the connector may come.")]
    public static partial void CallDoubtful(ILogger logger, string problem);

    [LoggerMessage(3047, LogLevel.Warning, "{Problem} The entry is in force.")]
    public static partial void JobEntryDoubtful(ILogger logger, string problem);

    [LoggerMessage(3048, LogLevel.Warning, "Job {JobId} runs by hand while all jobs are locked ({Reason}).")]
    public static partial void ManualWhileLocked(ILogger logger, string jobId, string reason);

    [LoggerMessage(3120, LogLevel.Information, "The jobs are shared with other servers; this one is {Node} ({NodeId}).")]
    public static partial void Sharing(ILogger logger, string node, string nodeId);

    [LoggerMessage(3121, LogLevel.Error, "The database that the servers share does not answer ({What}). No job is started here until it does; runs in progress go on.")]
    public static partial void SharedStoreAway(ILogger logger, string what, Exception exception);

    [LoggerMessage(3122, LogLevel.Information, "The database that the servers share answers again ({What}).")]
    public static partial void SharedStoreBack(ILogger logger, string what);

    [LoggerMessage(3123, LogLevel.Error, "Server {Node} gave no word for longer than its lease of {Lease}; others have taken over. Calls of runs it lost are cancelled.")]
    public static partial void LeaseLost(ILogger logger, string node, TimeSpan lease);

    [LoggerMessage(3124, LogLevel.Warning, "Job {JobId} is free again: its run {RunId} on server {Node} is closed as lost. That server fell silent, or left while the run was still going.")]
    public static partial void TakenOver(ILogger logger, string jobId, string runId, string node);

    [LoggerMessage(3125, LogLevel.Warning, "The end of run {RunId} of job {JobId} (fence {Fence}, {Outcome}) is not recorded: another server has taken the job over, and the run is closed as lost.")]
    public static partial void EndRefused(ILogger logger, string runId, string jobId, long fence, string outcome);

    [LoggerMessage(3126, LogLevel.Warning, "Job {JobId}: the file of server {Node} says something else than what is in force (on {Others}). This server does not start it. Make the files equal.")]
    public static partial void FilesDiffer(ILogger logger, string jobId, string node, string others);

    [LoggerMessage(3127, LogLevel.Information, "Job {JobId}: the file of server {Node} agrees with what is in force.")]
    public static partial void FilesAgree(ILogger logger, string jobId, string node);

    [LoggerMessage(3128, LogLevel.Error, "Job {JobId} was not started for {PlannedAt}: a run for that moment is on record already. Was the clock of the database set back?")]
    public static partial void Doubled(ILogger logger, string jobId, DateTimeOffset? plannedAt);

    [LoggerMessage(3129, LogLevel.Warning, "Server {Node} left without a word, the database does not answer: {Runs} ends are not recorded. The others take over after {Lease}.")]
    public static partial void LeftWithoutWord(ILogger logger, string node, int runs, TimeSpan lease, Exception exception);

    [LoggerMessage(3130, LogLevel.Error, "What run {RunId} of job {JobId} told could not be stored; its end is recorded without texts.")]
    public static partial void EndWithoutTexts(ILogger logger, string runId, string jobId, Exception exception);

    [LoggerMessage(3131, LogLevel.Warning, "Run {RunId} of job {JobId} (fence {Fence}) was claimed for this server and the database's answer was lost. It is recorded as not started, and the job is free again.")]
    public static partial void StrayClaim(ILogger logger, string runId, string jobId, long fence);
}
