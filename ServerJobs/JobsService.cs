using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>Starts and stops the jobs with the host.</summary>
internal sealed class JobsService(JobsFile file, IJobStore store, JobTable table, JobScheduler scheduler, JobRuns runs, JobJournal journal, JobCalls calls, ServerJobsOptions options, TimeProvider time, ILogger<JobsService> logger, SharedScheduler? shared = null) : IHostedService
{
    // A job has one open run at most.
    private const int MostOpen = 10_000;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        file.Open();
        // Where servers share the jobs, the runs of one that fell silent are closed when they are taken over; nobody else speaks for them.
        var open = shared is null ? await store.ListAsync(new JobRunQuery(MostOpen) { Running = true }, cancellationToken).ConfigureAwait(false) : [];
        var lost = shared is null ? await store.CloseLostAsync(cancellationToken).ConfigureAwait(false) : 0;
        var states = await store.ReadStatesAsync(cancellationToken).ConfigureAwait(false);
        table.Restore(states, await store.ListLastAsync(cancellationToken).ConfigureAwait(false), await ReadLockAsync(cancellationToken).ConfigureAwait(false));
        if (shared is not null) table.Share();
        scheduler.Apply(file.Current.Jobs, atStart: true);
        shared?.Apply(file.Current.Jobs);
        TellLost(open);
        calls.Tell();
        file.Changed += config =>
        {
            scheduler.Apply(config.Jobs);
            shared?.Apply(config.Jobs);
            calls.Tell();
        };
        scheduler.Start();
        shared?.Start();
        file.Follow();
        Log.Started(logger, file.Current.Jobs.Count, lost);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        file.Dispose();
        shared?.StopClaiming();
        scheduler.Stop();
        await runs.StopAsync(cancellationToken).ConfigureAwait(false);
        foreach (var progress in table.Read(slot => slot.Progress)) journal.SaveProgress(progress);
        await journal.KeptAsync().ConfigureAwait(false);
        shared?.Leave();
    }

    // A crash took the only run of a job of one day: nothing starts it any more, and nobody else would say so.
    private void TellLost(IReadOnlyList<JobRun> open)
    {
        var lost = open.Where(run => run.Trigger != JobTrigger.Manual).Select(run => run.JobId).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (lost.Count == 0) return;
        var over = table.Read(slot => slot.Ticking && slot.Job.Timetable.IsOneTime && slot.Due == JobSlot.Never && slot.Again == JobSlot.Never && slot.LastStartedAt is not null && lost.Contains(slot.Job.Id) ? slot.Job : null);
        foreach (var job in over.OfType<ServerJob>()) Log.OneTimeFailed(logger, job.Id, job.Name, "The server ended during its run.");
    }

    // Locking at the start is for a new base, often a copy of another: a base that was ever started has its own say.
    private async Task<JobLock?> ReadLockAsync(CancellationToken cancellationToken)
    {
        if (!await store.HasLockRecordAsync(cancellationToken).ConfigureAwait(false))
        {
            var first = options.LockedAtStart ? new JobLock("Locked at the first start of the base (--jobs-locked).", "--jobs-locked", time.GetUtcNow()) : null;
            await store.SaveLockAsync(first, cancellationToken).ConfigureAwait(false);
        }

        var jobLock = await store.ReadLockAsync(cancellationToken).ConfigureAwait(false);
        if (jobLock is not null) Log.Locked(logger, jobLock.By, jobLock.Reason);
        return jobLock;
    }
}
