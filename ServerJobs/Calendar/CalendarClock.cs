namespace ServerJobs;

/// <summary>Puts a calendar schedule on the clock of a zone.</summary>
/// <param name="zone">The zone whose local times the schedule means.</param>
/// <remarks>
/// <para>Clock moved forward: a start in the hour left out is made at the first moment after it. A window or a completion time that ends in that hour ends as much later as it lay inside;
/// a pause is waited for in full.</para>
/// <para>Clock moved back: each local time counts once, the first time it is shown. While the hour is shown a second time nothing starts by the schedule: a job once a day does not run twice,
/// and a job every 15 minutes goes on at the first local time that was not there yet.</para>
/// </remarks>
public sealed class CalendarClock(TimeZoneInfo zone)
{
    // No zone is farther from UTC; a change that matters to a local time lies within it.
    private static readonly TimeSpan Widest = TimeSpan.FromHours(15);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The zone.</summary>
    public TimeZoneInfo Zone => zone;

    /// <summary>The local time at a moment.</summary>
    /// <param name="moment">The moment.</param>
    /// <returns>The local time, of no kind.</returns>
    public DateTime ToLocal(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, zone).DateTime;

    /// <summary>The moment of a local time: the earlier one of two; the first one after it when there is none.</summary>
    /// <param name="local">The local time.</param>
    /// <returns>The moment, at the zone's distance from UTC.</returns>
    public DateTimeOffset ToInstant(DateTime local)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var utc = new DateTimeOffset(local, TimeSpan.Zero);
        if (ZoneChange.Between(zone, Minus(utc, Widest), Plus(utc, Widest)) is not { } change) return new(local, zone.GetUtcOffset(utc));
        if (local < change.LocalBefore) return new(local, change.Before);
        return local < change.LocalAfter ? change.At.ToOffset(change.After) : new(local, change.After);
    }

    /// <summary>The next start at or after a moment.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="now">The moment.</param>
    /// <param name="lastStart">When the job was last started by its schedule or a repeat.</param>
    /// <param name="lastEnd">When that run ended.</param>
    /// <returns>The start; null when there is none within ten years.</returns>
    public DateTimeOffset? Next(CalendarSchedule schedule, DateTimeOffset now, DateTimeOffset? lastStart = null, DateTimeOffset? lastEnd = null)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var change = ZoneChange.Between(zone, Minus(now, Day), Plus(now, Day));
        var gap = change is { Forward: true } forward ? new ClockGap(forward.LocalBefore, forward.LocalAfter) : default;
        var local = CalendarArithmetic.Next(schedule, FirstShown(now, change), Local(lastStart), Local(lastEnd), gap);
        return local is { } found ? ToInstant(found) : null;
    }

    /// <summary>The next starts, when every run takes the same time and none is late.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="from">The moment from which to look.</param>
    /// <param name="count">How many starts.</param>
    /// <param name="runTime">How long a run takes.</param>
    /// <param name="lastStart">When the job was last started.</param>
    /// <param name="lastEnd">When that run ended.</param>
    /// <returns>The starts; fewer when there are no more.</returns>
    public IReadOnlyList<DateTimeOffset> Preview(CalendarSchedule schedule, DateTimeOffset from, int count = 10, TimeSpan runTime = default, DateTimeOffset? lastStart = null, DateTimeOffset? lastEnd = null)
    {
        var starts = new List<DateTimeOffset>();
        while (starts.Count < count && Next(schedule, from, lastStart, lastEnd) is { } start)
        {
            starts.Add(start);
            lastStart = start;
            lastEnd = from = start + runTime;
        }

        return starts;
    }

    /// <summary>The moment at which a run has to be cancelled.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="start">When the run began.</param>
    /// <returns>The moment; null for none.</returns>
    public DateTimeOffset? CompletionOf(CalendarSchedule schedule, DateTimeOffset start)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var byLength = CalendarArithmetic.LongestRun(schedule, ToLocal(start)) is { } length ? start + length : (DateTimeOffset?)null;
        var byTime = CompletionTimeOf(schedule, start);
        return byTime is null || byLength < byTime ? byLength : byTime;
    }

    /// <summary>Whether a failed run may be repeated at a moment.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <param name="repeatAt">The moment.</param>
    /// <param name="firstStart">When the first of the runs began.</param>
    /// <returns>Whether it may: not after the last day, not at or after the completion time of the row that started first.</returns>
    public bool MayRepeat(CalendarSchedule schedule, DateTimeOffset repeatAt, DateTimeOffset firstStart)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        return !(DateOnly.FromDateTime(ToLocal(repeatAt)) > schedule.EndDate) && !(repeatAt >= CompletionTimeOf(schedule, firstStart));
    }

    private DateTimeOffset? CompletionTimeOf(CalendarSchedule schedule, DateTimeOffset start)
    {
        var begun = ToLocal(start);
        if (CalendarArithmetic.CompletionTimeOf(schedule, begun) is not { } local) return null;
        var change = ZoneChange.Between(zone, start, Plus(start, Day + Day));
        if (change is { Forward: true } forward) local = new ClockGap(forward.LocalBefore, forward.LocalAfter).Past(local);
        var moment = ToInstant(local);
        // A run begun while the hour is shown again ends by what the clock shows then.
        return moment > start ? moment : start + (local - begun);
    }

    // While an hour is shown for the second time, the first local time that is new comes after it.
    private DateTime FirstShown(DateTimeOffset now, ZoneChange? change)
    {
        var local = ToLocal(now);
        return change is { Forward: false } back && now >= back.At && local < back.LocalBefore ? back.LocalBefore : local;
    }

    private DateTime? Local(DateTimeOffset? moment) => moment is { } known ? ToLocal(known) : null;

    private static DateTimeOffset Minus(DateTimeOffset moment, TimeSpan span) => moment - DateTimeOffset.MinValue > span ? moment - span : DateTimeOffset.MinValue;

    private static DateTimeOffset Plus(DateTimeOffset moment, TimeSpan span) => DateTimeOffset.MaxValue - moment > span ? moment + span : DateTimeOffset.MaxValue;
}
