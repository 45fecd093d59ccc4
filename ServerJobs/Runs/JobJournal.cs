using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>The store as the runner sees it: never throws, never keeps a run waiting for long.</summary>
internal sealed class JobJournal(IJobStore store, ServerJobsOptions options, TimeProvider time, ILogger<JobJournal> logger)
{
    // Once the store did not answer in time, runs wait only this long until it does again: a store that is away must not slow the jobs down.
    private static readonly TimeSpan WaitWhileAway = TimeSpan.FromMilliseconds(100);
    private volatile bool away;

    public Task BeginAsync(JobRun run) => GuardAsync(run.JobId, "begin", () => store.BeginAsync(run, CancellationToken.None));

    public Task CompleteAsync(JobRun run) => GuardAsync(run.JobId, "complete", () => store.CompleteAsync(run, CancellationToken.None));

    public Task SaveProgressAsync(JobProgress progress) => GuardAsync(progress.JobId, "progress", () => store.SaveProgressAsync(progress, CancellationToken.None));

    private async Task GuardAsync(string jobId, string step, Func<ValueTask> write)
    {
        try
        {
            var writing = write();
            if (!writing.IsCompletedSuccessfully) await writing.AsTask().WaitAsync(away ? WaitWhileAway : options.StoreWait, time).ConfigureAwait(false);
            away = false;
        }
        catch (Exception failure)
        {
            away |= failure is TimeoutException;
            Quietly.Do(() => Log.StoreFailed(logger, jobId, step, failure));
        }
    }
}
