using System.Globalization;

namespace ServerJobs;

/// <summary>Says in one line what a calendar schedule means, as 1C shows it.</summary>
public static class CalendarText
{
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly string[] DaysRu = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"];
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] MonthsRu = ["янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

    /// <summary>The line in English.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <returns>The line.</returns>
    public static string Describe(CalendarSchedule schedule) => Line(schedule, russian: false);

    /// <summary>The line in Russian.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <returns>The line.</returns>
    public static string DescribeRu(CalendarSchedule schedule) => Line(schedule, russian: true);

    internal static string Time(TimeSpan time) => time.ToString(@"h\:mm\:ss", CultureInfo.InvariantCulture);

    private static string Line(CalendarSchedule schedule, bool russian)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var parts = new List<string> { Dates(schedule, russian) };
        if (schedule.WeeksPeriod > 1) parts.Add(CalendarUnit.Week.EachOf(schedule.WeeksPeriod, russian));
        parts.Add(Names(schedule.WeekDays, russian ? DaysRu : Days));
        parts.Add(Names(schedule.Months, russian ? MonthsRu : Months));
        if (schedule.DayInMonth != 0) parts.Add(DayInMonth(schedule.DayInMonth, russian));
        if (schedule.WeekDayInMonth != 0) parts.Add(WeekDayInMonth(schedule.WeekDayInMonth, russian));
        parts.Add(Between(schedule.BeginDate, schedule.EndDate, russian));
        var rows = schedule.DetailedDailySchedules is { Count: > 0 } detailed ? [.. detailed] : new[] { schedule.OwnRow };
        parts.Add(string.Join(russian ? "; а также " : "; also ", rows.Select(row => CalendarRowText.Of(row, russian))));
        return string.Join("; ", parts.Where(part => part.Length > 0));
    }

    private static string Dates(CalendarSchedule schedule, bool russian) => schedule.DaysRepeatPeriod switch
    {
        0 => russian ? "только в один день" : "on one day only",
        var days => CalendarUnit.Day.EachOf(days, russian),
    };

    private static string Names(CalendarNumbers numbers, string[] names) => string.Join(", ", numbers.Where(number => number <= names.Length).Select(number => names[number - 1]));

    private static string DayInMonth(int day, bool russian) => (day, russian) switch
    {
        (-1, true) => "в последний день месяца",
        (-1, false) => "on the last day of the month",
        ( < 0, true) => $"в {Number(-day)}-й день с конца месяца",
        ( < 0, false) => $"on day {Number(-day)} from the end of the month",
        (_, true) => $"{Number(day)}-го числа",
        _ => $"on day {Number(day)} of the month",
    };

    private static string WeekDayInMonth(int number, bool russian) => (number, russian) switch
    {
        (-1, true) => "последний такой день недели в месяце",
        (-1, false) => "the last such weekday of the month",
        ( < 0, true) => $"{Number(-number)}-й с конца такой день недели в месяце",
        ( < 0, false) => $"such weekday number {Number(-number)} from the end of the month",
        (_, true) => $"{Number(number)}-й такой день недели в месяце",
        _ => $"such weekday number {Number(number)} of the month",
    };

    private static string Between(DateOnly? begin, DateOnly? end, bool russian) => string.Join(' ', new[]
    {
        begin is { } first ? $"{(russian ? "с" : "from")} {Date(first, russian)}" : "",
        end is { } last ? $"{(russian ? "по" : "to")} {Date(last, russian)}" : "",
    }.Where(part => part.Length > 0));

    private static string Date(DateOnly date, bool russian) => date.ToString(russian ? "dd.MM.yyyy" : "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
