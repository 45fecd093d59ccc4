using System.Globalization;

namespace ServerJobs;

/// <summary>Looks for what a schedule allows and its writer probably did not mean.</summary>
public static class CalendarWarnings
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The warnings of a schedule.</summary>
    /// <param name="schedule">The schedule.</param>
    /// <returns>The warnings; empty when there are none.</returns>
    public static IReadOnlyList<CalendarWarning> Of(CalendarSchedule schedule)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var warnings = new List<CalendarWarning>();
        if (schedule is { DaysRepeatPeriod: 0, BeginDate: null })
        {
            warnings.Add(new(
                "daysRepeatPeriod",
                "daysRepeatPeriod is 0 and beginDate is not set: the job starts on one day only, the first that is allowed. Write daysRepeatPeriod 1 for every day.",
                "daysRepeatPeriod равен 0, beginDate не задана: задание запустится только в один день, первый подходящий. Для запуска каждый день укажите daysRepeatPeriod 1."));
        }

        if (schedule.DetailedDailySchedules is not { Count: > 0 } rows) return [.. warnings, .. OfRow(schedule.OwnRow, "")];
        return [.. warnings, .. rows.SelectMany((row, index) => OfRow(row, string.Create(CultureInfo.InvariantCulture, $"{CalendarJson.Rows}[{index}].")))];
    }

    private static IEnumerable<CalendarWarning> OfRow(CalendarRow row, string path)
    {
        if (Short(row.RepeatPeriodInDay)) yield return TooOften(path + "repeatPeriodInDay", row.RepeatPeriodInDay);
        if (Short(row.RepeatPause)) yield return TooOften(path + "repeatPause", row.RepeatPause);
        if (row.EndTime > TimeSpan.Zero && row.BeginTime > row.EndTime && row.RepeatPeriodInDay == TimeSpan.Zero)
        {
            yield return new(
                path + "endTime",
                $"the window {CalendarText.Time(row.BeginTime)}..{CalendarText.Time(row.EndTime)} goes over midnight without repetition: the job starts once a calendar date, from the second date on at 00:00:00. Write repeatPeriodInDay, or leave endTime out.",
                $"окно {CalendarText.Time(row.BeginTime)}..{CalendarText.Time(row.EndTime)} через полночь без повтора: один запуск за календарную дату, со второй даты - в 00:00:00. Укажите repeatPeriodInDay или уберите endTime.");
        }

        if (row.CompletionTime > TimeSpan.Zero && row.CompletionTime == row.BeginTime)
        {
            yield return new(
                path + "completionTime",
                $"completionTime and beginTime are both {CalendarText.Time(row.BeginTime)}: no start is possible. Write a later or an earlier completionTime.",
                $"completionTime и beginTime оба {CalendarText.Time(row.BeginTime)}: запуск невозможен. Укажите completionTime позже или раньше.");
        }
    }

    private static bool Short(TimeSpan span) => span > TimeSpan.Zero && span < Minute;

    private static CalendarWarning TooOften(string property, TimeSpan span)
    {
        var seconds = span.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return new(property, $"{property} is {seconds} seconds; 60 or more are advised.", $"{property}: указано {seconds} секунд; рекомендуется не меньше 60.");
    }
}
