namespace ServerJobs;

/// <summary>All jobs with their moments. Every method holds one short lock, in which nothing is called that could block.</summary>
internal sealed class JobTable(JobTiming timing, TimeProvider time)
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, JobSlot> slots = new(StringComparer.OrdinalIgnoreCase);
    private readonly PriorityQueue<JobSlot, long> moments = new();
    private readonly Dictionary<string, JobState> keptStates = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, JobRun> keptRuns = new(StringComparer.OrdinalIgnoreCase);
    private List<JobSlot> listed = [];
    private long skipped;

    /// <summary>All skips since the process started.</summary>
    public long Skipped => Interlocked.Read(ref skipped);

    /// <summary>Takes what a former process kept; before the first <see cref="Apply"/>.</summary>
    public void Restore(IEnumerable<JobState> states, IEnumerable<JobRun> lastRuns)
    {
        lock (gate)
        {
            // An id whose case was changed in the file has two entries in the store; the newer one counts.
            foreach (var state in states.OrderBy(state => state.Progress.LastPlannedAt)) keptStates[state.Progress.JobId] = state;
            foreach (var run in lastRuns.OrderBy(run => run.StartedAt)) keptRuns[run.JobId] = run;
        }
    }

    /// <summary>Takes the jobs of the file. A job whose period did not change keeps its rhythm; a running call is left alone.</summary>
    public void Apply(IReadOnlyList<ServerJob> jobs, bool atStart = false)
    {
        lock (gate)
        {
            var before = listed.ToDictionary(slot => slot, slot => (slot.Ticking, slot.Job.Period));
            foreach (var slot in listed) slot.Listed = false;
            listed = [.. jobs.Select(Place)];
            foreach (var slot in listed.Where(slot => slot.Ticking))
            {
                if (before.TryGetValue(slot, out var old) && old == (true, slot.Job.Period)) continue;
                slot.Schedule = timing.First(slot, atStart);
                Expect(slot, slot.Schedule.Anchor);
            }
        }
    }

    /// <summary>Takes the runs that are due now and moves their jobs on to the next moment.</summary>
    public IReadOnlyList<JobLaunch> TakeDue()
    {
        lock (gate)
        {
            var now = time.GetTimestamp();
            List<JobLaunch>? launches = null;
            while (NextMoment() is { } due && due <= now)
            {
                if (Tick(moments.Dequeue(), now) is { } launch) (launches ??= []).Add(launch);
            }

            return launches ?? (IReadOnlyList<JobLaunch>)[];
        }
    }

    /// <summary>The next moment of all; null when no job waits for one.</summary>
    public long? NextDue()
    {
        lock (gate) return NextMoment();
    }

    /// <summary>Claims a job for a run by hand.</summary>
    /// <returns>The run to start; null when the job runs already.</returns>
    public JobLaunch? Claim(JobSlot slot, string? startedBy)
    {
        lock (gate) return slot.Running ? null : Launch(slot, JobTrigger.Manual) with { StartedBy = startedBy };
    }

    /// <summary>Notes that a run handed over has begun.</summary>
    public void Begun(JobSlot slot)
    {
        lock (gate) slot.HandedOver = null;
    }

    /// <summary>Frees a job for its next run.</summary>
    public void Ended(JobSlot slot)
    {
        lock (gate)
        {
            slot.Running = false;
            slot.RunningSince = null;
            slot.HandedOver = null;
        }
    }

    /// <summary>Finds a job of the file.</summary>
    public JobSlot? Find(string id)
    {
        lock (gate) return slots.TryGetValue(id, out var slot) && slot.Listed ? slot : null;
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
            return [.. listed.Where(slot => slot.HandedOver < limit || (slot.Ticking && slot.Pause is null && slot.Due < limit)).Select(slot => slot.Job.Id)];
        }
    }

    private JobSlot Place(ServerJob job)
    {
        if (!slots.TryGetValue(job.Id, out var slot))
        {
            slot = new JobSlot(job, keptStates.GetValueOrDefault(job.Id), keptRuns.GetValueOrDefault(job.Id));
            slots.Add(job.Id, slot);
        }

        slot.Job = job;
        slot.Listed = true;
        return slot;
    }

    // A late tick fires once for the latest moment it passed; the moments before that one are misses.
    private JobLaunch? Tick(JobSlot slot, long now)
    {
        var planned = slot.Schedule.Latest(now);
        var missed = slot.Schedule.Between(slot.Due, planned);
        Expect(slot, slot.Schedule.Next(now));
        if (slot.Pause is not null) return null;
        slot.Misses += missed;
        if (slot.Running)
        {
            slot.Skips++;
            Interlocked.Increment(ref skipped);
            return null;
        }

        slot.LastPlanned = planned;
        slot.LastPlannedAt = time.GetUtcNow() - time.GetElapsedTime(planned, now);
        return Launch(slot, JobTrigger.Schedule) with { PlannedAt = slot.LastPlannedAt };
    }

    private JobLaunch Launch(JobSlot slot, JobTrigger trigger)
    {
        slot.Running = true;
        slot.RunningSince = time.GetUtcNow();
        slot.HandedOver = time.GetTimestamp();
        return new JobLaunch(slot, slot.Job, trigger, Guid.CreateVersion7(slot.RunningSince.Value).ToString());
    }

    private void Expect(JobSlot slot, long due)
    {
        slot.Due = due;
        moments.Enqueue(slot, due);
    }

    // Entries of jobs that were changed or taken out stay in the queue until they come up; they no longer agree with their job.
    private long? NextMoment()
    {
        while (moments.TryPeek(out var slot, out var due))
        {
            if (slot.Ticking && slot.Due == due) return due;
            moments.Dequeue();
        }

        return null;
    }
}
