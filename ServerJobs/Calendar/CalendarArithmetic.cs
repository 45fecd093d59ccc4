namespace ServerJobs;

/// <summary>The arithmetic of calendar schedules: pure, in local times, without a zone or a clock.</summary>
internal static class CalendarArithmetic
{
    private const int SearchDays = 10 * 366;

    // A start or an end recorded this much later than now is from before the clock was set back: it must not hold a repetition up.
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    /// <summary>The next start at or after a moment; null when there is none within ten years.</summary>
    public static DateTime? Next(CalendarSchedule schedule, DateTime now, DateTime? lastStart, DateTime? lastEnd) => Next(schedule, now, lastStart, lastEnd, default);

    /// <summary>The same around a change of the clock.</summary>
    public static DateTime? Next(CalendarSchedule schedule, DateTime now, DateTime? lastStart, DateTime? lastEnd, ClockGap gap)
    {
        var windows = CalendarWindow.Of(schedule);
        var days = new CalendarDays(schedule, lastStart is { } start ? DateOnly.FromDateTime(start) : null);
        var today = DateOnly.FromDateTime(now);
        var limit = DateOnly.FromDayNumber(Math.Min(today.DayNumber + SearchDays, DateOnly.MaxValue.DayNumber - 2));
        var look = new Search(now, lastStart, Distance(lastStart, now), Distance(lastEnd, now), gap);
        for (var day = days.From(today, limit); day is { } allowed; day = days.From(allowed.AddDays(1), limit))
        {
            if (look.On(allowed.ToDateTime(TimeOnly.MinValue), windows) is { } found) return DateTime.SpecifyKind(found, DateTimeKind.Unspecified);
        }

        return null;
    }

    /// <summary>The moment at which a run begun at a moment has to be cancelled; null for none.</summary>
    public static DateTime? CompletionOf(CalendarSchedule schedule, DateTime start)
    {
        var byTime = CompletionTimeOf(schedule, start);
        var byLength = LongestRun(schedule, start) is { } length ? start + length : (DateTime?)null;
        return byTime is null || byLength < byTime ? byLength : byTime;
    }

    /// <summary>Whether a failed run may be repeated at a moment: not after the last day, not at or after the completion time of the row that started first.</summary>
    public static bool MayRepeat(CalendarSchedule schedule, DateTime repeatAt, DateTime firstStart) =>
        !(DateOnly.FromDateTime(repeatAt) > schedule.EndDate) && !(repeatAt >= CompletionTimeOf(schedule, firstStart));

    /// <summary>The completion time that cuts a run short; null for none, and when it had passed before the start (a start by hand).</summary>
    public static DateTime? CompletionTimeOf(CalendarSchedule schedule, DateTime start)
    {
        var (window, date) = WindowOf(schedule, start);
        return window.CompletionOn(date) is { } completion && completion > start ? completion : null;
    }

    /// <summary>How long a run begun at a moment may take; null for no limit.</summary>
    public static TimeSpan? LongestRun(CalendarSchedule schedule, DateTime start) =>
        WindowOf(schedule, start).Window.Row.CompletionInterval is var length && length > TimeSpan.Zero ? length : null;

    // Of several rows that are open the one that opened last; outside of all (a repeat, a start by hand) the one before.
    private static (CalendarWindow Window, DateTime Date) WindowOf(CalendarSchedule schedule, DateTime start)
    {
        var windows = CalendarWindow.Of(schedule);
        var open = Array.FindLastIndex(windows, window => window.Holds(start.Date, start, default));
        if (open < 0) open = Array.FindLastIndex(windows, window => window.Begin <= start.TimeOfDay);
        return open >= 0 || start.Date == DateTime.MinValue ? (windows[Math.Max(open, 0)], start.Date) : (windows[^1], start.Date.AddDays(-1));
    }

    private static DateTime? Distance(DateTime? last, DateTime now) => last - now > ClockTolerance ? null : last;

    private readonly record struct Search(DateTime Now, DateTime? LastStart, DateTime? PeriodFrom, DateTime? PauseFrom, ClockGap Gap)
    {
        public DateTime? On(DateTime date, CalendarWindow[] windows)
        {
            foreach (var window in windows)
            {
                if (In(window, date, windows) is { } found) return found;
            }

            return null;
        }

        private DateTime? In(CalendarWindow window, DateTime date, CalendarWindow[] windows)
        {
            var row = window.Row;
            var at = Later(date + window.Begin, Now);
            if (row.RepeatPeriodInDay > TimeSpan.Zero)
            {
                // A distance of local times, so that the hours of the grid stay the same through a change of the clock.
                if (PeriodFrom is { } from) at = Later(at, Gap.Past(from + row.RepeatPeriodInDay));
            }
            else if (Finished(row, date, windows))
            {
                return null;
            }

            if (row.RepeatPause > TimeSpan.Zero && PauseFrom is { } end) at = Later(at, Gap.Later(end, row.RepeatPause));
            var completion = row.CompletionTime >= window.Begin ? window.CompletionOn(date) : null;
            if (completion is { } last && at >= Gap.Past(last)) return null;
            return at < window.Closes(date, Gap) ? at : null;
        }

        private bool Finished(CalendarRow row, DateTime date, CalendarWindow[] windows)
        {
            foreach (var window in windows)
            {
                if (LastStart is { } start && ReferenceEquals(window.Row, row) && start.Date == date && window.Holds(date, start, Gap)) return true;
            }

            return false;
        }

        private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
    }
}
