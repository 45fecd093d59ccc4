namespace ServerJobs;

/// <summary>When a job starts, by the calendar and the wall clock: РасписаниеРегламентногоЗадания of 1C. Zero, null and empty mean "not set".</summary>
/// <remarks>Immutable and compared by content. All times are local times of the zone of <c>jobs.json</c>.</remarks>
public sealed record CalendarSchedule
{
    /// <summary>First allowed day (ДатаНачала).</summary>
    public DateOnly? BeginDate { get; init; }

    /// <summary>Last allowed day, inclusive (ДатаКонца).</summary>
    public DateOnly? EndDate { get; init; }

    /// <summary>Start of the day's window (ВремяНачала), from 00:00:00.</summary>
    public TimeSpan BeginTime { get; init; }

    /// <summary>Latest start in the window (ВремяКонца). Earlier than the start: the window goes over midnight.</summary>
    public TimeSpan EndTime { get; init; }

    /// <summary>No start at or after this time; a run still going is cancelled then (ВремяЗавершения). Earlier than the start: of the next day.</summary>
    public TimeSpan CompletionTime { get; init; }

    /// <summary>Longest run, whole seconds; then it is cancelled (ИнтервалЗавершения).</summary>
    public TimeSpan CompletionInterval { get; init; }

    /// <summary>Distance between starts, whole seconds (ПериодПовтораВТечениеДня); zero: one start a day.</summary>
    public TimeSpan RepeatPeriodInDay { get; init; }

    /// <summary>Least distance from the end of the run before, whole seconds (ПаузаПовтора).</summary>
    public TimeSpan RepeatPause { get; init; }

    /// <summary>0: the job starts on one day only; 1: every day; N: on the N-th day after its last start (ПериодПовтораДней).</summary>
    public int DaysRepeatPeriod { get; init; }

    /// <summary>Every N-th week (ПериодНедель). 0 is read as 1.</summary>
    public int WeeksPeriod { get; init => field = value == 0 ? 1 : value; } = 1;

    /// <summary>Days of the week, Monday is 1 (ДниНедели); empty: all.</summary>
    public CalendarNumbers WeekDays { get; init; }

    /// <summary>Months 1..12 (Месяцы); empty: all.</summary>
    public CalendarNumbers Months { get; init; }

    /// <summary>Day of the month (ДеньВМесяце): 5 is the 5th, -1 the last day, -2 the last but one.</summary>
    public int DayInMonth { get; init; }

    /// <summary>Which of the chosen week days of a month (ДеньНеделиВМесяце): 2 is the second, -1 the last.</summary>
    public int WeekDayInMonth { get; init; }

    /// <summary>Rows of the day (ДетальныеРасписанияДня). When there are any, the time properties of the schedule itself mean nothing.</summary>
    public CalendarRows DetailedDailySchedules { get; init; } = CalendarRows.None;

    /// <summary>The schedule's own time properties as a row.</summary>
    internal CalendarRow OwnRow => new()
    {
        BeginTime = BeginTime,
        EndTime = EndTime,
        CompletionTime = CompletionTime,
        CompletionInterval = CompletionInterval,
        RepeatPeriodInDay = RepeatPeriodInDay,
        RepeatPause = RepeatPause,
    };
}
