namespace ServerJobs;

/// <summary>A stretch of the day in which a row may start; a row over midnight has two on each date.</summary>
internal readonly record struct CalendarWindow(CalendarRow Row, TimeSpan Begin, TimeSpan End)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan LastSecond = new(23, 59, 59);
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>The windows of a day in the order of their beginnings.</summary>
    public static CalendarWindow[] Of(CalendarSchedule schedule) =>
        schedule.DetailedDailySchedules is { Count: > 0 } rows ? [.. rows.SelectMany(Of).OrderBy(window => window.Begin)] : Of(schedule.OwnRow);

    /// <summary>Whether a moment lies in it on a date. It is open through the whole of its last second, so that a start a moment late is not lost.</summary>
    public bool Holds(DateTime date, DateTime moment, ClockGap gap) => moment >= date + Begin && moment < Closes(date, gap);

    /// <summary>The moment from which it is closed on a date. A window whose end the clock jumps over closes as much later.</summary>
    public DateTime Closes(DateTime date, ClockGap gap) => gap.Past(date + End) + Second;

    /// <summary>The moment on a date when starts end and a run is cancelled; null for none.</summary>
    public DateTime? CompletionOn(DateTime date)
    {
        if (Row.CompletionTime == TimeSpan.Zero) return null;
        return date + Row.CompletionTime + (Row.CompletionTime < Begin ? Day : TimeSpan.Zero);
    }

    private static CalendarWindow[] Of(CalendarRow row)
    {
        var end = row.EndTime == TimeSpan.Zero ? LastSecond : row.EndTime;
        return row.BeginTime > end ? [new(row, TimeSpan.Zero, end), new(row, row.BeginTime, LastSecond)] : [new(row, row.BeginTime, end)];
    }
}
