using Microsoft.Extensions.Logging;

namespace ServerJobs;

/// <summary>All jobs with their moments. Every method holds one short lock, in which nothing is called that could block.</summary>
internal sealed class JobTable
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, JobSlot> slots = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, JobState> keptStates = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, JobRun> keptRuns = new(StringComparer.OrdinalIgnoreCase);
    private readonly JobMoments moments = new();
    private readonly JobTiming timing;
    private readonly TimeProvider time;
    private readonly JobStarts starts;
    private readonly JobTicks ticks;
    private readonly WallClock wall;
    private readonly JobGuard guard;
    private List<JobSlot> listed = [];
    private long? lookedAt;
    private long look;

    public JobTable(JobTiming timing, TimeProvider time, CallKeys? keys = null, ILogger<JobTable>? logger = null)
    {
        (this.timing, this.time) = (timing, time);
        guard = new JobGuard(logger);
        keys ??= new CallKeys();
        keys.Freed = Freed;
        starts = new JobStarts(timing, keys, time);
        ticks = new JobTicks(timing, moments, starts, time);
        wall = new WallClock(time);
    }

    /// <summary>All skips since the process started.</summary>
    public long Skipped => starts.Skipped;

    /// <summary>How long before their moments runs are handed over, as a length of timestamps.</summary>
    public long Ahead => timing.Ahead;

    /// <summary>The lock of all jobs; null for none.</summary>
    public JobLock? Lock => ticks.Lock;

    /// <summary>Calls the loop when a moment comes before the one it sleeps for.</summary>
    public void Wakes(Action loop)
    {
        lock (gate) moments.Sooner = loop;
    }

    /// <summary>Takes what a former process kept; before the first <see cref="Apply"/>.</summary>
    public void Restore(IEnumerable<JobState> states, IEnumerable<JobRun> lastRuns, JobLock? jobLock = null)
    {
        lock (gate)
        {
            // An id whose case was changed in the file has two entries in the store; the newer one counts.
            foreach (var state in states.OrderBy(state => state.Progress.LastPlannedAt)) keptStates[state.Progress.JobId] = state;
            foreach (var run in lastRuns.OrderBy(run => run.StartedAt)) keptRuns[run.JobId] = run;
            ticks.Lock = jobLock;
        }
    }

    /// <summary>Takes the jobs of the file. A job whose timetable did not change keeps its rhythm; a running call is left alone.</summary>
    public void Apply(IReadOnlyList<ServerJob> jobs, bool atStart = false)
    {
        lock (gate)
        {
            var before = listed.ToDictionary(slot => slot, slot => (slot.Ticking, slot.Job));
            foreach (var slot in listed) slot.Listed = false;
            listed = [.. jobs.Select(Place)];
            foreach (var slot in listed.Where(slot => slot.Ticking))
            {
                if (!before.TryGetValue(slot, out var old) || !old.Ticking || old.Job.Timetable != slot.Job.Timetable) Guarded(slot, known => ticks.Begin(known, atStart));
                else if (old.Job != slot.Job) Guarded(slot, Changed);
            }
        }
    }

    /// <summary>Takes the runs that are due now and moves their jobs on to the next moment.</summary>
    public IReadOnlyList<JobLaunch> TakeDue()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            lookedAt = now;
            if (wall.HasJumped() && !moments.Elsewhere) listed.ForEach(slot => Guarded(slot, ticks.Replan));
            look++;
            List<JobLaunch>? launches = null;
            List<(JobSlot Slot, long Moment)>? later = null;
            while (moments.Next() is { } moment && moment <= now + (moments.First.IsRegular(moment) ? timing.Ahead : 0))
            {
                // One moment of a job a look: whatever its arithmetic comes to, the look ends.
                var slot = moments.Take();
                if (slot.TakenAt == look) (later ??= []).Add((slot, moment));
                else if (Tick(slot, moment, now) is { } launch)
                {
                    if (moment > now) launch.NotBefore = moment;
                    (launches ??= []).Add(launch);
                }
            }

            later?.ForEach(left => moments.Add(left.Slot, left.Moment));
            return launches ?? (IReadOnlyList<JobLaunch>)[];
        }
    }

    /// <summary>The next moment of all; null when no job waits for one.</summary>
    public long? NextDue()
    {
        lock (gate) return moments.Next();
    }

    /// <summary>Claims a job for a run by hand; null when it, or another one with its call and key, runs already: then that one.</summary>
    public JobLaunch? Claim(JobSlot slot, string? startedBy, out JobSlot? holder)
    {
        lock (gate) return starts.Claim(slot, startedBy, out holder);
    }

    /// <summary>Leaves the moments to a timetable that several servers share; before the first <see cref="Apply"/>.</summary>
    public void Share()
    {
        lock (gate) moments.Elsewhere = true;
    }

    /// <summary>Takes a run that the shared timetable gave to this server.</summary>
    /// <returns>The run to start; null when the file no longer names the job, or a call of it still runs here.</returns>
    public JobLaunch? Take(JobClaim claim, Action<JobLaunch, TimeSpan?> freed)
    {
        lock (gate) return slots.TryGetValue(claim.JobId, out var slot) && slot is { Listed: true, Running: false } && starts.IsKeyFree(slot) ? starts.Take(slot, claim) with { Freed = freed } : null;
    }

    /// <summary>Shows pauses and the lock of all jobs as other servers have set them.</summary>
    public void Show(IReadOnlyList<JobState> states, JobLock? jobLock)
    {
        lock (gate)
        {
            ticks.Lock = jobLock;
            var pauses = states.ToLookup(state => state.Progress.JobId, state => state.Pause, StringComparer.OrdinalIgnoreCase);
            foreach (var slot in listed) slot.Pause = pauses[slot.Job.Id].FirstOrDefault(pause => pause is not null);
        }
    }

    /// <summary>Notes that a run handed over has begun.</summary>
    public void Begun(JobLaunch launch)
    {
        lock (gate) launch.Run.HandedOver = null;
    }

    /// <summary>Frees a job for its next run.</summary>
    /// <returns>Whether a job of one day is over without a success.</returns>
    public bool Ended(JobLaunch launch, JobRun? run)
    {
        bool over;
        TimeSpan? repeatIn;
        lock (gate)
        {
            over = launch.Slot.Active == launch.Run && ticks.End(launch.Slot, run);

            // Before the lock is left: what the shared timetable says of repeats is shown in the same place.
            repeatIn = launch.Freed is null ? null : TakeRepeat(launch.Slot);
        }

        launch.Freed?.Invoke(launch, repeatIn);
        return over;
    }

    /// <summary>Pauses a job, or ends its pause.</summary>
    public void Pause(JobSlot slot, JobPause? pause)
    {
        lock (gate)
        {
            slot.Pause = pause;
            ticks.Plan(slot);
        }
    }

    /// <summary>Locks all jobs, or unlocks them; then calendars that are overdue start as far as their window is open.</summary>
    public void LockAll(JobLock? jobLock)
    {
        lock (gate)
        {
            ticks.Lock = jobLock;
            listed.ForEach(slot => Guarded(slot, known => ticks.Plan(known)));
        }
    }

    /// <summary>Finds a job of the file.</summary>
    public JobSlot? Find(string id)
    {
        lock (gate) return slots.TryGetValue(id, out var slot) && slot.Listed ? slot : null;
    }

    /// <summary>Finds a run in progress, also of a job taken out of the file.</summary>
    public ActiveRun? FindRun(string runId)
    {
        lock (gate) return slots.Values.Select(slot => slot.Active).FirstOrDefault(run => run is not null && run.Id.Equals(runId, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Reads of all jobs of the file, in its order.</summary>
    public IReadOnlyList<T> Read<T>(Func<JobSlot, T> view)
    {
        lock (gate) return [.. listed.Select(view)];
    }

    /// <summary>Reads or changes one job.</summary>
    public T With<T>(JobSlot slot, Func<JobSlot, T> look)
    {
        lock (gate) return look(slot);
    }

    /// <summary>The jobs whose moment passed longer ago than the patience, or whose run was handed over and has not begun.</summary>
    public IReadOnlyList<string> DueButNotFired(TimeSpan patience)
    {
        lock (gate)
        {
            var limit = time.GetTimestamp() - timing.ToTimestamp(patience);
            var now = time.GetUtcNow();
            return [.. listed.Where(slot => slot.Active?.HandedOver < limit || IsLate(slot, limit, now)).Select(slot => slot.Job.Id)];
        }
    }

    /// <summary>How long ago the loop last looked; zero before it began.</summary>
    public TimeSpan SinceLook()
    {
        lock (gate) return lookedAt is { } moment ? time.GetElapsedTime(moment) : TimeSpan.Zero;
    }

    private JobLaunch? Tick(JobSlot slot, long moment, long now)
    {
        slot.TakenAt = look;
        var ran = slot.Running;
        try
        {
            return ticks.Tick(slot, moment, Math.Max(now, moment));
        }
        catch (Exception fault)
        {
            guard.Tell(slot.Job.Id, fault);
            ticks.LookAgain(slot, moment, Later(now), ran);
            return null;
        }
    }

    // What goes wrong with one job costs the others nothing; a job whose next moment could not be found is looked at again.
    private void Guarded(JobSlot slot, Action<JobSlot> step)
    {
        try
        {
            step(slot);
        }
        catch (Exception fault)
        {
            guard.Tell(slot.Job.Id, fault);
            ticks.LookAgain(slot, slot.Due == JobSlot.Never ? null : slot.Due, Later(time.GetTimestamp()), slot.Running);
        }
    }

    private long Later(long now) => now + timing.ToTimestamp(JobGuard.Pause);

    private void Freed(string key)
    {
        lock (gate) ticks.Freed(key);
    }

    private bool IsLate(JobSlot slot, long limit, DateTimeOffset now) =>
        slot.Ticking && ticks.Lock is null && slot.PauseAt(now) is null && Math.Min(slot.Due, slot.Again) < limit;

    // The repeat that was ordered when a run ended: how long until then.
    private TimeSpan? TakeRepeat(JobSlot slot)
    {
        var again = slot.AgainAs == JobTrigger.Retry ? slot.Again : JobSlot.Never;
        (slot.Again, slot.QueuedAt) = (JobSlot.Never, null);
        if (again == JobSlot.Never) return null;
        var wait = time.GetElapsedTime(time.GetTimestamp(), again);
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    // A repeat of what the job was before would repeat something else.
    private void Changed(JobSlot slot)
    {
        starts.StopWaiting(slot);
        if (slot.Again != JobSlot.Never && slot.AgainAs == JobTrigger.Retry) (slot.Again, slot.Repeats) = (JobSlot.Never, 0);
        ticks.Plan(slot);
    }

    private JobSlot Place(ServerJob job)
    {
        if (!slots.TryGetValue(job.Id, out var slot))
        {
            slot = new JobSlot(job, keptStates.GetValueOrDefault(job.Id), keptRuns.GetValueOrDefault(job.Id));
            slots.Add(job.Id, slot);
        }

        if (job.Pause is null) slot.PauseOfFile = null;
        else if (slot.PauseOfFile is null || slot.Job.Pause != job.Pause) slot.PauseOfFile = new JobPause(job.Pause.Reason, "jobs.json", time.GetUtcNow()) { Until = job.Pause.Until };
        slot.Job = job;
        slot.Listed = true;
        return slot;
    }
}
