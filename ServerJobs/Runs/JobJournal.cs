using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>The store as the runner sees it: never throws, never keeps a run waiting for long.</summary>
internal sealed class JobJournal(IJobStore store, ServerJobsOptions options, TimeProvider time, ILogger<JobJournal> logger)
{
    public Task BeginAsync(JobRun run) => GuardAsync(run.JobId, "begin", () => store.BeginAsync(run, CancellationToken.None));

    public Task CompleteAsync(JobRun run) => GuardAsync(run.JobId, "complete", () => store.CompleteAsync(run, CancellationToken.None));

    public Task SaveProgressAsync(JobProgress progress) => GuardAsync(progress.JobId, "progress", () => store.SaveProgressAsync(progress, CancellationToken.None));

    private async Task GuardAsync(string jobId, string step, Func<ValueTask> write)
    {
        try
        {
            await write().AsTask().WaitAsync(options.StoreWait, time).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Quietly.Do(() => Log.StoreFailed(logger, jobId, step, failure));
        }
    }
}
