using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>Tells of what went wrong with one job at one of its moments: from a thread of the pool, never under the table's lock.</summary>
internal sealed class JobGuard(ILogger? logger)
{
    /// <summary>When a job is looked at again after a fault.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    public void Tell(string jobId, Exception fault)
    {
        if (logger is { } log) ThreadPool.UnsafeQueueUserWorkItem(_ => Quietly.Do(() => Log.JobFault(log, jobId, fault)), null);
    }
}
