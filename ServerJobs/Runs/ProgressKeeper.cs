namespace ServerJobs;

/// <summary>Keeps how far jobs are: at once where every start counts, now and then and all together where a grid is found again from any of its moments.</summary>
internal sealed class ProgressKeeper : IDisposable
{
    /// <summary>How often the progress of a period shorter than that is kept.</summary>
    public static readonly TimeSpan KeepEvery = TimeSpan.FromSeconds(15);

    /// <summary>How long it waits for that of other jobs: written one by one it would be in the way of their moments.</summary>
    public static readonly TimeSpan Together = TimeSpan.FromSeconds(1);

    private readonly JobTable table;
    private readonly JobJournal journal;
    private readonly TimeProvider time;
    private readonly Func<JobSlot, (JobProgress? Now, bool Later)> look;
    private readonly Lock gate = new();
    private readonly ITimer timer;
    private List<JobSlot> waiting = [];

    public ProgressKeeper(JobTable table, JobJournal journal, TimeProvider time)
    {
        (this.table, this.journal, this.time) = (table, journal, time);
        look = Look;
        timer = time.CreateTimer(_ => KeepWaiting(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Looks at a job whose run began or ended by the schedule.</summary>
    public void Keep(JobSlot slot)
    {
        // Read and handed over in one: older progress must not come after newer.
        lock (gate)
        {
            var (now, later) = table.With(slot, look);
            if (now is not null) journal.SaveProgress(now);
            if (!later) return;
            if (waiting.Count == 0) timer.Change(Together, Timeout.InfiniteTimeSpan);
            waiting.Add(slot);
        }
    }

    public void Dispose() => timer.Dispose();

    private (JobProgress? Now, bool Later) Look(JobSlot slot)
    {
        var now = time.GetTimestamp();
        var exact = slot.Calendar is not null || slot.Job.Retries is not null || slot.Job.CatchUp > TimeSpan.Zero || slot.Kept is null || slot.Kept.Skips != slot.Skips || slot.Kept.Misses != slot.Misses;
        if (!exact && time.GetElapsedTime(slot.KeptAt, now) < KeepEvery) return (null, false);
        slot.KeptAt = now;
        if (!exact && slot.Job.Timetable.Period?.Value < KeepEvery) return (null, true);
        return (slot.Kept = slot.Progress, false);
    }

    // What is kept is read now: what waited may have been kept since, with more of it.
    private void KeepWaiting()
    {
        List<JobSlot> slots;
        lock (gate) (slots, waiting) = (waiting, []);
        foreach (var slot in slots) Quietly.Do(() => KeepNow(slot));
    }

    private void KeepNow(JobSlot slot)
    {
        lock (gate) journal.SaveProgress(table.With(slot, static known => known.Kept = known.Progress));
    }
}
