namespace ServerJobs;

/// <summary>What happens at a job's moments. Everything here is called under the table's lock.</summary>
internal sealed class JobTicks(JobTiming timing, JobMoments moments, JobStarts starts, TimeProvider time)
{
    /// <summary>That no job starts by its schedule; null while they do.</summary>
    public JobLock? Lock { get; set; }

    /// <summary>Begins the waiting of a job: for the first moment of a period, for the next of a calendar.</summary>
    public void Begin(JobSlot slot, bool atStart)
    {
        starts.StopWaiting(slot);
        (slot.Again, slot.QueuedAt, slot.SkippedAt, slot.Forced) = (JobSlot.Never, null, null, false);
        if (slot.Job.Timetable.Calendar is null)
        {
            slot.Calendar = null;
            timing.First(slot, atStart);
            moments.Add(slot, slot.Due);
        }
        else
        {
            slot.Calendar = new CalendarPlan(slot.Job.Timetable, time);
            Plan(slot, atStart);
        }

        if (!atStart) slot.Repeats = 0;
        else if (timing.RepeatAfterStart(slot) is { } again) Order(slot, again, JobTrigger.Retry);
    }

    /// <summary>Finds the next regular moment of a calendar.</summary>
    public void Plan(JobSlot slot, bool atStart = false)
    {
        if (slot.Calendar is null) return;
        (slot.Due, slot.PlannedAt) = (JobSlot.Never, null);
        var now = time.GetUtcNow();
        var pause = slot.PauseAt(now);
        var end = pause?.EndFrom(now);
        if (!slot.Ticking || Lock is not null || (pause is not null && end is null)) return;
        if (slot.WaitsFor is not null || (slot.Running && slot.Job.EffectiveOverlap == JobOverlap.Queue)) return;

        slot.Forced = atStart && slot.Job.RunAtStart;
        slot.PlannedAt = slot.Forced ? now : slot.Calendar.Next(slot, end ?? now);
        if (slot.PlannedAt is not { } planned) return;
        var wait = planned - now + timing.Jitter(slot);
        slot.Due = time.GetTimestamp() + timing.ToTimestamp(atStart ? timing.AfterStart(wait) : wait);
        moments.Add(slot, slot.Due);
    }

    /// <summary>Takes the wall clock as it has been set: starts it went over are counted.</summary>
    public void Replan(JobSlot slot)
    {
        if (slot.Calendar is null || slot.Forced) return;
        var (planned, now) = (slot.PlannedAt, time.GetUtcNow());
        Plan(slot);
        if (planned is { } passed && passed < now) slot.Misses += Math.Max(0, slot.Calendar.Passed(passed, now) - (slot.PlannedAt <= now ? 1 : 0));
    }

    /// <summary>Takes a job's moment that has come.</summary>
    /// <returns>The run to start; null for none.</returns>
    public JobLaunch? Tick(JobSlot slot, long moment, long now)
    {
        if (slot.Due != moment) return TickAgain(slot, now);
        if (slot is { Calendar: null, Grid.Period: 0 })
        {
            // Its first moment could not be found when it came.
            Begin(slot, atStart: false);
            return null;
        }

        return slot.Calendar is null ? TickPeriod(slot, now) : TickCalendar(slot, now);
    }

    /// <summary>Frees a job and finds out what comes next for it.</summary>
    /// <returns>Whether a job of one day is over without a success.</returns>
    public bool End(JobSlot slot, JobRun? run)
    {
        var ended = starts.Free(slot);
        var exhausted = false;
        if (ended?.Key is { } key) Freed(key);
        if (run is not null && ended is { Trigger: not JobTrigger.Manual })
        {
            slot.LastEndedAt = run.EndedAt;
            slot.LastEnded = ended.Ended ?? time.GetTimestamp();
            exhausted = Settle(slot, run, ended.Ended);
        }

        if (!slot.Ticking) return exhausted;
        if (slot.Calendar is not null)
        {
            slot.QueuedAt = null;
            Plan(slot);
        }
        else if (slot.QueuedAt is not null)
        {
            Order(slot, time.GetTimestamp(), JobTrigger.Schedule);
        }

        return exhausted;
    }

    /// <summary>Starts what waited for the end of a call and key, as far as it may start now.</summary>
    public void Freed(string key)
    {
        foreach (var slot in starts.TakeWaiting(key))
        {
            if (slot.Calendar is not null) Plan(slot);
            else if (slot.Ticking) Order(slot, time.GetTimestamp(), JobTrigger.Schedule);
        }
    }

    /// <summary>After a fault at one of its moments a job is looked at again a little later. A run that was not handed over is none.</summary>
    public void LookAgain(JobSlot slot, long? moment, long later, bool ran)
    {
        if (!ran && slot.Running) starts.Free(slot);
        if (slot.Again == moment) slot.Again = later;
        else if (slot.Due == moment || slot.Due == JobSlot.Never) slot.Due = later;
        else return;
        moments.Add(slot, later);
    }

    // A late tick fires once for the latest moment it passed; the moments before that one are misses.
    private JobLaunch? TickPeriod(JobSlot slot, long now)
    {
        var planned = slot.Grid.Latest(now);
        var missed = slot.Grid.Between(slot.Planned, planned);
        slot.Planned = planned + slot.Grid.Period;
        slot.Due = slot.Planned + timing.ToTimestamp(timing.Jitter(slot));
        moments.Add(slot, slot.Due);
        if (IsHeld(slot)) return null;
        slot.Misses += missed;
        var plannedAt = ClockReading.Of(time).At(planned, time);
        if (!starts.MayStart(slot, plannedAt)) return null;
        slot.LastPlanned = planned;
        return starts.Start(slot, plannedAt, JobTrigger.Schedule);
    }

    // The window may have closed since the moment was planned: the calendar is asked again before every start.
    private JobLaunch? TickCalendar(JobSlot slot, long now)
    {
        var wall = time.GetUtcNow();
        if (slot.PlannedAt is not { } planned || IsHeld(slot))
        {
            Plan(slot);
            return null;
        }

        if (!slot.Forced)
        {
            var next = slot.Calendar!.Next(slot, wall);
            if (planned > wall || next is null || next > wall)
            {
                if (planned <= wall) slot.Misses += slot.Calendar.Passed(planned, wall);
                Plan(slot);
                return null;
            }

            slot.Misses += Math.Max(0, slot.Calendar.Passed(planned, wall) - 1);
        }

        (slot.Forced, slot.Due) = (false, JobSlot.Never);
        if (!starts.MayStart(slot, planned))
        {
            // Waiting for the end of the run, or left out: then the calendar goes on as if it had been made.
            if (slot.QueuedAt is null)
            {
                slot.SkippedAt = wall;
                Plan(slot);
            }

            return null;
        }

        slot.SkippedAt = null;
        var launch = starts.Start(slot, planned, JobTrigger.Schedule);
        Plan(slot);
        return launch;
    }

    // A repeat, or the start that waited for the end of a run.
    private JobLaunch? TickAgain(JobSlot slot, long now)
    {
        var plannedAt = slot.QueuedAt ?? time.GetUtcNow() - time.GetElapsedTime(slot.Again, now);
        (slot.Again, slot.QueuedAt) = (JobSlot.Never, null);
        if (IsHeld(slot) || !starts.MayStart(slot, plannedAt))
        {
            slot.Repeats = 0;
            return null;
        }

        // The distances of a calendar count from this start too.
        var launch = starts.Start(slot, plannedAt, slot.AgainAs);
        Plan(slot);
        return launch;
    }

    private bool IsHeld(JobSlot slot) => Lock is not null || slot.PauseAt(time.GetUtcNow()) is not null;

    private bool Settle(JobSlot slot, JobRun run, long? endedAt)
    {
        var failed = run.Outcome is JobOutcome.Failed or JobOutcome.TimedOut;
        if (failed && !run.InDoubt && slot.Ticking && slot.Job.Retries is { } retries && slot.Repeats < retries.Count)
        {
            var wait = retries.Interval - (endedAt is { } stamp ? time.GetElapsedTime(stamp) : TimeSpan.Zero);
            if (wait < TimeSpan.Zero) wait = TimeSpan.Zero;
            if (slot.Calendar?.MayRepeat(time.GetUtcNow() + wait, slot.SeriesStartedAt ?? run.StartedAt) ?? true)
            {
                slot.Repeats++;
                Order(slot, time.GetTimestamp() + timing.ToTimestamp(wait), JobTrigger.Retry);
                return false;
            }
        }

        slot.Repeats = 0;
        return failed && slot.Job.Timetable.IsOneTime;
    }

    private void Order(JobSlot slot, long moment, JobTrigger trigger)
    {
        (slot.Again, slot.AgainAs) = (moment, trigger);
        moments.Add(slot, moment);
    }
}
