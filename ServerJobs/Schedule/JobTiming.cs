namespace ServerJobs;

/// <summary>Finds a job's first moment: a few jittered seconds away for one that never ran, otherwise the next moment of its old grid.</summary>
internal sealed class JobTiming(ServerJobsOptions options, TimeProvider time)
{
    public JobSchedule First(JobSlot slot, bool atStart)
    {
        var now = time.GetTimestamp();
        var period = slot.Job.Period.Value;
        var neverRan = slot.LastPlannedAt is null;
        var wait = neverRan || (atStart && slot.Job.RunAtStart) ? options.FirstRunDelay + Jitter(period) : UntilNextMoment(slot, period, now);
        return new JobSchedule(now + ToTimestamp(wait), ToTimestamp(period));
    }

    public long ToTimestamp(TimeSpan span) => (long)((Int128)span.Ticks * time.TimestampFrequency / TimeSpan.TicksPerSecond);

    // Many jobs of one file must not all start in the same instant; a jitter of a whole period would cost a run.
    private TimeSpan Jitter(TimeSpan period)
    {
        var widest = options.MaxJitter < period ? options.MaxJitter : period;
        return TimeSpan.FromTicks((long)(Math.Clamp(options.Randomness(), 0, 0.999999) * widest.Ticks));
    }

    // Between processes only the wall clock is left to tell how long ago the last start was. The remainder keeps the
    // wait within one period whatever that clock has been set to.
    private TimeSpan UntilNextMoment(JobSlot slot, TimeSpan period, long now)
    {
        var since = slot.LastPlanned is { } stamp ? time.GetElapsedTime(stamp, now) : time.GetUtcNow() - slot.LastPlannedAt!.Value;
        var into = since.Ticks % period.Ticks;
        return TimeSpan.FromTicks(period.Ticks - (into < 0 ? into + period.Ticks : into));
    }
}
