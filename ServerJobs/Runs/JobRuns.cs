using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>The runs in progress. Each has a task of its own and holds its own job only; a job is free again when its call, repeats included, has really ended.</summary>
internal sealed class JobRuns(JobTable table, JobRunner runner, JobJournal journal, ServerJobsOptions options, TimeProvider time, ILogger<JobRuns> logger) : IDisposable
{
    private static readonly TimeSpan RecordingWait = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private readonly CancellationTokenSource closing = new();
    private readonly CancellationTokenSource cancelling = new();
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int active;
    private bool closed;

    /// <summary>Hands a claimed run to the pool. Does not wait and does not block.</summary>
    /// <returns>False when the server is stopping.</returns>
    public bool Start(JobLaunch launch)
    {
        if (!Enter())
        {
            table.Ended(launch.Slot);
            return false;
        }

        ThreadPool.UnsafeQueueUserWorkItem(state => _ = ExecuteAsync(state), launch, preferLocal: false);
        return true;
    }

    /// <summary>Lets no run start any more, waits for those in progress, cancels what is left and waits until it is recorded.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Close();
        await closing.CancelAsync().ConfigureAwait(false);
        await WaitAsync(options.StopWait, cancellationToken).ConfigureAwait(false);
        await cancelling.CancelAsync().ConfigureAwait(false);
        await WaitAsync(options.StoreWait + RecordingWait, CancellationToken.None).ConfigureAwait(false);
    }

    public void Dispose()
    {
        closing.Dispose();
        cancelling.Dispose();
    }

    private async Task ExecuteAsync(JobLaunch launch)
    {
        try
        {
            table.Begun(launch.Slot);
            var saved = launch.PlannedAt is null ? Task.CompletedTask : SaveProgressAsync(launch.Slot);
            await RunWithRepeatsAsync(launch).ConfigureAwait(false);
            await saved.ConfigureAwait(false);
            await SaveProgressAsync(launch.Slot).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (closing.IsCancellationRequested)
        {
            Quietly.Do(() => Log.RepeatAbandoned(logger, launch.Job.Id));
        }
        catch (Exception unexpected)
        {
            Quietly.Do(() => Log.RunBroken(logger, launch.Job.Id, unexpected));
        }
        finally
        {
            table.Ended(launch.Slot);
            Leave();
        }
    }

    private async Task RunWithRepeatsAsync(JobLaunch launch)
    {
        var next = launch;
        for (var attempt = 1; ; attempt++)
        {
            var (run, rest) = await runner.RunAsync(next, attempt, cancelling.Token).ConfigureAwait(false);
            table.With(launch.Slot, slot => slot.LastRun = run);
            await rest.WaitAsync(cancelling.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!MayRepeat(launch.Job, run, attempt)) return;

            await Task.Delay(launch.Job.Retries!.Delay.Value, time, closing.Token).ConfigureAwait(false);
            if (!table.With(launch.Slot, slot => slot.Listed && slot.Pause is null && slot.Job == launch.Job)) return;
            next = launch with { Trigger = JobTrigger.Retry, RunId = Guid.CreateVersion7(time.GetUtcNow()).ToString() };
        }
    }

    private static bool MayRepeat(ServerJob job, JobRun run, int attempt) =>
        run.Outcome is JobOutcome.Failed or JobOutcome.TimedOut && !run.InDoubt && attempt <= (job.Retries?.Count ?? 0);

    private Task SaveProgressAsync(JobSlot slot) => journal.SaveProgressAsync(table.With(slot, known => known.Progress));

    private bool Enter()
    {
        lock (gate)
        {
            if (closed) return false;
            active++;
            return true;
        }
    }

    private void Leave()
    {
        lock (gate)
        {
            active--;
            if (closed && active == 0) drained.TrySetResult();
        }
    }

    private void Close()
    {
        lock (gate)
        {
            closed = true;
            if (active == 0) drained.TrySetResult();
        }
    }

    private async Task WaitAsync(TimeSpan limit, CancellationToken cancellationToken) =>
        await drained.Task.WaitAsync(limit, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
