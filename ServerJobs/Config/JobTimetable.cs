namespace ServerJobs;

/// <summary>When a job starts: either on a period or by a calendar.</summary>
public sealed record JobTimetable
{
    private JobTimetable()
    {
    }

    /// <summary>The period, from start to start; null for a calendar.</summary>
    public JobPeriod? Period { get; private init; }

    /// <summary>The calendar; null for a period.</summary>
    public CalendarSchedule? Calendar { get; private init; }

    /// <summary>The zone of the calendar; null for a period.</summary>
    public TimeZoneInfo? Zone { get; private init; }

    /// <summary>Whether it is a calendar that allows one day only and no second start on it (DaysRepeatPeriod = 0, no repetition).</summary>
    public bool IsOneTime => Calendar is { DaysRepeatPeriod: 0 } && !RepeatsInDay;

    /// <summary>Whether its starts have a distance within the day, counted from start to start.</summary>
    internal bool RepeatsInDay => DistancesInDay.Any();

    /// <summary>The distances of starts within the day, of each row that has one.</summary>
    internal IEnumerable<TimeSpan> DistancesInDay => Calendar is { } calendar
        ? (calendar.DetailedDailySchedules is { Count: > 0 } rows ? rows.Select(row => row.RepeatPeriodInDay) : [calendar.RepeatPeriodInDay]).Where(distance => distance > TimeSpan.Zero)
        : [];

    /// <summary>A timetable on a period.</summary>
    /// <param name="period">The period.</param>
    /// <returns>The timetable.</returns>
    public static JobTimetable Every(JobPeriod period) => new() { Period = period };

    /// <summary>A timetable by a calendar.</summary>
    /// <param name="calendar">The calendar.</param>
    /// <param name="zone">The zone its times are in.</param>
    /// <returns>The timetable.</returns>
    public static JobTimetable By(CalendarSchedule calendar, TimeZoneInfo zone)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(zone);
        return new() { Calendar = calendar, Zone = zone };
    }

    /// <summary>In one line, for people.</summary>
    /// <param name="russian">In Russian; otherwise in English.</param>
    /// <returns>The line.</returns>
    public string ToText(bool russian) => Calendar is { } calendar ? (russian ? CalendarText.DescribeRu(calendar) : CalendarText.Describe(calendar)) : russian ? $"каждые {Period}" : $"every {Period}";

    /// <summary>A period is a timetable.</summary>
    /// <param name="period">The period.</param>
    public static implicit operator JobTimetable(JobPeriod period) => Every(period);
}
