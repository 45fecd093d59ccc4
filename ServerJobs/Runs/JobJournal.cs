using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>The store as the runs see it: what is to be kept is handed over in its order and not waited for, and a store that fails is only told of.</summary>
/// <remarks>A run does not wait for its open row: that is with the store's writer before the call begins. Waiting for the disk would delay every start by more than the start itself takes.</remarks>
internal sealed class JobJournal(IJobStore store, ServerJobsOptions options, TimeProvider time, ILogger<JobJournal> logger)
{
    private volatile Task lastRow = Task.CompletedTask;
    private volatile Task lastProgress = Task.CompletedTask;

    public void Begin(JobRun run) => lastRow = Hand(run.JobId, "begin", run, static (store, run) => store.BeginAsync(run, CancellationToken.None));

    public void Complete(JobRun run) => lastRow = Hand(run.JobId, "complete", run, static (store, run) => store.CompleteAsync(run, CancellationToken.None));

    public void SaveProgress(JobProgress progress) =>
        lastProgress = Hand(progress.JobId, "progress", progress, static (store, progress) => store.SaveProgressAsync(progress, CancellationToken.None));

    /// <summary>Waits until what was handed over is kept, but not for a store that does not answer.</summary>
    public async Task KeptAsync() =>
        await Task.WhenAll(lastRow, lastProgress).WaitAsync(options.StoreWait, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private Task Hand<T>(string jobId, string step, T what, Func<IJobStore, T, ValueTask> write)
    {
        try
        {
            var writing = write(store, what);
            if (writing.IsCompletedSuccessfully) return Task.CompletedTask;
            var kept = writing.AsTask();
            _ = kept.ContinueWith(failed => Tell(jobId, step, failed.Exception!.GetBaseException()), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
            return kept;
        }
        catch (Exception failure)
        {
            Tell(jobId, step, failure);
            return Task.CompletedTask;
        }
    }

    private void Tell(string jobId, string step, Exception failure) => Quietly.Do(() => Log.StoreFailed(logger, jobId, step, failure));
}
