using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>Brings what the shared timetable says into this server's table: what people are shown, and what health is judged by.</summary>
internal sealed class SharedView(IJobClaims claims, IJobStore store, JobTable table, DatabaseClock clock, ILogger<SharedView> logger)
{
    private volatile bool reading;

    /// <summary>Reads once.</summary>
    public void Read()
    {
        var asked = clock.GetTimestamp();
        var read = claims.Read();
        clock.Take(read.Now, asked);
        foreach (var job in read.Jobs)
        {
            if (table.Find(job.JobId) is { } slot) table.With(slot, known => Show(known, job));
        }

        if (reading) return;
        reading = true;
        _ = ReadPausesAsync();
    }

    private bool Show(JobSlot slot, JobClaimState job)
    {
        slot.Due = job.NextDue is { } due ? clock.StampOf(due) : JobSlot.Never;
        slot.Planned = slot.Due;
        (slot.Skips, slot.Misses, slot.LastPlannedAt, slot.QueuedAt) = (job.Skips, job.Misses, job.LastPlannedAt, job.QueuedAt);
        if (!slot.Running)
        {
            (slot.Again, slot.AgainAs) = (job.RepeatAt is { } repeat ? clock.StampOf(repeat) : JobSlot.Never, JobTrigger.Retry);
            (slot.Repeats, slot.LastStartedAt, slot.LastEndedAt) = (job.Repeats, job.LastStartedAt, job.LastEndedAt);
        }

        if (job.LastRun is { } last && !string.Equals(slot.LastRun?.Id, last.Id, StringComparison.Ordinal)) slot.LastRun = last;
        return true;
    }

    // Claims look at pauses and the lock themselves; here they are only shown.
    private async Task ReadPausesAsync()
    {
        try
        {
            var states = await store.ReadStatesAsync(CancellationToken.None).ConfigureAwait(false);
            table.Show(states, await store.ReadLockAsync(CancellationToken.None).ConfigureAwait(false));
        }
        catch (Exception failure)
        {
            Quietly.Do(() => Log.StoreFailed(logger, "*", "pauses", failure));
        }
        finally
        {
            reading = false;
        }
    }
}
