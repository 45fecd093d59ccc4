namespace ServerJobs;

/// <summary>Finds a job's first moments: a few jittered seconds away for one that never ran, otherwise the next moment of its old grid.</summary>
internal sealed class JobTiming(ServerJobsOptions options, TimeProvider time)
{
    // 146 years of nanoseconds; added to any timestamp it stays a timestamp.
    private const long Farthest = JobSlot.Never / 2;

    /// <summary>How long before its moment a run of a period is handed over, as a length of timestamps: a thread of the pool takes that long to wake.</summary>
    public long Ahead => ToTimestamp(options.Ahead);

    /// <summary>Sets the grid of a period and its first moment.</summary>
    public void First(JobSlot slot, bool atStart)
    {
        var now = time.GetTimestamp();
        var period = slot.Job.Timetable.Period!.Value.Value;
        var forced = slot.LastPlannedAt is null || (atStart && slot.Job.RunAtStart);
        var into = forced ? TimeSpan.Zero : IntoPeriod(slot, period, now);
        if (!forced && atStart && IsCaughtUp(slot, into))
        {
            // The grid stays; only the moment that passed is made up for.
            slot.Grid = new JobSchedule(now - ToTimestamp(into), ToTimestamp(period));
            slot.Planned = slot.Grid.Anchor;
            slot.Due = now + ToTimestamp(AfterStart(TimeSpan.Zero));
            return;
        }

        var wait = forced ? options.FirstRunDelay + Scattered(options.MaxJitter < period ? options.MaxJitter : period) : period - into;
        slot.Grid = new JobSchedule(Together(now + ToTimestamp(wait)), ToTimestamp(period));
        slot.Planned = slot.Grid.Anchor;
        slot.Due = slot.Planned + (forced ? 0 : ToTimestamp(Jitter(slot)));
    }

    /// <summary>When a repeat that waited as the server stopped is made; null for none.</summary>
    public long? RepeatAfterStart(JobSlot slot)
    {
        if (!slot.Ticking || slot.Repeats == 0 || slot.LastEndedAt is not { } ended || slot.Job.Retries is not { } retries)
        {
            slot.Repeats = 0;
            return null;
        }

        var wait = ended + retries.Interval - time.GetUtcNow();
        return time.GetTimestamp() + ToTimestamp(AfterStart(wait < retries.Interval ? wait : retries.Interval));
    }

    /// <summary>By how much a start is put off.</summary>
    public TimeSpan Jitter(JobSlot slot) => slot.Job.Jitter == TimeSpan.Zero ? TimeSpan.Zero : Scattered(slot.Job.Jitter);

    /// <summary>A wait that gives the connectors of a server that has just started their time.</summary>
    public TimeSpan AfterStart(TimeSpan wait) => wait > options.FirstRunDelay ? wait : options.FirstRunDelay;

    /// <summary>A length of time as one of timestamps; what is too long for them is cut, so that a moment that far away is still before <see cref="JobSlot.Never"/>.</summary>
    public long ToTimestamp(TimeSpan span) => (long)Int128.Clamp((Int128)span.Ticks * time.TimestampFrequency / TimeSpan.TicksPerSecond, -Farthest, Farthest);

    // Moments that lie close together become one: the loop, the pool and the store then wake once for several jobs. A thousand jobs of
    // a second cost a fourth of what they cost each at a moment of its own.
    private long Together(long moment)
    {
        var (step, shift) = (ToTimestamp(options.PhaseStep), ToTimestamp(options.PhaseShift));
        return step <= 1 ? moment : ((moment - shift + step - 1) / step * step) + shift;
    }

    // Many jobs of one file must not all start in the same instant; a jitter of a whole period would cost a run.
    private TimeSpan Scattered(TimeSpan widest) => TimeSpan.FromTicks((long)(Math.Clamp(options.Randomness(), 0, 0.999999) * widest.Ticks));

    private bool IsCaughtUp(JobSlot slot, TimeSpan into) =>
        into <= slot.Job.CatchUp && slot.Job.CatchUp > TimeSpan.Zero && time.GetUtcNow() - slot.LastPlannedAt!.Value > into + TimeSpan.FromMilliseconds(1);

    // Between processes only the wall clock is left to tell how long ago the last start was. The remainder keeps the
    // wait within one period whatever that clock has been set to.
    private TimeSpan IntoPeriod(JobSlot slot, TimeSpan period, long now)
    {
        var since = slot.LastPlanned is { } stamp ? time.GetElapsedTime(stamp, now) : time.GetUtcNow() - slot.LastPlannedAt!.Value;
        var into = since.Ticks % period.Ticks;
        return TimeSpan.FromTicks(into < 0 ? into + period.Ticks : into);
    }
}
