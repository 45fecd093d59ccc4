namespace ServerJobs;

/// <summary>The calendar of one job, asked with what is known of its last start and end.</summary>
internal sealed class CalendarPlan(JobTimetable timetable, TimeProvider time)
{
    // A clock set forward by years must not be counted through for as long.
    private const int MostPassed = 10_000;

    // Between the planned moment and the start lie a wake-up of the loop and the jitter: the grid counts from the planned moment then.
    private static readonly TimeSpan Punctual = TimeSpan.FromSeconds(1);
    private readonly CalendarSchedule schedule = timetable.Calendar!;
    private readonly CalendarClock clock = new(timetable.Zone!);
    private readonly bool repeats = timetable.RepeatsInDay;

    /// <summary>The next start at or after a moment; null when there is none any more.</summary>
    public DateTimeOffset? Next(JobSlot slot, DateTimeOffset from)
    {
        var lastStart = LastStart(slot);
        return IsOver(lastStart, from) ? null : clock.Next(schedule, from, lastStart, Moved(slot.LastEndedAt, slot.LastEnded));
    }

    /// <summary>How many starts lie between a planned one and a moment, both included.</summary>
    public int Passed(DateTimeOffset planned, DateTimeOffset until)
    {
        var passed = 0;
        for (DateTimeOffset? at = planned; at <= until && passed < MostPassed; passed++)
        {
            var next = clock.Next(schedule, at.Value, at, at);
            if (next <= at) return passed + 1;
            at = next;
        }

        return passed;
    }

    /// <summary>What a start counts as for the starts after it: its planned moment, unless it was really late.</summary>
    public static DateTimeOffset CountsAs(DateTimeOffset planned, DateTimeOffset started, TimeSpan jitter) => started - planned is var late && late >= TimeSpan.Zero && late < Punctual + jitter ? planned : started;

    /// <summary>How long a run that begins now may take; null for no limit.</summary>
    public TimeSpan? LimitOf(DateTimeOffset start) => clock.CompletionOf(schedule, start) is { } end ? end > start ? end - start : TimeSpan.Zero : null;

    public bool MayRepeat(DateTimeOffset repeatAt, DateTimeOffset firstStart) => clock.MayRepeat(schedule, repeatAt, firstStart);

    // A schedule of one day is over once it was started on its day, whatever the wall clock is set to afterwards.
    private bool IsOver(DateTimeOffset? lastStart, DateTimeOffset from) => schedule.DaysRepeatPeriod == 0 && lastStart is { } start && clock.ToLocal(start).Date > clock.ToLocal(from).Date;

    private DateTimeOffset? LastStart(JobSlot slot)
    {
        if (slot.LastStartedAt is not { } started) return slot.SkippedAt;

        // A one-time schedule moved to a later day begins anew.
        if (schedule is { DaysRepeatPeriod: 0, BeginDate: { } begin } && DateOnly.FromDateTime(clock.ToLocal(started)) < begin) return slot.SkippedAt;

        // A distance between starts is real time. A start of the day is a moment of the wall clock: one that was made is not made again when that clock is set back.
        var last = repeats ? Moved(started, slot.LastStarted) : started;
        return slot.SkippedAt > last ? slot.SkippedAt : last;
    }

    // A moment of the past in terms of the wall clock of today: where the clock was set since, by the monotonic one.
    private DateTimeOffset? Moved(DateTimeOffset? moment, long? stamp)
    {
        if (moment is null) return null;
        var now = time.GetUtcNow();
        if (stamp is not { } known) return moment < now ? moment : now;
        var moved = now - time.GetElapsedTime(known);
        return (moved - moment.Value).Duration() <= Punctual ? moment : moved;
    }
}
