namespace ServerJobs;

/// <summary>The days a schedule allows, given the day of its last start.</summary>
internal readonly struct CalendarDays(CalendarSchedule schedule, DateOnly? lastDay)
{
    private const int DaysOfWeek = 7;

    /// <summary>The first allowed day from a day on; null when there is none up to the limit.</summary>
    public DateOnly? From(DateOnly day, DateOnly limit)
    {
        if (schedule.BeginDate > day) day = schedule.BeginDate.Value;
        if (schedule.EndDate < limit) limit = schedule.EndDate.Value;
        DateOnly? look = day;
        while (look <= limit)
        {
            var next = Look(look.Value);
            if (next == look) return look;
            look = next;
        }

        return null;
    }

    // The day itself when it is allowed; otherwise a later day, before which none is; null when none ever is.
    private DateOnly? Look(DateOnly day)
    {
        if (!schedule.Months.Allows(day.Month)) return NextMonth(day);
        if (schedule.DayInMonth != 0 && DayOf(day) is var wanted && wanted != day) return wanted;
        if (AfterLastStart(day) is var later && later != day) return later;
        return schedule.WeekDays.Allows(WeekDay(day)) && InMonth(day) ? day : Plus(day, 1);
    }

    private DateOnly? DayOf(DateOnly day)
    {
        var length = DateTime.DaysInMonth(day.Year, day.Month);
        var number = schedule.DayInMonth > 0 ? schedule.DayInMonth : length + 1 + schedule.DayInMonth;
        return number >= day.Day && number <= length ? new DateOnly(day.Year, day.Month, number) : NextMonth(day);
    }

    // A last start on a later day means that the clock was set back; it forbids nothing then.
    private DateOnly? AfterLastStart(DateOnly day)
    {
        if (lastDay is not { } last || day <= last) return day;
        if (schedule.DaysRepeatPeriod <= 0) return null;
        if (day.DayNumber - last.DayNumber < schedule.DaysRepeatPeriod) return Plus(last, schedule.DaysRepeatPeriod);
        var weeks = (Monday(day) - Monday(last)) / DaysOfWeek;
        return weeks == 0 || weeks >= schedule.WeeksPeriod ? day : Plus(DateOnly.FromDayNumber(Monday(last)), (long)schedule.WeeksPeriod * DaysOfWeek);
    }

    private bool InMonth(DateOnly day) => schedule.WeekDayInMonth switch
    {
        0 => true,
        > 0 and var fromStart => ((day.Day - 1) / DaysOfWeek) + 1 == fromStart,
        var fromEnd => ((DateTime.DaysInMonth(day.Year, day.Month) - day.Day) / DaysOfWeek) + 1 == -fromEnd,
    };

    private static int WeekDay(DateOnly day) => (day.DayNumber % DaysOfWeek) + 1;

    // 0001-01-01 was a Monday.
    private static int Monday(DateOnly day) => day.DayNumber - (day.DayNumber % DaysOfWeek);

    private static DateOnly? NextMonth(DateOnly day) => Plus(day, DateTime.DaysInMonth(day.Year, day.Month) - day.Day + 1);

    private static DateOnly? Plus(DateOnly day, long days) => day.DayNumber + days is var number && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
}
