namespace ServerJobs;

/// <summary>The single values of a schedule or a row under their names, as numbers: what both written forms have in common. A name that is missing is zero, "not set".</summary>
internal sealed class CalendarValues
{
    private readonly Dictionary<string, int> values = new(StringComparer.Ordinal);

    public int this[string name]
    {
        get => values.GetValueOrDefault(name);
        set => values[name] = value;
    }

    public static CalendarValues Of(CalendarRow row) => new()
    {
        ["BeginTime"] = Seconds(row.BeginTime),
        ["EndTime"] = Seconds(row.EndTime),
        ["CompletionTime"] = Seconds(row.CompletionTime),
        ["CompletionInterval"] = Seconds(row.CompletionInterval),
        ["RepeatPeriodInDay"] = Seconds(row.RepeatPeriodInDay),
        ["RepeatPause"] = Seconds(row.RepeatPause),
    };

    public static CalendarValues Of(CalendarSchedule schedule)
    {
        var values = Of(schedule.OwnRow);
        values["BeginDate"] = schedule.BeginDate?.DayNumber ?? 0;
        values["EndDate"] = schedule.EndDate?.DayNumber ?? 0;
        values["WeekDayInMonth"] = schedule.WeekDayInMonth;
        values["DayInMonth"] = schedule.DayInMonth;
        values["WeeksPeriod"] = schedule.WeeksPeriod;
        values["DaysRepeatPeriod"] = schedule.DaysRepeatPeriod;
        return values;
    }

    public CalendarRow ToRow() => new()
    {
        BeginTime = Span("BeginTime"),
        EndTime = Span("EndTime"),
        CompletionTime = Span("CompletionTime"),
        CompletionInterval = Span("CompletionInterval"),
        RepeatPeriodInDay = Span("RepeatPeriodInDay"),
        RepeatPause = Span("RepeatPause"),
    };

    public CalendarSchedule ToSchedule(CalendarNumbers weekDays, CalendarNumbers months, CalendarRows rows) => new()
    {
        BeginDate = Date("BeginDate"),
        EndDate = Date("EndDate"),
        BeginTime = Span("BeginTime"),
        EndTime = Span("EndTime"),
        CompletionTime = Span("CompletionTime"),
        CompletionInterval = Span("CompletionInterval"),
        RepeatPeriodInDay = Span("RepeatPeriodInDay"),
        RepeatPause = Span("RepeatPause"),
        WeekDayInMonth = this["WeekDayInMonth"],
        DayInMonth = this["DayInMonth"],
        WeeksPeriod = this["WeeksPeriod"],
        DaysRepeatPeriod = this["DaysRepeatPeriod"],
        WeekDays = weekDays,
        Months = months,
        DetailedDailySchedules = rows,
    };

    /// <summary>Whether the last day comes before the first.</summary>
    public bool EndsBeforeItBegins => this["EndDate"] != 0 && this["EndDate"] < this["BeginDate"];

    private static int Seconds(TimeSpan span) => (int)Math.Clamp(span.Ticks / TimeSpan.TicksPerSecond, int.MinValue, int.MaxValue);

    private TimeSpan Span(string name) => TimeSpan.FromSeconds(this[name]);

    private DateOnly? Date(string name) => this[name] is var day && day == 0 ? null : DateOnly.FromDayNumber(day);
}
