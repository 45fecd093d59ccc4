using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>The store as the runs see it: what is to be kept is handed over in its order and not waited for, and a store that fails is only told of.</summary>
/// <remarks>A run does not wait for its open row: that is with the store's writer before the call begins. Waiting for the disk would delay every start by more than the start itself takes.</remarks>
internal sealed class JobJournal(IJobStore store, ServerJobsOptions options, TimeProvider time, ILogger<JobJournal> logger)
{
    private int writing;
    private TaskCompletionSource? waited;

    public void Begin(JobRun run) => Hand(run.JobId, "begin", run, static (store, run) => store.BeginAsync(run, CancellationToken.None));

    public void Complete(JobRun run) => Hand(run.JobId, "complete", run, static (store, run) => store.CompleteAsync(run, CancellationToken.None));

    public void SaveProgress(JobProgress progress) =>
        Hand(progress.JobId, "progress", progress, static (store, progress) => store.SaveProgressAsync(progress, CancellationToken.None));

    /// <summary>Waits until all that was handed over is kept, but not for a store that does not answer.</summary>
    public async Task KeptAsync()
    {
        var kept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref waited, kept);
        if (Volatile.Read(ref writing) == 0) return;
        await kept.Task.WaitAsync(options.StoreWait, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Hand<T>(string jobId, string step, T what, Func<IJobStore, T, ValueTask> write)
    {
        try
        {
            var written = write(store, what);
            if (!written.IsCompletedSuccessfully) _ = FollowAsync(jobId, step, written);
        }
        catch (Exception failure)
        {
            Tell(jobId, step, failure);
        }
    }

    private async Task FollowAsync(string jobId, string step, ValueTask written)
    {
        Interlocked.Increment(ref writing);
        try
        {
            await written.ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Tell(jobId, step, failure);
        }

        if (Interlocked.Decrement(ref writing) == 0) Volatile.Read(ref waited)?.TrySetResult();
    }

    private void Tell(string jobId, string step, Exception failure) => Quietly.Do(() => Log.StoreFailed(logger, jobId, step, failure));
}
