using ServerJobs;

namespace Unit.Tests.ServerJobs.Calendar;

/// <summary>The rules of the calendar written down once more, day by day and without haste.</summary>
internal static class CalendarOracle
{
    public static DateTime? Next(CalendarSchedule schedule, DateTime now, DateTime? lastStart, DateTime? lastEnd)
    {
        for (var day = 0; day <= 3660; day++)
        {
            var date = now.Date.AddDays(day);
            if (Allowed(schedule, date) && AfterLast(schedule, date, lastStart) && OnDay(schedule, date, now, lastStart, lastEnd) is { } found) return found;
        }

        return null;
    }

    public static bool Allowed(CalendarSchedule schedule, DateTime date)
    {
        var length = DateTime.DaysInMonth(date.Year, date.Month);
        var weekDay = date.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)date.DayOfWeek;
        var sameWeekDays = Enumerable.Range(1, length).Where(day => (day - date.Day) % 7 == 0).ToList();
        var place = sameWeekDays.IndexOf(date.Day);
        return !(date < schedule.BeginDate?.ToDateTime(default)) && !(date > schedule.EndDate?.ToDateTime(default))
            && (schedule.Months.Count == 0 || schedule.Months.Contains(date.Month))
            && (schedule.WeekDays.Count == 0 || schedule.WeekDays.Contains(weekDay))
            && (schedule.DayInMonth == 0 || schedule.DayInMonth == date.Day || schedule.DayInMonth == date.Day - length - 1)
            && (schedule.WeekDayInMonth == 0 || schedule.WeekDayInMonth == place + 1 || schedule.WeekDayInMonth == place - sameWeekDays.Count);
    }

    /// <summary>The parts of a date in which a row may start.</summary>
    public static IEnumerable<(CalendarRow Row, TimeSpan Begin, TimeSpan End)> Halves(CalendarSchedule schedule)
    {
        var own = new CalendarRow
        {
            BeginTime = schedule.BeginTime, EndTime = schedule.EndTime, CompletionTime = schedule.CompletionTime,
            CompletionInterval = schedule.CompletionInterval, RepeatPeriodInDay = schedule.RepeatPeriodInDay, RepeatPause = schedule.RepeatPause,
        };
        var rows = schedule.DetailedDailySchedules.Count > 0 ? schedule.DetailedDailySchedules.ToList() : [own];
        return rows.SelectMany(row => Halves(row)).OrderBy(half => half.Begin);
    }

    private static (CalendarRow Row, TimeSpan Begin, TimeSpan End)[] Halves(CalendarRow row)
    {
        var last = new TimeSpan(23, 59, 59);
        if (row.EndTime == default) return [(row, row.BeginTime, last)];
        return row.BeginTime > row.EndTime ? [(row, default, row.EndTime), (row, row.BeginTime, last)] : [(row, row.BeginTime, row.EndTime)];
    }

    private static bool AfterLast(CalendarSchedule schedule, DateTime date, DateTime? lastStart)
    {
        if (lastStart?.Date is not { } last || date <= last) return true;
        var monday = (DateTime day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        var weeks = (monday(date) - monday(last)).Days / 7;
        return schedule.DaysRepeatPeriod > 0 && (date - last).Days >= schedule.DaysRepeatPeriod && (weeks == 0 || weeks >= schedule.WeeksPeriod);
    }

    private static DateTime? OnDay(CalendarSchedule schedule, DateTime date, DateTime now, DateTime? lastStart, DateTime? lastEnd)
    {
        var halves = Halves(schedule).ToList();
        foreach (var (row, begin, end) in halves)
        {
            var moments = new List<DateTime> { date + begin, now };
            var started = lastStart is { } start && halves.Any(half => ReferenceEquals(half.Row, row) && start >= date + half.Begin && start <= date + half.End);
            if (row.RepeatPeriodInDay == default && started) continue;
            if (row.RepeatPeriodInDay > default(TimeSpan) && lastStart is { } from) moments.Add(from + row.RepeatPeriodInDay);
            if (row.RepeatPause > default(TimeSpan) && lastEnd is { } ended) moments.Add(ended + row.RepeatPause);
            var at = moments.Max();
            if (row.CompletionTime != default && row.CompletionTime >= begin && at >= date + row.CompletionTime) continue;
            if (at <= date + end) return at;
        }

        return null;
    }
}
