using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>The runs in progress. Each has a task of its own and holds its own job only; a job is free again when its call has really ended.</summary>
internal sealed class JobRuns(JobTable table, JobRunner runner, ProgressKeeper progress, ServerJobsOptions options, TimeProvider time, ILogger<JobRuns> logger) : IDisposable
{
    private static readonly TimeSpan RecordingWait = TimeSpan.FromSeconds(1);
    private readonly Lock gate = new();
    private readonly LaunchQueue queue = new(time);
    private readonly Dictionary<string, ActiveRun> going = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource cancelling = new();
    private readonly TaskCompletionSource drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool closed;

    /// <summary>Hands a claimed run over. Does not wait and does not block.</summary>
    /// <returns>False when the server is stopping.</returns>
    public bool Start(JobLaunch launch)
    {
        if (!Prepare(launch)) return false;
        queue.Ask();
        return true;
    }

    /// <summary>Hands over what was prepared.</summary>
    public void StartPrepared() => queue.Ask();

    /// <summary>Takes a claimed run that is to be handed over with others.</summary>
    /// <returns>False when the server is stopping.</returns>
    public bool Prepare(JobLaunch launch)
    {
        if (!Enter(launch))
        {
            table.Ended(launch, null);
            return false;
        }

        queue.Run ??= run => _ = ExecuteAsync(run);
        queue.Put(launch);
        return true;
    }

    /// <summary>Frees the job of a run that could not be handed over.</summary>
    public void Abandon(JobLaunch launch)
    {
        table.Ended(launch, null);
        Leave(launch);
    }

    /// <summary>Looks after the runs handed over that have not begun.</summary>
    /// <returns>Whether there are some.</returns>
    public bool Watch() => queue.Watch();

    /// <summary>Lets no run start any more, waits for those in progress, cancels what is left and waits until it is recorded.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Close();
        await WaitAsync(options.StopWait, cancellationToken).ConfigureAwait(false);
        foreach (var run in Going()) run.Cancel(JobCancel.ServerStops);
        await cancelling.CancelAsync().ConfigureAwait(false);
        await WaitAsync(options.StoreWait + RecordingWait, CancellationToken.None).ConfigureAwait(false);
    }

    public void Dispose() => cancelling.Dispose();

    private async Task ExecuteAsync(JobLaunch launch)
    {
        JobRun? ended = null;
        try
        {
            ShortSlice.Take();
            table.Begun(launch);
            SaveProgress(launch);
            using (Limit(launch))
            {
                (ended, var rest) = await runner.RunAsync(launch).ConfigureAwait(false);
                table.With(launch.Slot, slot => slot.LastRun = ended);
                await rest.WaitAsync(cancelling.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        catch (Exception unexpected)
        {
            Quietly.Do(() => Log.RunBroken(logger, launch.Job.Id, unexpected));
        }
        finally
        {
            if (table.Ended(launch, ended)) Quietly.Do(() => Log.OneTimeFailed(logger, launch.Job.Id, launch.Job.Name, ended?.Message));
            SaveProgress(launch);
            Leave(launch);
        }
    }

    // The timer's callback does next to nothing: it sets the reason and wakes the pool.
    private ITimer? Limit(JobLaunch launch) => launch.TimeLimit is { } limit
        ? time.CreateTimer(static run => ((ActiveRun)run!).Cancel(JobCancel.TimeLimit), launch.Run, Waits.AtMost(limit), Timeout.InfiniteTimeSpan)
        : null;

    private void SaveProgress(JobLaunch launch)
    {
        if (launch.Run.Trigger != JobTrigger.Manual) progress.Keep(launch.Slot);
    }

    private bool Enter(JobLaunch launch)
    {
        lock (gate)
        {
            if (closed) return false;
            going[launch.Run.Id] = launch.Run;
            return true;
        }
    }

    private void Leave(JobLaunch launch)
    {
        lock (gate)
        {
            going.Remove(launch.Run.Id);
            if (closed && going.Count == 0) drained.TrySetResult();
        }
    }

    private void Close()
    {
        lock (gate)
        {
            closed = true;
            if (going.Count == 0) drained.TrySetResult();
        }
    }

    private List<ActiveRun> Going()
    {
        lock (gate) return [.. going.Values];
    }

    private async Task WaitAsync(TimeSpan limit, CancellationToken cancellationToken) =>
        await drained.Task.WaitAsync(limit, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
